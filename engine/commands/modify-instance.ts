/** An operator moves an application by hand; see core/modification.ts for what that means. */
import type { Actor } from '../core/actor.ts'
import type { InstanceId } from '../core/ids.ts'
import type { Instruction } from '../core/modification.ts'
import type { Problem } from '../core/problem.ts'
import type { EngineDeps } from '../deps.ts'
import type { Moved } from '../transition.ts'
import { reservedIn } from './answers.ts'
import { noSuchInstance } from '../core/policy/access.ts'
import { onInstance } from './incidents.ts'

export interface Modification {
  readonly reason: string
  readonly instructions: readonly Instruction[]
}

export function modifyInstance(
  deps: EngineDeps,
  actor: Actor,
  instance: InstanceId,
  { reason, instructions }: Modification,
): Promise<Moved | Problem> {
  const named = instructions.flatMap((one) => ('variables' in one ? Object.keys(one.variables ?? {}) : []))
  return onInstance(
    deps,
    actor,
    instance,
    noSuchInstance,
    () => reservedIn(named) ?? { kind: 'modify', reason, instructions },
  )
}
