/**
 * How fast running applications go over to another version of their service, beside how fast the same store takes plain
 * writes: one batch from its check to its end, each application's task renewed, everything on disk.
 */
import { performance } from 'node:perf_hooks'
import type { Actor } from '../../engine/core/actor.ts'
import { createWorker } from '../../engine/worker.ts'
import { benchHouse, fill, good, MOJ } from './durable.ts'
import { tenPackage } from './ten-process.ts'

const operator: Actor = { kind: 'system', id: 'test', agency: MOJ }
const SECOND = '2.0.0'

/** Applications taken over per second. */
export async function migrateRate(applications: number): Promise<number> {
  const house = await benchHouse()
  const { engine } = house
  const worker = createWorker({
    ...engine.deps,
    connectors: [],
    duties: [],
    alarm: () => () => {},
    onFault: (fault) => {
      throw fault
    },
  })
  try {
    await fill(engine, applications)
    good(await engine.deployFiles({ kind: 'system', id: 'setup', agency: MOJ }, [nextPackage()]))
    const began = performance.now()
    const { id } = good(await engine.startMigration(operator, { packageId: 'bench.ten', from: '1.0.0', to: SECOND }))
    for (;;) {
      await worker.tick()
      const { status, migrated, failed } = good(await engine.getMigration(operator, id))
      if (status === 'checking' || status === 'running') continue
      if (status !== 'completed' || migrated !== applications || failed > 0)
        throw new Error(`Expected ${applications} to be taken over, but ${status}: ${migrated}, ${failed} failed`)
      return Math.round((applications / (performance.now() - began)) * 1_000)
    }
  } finally {
    await worker.stop()
    await house.close()
  }
}

/** The next version, whose tasks are urgent and offered to others. */
function nextPackage(): ReturnType<typeof tenPackage> {
  const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)
  const bytes = (content: string): Uint8Array => new TextEncoder().encode(content)
  const files = tenPackage()
  const title = text(files.get('workflow.json')).replace('"1.0.0"', `"${SECOND}"`).replaceAll('clerks', 'reviewers')
  const drawing = text(files.get('ten.bpmn')).replaceAll('candidateGroups="clerks"', 'candidateGroups="reviewers"')
  return new Map([
    ['workflow.json', bytes(title)],
    ['ten.bpmn', bytes(drawing)],
  ])
}
