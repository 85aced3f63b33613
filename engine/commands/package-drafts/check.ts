/** What stands against a draft, as deploying it would say now: judged beside the server, with the shared packages in force. */
import type { Actor } from '../../core/actor.ts'
import type { AgencyId } from '../../core/ids.ts'
import { bytesOf } from '../../core/package/draft-files.ts'
import type { PackageFiles } from '../../core/package/files.ts'
import { isProblem, type Finding, type Problem } from '../../core/problem.ts'
import type { EngineDeps } from '../../deps.ts'
import { getPackageDraft } from './read.ts'

export async function checkPackageDraft(
  deps: EngineDeps,
  actor: Actor,
  id: string,
): Promise<readonly Finding[] | Problem> {
  const found = await getPackageDraft(deps, actor, id)
  return isProblem(found) ? found : findingsOn(deps, actor.agency, bytesOf(found.files))
}

/** Errors, or the warnings of what is sound. */
export async function findingsOn(deps: EngineDeps, agency: AgencyId, files: PackageFiles): Promise<readonly Finding[]> {
  if (deps.gate) return deps.gate.findings(agency, [files])
  const checked = await deps.definitions.check([files])
  return checked.ok ? checked.packages.flatMap((one) => one.package.warnings) : checked.findings
}
