/**
 * An operator continues an application that has ended: a new one of the same version and for the same applicant, with
 * what the ended one knew, begins at the elements named. Who completed what there still counts where the law asks for two
 * pairs of eyes.
 */
import { humanNamed, type Actor } from '../core/actor.ts'
import { eventsOf } from '../core/history.ts'
import type { InstanceId } from '../core/ids.ts'
import { type InstanceState, PROCESS } from '../core/instance.ts'
import type { JsonObject } from '../core/json.ts'
import { mayOperate, noSuchInstance } from '../core/policy/access.ts'
import { conflict, type Problem } from '../core/problem.ts'
import type { EngineDeps } from '../deps.ts'
import { RESERVED_VARIABLES, reservedIn } from './answers.ts'
import { create, type Started } from './create-instance.ts'

export interface Restart {
  readonly reason: string
  /** Ids of elements. */
  readonly at: readonly string[]
  /** In place of those of the same name that the ended one knew last. */
  readonly variables?: JsonObject
}

export async function restartInstance(
  deps: EngineDeps,
  actor: Actor,
  instance: InstanceId,
  { reason, at, variables = {} }: Restart,
): Promise<Started | Problem> {
  const row = await deps.store.instances.get(instance)
  if (row === undefined) return noSuchInstance
  const refused = mayOperate(actor, row)
  if (refused) return refused
  if (row.endedAt === undefined)
    return conflict(
      'restart.running',
      `Expected an application that has ended, but ${row.reference} is ${row.status}; modify it instead`,
    )
  const reserved = reservedIn(Object.keys(variables))
  if (reserved) return reserved
  const found = await deps.definitions.packageOf(row.program)
  if (found === undefined) throw new Error(`Expected the package of ${row.program} to be deployed`)
  const known = await lastVariables(deps, instance)
  const actedFor = humanNamed(row.startedBy)
  return create(deps, actor, found, {
    program: row.program,
    variables: { ...known, ...variables },
    channel: 'api',
    restart: { of: instance, at, reason, completers: (JSON.parse(row.state) as InstanceState).completers },
    changes: [],
    ...(row.applicant === undefined ? {} : { applicant: row.applicant }),
    ...(actedFor === undefined ? {} : { actedFor }),
  })
}

/** What the whole application knew when it ended; what Masar fills itself is filled anew. */
async function lastVariables(deps: EngineDeps, instance: InstanceId): Promise<JsonObject> {
  let known: JsonObject = {}
  for (const record of await deps.store.instances.history(instance))
    for (const event of eventsOf(record)) {
      if (event.kind === 'elementActivated' && event.id === PROCESS) known = event.variables ?? {}
      if (event.kind === 'variablesSet' && event.scope === PROCESS) known = { ...known, ...event.values }
    }
  return Object.fromEntries(Object.entries(known).filter(([name]) => !RESERVED_VARIABLES.some((it) => it === name)))
}
