/** Which event definition becomes which throw of a throwing event. */
import type { Throw } from '../../../program.ts'
import { definitionsOf, type Node } from '../../diagram.ts'
import type { ModdleElement } from '../../element.ts'
import { type Compiling, present } from '../kind.ts'
import { cancel } from './cancel.ts'
import { compensation } from './compensation.ts'
import { escalation } from './escalation.ts'
import { error } from './error.ts'
import { link } from './link.ts'
import { message } from './message.ts'
import { signal } from './signal.ts'
import { terminate } from './terminate.ts'

const THROWS: Readonly<Record<string, (node: Node, definition: ModdleElement, compiling: Compiling) => Throw>> = {
  'bpmn:MessageEventDefinition': message,
  'bpmn:SignalEventDefinition': signal,
  'bpmn:ErrorEventDefinition': error,
  'bpmn:EscalationEventDefinition': escalation,
  'bpmn:TerminateEventDefinition': terminate,
  'bpmn:CompensateEventDefinition': compensation,
  'bpmn:CancelEventDefinition': cancel,
  'bpmn:LinkEventDefinition': link,
}

/** Nothing for a none event. */
export function compiledThrow(node: Node, compiling: Compiling): Throw | undefined {
  const [definition] = definitionsOf(node)
  if (definition === undefined) return undefined
  return present(THROWS[definition.$type], 'a throw that is known', node)(node, definition, compiling)
}
