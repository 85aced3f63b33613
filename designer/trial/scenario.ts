/** A scenario while somebody plays it: begun, a step added, the last ones dropped, what the world answers chosen. Pure: each gives a new one. */
import type { JsonObject } from '../../engine/core/json.ts'
import type { Text } from '../../engine/core/text.ts'
import type { BusReply, PaymentAnswer, Scenario, Step } from '../../engine/core/trial/scenario.ts'

export interface Begin {
  readonly channel: NonNullable<Scenario['start']['channel']>
  readonly applicant: string
  readonly company?: NonNullable<Scenario['start']['company']>
  readonly event?: string
  readonly now: string
  readonly variables: JsonObject
}

const UNTITLED: Text = { ar: 'تجربة', en: 'A try' }

/** Nothing has begun; who pays is asked each time. */
export const blank = ({ variables, now, ...start }: Begin): Scenario => ({
  title: UNTITLED,
  now,
  start: { ...start, variables },
  given: { payments: ['wait'] },
  expect: { status: 'active' },
})

export const begun = (scenario: Scenario, variables: JsonObject): Scenario => ({
  ...scenario,
  start: { ...scenario.start, variables },
})

/** @param at how many steps are kept before it */
export const withStep = (scenario: Scenario, step: Step, at = scenario.steps?.length ?? 0): Scenario => ({
  ...scenario,
  steps: [...(scenario.steps ?? []).slice(0, at), step],
})

/** Back to where it stood after so many steps. */
export const keptSteps = (scenario: Scenario, count: number): Scenario => ({
  ...scenario,
  steps: (scenario.steps ?? []).slice(0, count),
})

export const withoutStep = (scenario: Scenario, index: number): Scenario => ({
  ...scenario,
  steps: (scenario.steps ?? []).filter((_, at) => at !== index),
})

/** The one chosen last is looked at first, so that it can stand over one that answers everything. */
export const withReply = (scenario: Scenario, reply: BusReply): Scenario => ({
  ...scenario,
  given: { ...scenario.given, bus: [reply, ...(scenario.given?.bus ?? [])] },
})

export const withReplies = (scenario: Scenario, bus: readonly BusReply[]): Scenario => ({
  ...scenario,
  given: { ...scenario.given, bus },
})

export const withPayments = (scenario: Scenario, payment: PaymentAnswer): Scenario => ({
  ...scenario,
  given: { ...scenario.given, payments: [payment] },
})

export interface Person {
  readonly groups: readonly string[]
  readonly roles?: readonly string[]
}

export const withPerson = (scenario: Scenario, name: string, person: Person): Scenario => ({
  ...scenario,
  people: { ...scenario.people, [name]: person },
})

export function withoutPerson(scenario: Scenario, name: string): Scenario {
  const { [name]: _, ...people } = scenario.people ?? {}
  return { ...scenario, people }
}

/** "P1D": a step of time as people choose it. */
export const UNITS = ['minutes', 'hours', 'days', 'weeks', 'months'] as const
export type Unit = (typeof UNITS)[number]

export function duration(count: number, unit: Unit): string {
  const letters: Readonly<Record<Unit, string>> = {
    minutes: `PT${String(count)}M`,
    hours: `PT${String(count)}H`,
    days: `P${String(count)}D`,
    weeks: `P${String(count)}W`,
    months: `P${String(count)}M`,
  }
  return letters[unit]
}

/** To a moment, not a breath before it: whole seconds, rounded up. */
export const until = (now: number, then: number): string => `PT${String(Math.max(1, Math.ceil((then - now) / 1_000)))}S`
