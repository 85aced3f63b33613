import { describe, expect, test } from 'vitest'
import type { Actor } from '../../engine/core/actor.ts'
import type { Holiday } from '../../engine/core/holiday.ts'
import { clockId } from '../../engine/core/statutory-clock.ts'
import type { AgencyId, LocalId, UserId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import type { Announcement } from '../../engine/commands/holidays.ts'
import type { Application } from '../elements/application.ts'
import { inOffice, type Office } from '../elements/office.ts'
import { AGENCY, PLATFORM, STAFF, local, told } from '../elements/staff.ts'
import { service } from './drawn.ts'

const SNOW = { ar: 'إغلاق بسبب الثلوج', en: 'Closed for snow' }

async function announce(office: Office, days: Omit<Announcement, 'title'>, by: Actor = STAFF): Promise<Holiday> {
  const made = await office.engine.announceHoliday(by, { title: SNOW, ...days })
  if (isProblem(made)) throw new Error(told(made))
  await office.settle()
  return made
}

async function withdraw(office: Office, { id }: Holiday): Promise<void> {
  const done = await office.engine.withdrawHoliday(STAFF, id, 'the roads are open')
  if (isProblem(done)) throw new Error(told(done))
  await office.settle()
}

async function dueOf(it: Application): Promise<string | undefined> {
  await it.read()
  const due = it.state.clocks?.[clockId((it.live('Case')[0] ?? '') as LocalId, 'decision')]?.due
  return due === undefined ? undefined : local(due)
}

const recounts = (it: Application) => it.events.filter((event) => event.kind === 'clockRecalculated')

describe('a holiday announced while applications run', () => {
  test(
    'moves their deadlines and what hangs on them, and the record says from when to when and why',
    inOffice(async (office) => {
      const it = await office.run(service())
      await announce(office, { first: '2026-11-25' })
      expect(await dueOf(it)).toBe('2026-11-29T10:00')
      expect(local((await it.desk('Review')).due ?? 0)).toBe('2026-11-29T10:00')
      expect(it.due('Silence')).toBe('2026-11-29T10:00')
      expect(recounts(it)).toMatchObject([
        {
          before: Date.parse('2026-11-26T10:00:00+02:00'),
          due: Date.parse('2026-11-29T10:00:00+02:00'),
          calendar: 1,
          because: [{ title: SNOW, first: '2026-11-25', last: '2026-11-25' }],
        },
      ])
    }),
  )

  test(
    'counts also when it is announced late, after its day',
    inOffice(async (office) => {
      const it = await office.run(service())
      await office.advance('P2D')
      await announce(office, { first: '2026-11-24', last: '2026-11-25' })
      expect(await dueOf(it)).toBe('2026-11-30T10:00')
      await office.until('2026-11-30T09:59:00+02:00')
      await it.read()
      expect(it.entered('Granted')).toBe(0)
      await office.until('2026-11-30T10:00:00+02:00')
      await it.read()
      expect(it.entered('Granted')).toBe(1)
    }),
  )

  test(
    'that is withdrawn moves them back, and both are known for ever',
    inOffice(async (office) => {
      const it = await office.run(service())
      const snow = await announce(office, { first: '2026-11-25' })
      await withdraw(office, snow)
      expect(await dueOf(it)).toBe('2026-11-26T10:00')
      expect(recounts(it)[1]).toMatchObject({ calendar: 2, because: [{ withdrawn: true }] })
      const [kept] = await office.engine.listHolidays(STAFF)
      expect(kept).toMatchObject({ ...snow, withdrawn: { by: 'system:test', reason: 'the roads are open' } })
    }),
  )

  test(
    'finds a clock that stands still when it goes on',
    inOffice(async (office) => {
      const it = await office.run(service())
      await it.task('Review', { ask: true })
      await announce(office, { first: '2026-11-25' })
      await office.advance('PT2H')
      await it.task('Correct')
      expect(await dueOf(it)).toBe('2026-11-29T12:00')
      expect(recounts(it)).toEqual([])
    }),
  )

  test(
    'of another agency, or of another governorate, moves nothing',
    inOffice(async (office) => {
      const it = await office.run(service({}, { 'masar:governorate': '=where' }), { where: 'PS-RBH' })
      await announce(office, { first: '2026-11-25', agency: 'moh' as AgencyId }, PLATFORM)
      await announce(office, { first: '2026-11-25', governorate: 'PS-HBN' })
      expect(await dueOf(it)).toBe('2026-11-26T10:00')
      await announce(office, { first: '2026-11-25', governorate: 'PS-RBH' })
      expect(await dueOf(it)).toBe('2026-11-29T10:00')
      await announce(office, { first: '2026-11-24', everyAgency: true }, PLATFORM)
      expect(await dueOf(it)).toBe('2026-11-30T10:00')
      expect(recounts(it).map(({ because }) => because.length)).toEqual([1, 1])
    }),
  )

  test(
    'reaches applications that are suspended, and counts for those that begin later',
    inOffice(async (office) => {
      const it = await office.run(service())
      await it.suspend()
      await announce(office, { first: '2026-11-25' })
      expect(await dueOf(it)).toBe('2026-11-29T10:00')
      await it.resume()
      expect(it.due('Silence')).toBe('2026-11-29T10:00')
      expect(await dueOf(await office.start())).toBe('2026-11-29T10:00')
    }),
  )

  test(
    'keeps silence from deciding even before it has been carried to the application',
    inOffice(async (office) => {
      const it = await office.run(service())
      await office.engine.announceHoliday(STAFF, { title: SNOW, first: '2026-11-24', last: '2026-11-26' })
      office.clock.set(Date.parse('2026-11-26T10:00:00+02:00'))
      await office.settle()
      expect(await dueOf(it)).toBe('2026-12-01T10:00')
      expect(it.entered('Granted')).toBe(0)
    }),
  )
})

describe('who may announce', () => {
  const person = (roles: Extract<Actor, { kind: 'user' }>['roles'], agency = AGENCY): Actor => ({
    kind: 'user',
    id: 'someone' as UserId,
    agency,
    roles,
    groups: [],
  })

  test(
    'is their own agency, and for all only the installation’s operators',
    inOffice(async (office) => {
      const refused = async (by: Actor, more: Partial<Announcement>) => {
        const made = await office.engine.announceHoliday(by, { title: SNOW, first: '2026-11-25', ...more })
        return isProblem(made) ? made.code : made.agency
      }
      expect(await refused(person(['supervisor']), {})).toBe('moj')
      expect(await refused(person(['supervisor']), { agency: 'moh' as AgencyId })).toBe('holiday.agency')
      expect(await refused(person(['supervisor']), { everyAgency: true })).toBe('holiday.agency')
      expect(await refused(person(['operator'], 'egov' as AgencyId), { everyAgency: true })).toBeUndefined()
      expect(await refused(STAFF, { last: '2026-11-24' })).toBe('holiday.days')
      expect(await refused(STAFF, { last: '2028-11-24' })).toBe('holiday.days')
      expect(await refused(STAFF, { governorate: 'رام الله' })).toBe('holiday.governorate')
    }),
  )

  test(
    'may withdraw, once',
    inOffice(async (office) => {
      const every = await announce(office, { first: '2026-11-25', everyAgency: true }, PLATFORM)
      const own = await announce(office, { first: '2026-11-26' })
      const tried = async (by: Actor, id: string) => {
        const done = await office.engine.withdrawHoliday(by, id, 'no')
        return isProblem(done) ? done.code : 'withdrawn'
      }
      expect(await tried(STAFF, every.id)).toBe('holiday.not-found')
      expect(await tried(person(['supervisor'], 'moh' as AgencyId), own.id)).toBe('holiday.not-found')
      expect(await tried(STAFF, own.id)).toBe('withdrawn')
      expect(await tried(STAFF, own.id)).toBe('holiday.withdrawn')
      expect(await tried(PLATFORM, every.id)).toBe('withdrawn')
    }),
  )
})
