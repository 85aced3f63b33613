import { describe, expect, test } from 'vitest'
import { clockId } from '../../engine/core/statutory-clock.ts'
import type { LocalId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import type { Application } from '../elements/application.ts'
import { inOffice } from '../elements/office.ts'
import { STAFF, local } from '../elements/staff.ts'
import { service } from './drawn.ts'

const clockOf = (it: Application, owner = 'Case') =>
  it.state.clocks?.[clockId((it.live(owner)[0] ?? '') as LocalId, 'decision')]

const dueOf = (it: Application): string | undefined => {
  const due = clockOf(it)?.due
  return due === undefined ? undefined : local(due)
}

/** What the record says of clocks, in order. */
const told = (it: Application): readonly string[] =>
  it.events.flatMap((event) => (event.kind.startsWith('clock') ? [event.kind] : []))

const taskDue = async (it: Application, element: string): Promise<string> => {
  const { due } = await it.desk(element)
  return due === undefined ? 'none' : local(due)
}

describe('a statutory clock', () => {
  test(
    'begins with the scope that carries the deadline, and task and silence are due with it',
    inOffice(async (office) => {
      const it = await office.run(service())
      expect(dueOf(it)).toBe('2026-11-26T10:00')
      expect(await taskDue(it, 'Review')).toBe('2026-11-26T10:00')
      expect(it.due('Silence')).toBe('2026-11-26T10:00')
      expect(it.due('Reminder')).toBe('2026-11-25T10:00')
    }),
  )

  test(
    'ends with its scope, and the record says how much of it was spent',
    inOffice(async (office) => {
      const it = await office.run(service())
      await office.advance('PT12H')
      await it.task('Review', { ask: false })
      expect(it.status).toBe('completed')
      expect(it.state.clocks).toBeUndefined()
      expect(it.events.find((event) => event.kind === 'clockEnded')).toMatchObject({ spent: 0.5, overdue: false })
    }),
  )

  test(
    'stands still while the citizen is asked: nothing that hangs on it is due',
    inOffice(async (office) => {
      const it = await office.run(service())
      await office.advance('P1D')
      await it.task('Review', { ask: true })
      expect(dueOf(it)).toBeUndefined()
      expect(clockOf(it)?.stopped).toEqual({ since: office.clock.now(), by: ['Correct'] })
      await office.advance('P30D')
      await it.read()
      expect(it.waits).toEqual(['timer Silence', 'timer Reminder', 'task Correct'])
      expect(it.entered('Granted')).toBe(0)
    }),
  )

  test(
    'goes on where it stood, and everything that hangs on it moves by the working time it stood',
    inOffice(async (office) => {
      const it = await office.run(service())
      await office.advance('P1D')
      await it.task('Review', { ask: true })
      await office.advance('P8D')
      await it.task('Correct')
      // Asked on Tuesday at ten with two days left, answered on Wednesday of the week after.
      expect(dueOf(it)).toBe('2026-12-06T10:00')
      expect(await taskDue(it, 'Review')).toBe('2026-12-06T10:00')
      expect(it.due('Silence')).toBe('2026-12-06T10:00')
      expect(it.due('Reminder')).toBe('2026-12-03T10:00')
      expect(told(it)).toEqual(['clockStarted', 'clockStopped', 'clockResumed'])
    }),
  )

  test(
    'is what the applicant reads of it in the timeline, and none while it stands still',
    inOffice(async (office) => {
      const it = await office.run(service())
      const due = async () => {
        const followed = await office.engine.followInstance(STAFF, it.id)
        if (isProblem(followed)) throw new Error(followed.detail)
        const { detail, timeline } = followed
        const steps = timeline.entries.flatMap((entry) => (entry.kind === 'step' && !entry.ended ? [entry.due] : []))
        return [...steps, ...detail.clocks.map((clock) => [clock.due, clock.left, clock.silence])]
      }
      const first = Date.parse('2026-11-26T10:00:00+02:00')
      expect(await due()).toEqual([first, [first, 3, 'approval']])
      await it.task('Review', { ask: true })
      expect(await due()).toEqual([undefined, [undefined, 3, 'approval']])
      await office.advance('P1D')
      await it.task('Correct')
      const later = Date.parse('2026-11-29T10:00:00+02:00')
      expect(await due()).toEqual([later, [later, 3, 'approval']])
    }),
  )

  test(
    'counts hours as well: two hours of asking are two hours more',
    inOffice(async (office) => {
      const it = await office.run(service())
      await it.task('Review', { ask: true })
      await office.advance('PT2H')
      await it.task('Correct')
      await it.task('Review', { ask: true })
      await office.advance('PT30M')
      await it.task('Correct')
      expect(dueOf(it)).toBe('2026-11-26T12:30')
    }),
  )

  test(
    'decides in the silence of the office when it is due, and not before',
    inOffice(async (office) => {
      const it = await office.run(service())
      await it.task('Review', { ask: true })
      await office.advance('P1D')
      await it.task('Correct')
      await office.until('2026-11-29T09:59:59+02:00')
      await it.read()
      expect(it.entered('Granted')).toBe(0)
      expect(it.entered('Remind')).toBe(1)
      await office.until('2026-11-29T10:00:00+02:00')
      await it.read()
      expect(it.terminated).toContain('Review')
      expect(it.waits).toEqual(['task Remind', 'task Granted'])
      expect(it.events.find((event) => event.kind === 'clockEnded')).toMatchObject({ spent: 3, overdue: true })
    }),
  )

  test(
    'that an operator’s suspension does not stop goes on counting',
    inOffice(async (office) => {
      const it = await office.run(service())
      await it.suspend()
      await office.advance('P10D')
      await it.resume()
      expect(it.entered('Granted')).toBe(1)
    }),
  )

  test(
    'ends with the application that is called off',
    inOffice(async (office) => {
      const it = await office.run(service())
      await it.task('Review', { ask: true })
      await it.cancel()
      expect(it.state.clocks).toBeUndefined()
      expect(told(it)).toEqual(['clockStarted', 'clockStopped', 'clockEnded'])
    }),
  )
})
