/**
 * Whether two executors did the same with one application: the first step at which something happened on one and not on
 * the other, for the analyst who has to know what the drawing means.
 *
 * Compared is what people and machines outside can see, step by step: elements that ended, tasks, jobs, timers, messages,
 * decisions, errors and incidents; and at the end the status and the variables. In which order parallel branches came, and
 * how each executor counts and remembers, is its own affair.
 */
import type { Event } from '../core/event.ts'
import type { InstanceState } from '../core/instance.ts'
import { clockParts } from '../core/statutory-clock.ts'
import type { Verdict } from './trial.ts'

export interface Difference {
  /** Step of the scenario from 1; 0 is the start, and what holds at the end has none. */
  readonly step: number | undefined
  /** Absent where it is of the whole application. */
  readonly element: string | undefined
  /** What happened there on one executor and not on the other, in words of the record. */
  readonly one: readonly string[]
  readonly other: readonly string[]
}

type Told = Pick<Verdict, 'told' | 'state'>

export function firstDifference(one: Told, other: Told): Difference | undefined {
  const steps = Math.max(one.told.length, other.told.length)
  const [names, others] = [elementsOf(one), elementsOf(other)]
  for (let step = 0; step < steps; step++) {
    const facts = (one.told[step] ?? []).flatMap((event) => factsOf(event, names))
    const found = differenceIn(
      facts,
      (other.told[step] ?? []).flatMap((event) => factsOf(event, others)),
    )
    if (found) return { step, ...found }
  }
  return atTheEnd(one.state, other.state)
}

interface Fact {
  readonly element: string
  readonly what: string
}

type Names = ReadonlyMap<string, string>

/** Local id -> the element it is an instance of. */
function elementsOf({ told }: Told): Names {
  const events = told.flat()
  return new Map(events.flatMap((it) => (it.kind === 'elementActivated' ? [[it.id, it.element] as const] : [])))
}

function factsOf(event: Event, names: Names): readonly Fact[] {
  const fact = (element: string, ...words: readonly unknown[]): readonly Fact[] => [
    { element, what: [event.kind, ...words.map(written)].join(' ') },
  ]
  const at = (id: string): string => names.get(id) ?? ''
  switch (event.kind) {
    case 'elementCompleted':
    case 'elementTerminated':
      return fact(at(event.id))
    case 'taskOpened':
      return fact(event.task.element, event.task)
    case 'jobOpened':
      return fact(event.job.element, event.job)
    case 'timerOpened':
      return fact(event.element, event.due)
    case 'clockStarted':
      return fact(at(event.owner), event.deadline, event.due)
    case 'clockStopped':
    case 'clockResumed':
    case 'clockStoppedByHand':
    case 'clockContinued':
    case 'clockRecalculated':
    case 'clockEnded':
      return fact(at(clockParts(event.clock).owner), clockParts(event.clock).deadline, event.due)
    case 'subscriptionOpened':
      return fact(event.element, event.name, event.key)
    case 'messagePublished':
      return fact(at(event.id), event.name, event.key, event.variables)
    case 'decisionEvaluated':
      return fact(at(event.id), event.decision, event.output)
    case 'errorThrown':
      return fact(at(event.id), event.code, event.message)
    case 'incidentRaised':
      return fact(event.element, event.cause)
    case 'taskClosed':
    case 'jobClosed':
      return fact(at(event.id), event.outcome)
    default:
      return []
  }
}

/** At the first element, in the order of the first executor, whose facts are not the same on both. */
function differenceIn(one: readonly Fact[], other: readonly Fact[]): Omit<Difference, 'step'> | undefined {
  const elements = new Set([...one, ...other].map(({ element }) => element))
  for (const element of elements) {
    const [mine, theirs] = [whatAt(one, element), whatAt(other, element)]
    const [only, onlyThere] = [without(mine, theirs), without(theirs, mine)]
    if (only.length + onlyThere.length > 0) return { element, one: only, other: onlyThere }
  }
  return undefined
}

const whatAt = (facts: readonly Fact[], element: string): readonly string[] =>
  facts.filter((fact) => fact.element === element).map(({ what }) => what)

/** What is left of a list when each of the other's items is taken away once. */
function without(list: readonly string[], taken: readonly string[]): readonly string[] {
  const rest = [...taken]
  return list.filter((item) => {
    const at = rest.indexOf(item)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
}

function atTheEnd(one: InstanceState | undefined, other: InstanceState | undefined): Difference | undefined {
  const [mine, theirs] = [standing(one), standing(other)]
  if (mine === theirs) return undefined
  return { step: undefined, element: undefined, one: [mine], other: [theirs] }
}

/** The status, and what the case knows where it is still running. */
const standing = (state: InstanceState | undefined): string =>
  written({
    status: state?.status,
    variables: Object.values(state?.elements ?? {})
      .flatMap(({ element, variables }) => (variables ? [written({ element, variables })] : []))
      .toSorted(),
  })

/** As JSON with the names of each object in order: two executors may have set them in different ones. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
