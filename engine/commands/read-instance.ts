/** Looking at applications: one whole, its history, or a list; only what the reader may see. */
import { reaches, type Actor } from '../core/actor.ts'
import type { Assistance } from '../core/assistance.ts'
import type { Charge } from '../core/charge.ts'
import type { DocumentRow } from '../core/document.ts'
import type { BusCallRow } from '../core/evidence.ts'
import { eventsOf, type HistoryRecord } from '../core/history.ts'
import { instanceId, programParts, type Digest, type InstanceId } from '../core/ids.ts'
import type { InstanceState } from '../core/instance.ts'
import { agencyOf, mayListInstances, mayReadInstance, mayReadRecord } from '../core/policy/access.ts'
import { isProblem, notFound, type Problem } from '../core/problem.ts'
import type { InstanceQuery, InstanceRow } from '../core/instance-row.ts'
import type { Page } from '../core/page.ts'
import type { Refund } from '../core/refund.ts'
import type { EngineDeps } from '../deps.ts'
import { within } from './acting.ts'
import { type ClockView, clocksOf } from './clocks.ts'
import { recordAccess } from './data-accesses.ts'

export interface InstanceDetail {
  readonly row: InstanceRow
  readonly state: InstanceState
  /** Where staff applied for the applicant. */
  readonly assistance?: Assistance
  readonly documents: readonly DocumentRow[]
  readonly charges: readonly Charge[]
  readonly refunds: readonly Refund[]
  /** Its statutory deadlines, as they stand now. */
  readonly clocks: readonly ClockView[]
}

/** @param id instance id or reference number. */
export async function getInstance(deps: EngineDeps, actor: Actor, id: string): Promise<InstanceDetail | Problem> {
  const row = await readableInstance(deps, actor, id)
  if (isProblem(row)) return row
  await recordAccess(deps, actor, row, 'application')
  const [assistance, documents, charges, refunds] = await Promise.all([
    deps.store.assistances.of(row.id),
    deps.store.documents.list(row.id),
    deps.store.charges.ofInstance(row.id),
    deps.store.refunds.ofInstance(row.id),
  ])
  const state = JSON.parse(row.state) as InstanceState
  const clocks = await clocksOf(deps, state, deps.clock.now())
  return { row, state, documents, charges, refunds, clocks, ...(assistance && { assistance }) }
}

export async function readableInstance(deps: EngineDeps, actor: Actor, id: string): Promise<InstanceRow | Problem> {
  const row = await instanceCalled(deps, id)
  const refused = mayReadInstance(actor, row)
  if (refused) return refused
  if (row === undefined) throw new Error(`Expected mayReadInstance to refuse what is not there`)
  return row
}

export function instanceCalled(deps: EngineDeps, id: string): Promise<InstanceRow | undefined> {
  const parsed = instanceId(id)
  return isProblem(parsed) ? deps.store.instances.byReference(id) : deps.store.instances.get(parsed)
}

export function listInstances(
  deps: EngineDeps,
  actor: Actor,
  query: Omit<InstanceQuery, 'agency' | 'applicant'>,
): Promise<Page<InstanceRow>> {
  if (mayListInstances(actor)) return deps.store.instances.list({ ...query, ...agencyOf(actor) })
  if (actor.kind === 'user')
    return deps.store.instances.list({
      ...query,
      applicant: actor.id,
      ...within(actor),
    })
  return Promise.resolve({ items: [] })
}

export async function getHistory(
  deps: EngineDeps,
  actor: Actor,
  id: string,
): Promise<readonly HistoryRecord[] | Problem> {
  const row = await recordedInstance(deps, actor, id)
  if (isProblem(row)) return row
  await recordAccess(deps, actor, row, 'record')
  return deps.store.instances.history(row.id)
}

export async function getEvidence(
  deps: EngineDeps,
  actor: Actor,
  id: string,
): Promise<readonly BusCallRow[] | Problem> {
  const row = await recordedInstance(deps, actor, id)
  if (isProblem(row)) return row
  await recordAccess(deps, actor, row, 'evidence')
  return deps.store.evidence.list(row.id)
}

export async function recordedInstance(deps: EngineDeps, actor: Actor, id: string): Promise<InstanceRow | Problem> {
  const row = await readableInstance(deps, actor, id)
  return isProblem(row) ? row : (mayReadRecord(actor, row) ?? row)
}

export interface ReadableDocument {
  readonly row: DocumentRow
  readonly read: () => AsyncIterable<Uint8Array>
}

/** To be read now. */
export async function getDocument(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  digest: Digest,
): Promise<ReadableDocument | Problem> {
  const found = await lookUpDocument(deps, actor, id, digest)
  if (isProblem(found)) return found
  await recordAccess(deps, actor, found.instance, 'document', found.row.name)
  return { row: found.row, read: () => deps.store.documents.read(digest) }
}

/** What it is, and that this person may read it. */
export async function findDocument(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  digest: Digest,
): Promise<DocumentRow | Problem> {
  const found = await lookUpDocument(deps, actor, id, digest)
  return isProblem(found) ? found : found.row
}

async function lookUpDocument(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  digest: Digest,
): Promise<{ readonly instance: InstanceRow; readonly row: DocumentRow } | Problem> {
  const readable = await readableInstance(deps, actor, id)
  const instance = isProblem(readable)
    ? ((await handedWithTask(deps, actor, id, digest)) ?? (await givenByReader(deps, actor, id, digest)) ?? readable)
    : readable
  if (isProblem(instance)) return instance
  const row = await deps.store.documents.get(instance.id, digest)
  if (row === undefined)
    return notFound('document.not-found', `Expected a document of ${id}, but there is none with this digest`)
  return { instance, row }
}

/** Who is asked to sign a paper of another's application may read that paper, as long as their task names it and is open. */
async function handedWithTask(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  digest: Digest,
): Promise<InstanceRow | undefined> {
  const row = await instanceCalled(deps, id)
  if (row === undefined || actor.kind !== 'user') return undefined
  const visibleTo = { user: actor.id, groups: [] }
  const query = {
    agency: row.agency,
    instance: row.id,
    status: 'open',
    visibleTo,
    ...within(actor),
    limit: 100,
  } as const
  const { elements } = JSON.parse(row.state) as InstanceState
  const { items } = await deps.store.tasks.list(query)
  const names = items.some((task) => JSON.stringify(elements[task.id]?.variables ?? {}).includes(`"${digest}"`))
  return names ? row : undefined
}

/** What somebody gave with their answers to another's application stays readable to them. */
async function givenByReader(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  digest: Digest,
): Promise<InstanceRow | undefined> {
  const row = await instanceCalled(deps, id)
  const document = row && (await deps.store.documents.get(row.id, digest))
  const isTheirs = actor.kind === 'user' && document?.givenBy === actor.id
  return isTheirs && row && reaches(actor, programParts(row.program).packageId) ? row : undefined
}

/** Whether folding the history gives the stored state byte for byte. */
export async function replay(
  deps: EngineDeps,
  id: InstanceId,
): Promise<{ readonly same: boolean; readonly stored: string; readonly replayed: string }> {
  const row = await deps.store.instances.get(id)
  if (row === undefined) throw new Error(`Expected an instance ${id}`)
  let state: InstanceState | undefined
  for (const record of await deps.store.instances.history(id))
    for (const event of eventsOf(record)) state = deps.executor.apply(state, event)
  const replayed = JSON.stringify(state)
  return { same: replayed === row.state, stored: row.state, replayed }
}
