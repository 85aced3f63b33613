/**
 * A procedure as places and transitions, for counting tokens: one place for each element, one for each flow into a join.
 *
 * An activity whose deadlines may each pass once without interrupting it has a place for every set of them that passed:
 * so nothing passes twice unless the activity begins again.
 */
import type { Element, ElementOf, Program, Trigger } from '../../../core/program.ts'
import { startsIn } from '../../../core/starts.ts'
import { isJoin } from './join.ts'
import type { Transition } from './together.ts'

export interface Net {
  readonly places: number
  readonly transitions: readonly Transition[]
  /** Places that are filled at once when a scope begins; one that may be filled any number of times stands twice. */
  readonly together: readonly (readonly number[])[]
  /** Where a token at this element may be. */
  placesOf(element: Element): readonly number[]
}

type Boundary = ElementOf<'boundaryEvent'>

/** Sets of more would be too many; such an activity counts as if its deadlines could pass again and again. */
const MOST_DEADLINES = 4

export function netOf(program: Program): Net {
  const { elements, flows } = program
  let places = elements.length + flows.length
  const sets = new Map(
    elements.map((element) => {
      const count = 2 ** onceOnly(program, element).length
      const first = places
      places += count - 1
      return [element.index, [element.index, ...Array.from({ length: count - 1 }, (_, at) => first + at)]] as const
    }),
  )
  const placesOf = ({ index }: Element): readonly number[] => sets.get(index) ?? [index]
  const transitions = elements.flatMap((element) => {
    const from = placesOf(element)
    return [
      ...from.flatMap((place) => leaving(program, element, place)),
      ...joining(program, element),
      ...happening(program, element, from),
    ]
  })
  return { places, transitions, together: [...beginnings(program), ...repeated(program)], placesOf }
}

/** The place of a flow into a join. */
export const flowPlace = ({ elements }: Program, flow: number): number => elements.length + flow

function leaving(program: Program, { kind, outgoing }: Element, from: number): readonly Transition[] {
  const targets = outgoing.flatMap((flow) => targetOf(program, flow))
  const isChoice = kind === 'exclusiveGateway' || kind === 'eventBasedGateway'
  return isChoice ? targets.map((to) => ({ from: [from], to: [to] })) : [{ from: [from], to: targets }]
}

function targetOf(program: Program, flow: number): readonly number[] {
  const target = program.elements[program.flows[flow]?.to ?? -1]
  if (!target) return []
  return [isJoin(target) ? flowPlace(program, flow) : target.index]
}

const joining = (program: Program, element: Element): readonly Transition[] =>
  isJoin(element) ? [{ from: element.incoming.map((flow) => flowPlace(program, flow)), to: [element.index] }] : []

/** What its boundary events do to an activity, from each of its places. */
function happening(program: Program, element: Element, places: readonly number[]): readonly Transition[] {
  const once = onceOnly(program, element)
  return boundariesOf(program, element).flatMap((event) => {
    const bit = 2 ** once.indexOf(event)
    return places.flatMap((place, set): readonly Transition[] => {
      if (event.interrupting) return [{ from: [place], to: [event.index] }]
      if (!once.includes(event)) return [{ from: [place], to: [place, event.index] }]
      const then = places[set + bit]
      return Math.floor(set / bit) % 2 === 1 || then === undefined ? [] : [{ from: [place], to: [then, event.index] }]
    })
  })
}

const boundariesOf = ({ elements }: Program, { boundaries }: Element): readonly Boundary[] =>
  boundaries.flatMap((index) => {
    const event = elements[index]
    return event?.kind === 'boundaryEvent' ? [event] : []
  })

function onceOnly(program: Program, element: Element): readonly Boundary[] {
  const once = boundariesOf(program, element).filter((it) => !it.interrupting && !isRepeated(it.trigger))
  return once.length > MOST_DEADLINES ? [] : once
}

/** Starts that all get a token, in each scope. */
function beginnings(program: Program): readonly (readonly number[])[] {
  const scopes = program.elements.filter(({ index }) => program.elements.some(({ parent }) => parent === index))
  return scopes.map(({ index }) => {
    const starts = startsIn(program, index)
    const isChoice = index === 0 && starts.every(({ kind }) => kind === 'startEvent')
    return isChoice ? [] : starts.map((start) => start.index)
  })
}

const repeated = ({ elements }: Program): readonly (readonly number[])[] =>
  elements.flatMap((element) => {
    const event = element.kind === 'eventSubProcess' ? elements[element.start] : element
    if (event?.kind !== 'boundaryEvent' && event?.kind !== 'eventStart') return []
    if (element.kind === 'eventStart' || event.interrupting || !isRepeated(event.trigger)) return []
    return [[element.index, element.index]]
  })

const isRepeated = (trigger: Trigger): boolean => trigger.kind !== 'timer' || trigger.timer.kind === 'cycle'
