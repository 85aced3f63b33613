/**
 * Where an answer is kept: each variable in the nearest scope that has one of that name, else with the whole process.
 */
import type { LocalId } from '../../../core/ids.ts'
import type { JsonObject, JsonValue } from '../../../core/json.ts'
import { Failure } from '../failure.ts'
import type { Run } from '../run.ts'
import { bytesOf } from '../state/bytes.ts'
import { scopesFrom, type Visit } from '../visit.ts'

/** Sets each variable in the scope it belongs to, seen from `from`. */
export function merge(run: Run, from: LocalId, values: JsonObject): void {
  run.effort.copy(values)
  const scopes = [...scopesFrom(run.draft, from)]
  const placed = new Map<LocalId, Record<string, JsonValue>>()
  for (const [name, value] of Object.entries(values)) {
    const { id } = homeOf(scopes, name)
    const there = placed.get(id)
    if (there) there[name] = value
    else placed.set(id, { [name]: value })
  }
  for (const [scope, there] of placed) {
    run.effort.copy(run.draft.element(scope).variables ?? {})
    run.emit({ kind: 'variablesSet', scope, values: there })
  }
}

/** Why these variables do not fit into the instance any more, or nothing where they do. */
export function noRoom(visit: Visit, from: LocalId | undefined, values: JsonObject): Failure | undefined {
  const { run } = visit
  const most = run.ctx.limits.variables
  if (run.draft.bytes() + bytesOf(values) <= most) return undefined
  const bytes = run.draft.bytes() + bytesOf(values) - replacedBytes(run, from, values)
  if (bytes <= most) return undefined
  return new Failure(
    'limit',
    `Expected at most ${most} bytes of variables in the instance, but ${visit.element.id} brings them to ${bytes}; keep large data as documents`,
  )
}

type Scope = ReturnType<typeof scopesFrom> extends Generator<infer S> ? S : never

function homeOf(scopes: readonly Scope[], name: string): Scope {
  const home = scopes.find(({ variables }) => variables && Object.hasOwn(variables, name)) ?? scopes.at(-1)
  if (!home) throw new Error(`Expected a scope for the variable ${name}`)
  return home
}

function replacedBytes(run: Run, from: LocalId | undefined, values: JsonObject): number {
  const scopes = [...scopesFrom(run.draft, from)]
  let bytes = 0
  for (const name of Object.keys(values)) {
    const before = scopes.find(({ variables }) => variables && Object.hasOwn(variables, name))?.variables?.[name]
    if (before !== undefined) bytes += bytesOf({ [name]: before })
  }
  return bytes
}
