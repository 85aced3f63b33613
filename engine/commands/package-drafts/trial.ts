/** A draft tried by who writes it, as it is saved now: one application taken step by step, or all its tests. */
import type { Actor } from '../../core/actor.ts'
import { bytesOf } from '../../core/package/draft-files.ts'
import { isProblem, unavailable, type Problem } from '../../core/problem.ts'
import type { TrialAnswer, TrialRequest } from '../../core/trial/trials.ts'
import type { EngineDeps } from '../../deps.ts'
import { getPackageDraft } from './read.ts'

export async function tryPackageDraft(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  request: TrialRequest,
): Promise<TrialAnswer | Problem> {
  const found = await getPackageDraft(deps, actor, id)
  if (isProblem(found)) return found
  if (deps.trials === undefined)
    return unavailable('trial.nowhere', 'Expected a place where drafts are tried, but this server has none')
  return deps.trials.run(found.draft.agency, bytesOf(found.files), request)
}
