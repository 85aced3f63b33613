/** The timeline of an application that a package's own test takes as far as so many of its steps. */
import type { CheckedPackage } from '../../engine/core/package/package.ts'
import { programParts, type UserId } from '../../engine/core/ids.ts'
import { timelineOf, type Timeline, type Told } from '../../engine/core/timeline/timeline.ts'
import type { Judgements } from '../../engine/definitions.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { runTrial } from '../../engine/trial/trial.ts'
import { checkedPackages, scenarios, withShared } from '../workflows/shelf.ts'

const judgements: Judgements = new Map()
const packages = new Map<string, CheckedPackage>()
for (const one of await checkedPackages()) packages.set(`${one.workflow.id}@${one.workflow.version}`, one)

export const drawing: Told['drawing'] = (key) => {
  const { packageId, version, processId } = programParts(key)
  const found = packages.get(`${packageId}@${version}`)
  const program = found?.programs.get(processId)
  return found && program && { program, workflow: found.workflow }
}

/** @param test file name without its ending @param more what connectors would have kept */
export async function told(
  packageId: string,
  test: string,
  steps?: number,
  more: Partial<Told> = {},
): Promise<Timeline> {
  const found = scenarios().find(
    (one) => one.packageId === packageId && one.name.startsWith(`tests/${test}.test.json:`),
  )
  if (!found) throw new Error(`Expected a test ${test} of ${packageId}`)
  const { scenario } = found
  const store = openSqlite({ file: ':memory:' })
  const kept = new Proxy(store, { get: (at, key) => (key === 'close' ? async () => undefined : Reflect.get(at, key)) })
  try {
    const { state } = await runTrial(
      { openStore: () => kept, executor: kernel, packages: withShared(packageId), packageId, judgements },
      { ...scenario, ...(steps === undefined ? {} : { steps: scenario.steps?.slice(0, steps) ?? [] }) },
    )
    if (!state) throw new Error(`Expected ${test} to begin an application`)
    return timelineOf({
      instance: state.id,
      applicant: (scenario.start.applicant ?? '900000001') as UserId,
      records: await store.instances.history(state.id),
      documents: [],
      charges: [],
      refunds: [],
      drawing,
      ...more,
    })
  } finally {
    await store.close()
  }
}
