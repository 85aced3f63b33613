/**
 * Who judges unknown packages in a cell of their own: the same check as in the server, with nothing else at hand. What
 * two of them differ in is told here too, and drawings of other engines are rewritten.
 */
import { parentPort } from 'node:worker_threads'
import { checkTemplate } from './core/template/check.ts'
import type { PackageFiles } from './core/package/files.ts'
import { definitions } from './definitions.ts'
import { cannotRun } from './executors.ts'
import type { FromWorker, ToWorker } from './packages/gate.ts'

const port = parentPort
if (port === null) throw new Error('Expected to run as a worker thread; see packages/gate.ts')

const tell = (message: FromWorker): void => port.postMessage(message)
const asked = new Map<string, (zip: Uint8Array | undefined) => void>()

function zip(id: string, version: string): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    asked.set(`${id}@${version}`, resolve)
    tell({ kind: 'wanted', id, version })
  })
}

type Result = Extract<FromWorker, { readonly effort: number }>
type Unmeasured = Result extends infer R ? (R extends Result ? Omit<R, 'effort'> : never) : never

/** Does it and says what it cost. */
async function measured(work: () => Promise<Unmeasured>): Promise<void> {
  const before = process.threadCpuUsage()
  try {
    const result = await work()
    const { user, system } = process.threadCpuUsage(before)
    tell({ ...result, effort: (user + system) / 1_000 })
  } catch (fault) {
    tell({ kind: 'broken', reason: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) })
  }
}

async function check(packages: readonly PackageFiles[]): Promise<Unmeasured> {
  const checked = await definitions({ zip }, checkTemplate, undefined, undefined, cannotRun).check(packages)
  const findings = checked.ok ? checked.packages.flatMap((one) => one.package.warnings) : checked.findings
  return { kind: 'judged', findings }
}

async function compare(older: PackageFiles, newer: PackageFiles, now: number): Promise<Unmeasured> {
  // Read when it is asked for: most who come to the gate deploy.
  const { comparePackages } = await import('./core/package/difference/compare.ts')
  const differences = await comparePackages(older, newer, now)
  if (older.size > 0) return { kind: 'compared', differences }
  const { summaryOf } = await import('./core/package/difference/summary.ts')
  return { kind: 'compared', differences, summary: await summaryOf(newer, now) }
}

async function rewritten(file: string, xml: string): Promise<Unmeasured> {
  const { importBpmn } = await import('./core/bpmn/import/import.ts')
  return { kind: 'imported', result: await importBpmn(file, xml) }
}

port.on('message', (message: ToWorker) => {
  if (message.kind === 'check') return void measured(() => check(message.packages))
  if (message.kind === 'compare') return void measured(() => compare(message.older, message.newer, message.now))
  if (message.kind === 'import') return void measured(() => rewritten(message.file, message.xml))
  asked.get(`${message.id}@${message.version}`)?.(message.zip)
  asked.delete(`${message.id}@${message.version}`)
})
