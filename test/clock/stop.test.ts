import { describe, expect, test } from 'vitest'
import type { ClockStop } from '../../engine/commands/stop-clock.ts'
import type { Actor, Role } from '../../engine/core/actor.ts'
import { eventsOf } from '../../engine/core/history.ts'
import { type AgencyId, type InstanceId, programKey, type UserId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { replay } from '../../engine/replay/replay.ts'
import type { Application } from '../elements/application.ts'
import { line } from '../elements/draw.ts'
import { inOffice, type Office } from '../elements/office.ts'
import { PACKAGE, pack } from '../elements/pack.ts'
import { AGENCY, STAFF, local } from '../elements/staff.ts'
import { user } from '../elements/steps.ts'
import { kept, service } from './drawn.ts'

const person = (id: string, role: Role = 'supervisor', agency: AgencyId = AGENCY): Actor => ({
  kind: 'user',
  id: id as UserId,
  agency,
  roles: [role],
  groups: ['clerks'],
})
const HUDA = person('huda')

const stoppable = (stop: object | undefined = { legalBasis: ['article-9'], longest: 'P2WD', times: 2 }) =>
  service({
    legalBasis: ['article-9', 'article-10'],
    deadlines: { decision: { duration: 'P3WD', silence: 'approval', ...(stop && { stop: { ...stop } }) } },
  })

const ASKED: ClockStop = { deadline: 'decision', legalBasis: 'article-9', reason: 'The expert is ill' }

const stop = async (office: Office, id: InstanceId, more: Partial<ClockStop> = {}, by: Actor = HUDA) => {
  const done = await office.engine.stopClock(by, id, { ...ASKED, ...more })
  await office.settle()
  return isProblem(done) ? done.code : 'stopped'
}

const goOn = async (office: Office, id: InstanceId, by: Actor = HUDA, reason = 'The expert is back') => {
  const done = await office.engine.continueClock(by, id, { deadline: 'decision', reason })
  await office.settle()
  return isProblem(done) ? done.code : 'continued'
}

const dues = async (it: Application) => {
  await it.read()
  const { due } = await it.desk('Review')
  return [local(due ?? 0), it.due('Silence'), it.due('Reminder')]
}

// Begun on Monday 23 at ten, due on Thursday 26 at ten; a stop of two working days from Tuesday lasts to Thursday.
describe('a deadline that a supervisor stops by hand', () => {
  test(
    'stands still as long as its service allows and goes on by itself, with all that hangs on it',
    inOffice(async (office) => {
      const it = await office.run(stoppable())
      await office.advance('P1D')
      expect(await stop(office, it.id)).toBe('stopped')
      expect(await dues(it)).toEqual(['2026-11-30T10:00', '2026-11-30T10:00', '2026-11-29T10:00'])
      expect(it.events.find(({ kind }) => kind === 'clockStoppedByHand')).toMatchObject({
        until: Date.parse('2026-11-26T10:00:00+02:00'),
        legalBasis: 'article-9',
        reason: 'The expert is ill',
        before: Date.parse('2026-11-26T10:00:00+02:00'),
        due: Date.parse('2026-11-30T10:00:00+02:00'),
      })
      await office.until('2026-11-29T09:59:00+02:00')
      await it.read()
      expect([it.entered('Remind'), it.entered('Granted')]).toEqual([0, 0])
      await office.until('2026-11-30T10:00:00+02:00')
      await it.read()
      expect([it.entered('Remind'), it.entered('Granted')]).toEqual([1, 1])
    }),
  )

  test(
    'goes on earlier when a supervisor says so, with the time it stood',
    inOffice(async (office) => {
      const it = await office.run(stoppable())
      await office.advance('P1D')
      await stop(office, it.id)
      await office.advance('PT6H')
      expect(await goOn(office, it.id, person('omar'))).toBe('continued')
      expect((await dues(it))[0]).toBe('2026-11-26T16:00')
      expect(await goOn(office, it.id)).toBe('clock.not-stopped')
    }),
  )

  test(
    'and by asking the citizen as well counts the time once',
    inOffice(async (office) => {
      const it = await office.run(stoppable())
      await office.advance('P1D')
      await stop(office, it.id)
      await office.advance('PT2H')
      await it.task('Review', { ask: true })
      expect(it.state.clocks && Object.values(it.state.clocks)[0]).not.toHaveProperty('due')
      await office.until('2026-11-26T12:00:00+02:00')
      await it.task('Correct')
      // Tuesday ten to Thursday twelve: two working days and two hours.
      expect((await dues(it))[0]).toBe('2026-11-30T12:00')
    }),
  )

  test(
    'follows the calendar, and a history with it is decided again as it was',
    inOffice(async (office) => {
      const it = await office.run(stoppable())
      await office.advance('P1D')
      await stop(office, it.id)
      await office.engine.announceHoliday(STAFF, { title: { ar: 'عيد', en: 'Feast' }, first: '2026-11-29' })
      await office.settle()
      expect((await dues(it))[0]).toBe('2026-12-01T10:00')
      await goOn(office, it.id)
      const { store, definitions } = office.engine.deps
      const program = programKey(PACKAGE, '1.0.0', 'Process_1')
      const context = await definitions.context(program)
      const lines = (await store.instances.history(it.id)).map((one) => ({ ...one, events: eventsOf(one) }))
      const around = { ...context, program, executor: kernel, constants: {}, holidays: await store.holidays.list() }
      expect(replay(lines, around)).toMatchObject({ differences: [], followed: lines.length })
    }),
  )
})

describe('nobody stops a deadline', () => {
  test(
    'that has passed, stands still, does not run, or oftener or longer than its service allows',
    inOffice(async (office) => {
      const it = await office.run(stoppable())
      const monday = Date.parse('2026-11-30T10:00:00+02:00')
      expect(await stop(office, it.id, { until: monday })).toBe('clock.until')
      expect(await stop(office, it.id, { until: office.clock.now() })).toBe('clock.until')
      expect(await stop(office, it.id, { deadline: 'other' })).toBe('clock.not-running')
      const soon = () => ({ until: office.clock.now() + 3_600_000 })
      expect(await stop(office, it.id, soon())).toBe('stopped')
      expect(await stop(office, it.id, soon())).toBe('clock.stands-still')
      await office.advance('PT1H')
      expect(await stop(office, it.id, soon())).toBe('stopped')
      await office.advance('PT1H')
      expect(await stop(office, it.id, soon())).toBe('clock.too-often')
      const asked = await office.start()
      await asked.task('Review', { ask: true })
      expect(await stop(office, asked.id)).toBe('clock.stands-still')
    }),
  )

  test(
    'without a reason that whoever waits can read, nor lets it go on',
    inOffice(async (office) => {
      const it = await office.run(stoppable())
      expect(await stop(office, it.id, { reason: ' ' })).toBe('words.empty')
      expect(await stop(office, it.id)).toBe('stopped')
      expect(await goOn(office, it.id, HUDA, '')).toBe('words.empty')
    }),
  )

  test(
    'after it was over, where nothing decides in silence either',
    inOffice(async (office) => {
      const stop9 = { legalBasis: ['article-9'], longest: 'P9D', times: 9 }
      const it = await office.run(
        service({ legalBasis: ['article-9'], deadlines: { decision: { duration: 'PT1H', stop: stop9 } } }),
      )
      await office.advance('PT1H')
      await it.read()
      expect(await stop(office, it.id)).toBe('clock.passed')
    }),
  )

  test(
    'under an article that does not allow it, nor where the package says nothing of it',
    inOffice(async (office) => {
      const it = await office.run(stoppable())
      expect(await stop(office, it.id, { legalBasis: 'article-10' })).toBe('clock.legal-basis')
      await office.deploy(service({ id: 'moj.other' }))
      const other = await office.start({}, 'moj.other')
      expect(await stop(office, other.id)).toBe('clock.no-stop')
    }),
  )

  test(
    'who is no supervisor of the agency, or has a task of it: nobody stops the clock on their own work',
    inOffice(async (office) => {
      const it = await office.run(stoppable())
      expect(await stop(office, it.id, {}, person('rana', 'clerk'))).toBe('clock.supervisor')
      expect(await stop(office, it.id, {}, person('omar', 'operator'))).toBe('clock.supervisor')
      expect(await stop(office, it.id, {}, person('omar', 'supervisor', 'moh' as AgencyId))).toBe('instance.not-found')
      const { legalBasis } = ASKED
      const hers = user('Review', { ...kept(), assignee: 'huda' })
      const policy = { duration: 'P3WD', stop: { legalBasis: [legalBasis], longest: 'P1D', times: 1 } }
      await office.deploy(
        pack([line(hers)], { id: 'moj.hers', legalBasis: [legalBasis], deadlines: { decision: policy } }),
      )
      const own = await office.start({}, 'moj.hers')
      expect(await stop(office, own.id)).toBe('clock.own-work')
      expect(await stop(office, own.id, {}, person('omar'))).toBe('stopped')
    }),
  )
})
