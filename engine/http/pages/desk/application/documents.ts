/** A paper of an application, as it was given or issued; never shown as a page of ours, whatever is in it. */
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Digest } from '../../../../core/ids.ts'
import { notFound, ProblemError } from '../../../../core/problem.ts'
import { orThrow } from '../../../api/context.ts'
import type { Clerk } from '../clerk.ts'

export async function sendDocument(
  { engine, actor }: Clerk,
  reply: FastifyReply,
  reference: string,
  digest: string,
): Promise<FastifyReply> {
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new ProblemError(notFound('document.not-found', 'Expected a document'))
  const { row, read } = orThrow(await engine.getDocument(actor, reference, digest as Digest))
  return reply
    .type(row.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(Readable.from(read()))
}
