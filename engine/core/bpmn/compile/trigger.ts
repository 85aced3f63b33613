/** What sets an event off: a timer, a message, an error. */
import type { BoundaryTrigger, MessageDefinition, TimerDefinition } from '../../program.ts'
import { triggerOf, type Node } from '../diagram.ts'
import { childOf, extensionOf, propertiesOf, textOf, type ModdleElement } from '../element.ts'
import { compiled } from '../expression.ts'
import { present } from './kind.ts'

export function timerOf(node: Node): TimerDefinition {
  const trigger = triggerOf(node)
  const read = (name: string) => {
    const holder = childOf(trigger, name)
    return holder === undefined ? undefined : compiled(textOf(holder, 'body')?.trim() ?? '')
  }
  const at = read('timeDate')
  if (at) return { kind: 'date', at }
  const after = read('timeDuration')
  if (after) return { kind: 'duration', after }
  return { kind: 'cycle', every: present(read('timeCycle'), 'a timer', node) }
}

/** @param holder the event definition or receive task that refers to the message */
export function messageOf(node: Node, holder: ModdleElement | undefined): MessageDefinition {
  const message = childOf(holder, 'messageRef')
  const name = compiled(present(textOf(message, 'name'), 'a message name', node))
  const key = textOf(extensionOf(message, 'zeebe:Subscription'), 'correlationKey')
  return key === undefined ? { name } : { name, correlationKey: compiled(key) }
}

export function eventTriggerOf(node: Node): BoundaryTrigger {
  const trigger = present(triggerOf(node), 'a trigger', node)
  if (trigger.$type === 'bpmn:TimerEventDefinition') return { kind: 'timer', timer: timerOf(node) }
  if (trigger.$type === 'bpmn:MessageEventDefinition') return { kind: 'message', message: messageOf(node, trigger) }
  const code = textOf(childOf(trigger, 'errorRef'), 'errorCode')
  const codeVariable = propertiesOf(node.element).get('masar:errorCodeVariable')
  const messageVariable = propertiesOf(node.element).get('masar:errorMessageVariable')
  return {
    kind: 'error',
    ...(code === undefined ? {} : { code }),
    ...(codeVariable === undefined ? {} : { codeVariable }),
    ...(messageVariable === undefined ? {} : { messageVariable }),
  }
}
