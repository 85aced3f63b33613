/**
 * A procedure as the library reads it, drawn from the program: no file and no text of an author reaches the library.
 *
 * Elements, flows and processes go by number: "0_3" is element 3 of the first program, "0f2" its flow 2, "p1" the second
 * program, one that is called. Conditions are asked of us by the number of their flow.
 */
import type { ProgramKey } from '../../../core/ids.ts'
import type { Element, Flow, Library, Loop, Program } from '../../../core/program.ts'
import { behaviour } from '../../kernel/elements/table.ts'
import { crowdedIn } from '../crowds/crowded.ts'
import { isJoin } from '../crowds/join.ts'
import type { Drawn } from './package.ts'

export const DEFINITION = 'd'

export interface Drawing {
  /** The program itself and all it calls, at the number that stands in the ids; those not deployed are missing. */
  readonly programs: readonly (Program | undefined)[]
  readonly source: Source
}

/** Of a form the library reads as well as what it makes of a file. */
export interface Source {
  readonly id: string
  readonly type: string
  readonly definition: { readonly id: string; readonly type: string }
  readonly processes: readonly Drawn[]
  readonly activities: readonly Drawn[]
  readonly sequenceFlows: readonly DrawnFlow[]
  readonly associations: readonly []
  readonly dataObjects: readonly []
  readonly dataStores: readonly []
  readonly messageFlows: readonly []
}

type DrawnFlow = Drawn & { readonly sourceId: string; readonly targetId: string; readonly isDefault?: boolean }

export const elementId = (program: number, index: number): string => `${program}_${index}`
export const flowId = (program: number, index: number): string => `${program}f${index}`
export const processId = (program: number): string => `p${program}`

/** Program and index in an element's or flow's id. */
export function numbers(id: string): readonly [number, number] {
  const [program = '', index = ''] = id.split(/[_f]/)
  return [Number(program), Number(index)]
}

export function drawingOf(root: Program, library: Library): Drawing {
  const keys = reached(root, library)
  const programs = keys.map((key) => programOf(key, root, library))
  const numberOf = (key: ProgramKey): number => keys.indexOf(key)
  const there = programs.flatMap((program, number) => (program ? [{ program, number }] : []))
  return {
    programs,
    source: {
      id: DEFINITION,
      type: 'bpmn:Definitions',
      definition: { id: DEFINITION, type: 'bpmn:Definitions' },
      processes: there.map(({ number }) => process(number)),
      activities: there.flatMap(({ program, number }) =>
        program.elements
          .slice(1)
          .map((element) => activity(element, number, numberOf, crowdedIn(program).has(element))),
      ),
      sequenceFlows: there.flatMap(({ program, number }) => program.flows.map((flow) => line(program, flow, number))),
      associations: [],
      dataObjects: [],
      dataStores: [],
      messageFlows: [],
    },
  }
}

/** The program itself and all that are deployed of those it calls. */
export const programsFrom = (root: Program, library: Library): readonly Program[] =>
  reached(root, library).flatMap((key) => programOf(key, root, library) ?? [])

const programOf = (key: ProgramKey, root: Program, library: Library): Program | undefined =>
  key === root.key ? root : library.program(key)

/** The root first; every call adds one more, whether it is deployed or not, so that numbers never change. */
function reached(root: Program, library: Library): readonly ProgramKey[] {
  const keys = [root.key]
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]
    const program = key && programOf(key, root, library)
    if (!program) continue
    for (const element of program.elements)
      if (element.kind === 'callActivity' && !keys.includes(element.called)) keys.push(element.called)
  }
  return keys
}

const process = (number: number): Drawn => ({
  id: processId(number),
  type: 'bpmn:Process',
  parent: { id: DEFINITION, type: 'bpmn:Definitions' },
  behaviour: { isExecutable: number === 0 },
})

/** Nothing begins by itself: the case says which start event has its token. */
function activity(element: Element, number: number, numberOf: (key: ProgramKey) => number, isCrowded: boolean): Drawn {
  const { loop } = element
  return {
    id: elementId(number, element.index),
    type: typeOf(element),
    parent: parentOf(element.parent, number),
    behaviour: {
      triggeredByEvent: true,
      ...(element.kind === 'callActivity' && { calledElement: processId(numberOf(element.called)) }),
      ...(loop && { loopCharacteristics: loopOf(loop) }),
      ...(isCrowded && !loop && { loopCharacteristics: { type: 'bpmn:Crowd', behaviour: {} } }),
    },
  }
}

/** The library counts the rounds; the case says how many there are, and when the last is done. */
function loopOf(loop: Loop) {
  if (loop.kind === 'standardLoop')
    return { type: 'bpmn:StandardLoopCharacteristics', behaviour: { isSequential: true, completionCondition: 'done' } }
  return {
    type: 'bpmn:MultiInstanceLoopCharacteristics',
    behaviour: { isSequential: loop.sequential, loopCardinality: 'items', completionCondition: 'done' },
  }
}

const parentOf = (parent: number, number: number): Drawn['parent'] =>
  parent === 0 ? { id: processId(number), type: 'bpmn:Process' } : { id: elementId(number, parent), type: 'bpmn:Scope' }

function typeOf(element: Element): string {
  if (element.kind === 'callActivity') return 'bpmn:Call'
  if (behaviour(element.kind).isScope) return 'bpmn:Scope'
  return isJoin(element) ? 'bpmn:Join' : 'bpmn:Node'
}

function line(program: Program, flow: Flow, number: number): DrawnFlow {
  const from = program.elements[flow.from]
  const isDefault = from && 'defaultFlow' in from && from.defaultFlow === flow.index
  return {
    id: flowId(number, flow.index),
    type: 'bpmn:Flow',
    parent: parentOf(from?.parent ?? 0, number),
    sourceId: elementId(number, flow.from),
    targetId: elementId(number, flow.to),
    ...(isDefault && { isDefault }),
    behaviour: flow.condition ? { conditionExpression: { body: `if:${flowId(number, flow.index)}` } } : {},
  }
}
