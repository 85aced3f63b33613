/** What an operator does when an application stands still: correct its variables, try again, or end it. */
import type { Actor } from '../core/actor.ts'
import { globalParts, localId, type InstanceId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import { agencyOf, mayOperate, noSuchInstance } from '../core/policy/access.ts'
import { conflict, invalid, isProblem, notFound, type Problem } from '../core/problem.ts'
import type { IncidentRow } from '../core/instance-row.ts'
import type { Page } from '../core/page.ts'
import type { EngineDeps } from '../deps.ts'
import { transition, type Moved } from '../transition.ts'
import { reservedIn } from './answers.ts'

export function listIncidents(
  deps: EngineDeps,
  actor: Actor,
  query: { readonly instance?: InstanceId; readonly after?: string; readonly limit: number },
): Promise<Page<IncidentRow>> {
  return deps.store.instances.incidents({ ...query, ...agencyOf(actor) })
}

/** @param retries new attempts for a job's incident, default 1. */
export async function resolveIncident(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  retries?: number,
): Promise<Moved | Problem> {
  const parts = globalParts(id)
  const missing = notFound(
    'incident.not-found',
    `Expected the id of an incident you may resolve, but there is none by this id`,
  )
  if (isProblem(parts)) return missing
  if (retries !== undefined && (!Number.isInteger(retries) || retries < 1 || retries > 100))
    return invalid('incident.retries', `Expected 1 to 100 new attempts, but found ${retries}`)
  return onInstance(deps, actor, parts.instance, missing, (state) =>
    state.incidents[parts.local] === undefined
      ? conflict('incident.closed', `Expected an open incident, but ${id} was resolved before`)
      : { kind: 'resolveIncident', id: parts.local, ...(retries === undefined ? {} : { retries }) },
  )
}

export function setVariables(
  deps: EngineDeps,
  actor: Actor,
  instance: InstanceId,
  variables: JsonObject,
  scope: string = '1',
): Promise<Moved | Problem> {
  return onInstance(deps, actor, instance, noSuchInstance, (state) => {
    const reserved = reservedIn(Object.keys(variables))
    if (reserved) return reserved
    const place = localId(scope)
    if (isProblem(place)) return place
    if (state.elements[place] === undefined)
      return conflict('variables.scope', `Expected a live element instance, but ${place} has ended`)
    return { kind: 'setVariables', scope: place, variables }
  })
}

export function cancelInstance(
  deps: EngineDeps,
  actor: Actor,
  instance: InstanceId,
  reason: string,
): Promise<Moved | Problem> {
  return onInstance(deps, actor, instance, noSuchInstance, () => ({ kind: 'cancel', reason }))
}

type Judge = Parameters<typeof transition>[1]['command']

/** A command to one application, by somebody who may operate on it. */
export function onInstance(
  deps: EngineDeps,
  actor: Actor,
  instance: InstanceId,
  missing: Problem,
  judge: (state: Parameters<Judge>[1]) => ReturnType<Judge>,
): Promise<Moved | Problem> {
  return transition(deps, {
    instance,
    actor,
    missing,
    command: (row, state) => mayOperate(actor, row, missing) ?? judge(state),
  })
}
