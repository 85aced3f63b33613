/** Events: where a case begins, waits, tells and ends. */
import { attachedTo, isEventSubProcess, triggerOf, type Node } from '../diagram.ts'
import { childOf, isSet, textOf } from '../element.ts'
import { present, type Compiling, type Kind } from './kind.ts'
import { sendOf } from './send.ts'
import { eventTriggerOf, messageOf, timerOf } from './trigger.ts'

export function startEvent(node: Node): Kind {
  const trigger = triggerOf(node)
  if (isEventSubProcess(node.parent))
    return { kind: 'eventStart', trigger: eventTriggerOf(node), interrupting: isSet(node.element, 'isInterrupting') }
  if (trigger === undefined) return { kind: 'noneStart' }
  if (trigger.$type === 'bpmn:TimerEventDefinition') return { kind: 'timerStart', timer: timerOf(node) }
  const { name } = messageOf(node, trigger)
  return { kind: 'messageStart', message: { name } }
}

export function endEvent(node: Node): Kind {
  const trigger = triggerOf(node)
  switch (trigger?.$type) {
    case 'bpmn:TerminateEventDefinition':
      return { kind: 'terminateEnd' }
    case 'bpmn:ErrorEventDefinition':
      return {
        kind: 'errorEnd',
        code: present(textOf(childOf(trigger, 'errorRef'), 'errorCode'), 'an error code', node),
      }
    case 'bpmn:MessageEventDefinition':
      return { kind: 'messageEnd', send: sendOf(node, trigger) }
    default:
      return { kind: 'noneEnd' }
  }
}

export function intermediateCatchEvent(node: Node): Kind {
  const trigger = present(triggerOf(node), 'a trigger', node)
  return trigger.$type === 'bpmn:TimerEventDefinition'
    ? { kind: 'timerCatch', timer: timerOf(node) }
    : { kind: 'messageCatch', message: messageOf(node, trigger) }
}

export function intermediateThrowEvent(node: Node): Kind {
  const trigger = triggerOf(node)
  return trigger === undefined ? { kind: 'noneThrow' } : { kind: 'messageThrow', send: sendOf(node, trigger) }
}

export function boundaryEvent(node: Node, compiling: Compiling): Kind {
  return {
    kind: 'boundaryEvent',
    attachedTo: compiling.indexOf(attachedTo(node)),
    interrupting: isSet(node.element, 'cancelActivity'),
    trigger: eventTriggerOf(node),
  }
}
