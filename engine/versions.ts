/**
 * Which version a call takes that is not bound to one when it is deployed: the highest in force, or the highest that has
 * a version tag. Looked up before a step is decided, so that deciding is the same whenever it is done again.
 */
import { programParts, type ProgramKey } from './core/ids.ts'
import type { CheckedPackage } from './core/package/package.ts'
import type { CallBinding, Library, Program } from './core/program.ts'
import type { DeploymentRow } from './core/deployment.ts'

type Bound = NonNullable<Library['bound']>

export interface Versions {
  /** @param late packages of which another version may be called, and those that these may call in turn */
  of(late: readonly string[]): Promise<Bound>
}

/** @param list versions of a package, lowest first */
export function versionsInForce(
  list: (packageId: string) => Promise<readonly DeploymentRow[]>,
  find: (id: string, version: string) => Promise<CheckedPackage | undefined>,
): Versions {
  async function load(packageId: string): Promise<readonly CheckedPackage[]> {
    const rows = await list(packageId)
    const packages = await Promise.all(rows.toReversed().map(({ version }) => find(packageId, version)))
    return packages.filter((one) => one !== undefined)
  }

  return {
    async of(late) {
      const known = new Map<string, readonly CheckedPackage[]>()
      const open = [...late]
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (known.has(id)) continue
        const packages = await load(id)
        known.set(id, packages)
        open.push(...packages.flatMap((one) => one.late))
      }
      return (key, binding) => newest(known, key, binding)
    },
  }
}

function newest(
  known: ReadonlyMap<string, readonly CheckedPackage[]>,
  key: ProgramKey,
  binding: CallBinding,
): Program | undefined {
  const { packageId, processId } = programParts(key)
  const programs = (known.get(packageId) ?? []).flatMap((one) => one.programs.get(processId) ?? [])
  return binding.kind === 'latest' ? programs[0] : programs.find(({ versionTag }) => versionTag === binding.tag)
}
