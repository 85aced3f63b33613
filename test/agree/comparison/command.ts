/** What happens to the reference, as a command to an executor. */
import type { Command } from '../../../engine/core/command.ts'
import { localEntries, type AgencyId, type InstanceId, type LocalId, type Reference } from '../../../engine/core/ids.ts'
import type { InstanceState } from '../../../engine/core/instance.ts'
import type { JsonObject } from '../../../engine/core/json.ts'
import type { Program } from '../../../engine/core/program.ts'
import type { Action } from '../reference/answer.ts'
import type { Trace } from './trace.ts'

const ID = '01JDA0000000000000000000AA' as InstanceId

export const starting = (program: Program, variables: JsonObject): Command => ({
  kind: 'start',
  id: ID,
  agency: 'moj' as AgencyId,
  reference: '2026-TEST' as Reference,
  program: program.key,
  variables,
})

/** Nothing, where the executor does not wait for this. */
export function commandFor(action: Action, trace: Trace, state: InstanceState, turn: number): Command | undefined {
  if (action.kind === 'cancel') return { kind: 'cancel', reason: 'withdrawn' }
  if (action.kind === 'set')
    return { kind: 'setVariables', scope: '1' as LocalId, variables: action.variables as JsonObject }
  if (action.kind === 'signal') {
    const { name } = action
    const waits = localEntries(state.waits).flatMap(([id, wait]) =>
      wait.kind === 'signal' && wait.name === name ? [id] : [],
    )
    return { kind: 'broadcastSignal', name, variables: action.variables as JsonObject, waits }
  }
  if (action.kind === 'choose') {
    const at = trace.instance(action.at)
    return at && { kind: 'activateAdHoc', id: at, elements: action.steps.map((element) => ({ element })) }
  }
  const id = action.kind === 'retry' ? trace.incident(state, action.at) : trace.waits(state).get(action.wait)
  return id === undefined ? undefined : toward(action, id, turn)
}

function toward(
  action: Exclude<Action, { kind: 'cancel' | 'signal' | 'set' | 'choose' }>,
  id: LocalId,
  turn: number,
): Command {
  switch (action.kind) {
    case 'complete': {
      const variables = action.variables as JsonObject
      return action.wait.startsWith('task ')
        ? { kind: 'completeTask', id, variables }
        : { kind: 'completeJob', id, variables }
    }
    case 'fail':
      return { kind: 'failJob', id, retries: action.retries, due: 0, reason: 'the line is down' }
    case 'error': {
      const variables = action.variables as JsonObject
      return { kind: 'throwJobError', id, code: action.code, message: 'refused', variables }
    }
    case 'timer':
      return { kind: 'triggerTimer', id }
    case 'message':
      return { kind: 'correlateMessage', id, messageId: `m-${String(turn)}`, variables: action.variables as JsonObject }
    case 'retry':
      return { kind: 'resolveIncident', id, retries: 2 }
  }
}
