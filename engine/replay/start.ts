/** How an application began, asked again of another version: with the same answers, and that version's own constants. */
import { PROCESS } from '../core/instance.ts'
import type { CommandOf } from '../core/command.ts'
import type { Event } from '../core/event.ts'
import type { ProgramKey } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import { elementById, type Program } from '../core/program.ts'

/**
 * @param constants what the title page of the other version gives every application
 * @returns undefined where it did not begin by itself, but as the continuation of another one
 */
export function startOf(
  events: readonly Event[],
  program: ProgramKey,
  changed: Program,
  constants: JsonObject,
): CommandOf<'start'> | undefined {
  const started = events.find((event) => event.kind === 'instanceStarted')
  const process = events.find((event) => event.kind === 'elementActivated' && event.id === PROCESS)
  const begun = events.find((event) => event.kind === 'elementActivated' && event.scope === PROCESS)
  const message = events.find((event) => event.kind === 'messageCorrelated')
  if (started?.kind !== 'instanceStarted' || process?.kind !== 'elementActivated' || started.restarts) return undefined
  const element = begun?.kind === 'elementActivated' ? begun : undefined
  const isNamed = element !== undefined && isTriggered(changed, element.element)
  return {
    kind: 'start',
    id: started.id,
    agency: started.agency,
    reference: started.reference,
    program,
    variables: { ...process.variables, ...constants },
    ...(isNamed && { startElement: element.element }),
    ...(isNamed && element.variables && { payload: element.variables }),
    ...(message?.kind === 'messageCorrelated' && { messageId: message.messageId }),
  }
}

/** A start event that something sets off has to be named; the none start event is where it begins anyway. */
function isTriggered(program: Program, id: string): boolean {
  const element = elementById(program, id)
  return element === undefined || (element.kind === 'startEvent' && element.trigger !== undefined)
}
