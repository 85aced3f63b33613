/** Who tries drafts in a cell of their own: the same check and the same trial as `masar test`, with nothing else at hand. */
import { parentPort } from 'node:worker_threads'
import { textsOfTrial } from './connectors/documents/templates/texts.ts'
import { checkTemplate } from './core/template/check.ts'
import type { PackageFiles } from './core/package/files.ts'
import type { CheckedPackage } from './core/package/package.ts'
import { readScenario } from './core/trial/reading.ts'
import type { TrialAnswer, TrialRequest } from './core/trial/trials.ts'
import { definitions, type Judgements } from './definitions.ts'
import { cannotRun, executors } from './executors.ts'
import type { FromTryWorker, ToTryWorker } from './packages/try-room.ts'
import { readZip } from './packages/zip.ts'
import { openSqlite } from './store/sqlite/sqlite.ts'
import { runTests } from './trial/coverage.ts'
import type { TrialDeps } from './trial/trial.ts'
import { tryOut } from './trial/try.ts'

const port = parentPort
if (port === null) throw new Error('Expected to run as a worker thread; see packages/try-room.ts')

/** What a try may write before its store is full, which is no memory of the thread's own. */
const MOST_BYTES = 256_000_000
/** Packages judged before; a draft is another one after each change. */
const MOST_JUDGEMENTS = 30

const tell = (message: FromTryWorker): void => port.postMessage(message)
const asked = new Map<string, ((zip: Uint8Array | undefined) => void)[]>()
const judgements: Judgements = new Map()
const zips = new Map<string, Promise<Uint8Array | undefined>>()

/** A deployed version never changes; one that is not there may come. */
function zip(id: string, version: string): Promise<Uint8Array | undefined> {
  const key = `${id}@${version}`
  const known = zips.get(key)
  if (known) return known
  const wanted = new Promise<Uint8Array | undefined>((resolve) => {
    asked.set(key, [...(asked.get(key) ?? []), resolve])
    tell({ kind: 'wanted', id, version })
  })
  zips.set(key, wanted)
  void wanted.then((found) => found ?? zips.delete(key))
  return wanted
}

async function answer(draft: PackageFiles, request: TrialRequest): Promise<TrialAnswer> {
  if (judgements.size > MOST_JUDGEMENTS) judgements.clear()
  const defined = definitions({ zip }, checkTemplate, undefined, judgements, cannotRun)
  const checked = await defined.check([draft])
  if (!checked.ok) return { kind: 'unsound', findings: checked.findings }
  const [own] = checked.packages
  if (own === undefined) throw new Error('Expected the draft to be judged')
  const packages = [draft, ...(await sharedOf(own.package, defined.package))]
  const deps: TrialDeps = {
    openStore: () => openSqlite({ file: ':memory:', maxBytes: MOST_BYTES }),
    executor: executors(),
    packages,
    packageId: own.package.workflow.id,
    textsOf: textsOfTrial,
    judgements,
  }
  if (request.kind === 'test') return { ...(await runTests(deps, own.package)) }
  const reading = readScenario('scenario', request.scenario)
  if (!reading.ok) return { kind: 'unreadable', findings: reading.findings }
  return { ...(await tryOut(deps, reading.scenario, request.filling)) }
}

/** Every shared package it uses, directly or through others. */
async function sharedOf(
  checked: CheckedPackage,
  find: (id: string, version: string) => Promise<CheckedPackage | undefined>,
  met = new Set<string>(),
): Promise<readonly PackageFiles[]> {
  const files: PackageFiles[] = []
  for (const [id, version] of Object.entries(checked.workflow.uses ?? {})) {
    if (met.has(`${id}@${version}`)) continue
    met.add(`${id}@${version}`)
    const [packed, found] = await Promise.all([zip(id, version), find(id, version)])
    const read = packed && (await readZip(packed))
    if (read?.ok) files.push(read.files)
    if (found) files.push(...(await sharedOf(found, find, met)))
  }
  return files
}

async function run(draft: PackageFiles, request: TrialRequest): Promise<void> {
  try {
    tell({ kind: 'answered', answer: await answer(draft, request) })
  } catch (fault) {
    tell({ kind: 'broken', reason: fault instanceof Error ? fault.message : String(fault) })
  }
}

port.on('message', (message: ToTryWorker) => {
  if (message.kind === 'run') return void run(message.draft, message.request)
  const key = `${message.id}@${message.version}`
  for (const resolve of asked.get(key) ?? []) resolve(message.zip)
  asked.delete(key)
})
