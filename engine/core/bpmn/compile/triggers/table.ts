/** Which event definition becomes which trigger of a catching event. */
import type { Trigger } from '../../../program.ts'
import { definitionsOf, type Node } from '../../diagram.ts'
import type { ModdleElement } from '../../element.ts'
import { type Compiling, present } from '../kind.ts'
import { cancel } from './cancel.ts'
import { compensation } from './compensation.ts'
import { conditional } from './conditional.ts'
import { escalation } from './escalation.ts'
import { error } from './error.ts'
import { link } from './link.ts'
import { message } from './message.ts'
import { signal } from './signal.ts'
import { timer } from './timer.ts'

const TRIGGERS: Readonly<Record<string, (node: Node, definition: ModdleElement, compiling: Compiling) => Trigger>> = {
  'bpmn:TimerEventDefinition': timer,
  'bpmn:MessageEventDefinition': message,
  'bpmn:SignalEventDefinition': signal,
  'bpmn:ConditionalEventDefinition': conditional,
  'bpmn:ErrorEventDefinition': error,
  'bpmn:EscalationEventDefinition': escalation,
  'bpmn:CompensateEventDefinition': compensation,
  'bpmn:CancelEventDefinition': cancel,
  'bpmn:LinkEventDefinition': link,
}

export function compiledTrigger(node: Node, compiling: Compiling): Trigger {
  const definition = present(definitionsOf(node)[0], 'a trigger', node)
  return present(TRIGGERS[definition.$type], 'a trigger that can be caught', node)(node, definition, compiling)
}
