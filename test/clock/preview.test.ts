import { describe, expect, test } from 'vitest'
import type { HolidayPlan, HolidayPreview } from '../../engine/commands/holiday-preview.ts'
import type { AgencyId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { inOffice, type Office } from '../elements/office.ts'
import { PACKAGE } from '../elements/pack.ts'
import { PLATFORM, STAFF, local, told } from '../elements/staff.ts'
import { service } from './drawn.ts'

const title = { ar: 'عيد', en: 'Feast' }

async function preview(office: Office, plan: HolidayPlan, by = STAFF): Promise<HolidayPreview> {
  const shown = await office.engine.previewHoliday(by, plan)
  if (isProblem(shown)) throw new Error(told(shown))
  return shown
}

const announce = async (office: Office, first: string, last = first): Promise<string> => {
  const made = await office.engine.announceHoliday(STAFF, { title, first, last })
  if (isProblem(made)) throw new Error(told(made))
  await office.settle()
  return made.id
}

const moves = ({ examples }: HolidayPreview): readonly string[] =>
  examples.map(({ before, due }) => `${local(before)} > ${local(due)}`)

const recounts = async (office: Office): Promise<number> =>
  (await office.all()).flatMap(({ events }) => events).filter(({ kind }) => kind === 'clockRecalculated').length

describe('before days are announced', () => {
  test(
    'it is told which deadlines would move, and then exactly these do',
    inOffice(async (office) => {
      const it = await office.run(service())
      await office.advance('P1D')
      await office.start()
      const plan = { announce: { title, first: '2026-11-25' } }
      const shown = await preview(office, plan)
      expect(shown).toMatchObject({ deadlines: 2, applications: 2, inTimeAgain: 0, lateThen: 0, complete: true })
      expect(shown.services).toMatchObject([{ packageId: PACKAGE, deadlines: 2 }])
      expect(shown.examples[0]).toMatchObject({ instance: it.id, deadline: 'decision', title: { en: 'decision' } })
      expect(moves(shown)).toEqual(['2026-11-26T10:00 > 2026-11-29T10:00', '2026-11-29T10:00 > 2026-11-30T10:00'])
      expect(await recounts(office)).toBe(0)
      await announce(office, '2026-11-25')
      expect(await recounts(office)).toBe(2)
      expect(moves(await preview(office, plan))).toEqual([])
    }),
  )

  test(
    'those that stand still, have been decided or are of another agency or governorate are not counted',
    inOffice(async (office) => {
      const it = await office.run(service({}, { 'masar:governorate': '=where' }), { where: 'PS-RBH' })
      const first = '2026-11-25'
      expect((await preview(office, { announce: { title, first, governorate: 'PS-HBN' } })).deadlines).toBe(0)
      expect((await preview(office, { announce: { title, first, governorate: 'PS-RBH' } })).deadlines).toBe(1)
      const other = { title, first, agency: 'moh' as AgencyId }
      expect((await preview(office, { announce: other }, PLATFORM)).deadlines).toBe(0)
      expect((await preview(office, { announce: { title, first, everyAgency: true } }, PLATFORM)).deadlines).toBe(1)
      await it.task('Review', { ask: true })
      expect((await preview(office, { announce: { title, first } })).deadlines).toBe(0)
      await it.task('Correct')
      await it.task('Review')
      expect((await preview(office, { announce: { title, first } })).deadlines).toBe(0)
    }),
  )

  test(
    'a deadline that has passed and would run again is told, and one that withdrawing makes late',
    inOffice(async (office) => {
      await office.run(service({ deadlines: { decision: 'P3WD' } }, {}))
      const snow = await announce(office, '2026-11-25')
      office.clock.set(Date.parse('2026-11-28T12:00:00+02:00'))
      expect(await preview(office, { withdraw: snow })).toMatchObject({ deadlines: 1, lateThen: 1, inTimeAgain: 0 })
      office.clock.set(Date.parse('2026-11-29T10:00:00+02:00'))
      const late = await preview(office, { announce: { title, first: '2026-11-24' } })
      expect(late).toMatchObject({ deadlines: 1, lateThen: 0, inTimeAgain: 1 })
    }),
  )

  test(
    'nobody is told more than they may announce',
    inOffice(async (office) => {
      const refused = async (plan: HolidayPlan) => {
        const shown = await office.engine.previewHoliday(STAFF, plan)
        return isProblem(shown) ? shown.code : 'shown'
      }
      const first = '2026-11-25'
      expect(await refused({ announce: { title, first, everyAgency: true } })).toBe('holiday.agency')
      expect(await refused({ announce: { title, first, agency: 'moh' as AgencyId } })).toBe('holiday.agency')
      expect(await refused({ announce: { title, first, last: '2026-11-24' } })).toBe('holiday.days')
      expect(await refused({ withdraw: 'nothing' })).toBe('holiday.not-found')
    }),
  )
})

describe('days that are changed', () => {
  test(
    'are withdrawn and announced anew in one write, and each record says so once',
    inOffice(async (office) => {
      const it = await office.run(service())
      const id = await announce(office, '2026-11-25')
      const announcement = { title, first: '2026-11-24', last: '2026-11-25' }
      const shown = await preview(office, { withdraw: id, announce: announcement })
      expect(moves(shown)).toEqual(['2026-11-29T10:00 > 2026-11-30T10:00'])
      const changed = await office.engine.changeHoliday(STAFF, { id, announcement, reason: 'the moon' })
      if (isProblem(changed)) throw new Error(told(changed))
      await office.settle()
      await it.read()
      expect(it.events.filter(({ kind }) => kind === 'clockRecalculated').at(-1)).toMatchObject({
        due: Date.parse('2026-11-30T10:00:00+02:00'),
        calendar: 3,
        because: [{ first: '2026-11-25', withdrawn: true }, { first: '2026-11-24' }],
      })
      expect(await office.engine.listHolidays(STAFF)).toMatchObject([
        { id, withdrawn: { by: 'system:test', reason: 'the moon' } },
        { id: changed.id, first: '2026-11-24' },
      ])
      const again = await office.engine.changeHoliday(STAFF, { id, announcement, reason: 'x' })
      expect(isProblem(again) && again.code).toBe('holiday.withdrawn')
      const both = await Promise.all(
        ['one', 'other'].map((reason) => office.engine.changeHoliday(STAFF, { id: changed.id, announcement, reason })),
      )
      expect(both.map((it) => (isProblem(it) ? it.code : 'changed'))).toEqual(['changed', 'holiday.withdrawn'])
    }),
  )

  test(
    'stay as they are where the new ones may not be announced',
    inOffice(async (office) => {
      const id = await announce(office, '2026-11-25')
      const announcement = { title, first: '2026-11-25', last: '2026-11-24' }
      const changed = await office.engine.changeHoliday(STAFF, { id, announcement, reason: 'the moon' })
      expect(isProblem(changed) && changed.code).toBe('holiday.days')
      expect((await office.engine.listHolidays(STAFF))[0]).not.toHaveProperty('withdrawn')
    }),
  )
})
