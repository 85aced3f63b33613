/** A package as it would be if its agency decided otherwise: the constants of its title page with those of the scenario over them. */
import type { JsonObject } from '../core/json.ts'
import type { PackageFiles } from '../core/package/files.ts'

const TITLE_PAGE = 'workflow.json'

export function withPolicy(files: PackageFiles, packageId: string, policy: JsonObject | undefined): PackageFiles {
  const bytes = files.get(TITLE_PAGE)
  if (policy === undefined || bytes === undefined) return files
  const workflow = JSON.parse(new TextDecoder().decode(bytes)) as JsonObject
  if (workflow['id'] !== packageId) return files
  const changed = { ...workflow, policy: { ...(workflow['policy'] as JsonObject | undefined), ...policy } }
  return new Map(files).set(TITLE_PAGE, new TextEncoder().encode(JSON.stringify(changed)))
}
