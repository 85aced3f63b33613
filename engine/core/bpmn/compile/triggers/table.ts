/** Which event definition becomes which trigger of a catching event. */
import type { SingleTrigger, Trigger } from '../../../program.ts'
import { definitionsOf, type Node } from '../../diagram.ts'
import { isSet, type ModdleElement } from '../../element.ts'
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

type Compiler = (node: Node, definition: ModdleElement, compiling: Compiling) => SingleTrigger

const TRIGGERS: Readonly<Record<string, Compiler>> = {
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
  const triggers = definitionsOf(node).map((definition) =>
    present(TRIGGERS[definition.$type], 'a trigger that can be caught', node)(node, definition, compiling),
  )
  if (triggers.length > 1) return { kind: 'multiple', triggers, parallel: isSet(node.element, 'parallelMultiple') }
  return present(triggers[0], 'a trigger', node)
}
