/**
 * Who read a citizen's data, when and why: people who looked into the application, and the registers of other agencies
 * that were asked about them, each for the purpose and under the law its data agreement names.
 */
import type { Actor } from '../core/actor.ts'
import { withoutVersion } from '../core/bpmn/rules/jobs.ts'
import type { DataAccess } from '../core/data-access.ts'
import type { BusCallRow } from '../core/evidence.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import type { Page } from '../core/page.ts'
import { mayReadAccesses } from '../core/policy/access.ts'
import { isProblem, type Problem } from '../core/problem.ts'
import type { Text } from '../core/text.ts'
import type { LegalBasis } from '../core/workflow.ts'
import type { EngineDeps } from '../deps.ts'
import { readableInstance } from './read-instance.ts'

export interface AskedRegister {
  readonly at: number
  /** Bus service id. */
  readonly service: string
  readonly outcome: BusCallRow['outcome']
  readonly purpose?: Text
  readonly legalBasis?: LegalBasis
}

export interface WhoRead {
  /** Newest first. */
  readonly accesses: Page<DataAccess>
  /** Oldest first; a question that was asked several times, because there was no answer, stands here as often. */
  readonly asked: readonly AskedRegister[]
}

/** @param id instance id or reference number */
export async function listDataAccesses(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  query: { readonly after?: string; readonly limit: number },
): Promise<WhoRead | Problem> {
  const row = await readableInstance(deps, actor, id)
  if (isProblem(row)) return row
  const refused = mayReadAccesses(actor, row)
  if (refused) return refused
  const [accesses, calls, found] = await Promise.all([
    deps.store.dataAccesses.list({ instance: row.id, ...query }),
    deps.store.evidence.list(row.id),
    deps.definitions.packageOf(row.program),
  ])
  const agreements = found ? await agreementsOf(deps, found) : new Map<string, Agreed>()
  return {
    accesses,
    asked: calls.map((call) => ({ ...outward(call), ...agreements.get(withoutVersion(call.service)) })),
  }
}

const outward = ({ at, service, outcome }: BusCallRow): AskedRegister => ({ at, service, outcome })

type Agreed = Pick<AskedRegister, 'purpose' | 'legalBasis'>

/** By service without its version; what the application's own package says of a service goes before what a shared one says. */
async function agreementsOf(deps: EngineDeps, { workflow }: CheckedPackage): Promise<Map<string, Agreed>> {
  const agreed = new Map<string, Agreed>()
  for (const [id, version] of Object.entries(workflow.uses ?? {})) {
    const shared = await deps.definitions.package(id, version)
    if (shared) for (const [service, one] of await agreementsOf(deps, shared)) agreed.set(service, one)
  }
  for (const { service, purpose, legalBasis } of workflow.dataAgreements ?? []) {
    const law = workflow.legalBasis?.find((one) => one.id === legalBasis)
    agreed.set(withoutVersion(service), { purpose, ...(law && { legalBasis: law }) })
  }
  return agreed
}
