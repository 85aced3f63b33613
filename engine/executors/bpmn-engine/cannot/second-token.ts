/** A step that begins once more while it is still being done: the second reminder while the first is being read. */
import type { Element, Program, Trigger } from '../../../core/program.ts'
import { startsIn } from '../../../core/starts.ts'
import { isJoin } from '../library/drawing.ts'
import type { Cannot } from './cannot.ts'
import { Crowds, type Transition } from './crowds.ts'

/** An activity of the library has one run; a token that comes meanwhile waits in its queue (Activity, `inbound-q`). */
export const secondToken: Cannot = {
  name: 'second-token',
  reason: {
    en: 'bpmn-engine does an element for one token at a time and lets a further one wait; BPMN begins one more instance for each token (13.3.2)',
    ar: 'ينفّذ bpmn-engine العنصر لرمز واحد في كل مرة ويُبقي الرمز التالي منتظرًا، بينما يبدأ BPMN تنفيذًا جديدًا لكل رمز (13.3.2)',
  },
  neededBy: crowded,
}

const known = new WeakMap<Program, readonly Element[]>()

function crowded(program: Program): readonly Element[] {
  const before = known.get(program)
  if (before) return before
  const crowds = new Crowds(program.elements.length + program.flows.length, transitionsOf(program))
  for (const starts of beginnings(program)) crowds.together(starts)
  for (const element of program.elements)
    if (mayHappenAgain(program, element)) crowds.together([element.index, element.index])
  const found = program.elements.filter((element) =>
    isJoin(element)
      ? element.incoming.some((flow) => crowds.isCrowded(program.elements.length + flow))
      : waits(element) && crowds.isCrowded(element.index),
  )
  known.set(program, found)
  return found
}

/** Elements are places by their index, the flows into joins by theirs after them. */
function transitionsOf(program: Program): readonly Transition[] {
  return program.elements.flatMap((element) => [
    ...leaving(program, element),
    ...joining(program, element),
    ...happening(element),
  ])
}

function leaving(program: Program, { index, kind, outgoing }: Element): readonly Transition[] {
  const targets = outgoing.flatMap((flow) => placeOf(program, flow))
  const isChoice = kind === 'exclusiveGateway' || kind === 'eventBasedGateway'
  return isChoice ? targets.map((to) => ({ from: [index], to: [to] })) : [{ from: [index], to: targets }]
}

function placeOf({ elements, flows }: Program, flow: number): readonly number[] {
  const target = elements[flows[flow]?.to ?? -1]
  if (!target) return []
  return [isJoin(target) ? elements.length + flow : target.index]
}

const joining = ({ elements }: Program, element: Element): readonly Transition[] =>
  isJoin(element) ? [{ from: element.incoming.map((flow) => elements.length + flow), to: [element.index] }] : []

function happening(element: Element): readonly Transition[] {
  if (element.kind !== 'boundaryEvent') return []
  const { attachedTo, interrupting, index } = element
  return [{ from: [attachedTo], to: interrupting ? [index] : [attachedTo, index] }]
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

function mayHappenAgain({ elements }: Program, element: Element): boolean {
  const event = element.kind === 'eventSubProcess' ? elements[element.start] : element
  if (event?.kind !== 'boundaryEvent' && event?.kind !== 'eventStart') return false
  if (element.kind === 'eventStart' || event.interrupting) return false
  return isRepeated(event.trigger)
}

const isRepeated = (trigger: Trigger): boolean => trigger.kind !== 'timer' || trigger.timer.kind === 'cycle'

/** A token that only passes is gone before another comes. */
function waits(element: Element): boolean {
  switch (element.kind) {
    case 'startEvent':
    case 'eventStart':
    case 'boundaryEvent':
    case 'manualTask':
    case 'scriptTask':
    case 'businessRuleTask':
    case 'exclusiveGateway':
    case 'parallelGateway':
    case 'inclusiveGateway':
      return false
    case 'endEvent':
    case 'throwEvent':
      return element.throws?.kind === 'message' && element.throws.send.kind === 'job'
    case 'sendTask':
      return element.send.kind === 'job'
    default:
      return true
  }
}
