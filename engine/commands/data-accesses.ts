/** Writing down that somebody looks into an application that is not their own; before they see it. */
import { humanOf, type Actor } from '../core/actor.ts'
import type { AccessedPart } from '../core/data-access.ts'
import type { InstanceRow } from '../core/instance-row.ts'
import type { EngineDeps } from '../deps.ts'

/** Parts of the system look for nobody; what they ask other agencies is in the evidence. */
export async function recordAccess(
  deps: EngineDeps,
  actor: Actor,
  row: Pick<InstanceRow, 'id' | 'agency' | 'applicant'>,
  part: AccessedPart,
  subject?: string,
): Promise<void> {
  if (actor.kind === 'system' || actor.id === row.applicant) return
  await deps.store.dataAccesses.add({
    agency: row.agency,
    instance: row.id,
    reader: humanOf(actor),
    readerAgency: actor.agency,
    roles: actor.roles,
    groups: actor.groups,
    part,
    ...(subject === undefined || subject === '' ? {} : { subject }),
    at: deps.clock.now(),
  })
}
