import { expect, test, vi } from 'vitest'
import type { OpenedJob } from '../../engine/core/event.ts'
import { eventsOf } from '../../engine/core/history.ts'
import type { InstanceId } from '../../engine/core/ids.ts'
import type { Judgements } from '../../engine/definitions.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { runTrial } from '../../engine/trial/trial.ts'
import { refusal } from './outside.ts'
import { scenarios, withShared } from './shelf.ts'

/** Three days of a payer who does not answer are several thousand looks at the charge. */
vi.setConfig({ testTimeout: 60_000 })

const judgements: Judgements = new Map()

test.each(scenarios())('$name', async ({ packageId, scenario }) => {
  const store = openSqlite({ file: ':memory:' })
  const packages = withShared(packageId)
  /** A trial closes its store; here its history is looked at first. */
  const kept = new Proxy(store, { get: (at, key) => (key === 'close' ? async () => undefined : Reflect.get(at, key)) })
  try {
    const verdict = await runTrial(
      { openStore: () => kept, executor: kernel, packages, packageId, judgements },
      scenario,
    )
    expect(verdict.failures).toEqual([])
    expect(verdict.passed).toBe(true)
    const instance = verdict.state?.id
    const refused = instance === undefined ? [] : (await jobs(instance)).map((job) => refusal(job, instance, packageId))
    expect(refused.filter((reason) => reason !== undefined)).toEqual([])
  } finally {
    await store.close()
  }

  async function jobs(instance: InstanceId): Promise<readonly OpenedJob[]> {
    const history = await store.instances.history(instance)
    const events = history.flatMap((record) => [...eventsOf(record)])
    return events.flatMap((event) => (event.kind === 'jobOpened' ? [event.job] : []))
  }
})
