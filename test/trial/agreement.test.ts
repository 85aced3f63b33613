import { describe, expect, test } from 'vitest'
import type { Event } from '../../engine/core/event.ts'
import type { LocalId } from '../../engine/core/ids.ts'
import { firstDifference } from '../../engine/trial/agreement.ts'
import type { Verdict } from '../../engine/trial/trial.ts'

const id = (local: number): LocalId => String(local) as LocalId
const entered = (local: number, element: string): Event => ({ kind: 'elementActivated', id: id(local), element })
const done = (local: number): Event => ({ kind: 'elementCompleted', id: id(local) })
const timer = (local: number, due: number): Event => ({
  kind: 'timerOpened',
  id: id(local),
  owner: id(1),
  element: 'late',
  due,
})

const told = (...steps: readonly (readonly Event[])[]): Verdict => ({
  passed: true,
  failures: [],
  said: [],
  path: [],
  told: steps,
  state: undefined,
})

describe('two executors', () => {
  test('agree where branches come in another order and have other numbers', () => {
    const one = told([entered(1, 'a'), done(1), entered(2, 'b'), done(2)])
    const other = told([entered(5, 'b'), entered(7, 'a'), done(5), done(7)])
    expect(firstDifference(one, other)).toBeUndefined()
  })

  test('differ at the first step and element where one did what the other did not', () => {
    const one = told([entered(1, 'a'), done(1)], [entered(2, 'b'), done(2)], [entered(3, 'c'), done(3)])
    const other = told([entered(1, 'a'), done(1)], [entered(2, 'd'), done(2)], [])
    expect(firstDifference(one, other)).toEqual({ step: 1, element: 'b', one: ['elementCompleted'], other: [] })
  })

  test('differ where a deadline falls at another time', () => {
    expect(firstDifference(told([timer(2, 1_000)]), told([timer(2, 2_000)]))).toEqual({
      step: 0,
      element: 'late',
      one: ['timerOpened 1000'],
      other: ['timerOpened 2000'],
    })
  })

  test('differ where a step is done once more', () => {
    const once = told([entered(1, 'a'), done(1)])
    const twice = told([entered(1, 'a'), done(1), entered(2, 'a'), done(2)])
    expect(firstDifference(once, twice)).toMatchObject({ element: 'a', one: [], other: ['elementCompleted'] })
  })
})
