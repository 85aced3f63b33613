import { describe, expect, test } from 'vitest'
import type { Announcement } from '../../engine/commands/holidays.ts'
import { eventsOf } from '../../engine/core/history.ts'
import { programKey } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { replay } from '../../engine/replay/replay.ts'
import type { Application } from '../elements/application.ts'
import { line } from '../elements/draw.ts'
import { inOffice, type Office } from '../elements/office.ts'
import { PACKAGE, pack } from '../elements/pack.ts'
import { STAFF, local, told } from '../elements/staff.ts'
import { user } from '../elements/steps.ts'
import { kept } from './drawn.ts'

const title = { ar: 'عيد', en: 'Feast' }

async function announce(office: Office, days: Omit<Announcement, 'title'>): Promise<void> {
  const made = await office.engine.announceHoliday(STAFF, { title, ...days })
  if (isProblem(made)) throw new Error(told(made))
  await office.settle()
}

const dueOf = async (it: Application): Promise<string> => local((await it.desk('Review')).due ?? 0)

const inDays = (more: object = {}, version = '1.0.0') =>
  pack([line(user('Review', kept()))], {
    version,
    calendar: { closes: '15:00' },
    deadlines: { decision: { duration: 'P4D', ...more } },
  })

describe('a deadline whose last day is a day off', () => {
  test(
    'ends on the next working day, and the record says from which day',
    inOffice(async (office) => {
      const it = await office.run(inDays())
      expect(await dueOf(it)).toBe('2026-11-29T10:00')
      expect(it.events.find(({ kind }) => kind === 'clockStarted')).toMatchObject({
        dayOff: '2026-11-27',
        lastDay: { dayOff: 'moves', ends: 'hour' },
      })
      await announce(office, { first: '2026-11-29' })
      await it.read()
      expect(await dueOf(it)).toBe('2026-11-30T10:00')
      expect(it.events.findLast(({ kind }) => kind === 'clockRecalculated')).toMatchObject({ dayOff: '2026-11-27' })
    }),
  )

  test(
    'stays where the package says so; a version that says otherwise moves it',
    inOffice(async (office) => {
      const it = await office.run(inDays({ dayOff: 'stays' }))
      expect(await dueOf(it)).toBe('2026-11-27T10:00')
      await office.deploy(inDays({ ends: 'day' }, '2.0.0'))
      const done = await office.engine.migrateInstance(STAFF, it.id, { to: '2.0.0' })
      if (isProblem(done)) throw new Error(told(done))
      await it.read()
      expect(await dueOf(it)).toBe('2026-11-30T00:00')
      expect(it.events.findLast(({ kind }) => kind === 'clockRecalculated')).toMatchObject({
        lastDay: { dayOff: 'moves', ends: 'day' },
        because: [],
      })
    }),
  )
})

describe('a deadline that ends when the office closes', () => {
  test(
    'follows half days and the hours of Ramadan as they are announced, and is decided again by them',
    inOffice(async (office) => {
      const it = await office.run(inDays({ ends: 'office' }))
      expect(await dueOf(it)).toBe('2026-11-29T15:00')
      await announce(office, { first: '2026-11-29', closes: '12:00' })
      await it.read()
      expect(await dueOf(it)).toBe('2026-11-29T12:00')
      expect(it.events.findLast(({ kind }) => kind === 'clockRecalculated')).toMatchObject({
        because: [{ first: '2026-11-29', closes: '12:00' }],
      })
      await announce(office, { first: '2026-11-24', last: '2026-12-24', closes: '14:00' })
      await it.read()
      expect(await dueOf(it)).toBe('2026-11-29T12:00')
      const { store, definitions } = office.engine.deps
      const program = programKey(PACKAGE, '1.0.0', 'Process_1')
      const context = await definitions.context(program)
      const lines = (await store.instances.history(it.id)).map((one) => ({ ...one, events: eventsOf(one) }))
      const around = { ...context, program, executor: kernel, constants: {}, holidays: await store.holidays.list() }
      expect(replay(lines, around).differences).toEqual([])
    }),
  )

  test(
    'is announced with a time that can be read',
    inOffice(async (office) => {
      const made = await office.engine.announceHoliday(STAFF, { title, first: '2026-11-29', closes: 'noon' })
      expect(isProblem(made) && made.code).toBe('holiday.closes')
    }),
  )
})
