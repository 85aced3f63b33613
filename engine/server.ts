/**
 * Masar put together: store, executor, connectors, worker and HTTP, in one process. The only wiring there is.
 *
 * It starts from whatever the store holds: what was due while it was down is done now. It stops in order: no new
 * requests, no new work, then the store; and being killed instead loses nothing that was acknowledged.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { pass, type Failpoint } from './core/failpoint.ts'
import type { Clock, Ids } from './core/clock.ts'
import { LIMITS } from './core/executor.ts'
import { globalParts, programParts, type ProgramKey } from './core/ids.ts'
import { withoutVersion } from './core/bpmn/rules/jobs.ts'
import { ATTACHMENT_RULES } from './core/attachment.ts'
import type { Connector, JobOutcome } from './core/connector.ts'
import type { JobKey } from './core/job.ts'
import { DRAFT_ROOM } from './core/package-draft.ts'
import { isProblem } from './core/problem.ts'
import { companyAsking } from './commands/acting.ts'
import type { Store } from './core/store.ts'
import { wakeup } from './core/wakeup.ts'
import { attachmentDuty } from './commands/attachments.ts'
import { draftDuty } from './commands/drafts.ts'
import { packageDraftDuty } from './commands/package-drafts/discard.ts'
import { typedFormDuty } from './commands/typed-forms.ts'
import { concludeJob } from './commands/jobs.ts'
import type { ServerConfig } from './config.ts'
import { databusCatalogue } from './connectors/databus/catalogue.ts'
import { DATABUS, databusConnector } from './connectors/databus/databus.ts'
import { documents, type Documents } from './connectors/documents/documents.ts'
import { checkTemplate } from './core/template/check.ts'
import { notify } from './connectors/notify/notify.ts'
import { payments, type Payments } from './connectors/payments/payments.ts'
import { scannerOf } from './connectors/scanner/clamd.ts'
import { definitions, templatesOf, type Definitions } from './definitions.ts'
import type { EngineDeps } from './deps.ts'
import { createEngine, type Engine } from './engine.ts'
import { cannotRun, executors } from './executors.ts'
import { holidayDuty } from './holidays.ts'
import { createApp } from './http/app.ts'
import { createMetrics } from './http/metrics.ts'
import { lanes } from './lane.ts'
import { registersOver } from './registers.ts'
import { openSqlite } from './store/sqlite/sqlite.ts'
import { createGate, type Gate } from './packages/gate.ts'
import { startersIn } from './packages/starters.ts'
import { createTryRoom } from './packages/try-room.ts'
import { alarm, systemClock, systemIds, turn } from './system.ts'
import { suspensionDuty } from './suspensions.ts'
import { createWorker } from './worker.ts'

export interface RunningServer {
  readonly url: string
  readonly engine: Engine
  close(): Promise<void>
}

/** For tests and the kill harness: another clock, other names, a place to die at. */
export interface ServerSeams {
  readonly clock?: Clock
  readonly ids?: Ids
  readonly failpoint?: Failpoint
}

const DATABASE = 'masar.db'
const GATE_WORKER = new URL('./gate-worker.ts', import.meta.url)
const STARTERS = fileURLToPath(new URL('./starters', import.meta.url))
const TRY_WORKER = new URL('./try-worker.ts', import.meta.url)

export async function startServer(config: ServerConfig, seams: ServerSeams = {}): Promise<RunningServer> {
  mkdirSync(config.data, { recursive: true })
  const failpoint = seams.failpoint ?? pass
  const store = openSqlite({ file: join(config.data, DATABASE), failpoint })
  const gate = createGate({ worker: GATE_WORKER, deployed: (id, version) => store.deployments.zip(id, version) })
  const trials = createTryRoom({ worker: TRY_WORKER, deployed: (id, version) => store.deployments.zip(id, version) })
  const inside = { ...engineDeps(config, store, gate, seams, failpoint), trials }
  let note: Note = () => {}
  const outside = connectors(config, inside, (line) => note(line))
  const bus = outside.connectors.find(({ type }) => type === DATABUS)
  const deps = { ...inside, registers: registersOver(bus, inside.clock) }
  const engine = createEngine(deps)
  const metrics = createMetrics(store, deps.wakeup)
  const app = await createApp({
    engine,
    metrics,
    receiveFromSwitch: outside.payments
      ? (request) => outside.payments?.receive(request) ?? switchUnknown()
      : switchUnknown,
    catalogue: databusCatalogue(config.databus, inside.clock),
    certificateKeys: (await outside.documents?.keys()) ?? { keys: [] },
    ...(outside.documents ? { specimen: outside.documents.specimen } : {}),
    publicUrl: config.publicUrl,
    payerPage: (charge) => config.payments?.payerPage?.replace('{charge}', encodeURIComponent(charge)),
    signOns: config.signOns,
    localAccounts: config.localAccounts,
    logLevel: config.logLevel,
    requestsPerMinute: config.requestsPerMinute,
    signInsPerMinute: config.signInsPerMinute,
    trustedProxies: config.trustedProxies,
  })
  note = (line) => app.log.warn(line)
  const worker = createWorker({
    ...deps,
    connectors: outside.connectors,
    duties: [
      suspensionDuty(deps),
      holidayDuty(deps, faultLog(app)),
      draftDuty(deps),
      typedFormDuty(deps),
      packageDraftDuty(deps),
      attachmentDuty(deps),
      (now) => sweep(outside.payments, now),
    ],
    alarm,
    onFault: faultLog(app),
  })
  const url = await app.listen({ host: config.host, port: config.port })
  worker.start()
  return {
    url,
    engine,
    async close() {
      await app.close()
      await worker.stop()
      await outside.payments?.settled()
      await outside.documents?.close()
      await gate.close()
      await trials.close()
      await store.close()
    },
  }
}

/** It waits for no switch, so there is nothing the next round would have to follow at once. */
async function sweep(payments: Payments | undefined, now: number): Promise<number> {
  await payments?.sweep(now)
  return 0
}

function engineDeps(
  config: ServerConfig,
  store: Store,
  gate: Gate,
  seams: ServerSeams,
  failpoint: Failpoint,
): EngineDeps {
  return {
    store,
    clock: seams.clock ?? systemClock,
    ids: seams.ids ?? systemIds,
    executor: executors(config.executor),
    limits: LIMITS,
    definitions: definitions(store.deployments, checkTemplate, turn, undefined, cannotRun),
    gate,
    wakeup: wakeup(),
    lanes: lanes(),
    failpoint,
    pause: turn,
    starters: startersIn(STARTERS),
    ...(config.attachments ? { attachments: { ...ATTACHMENT_RULES, ...config.attachments } } : {}),
    ...(config.drafts ? { draftRoom: { ...DRAFT_ROOM, ...config.drafts } } : {}),
    ...(config.scanner ? { scanner: scannerOf(config.scanner) } : {}),
  }
}

interface Outside {
  readonly connectors: readonly Connector[]
  readonly payments?: Payments
  readonly documents?: Documents
}

/** A line for the operator's log; before there is a log, nothing happens that needs one. */
type Note = (line: object) => void

function connectors(config: ServerConfig, deps: EngineDeps, note: Note): Outside {
  const { store, clock, ids } = deps
  const paper =
    config.documents &&
    documents(
      { ...config.documents, publicUrl: config.publicUrl },
      { documents: store.documents, templates: templatesOf(deps.definitions), clock },
    )
  const money =
    config.payments &&
    payments(config.payments, {
      charges: store.charges,
      refunds: store.refunds,
      clock,
      ids,
      completeJob: (job, outcome) => concludeCharge(deps, job, outcome),
      stillWanted: async (job) => (await openJob(deps, job)) !== undefined,
      failpoint: deps.failpoint,
      log: note,
    })
  const all: Connector[] = []
  if (config.databus)
    all.push(
      databusConnector(config.databus, {
        evidence: store.evidence,
        clock,
        agreed: agreedBy(deps.definitions),
        companyOf: (subject) => companyAsking(store, subject),
      }),
    )
  if (money) all.push(money.connector, money.refunds)
  if (paper) all.push(paper.connector)
  if (config.notify)
    all.push(
      notify(config.notify, { notices: store.notices, clock, ...(paper ? { renderText: paper.renderText } : {}) }),
    )
  return { connectors: all, ...(money ? { payments: money } : {}), ...(paper ? { documents: paper } : {}) }
}

/** A charge ended by callback while its job waits and no worker holds it: without a lease, once, since the job closes. */
async function concludeCharge(deps: EngineDeps, key: JobKey, outcome: JobOutcome): Promise<void> {
  const job = await openJob(deps, key)
  if (job === undefined) return
  const result = await concludeJob(
    deps,
    { kind: 'system', id: 'payments', agency: job.agency },
    job,
    outcome,
    'callback',
  )
  if (result !== 'waiting' && isProblem(result) && result.kind !== 'conflict') throw new Error(result.detail)
}

async function openJob(deps: EngineDeps, key: JobKey): Promise<Awaited<ReturnType<Store['jobs']['get']>>> {
  const parts = globalParts(key)
  if (isProblem(parts)) throw new Error(parts.detail)
  return deps.store.jobs.get(parts.instance, parts.local)
}

/** An agreement of the application's own package, or of a shared package it uses for what that does. */
function agreedBy(defined: Definitions): (program: ProgramKey, service: string) => Promise<boolean> {
  const find = async (packageId: string, version: string, names: readonly string[]): Promise<boolean> => {
    const found = await defined.package(packageId, version)
    if (found?.workflow.dataAgreements?.some((one) => names.includes(one.service))) return true
    for (const [id, pinned] of Object.entries(found?.workflow.uses ?? {}))
      if (await find(id, pinned, names)) return true
    return false
  }
  return (program, service) => {
    const { packageId, version } = programParts(program)
    return find(packageId, version, [service, withoutVersion(service)])
  }
}

const switchUnknown = async (): Promise<{ status: number; headers: Record<string, string>; body: string }> => ({
  status: 404,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    errorInformation: { errorCode: '3002', errorDescription: 'No payment switch is configured here' },
  }),
})

const faultLog =
  (app: FastifyInstance) =>
  (fault: unknown, doing: string): void =>
    app.log.error({ doing, err: fault instanceof Error ? fault : new Error(String(fault)) }, 'a fault while working')
