/**
 * What publishing means for applications under way, said before it is done: how many run on which version, that each keeps
 * its own to the end, and where one stands that the new version has no place for, so that it could not be taken over.
 */
import { bilingual } from '../../core/bilingual.ts'
import type { CheckedPackage } from '../../core/package/checked.ts'
import { agencyOf } from '../../core/policy/access.ts'
import type { Actor } from '../../core/actor.ts'
import { elementById, type Program } from '../../core/program.ts'
import type { Text } from '../../core/text.ts'
import type { EngineDeps } from '../../deps.ts'

export interface RunningVersion {
  readonly version: string
  /** Applications that run on it and go on running on it. */
  readonly running: number
  /** Steps where some of them stand that have no place in what is published. */
  readonly homeless: readonly Homeless[]
}

export interface Homeless {
  readonly process: string
  readonly element: string
  readonly name: Text
  readonly count: number
  /** gone: there is no such step any more. kind: it is another kind of step now. */
  readonly reason: 'gone' | 'kind'
}

/** @param target undefined where it cannot be read: then only counts are said */
export async function impactOf(
  deps: EngineDeps,
  actor: Actor,
  packageId: string,
  target: CheckedPackage | undefined,
): Promise<readonly RunningVersion[]> {
  const rows = await deps.store.deployments.list({ packageId })
  const versions = await Promise.all(
    rows.toReversed().map(async ({ version }): Promise<RunningVersion | undefined> => {
      const checked = await deps.definitions.package(packageId, version)
      return checked && versionOf(deps, actor, version, checked, target)
    }),
  )
  return versions.filter((it) => it !== undefined && it.running > 0).flatMap((it) => it ?? [])
}

async function versionOf(
  deps: EngineDeps,
  actor: Actor,
  version: string,
  checked: CheckedPackage,
  target: CheckedPackage | undefined,
): Promise<RunningVersion> {
  const begun = new Set([checked.workflow.start?.process, ...checked.starts.map((it) => it.processId)])
  let running = 0
  const homeless: Homeless[] = []
  for (const program of checked.programs.values()) {
    const loads = await deps.store.elementInstances.loads({ program: program.key, ...agencyOf(actor) })
    const whole = program.elements[0]?.id
    for (const { element, count } of loads) {
      if (element === whole && begun.has(program.processId)) running += count
      const reason = target && reasonAgainst(program, element, target)
      if (reason) {
        const name = bilingual(elementById(program, element)?.name ?? element)
        homeless.push({ process: program.processId, element, name, count, reason })
      }
    }
  }
  return { version, running, homeless }
}

function reasonAgainst(program: Program, id: string, target: CheckedPackage): Homeless['reason'] | undefined {
  const before = elementById(program, id)
  const process = target.programs.get(program.processId)
  const after = process && elementById(process, id)
  if (after === undefined) return 'gone'
  return before !== undefined && before.kind !== after.kind ? 'kind' : undefined
}
