/** Events: where a case begins, waits, tells and ends. */
import { attachedTo, definitionsOf, isEventSubProcess, type Node } from '../diagram.ts'
import { isSet } from '../element.ts'
import type { Compiling, Kind } from './kind.ts'
import { compiledThrow } from './throws/table.ts'
import { compiledTrigger } from './triggers/table.ts'

export function startEvent(node: Node, compiling: Compiling): Kind {
  if (definitionsOf(node).length === 0) return { kind: 'startEvent' }
  const trigger = compiledTrigger(node, compiling)
  return isEventSubProcess(node.parent)
    ? { kind: 'eventStart', trigger, interrupting: isSet(node.element, 'isInterrupting') }
    : { kind: 'startEvent', trigger }
}

export function endEvent(node: Node, compiling: Compiling): Kind {
  const throws = compiledThrow(node, compiling)
  return throws ? { kind: 'endEvent', throws } : { kind: 'endEvent' }
}

export const intermediateCatchEvent = (node: Node, compiling: Compiling): Kind => ({
  kind: 'catchEvent',
  trigger: compiledTrigger(node, compiling),
})

export function intermediateThrowEvent(node: Node, compiling: Compiling): Kind {
  const throws = compiledThrow(node, compiling)
  return throws ? { kind: 'throwEvent', throws } : { kind: 'throwEvent' }
}

export function boundaryEvent(node: Node, compiling: Compiling): Kind {
  return {
    kind: 'boundaryEvent',
    attachedTo: compiling.indexOf(attachedTo(node)),
    interrupting: isSet(node.element, 'cancelActivity'),
    trigger: compiledTrigger(node, compiling),
  }
}
