/** Files of which an answer may say no more than the digest: what somebody has given, and the documents of the application they may read. */
import type { KnownFile } from '../../forms/form.ts'
import type { Actor } from '../core/actor.ts'
import { mayReadInstance } from '../core/policy/access.ts'
import type { InstanceRow } from '../core/instance-row.ts'
import type { EngineDeps } from '../deps.ts'
import { listAttachments } from './attachments.ts'

export async function knownFiles(deps: EngineDeps, actor: Actor, row?: InstanceRow): Promise<readonly KnownFile[]> {
  const own = await listAttachments(deps, actor)
  const documents = row && mayReadInstance(actor, row) === undefined ? await deps.store.documents.list(row.id) : []
  return [...own, ...documents].map(({ digest, name, size, mediaType }) => ({ digest, name, size, mediaType }))
}
