/** Who judges unknown packages in a thread of their own: the same check as in the server, with nothing else at hand. */
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

async function check(packages: readonly PackageFiles[]): Promise<void> {
  const before = process.threadCpuUsage()
  try {
    const checked = await definitions({ zip }, checkTemplate, undefined, undefined, cannotRun).check(packages)
    const { user, system } = process.threadCpuUsage(before)
    const findings = checked.ok ? checked.packages.flatMap((one) => one.package.warnings) : checked.findings
    tell({ kind: 'judged', findings, effort: (user + system) / 1_000 })
  } catch (fault) {
    tell({ kind: 'broken', reason: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) })
  }
}

port.on('message', (message: ToWorker) => {
  if (message.kind === 'check') return void check(message.packages)
  asked.get(`${message.id}@${message.version}`)?.(message.zip)
  asked.delete(`${message.id}@${message.version}`)
})
