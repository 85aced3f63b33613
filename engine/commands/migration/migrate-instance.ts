/** One application goes over to another version of its service, or is only asked whether it could. */
import type { Actor } from '../../core/actor.ts'
import { programParts, type InstanceId, type ProgramKey } from '../../core/ids.ts'
import type { InstanceState } from '../../core/instance.ts'
import type { Migration } from '../../core/migration.ts'
import { mayOperate, noSuchInstance } from '../../core/policy/access.ts'
import { isProblem, type Problem } from '../../core/problem.ts'
import type { Change } from '../../core/change.ts'
import type { InstanceRow } from '../../core/instance-row.ts'
import type { EngineDeps } from '../../deps.ts'
import { decide, transition, type Moved } from '../../transition.ts'
import { stepOf, wayOf, type Step, type Way } from './way.ts'

export interface MigrateRequest extends Partial<Migration> {
  /** Version of its package. */
  readonly to: string
  /** Say whether it can, and change nothing. */
  readonly dryRun?: boolean
}

/** The version it is at now, or would be at. */
export interface Migrated {
  readonly program: ProgramKey
  readonly changed: boolean
}

export async function migrateInstance(
  deps: EngineDeps,
  actor: Actor,
  instance: InstanceId,
  { to, dryRun = false, ...asked }: MigrateRequest,
): Promise<Migrated | Problem> {
  const row = await deps.store.instances.get(instance)
  if (row === undefined) return noSuchInstance
  const refused = mayOperate(actor, row)
  if (refused) return refused
  const { packageId, version: from } = programParts(row.program)
  const way = await wayOf(deps, { ...asked, packageId, from, to })
  if (isProblem(way)) return way
  if (dryRun) {
    const program = await wouldMigrate(deps, row, way)
    return isProblem(program) ? program : { program, changed: false }
  }
  const moved = await migrateAlong(deps, actor, instance, way)
  return isProblem(moved) ? moved : { program: moved.state.program, changed: true }
}

/** Every reason against it, or the program it would be at. */
export async function wouldMigrate(deps: EngineDeps, row: InstanceRow, way: Way): Promise<ProgramKey | Problem> {
  const state = JSON.parse(row.state) as InstanceState
  const step = await stepOf(deps, way, state)
  if (isProblem(step)) return step
  const decided = await decide(deps, state, step.command, deps.clock.now())
  return isProblem(decided) ? decided : decided.state.program
}

/** @param changes what is written with it */
export function migrateAlong(
  deps: EngineDeps,
  actor: Actor,
  instance: InstanceId,
  way: Way,
  changes: readonly Change[] = [],
): Promise<Moved | Problem> {
  let step: Step | undefined
  return transition(deps, {
    instance,
    actor,
    missing: noSuchInstance,
    async command(row, state) {
      const refused = mayOperate(actor, row)
      if (refused) return refused
      const next = await stepOf(deps, way, state)
      if (isProblem(next)) return next
      step = next
      return step.command
    },
    untaken: () => step?.untaken ?? [],
    changes,
  })
}
