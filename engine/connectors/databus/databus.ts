/**
 * "Masar asks another agency so that the citizen need not bring a paper": the data bus connector, job type masar:databus.
 *
 * One run is one attempt: read the inputs, find the agency's line, send, write the evidence, say what became of it. The
 * evidence of an attempt is durable before its outcome is told. A call that must not be carried out twice is entered as
 * sent before it is sent; finding such an entry without an answer, after a crash, is treated like a lost answer.
 */
import type { Clock } from '../../core/clock.ts'
import type { Connector, ConnectorJob, JobOutcome } from '../../core/connector.ts'
import type { BusCallRow, EvidenceStore } from '../../core/evidence.ts'
import type { InstanceId, ProgramKey } from '../../core/ids.ts'
import { forbidden, isProblem, type Problem } from '../../core/problem.ts'
import { readCall, type BusCall } from './call.ts'
import { COMPANY_CLASS, HEADER_PREFIX, type DatabusConfig } from './config.ts'
import { closeLine, openLine, type Line } from './wire/connection.ts'
import { messageIdOf, statusIdOf } from './message-id.ts'
import { outcomeOf, perhapsDone } from './outcome.ts'
import { callRow, evidenceOf, sendingRow, type Asked } from './proof.ts'
import { wireRequest } from './wire/request.ts'
import { resolveRoute, type Route } from './route.ts'
import { partyHeader, serviceText, type ServiceId } from './service-id.ts'
import { messageState, statusCall } from './status-query.ts'
import { exchange } from './wire/transport.ts'
import { verdictOf, type Verdict } from './verdict.ts'

export interface DatabusDeps {
  readonly evidence: EvidenceStore
  readonly clock: Clock
  /** Whether a data agreement of the application's package covers the service, named with or without its version. */
  readonly agreed?: (program: ProgramKey, service: string) => Promise<boolean>
  /** Number of the company whose application it is, or the draft of one. */
  readonly companyOf?: (instance: InstanceId) => Promise<string | undefined>
}

export interface DatabusConnector extends Connector {
  /** Ends the kept connections. */
  close(): void
}

export const DATABUS = 'masar:databus'

/** Throws when a PEM file of the configuration cannot be read. */
export function databusConnector(config: DatabusConfig, deps: DatabusDeps): DatabusConnector {
  const lines = new Map(Object.entries(config.connections).map(([name, it]) => [name, openLine(it)]))
  return {
    type: DATABUS,
    run: (job, signal) => run({ config, lines, deps, job, signal }),
    close: () => lines.forEach(closeLine),
  }
}

interface Run {
  readonly config: DatabusConfig
  readonly lines: ReadonlyMap<string, Line>
  readonly deps: DatabusDeps
  readonly job: ConnectorJob
  readonly signal: AbortSignal
}

async function run(run: Run): Promise<JobOutcome> {
  const { config, job, lines } = run
  const call = readCall(job.variables, config.headerPrefix ?? HEADER_PREFIX)
  if (isProblem(call)) return { kind: 'incident', reason: call.detail }
  const unagreed = await withoutAgreement(run, call)
  if (unagreed) return { kind: 'incident', reason: unagreed.detail }
  const route = resolveRoute(config, lines, job.agency, call.service)
  if (isProblem(route)) return { kind: 'incident', reason: route.detail }
  const earlier = call.repeatable ? undefined : await lastSent(run, call)
  const settled = earlier && (await settle(run, call, earlier))
  if (settled) return settled
  const result = await attempt(run, call, route, messageIdOf(job.key))
  if (isProblem(result)) return { kind: 'incident', reason: result.detail }
  return outcomeOf(result.verdict, { job, call, messageId: result.row.messageId, evidence: evidenceOf(result.row) })
}

/** What a drawing computes is only known here; what it writes out was held against the agreements when it was deployed. */
async function withoutAgreement({ deps, job }: Run, call: BusCall): Promise<Problem | undefined> {
  const { agreed } = deps
  if (agreed === undefined) return undefined
  for (const service of [call.service, call.statusService]) {
    if (service === undefined) continue
    const text = serviceText(service)
    if (await agreed(job.program, text)) continue
    return forbidden(
      'databus.agreement',
      `Expected a data agreement for ${text} in workflow.json, but the package has none; add it with purpose and legal basis`,
    )
  }
  return undefined
}

/** One request over the bus, with its evidence written. */
async function attempt(
  run: Run,
  call: BusCall,
  route: Route,
  messageId: string,
): Promise<{ verdict: Verdict; row: BusCallRow } | Problem> {
  const { job, deps, signal } = run
  const sender = {
    client: route.client,
    messageId,
    key: job.key,
    reference: job.reference,
    ...(await representedBy(run)),
  }
  const wire = wireRequest(call, sender, route.line, route.totalMs)
  if (isProblem(wire)) return wire
  const service = serviceText(call.service)
  const asked: Asked = { job, client: route.clientName, service, messageId, wire, at: deps.clock.now() }
  if (!call.repeatable) await deps.evidence.add(sendingRow(asked))
  const sent = await exchange(route.line, wire, signal)
  const verdict = verdictOf(sent, messageId)
  const row = callRow(asked, sent, verdict, deps.clock.now())
  await deps.evidence.add(row)
  return { verdict, row }
}

/** For whom the applicant acts: known from the application, never from what its procedure says. */
async function representedBy({ config, deps, job }: Run): Promise<{ readonly representedParty?: string }> {
  const company = await deps.companyOf?.(job.instance)
  return company === undefined ? {} : { representedParty: partyHeader(config.companyClass ?? COMPANY_CLASS, company) }
}

/** The newest entry saying that this call left us, unless it certainly did not arrive. */
async function lastSent(run: Run, call: BusCall): Promise<BusCallRow | undefined> {
  const service = serviceText(call.service)
  const rows = await run.deps.evidence.ofJob(run.job.key)
  const last = rows.findLast((row) => row.service === service && row.method === call.method)
  return last?.outcome === 'notDelivered' ? undefined : last
}

/**
 * What to do about an earlier sending; undefined when the call may be sent. An entry of this same attempt was never
 * reported: a crash came between. One of an earlier attempt was, and this attempt is a status query's or a person's word.
 */
async function settle(run: Run, call: BusCall, earlier: BusCallRow): Promise<JobOutcome | undefined> {
  const unreported = earlier.attempt >= run.job.attempt
  if (!unreported && earlier.outcome !== 'ambiguous') return undefined
  if (call.statusService) return ask(run, call, call.statusService, earlier)
  if (!unreported) return undefined
  const why =
    earlier.status === undefined ? 'the call was cut off' : `the run was cut off after status ${earlier.status}`
  return perhapsDone({ call, messageId: earlier.messageId }, why)
}

async function ask(run: Run, call: BusCall, service: ServiceId, earlier: BusCallRow): Promise<JobOutcome | undefined> {
  const { job, config, lines } = run
  const target = resolveRoute(config, lines, job.agency, service)
  if (isProblem(target)) return { kind: 'incident', reason: target.detail }
  const query = statusCall(service, earlier.messageId, job.key)
  const result = await attempt(run, query, target, statusIdOf(job.key, job.attempt))
  if (isProblem(result)) return { kind: 'incident', reason: result.detail }
  const state = messageState(result.verdict)
  const about = { job, call, messageId: earlier.messageId, evidence: evidenceOf(earlier) }
  switch (state.kind) {
    case 'unknown':
      return undefined
    case 'done':
      return outcomeOf(state.verdict, about)
    case 'running':
    case 'untold':
      return job.retries > 1
        ? { kind: 'failed', reason: `${serviceText(call.service)}: ${state.reason}` }
        : perhapsDone(about, state.reason)
  }
}
