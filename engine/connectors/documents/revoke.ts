/** Takes a certificate back: the register says so from now on; the paper cannot be called back from its holder. */
import type { Clock } from '../../core/clock.ts'
import type { ConnectorJob, JobOutcome } from '../../core/connector.ts'
import type { DocumentStore } from '../../core/document.ts'
import type { RevokeOrder } from './order.ts'

/** Thrown as a BPMN error where the register of this agency has no such serial. */
const certificateUnknown = 'CERTIFICATE_UNKNOWN'

/** Revoking again changes nothing and answers with the first revocation. */
export async function revoke(
  job: ConnectorJob,
  order: RevokeOrder,
  deps: { readonly documents: DocumentStore; readonly clock: Clock },
): Promise<JobOutcome> {
  const { serial } = order
  const before = await deps.documents.certificate(serial)
  if (before?.agency !== job.agency || !(await deps.documents.revoke(serial, deps.clock.now(), order.reason))) {
    const message = `Expected a certificate of ${job.agency} with serial ${serial}, but the register has none`
    return { kind: 'error', code: certificateUnknown, message }
  }
  const after = await deps.documents.certificate(serial)
  return {
    kind: 'completed',
    variables: {
      certificate: {
        serial,
        status: after?.status ?? 'revoked',
        revokedAt: after?.revokedAt === undefined ? null : new Date(after.revokedAt).toISOString(),
        reason: after?.reason ?? order.reason,
      },
    },
  }
}
