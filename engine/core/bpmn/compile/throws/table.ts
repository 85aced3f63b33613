/** Which event definition becomes which throw of a throwing event. */
import type { SingleThrow, Throw } from '../../../program.ts'
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

type Compiler = (node: Node, definition: ModdleElement, compiling: Compiling) => SingleThrow

const THROWS: Readonly<Record<string, Compiler>> = {
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
  const throws = definitionsOf(node).map((definition) =>
    present(THROWS[definition.$type], 'a throw that is known', node)(node, definition, compiling),
  )
  if (throws.length < 2) return throws[0]
  return { kind: 'multiple', throws: throws.toSorted((one, other) => placeOf(one) - placeOf(other)) }
}

/** What ends the path comes after what is only told; otherwise the order of the file. */
const LAST: readonly SingleThrow['kind'][] = ['escalation', 'error', 'terminate']
const placeOf = ({ kind }: SingleThrow): number => LAST.indexOf(kind)
