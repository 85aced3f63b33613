/** A step that begins once more while it is still being done: the second reminder while the first is being read. */
import type { Element, Program } from '../../../core/program.ts'
import { isJoin } from '../library/drawing.ts'
import type { Cannot } from './cannot.ts'
import { Crowds } from './crowds.ts'
import { flowPlace, netOf } from './net.ts'

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
  const net = netOf(program)
  const crowds = new Crowds(net.places, net.transitions)
  for (const places of net.together) crowds.together(places)
  const found = program.elements.filter((element) =>
    isJoin(element)
      ? element.incoming.some((flow) => crowds.isCrowded([flowPlace(program, flow)]))
      : waits(element) && crowds.isCrowded(net.placesOf(element)),
  )
  known.set(program, found)
  return found
}

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
