/** An operator holds one application, and lets it go on; see core/suspension.ts for what that means. */
import type { Actor } from '../core/actor.ts'
import type { InstanceId } from '../core/ids.ts'
import { noSuchInstance } from '../core/policy/access.ts'
import type { Problem } from '../core/problem.ts'
import type { EngineDeps } from '../deps.ts'
import type { Moved } from '../transition.ts'
import { onInstance } from './incidents.ts'

export function suspendInstance(
  deps: EngineDeps,
  actor: Actor,
  instance: InstanceId,
  reason: string,
): Promise<Moved | Problem> {
  return onInstance(deps, actor, instance, noSuchInstance, () => ({ kind: 'suspend', source: 'instance', reason }))
}

export function resumeInstance(
  deps: EngineDeps,
  actor: Actor,
  instance: InstanceId,
  reason: string,
): Promise<Moved | Problem> {
  return onInstance(deps, actor, instance, noSuchInstance, () => ({ kind: 'resume', source: 'instance', reason }))
}
