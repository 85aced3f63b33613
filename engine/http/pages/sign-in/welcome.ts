/** Lets somebody in who has proved who they are, here or elsewhere. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../../../core/problem.ts'
import type { ApiContext } from '../../api/context.ts'
import { actorOf, digestOfToken, type SignedIn } from '../../session.ts'
import { beginningOf } from '../frame/navigation.ts'
import { redirect } from '../frame/notice.ts'
import { URLS } from '../urls.ts'

/** Nobody's session goes over a line that others can read. */
export function demandSafety(request: FastifyRequest): void {
  const insecure = request.server.cookies.insecure(request)
  if (insecure) throw new ProblemError(insecure)
}

/** Under a new token, whatever the browser brought; the session it had before ends. Who may act for a company says for whom first. */
export async function welcome(
  request: FastifyRequest,
  reply: FastifyReply,
  { engine }: ApiContext,
  { token, account }: SignedIn,
  next: string | undefined,
): Promise<FastifyReply> {
  if (request.tokenDigest) await engine.deps.store.accounts.closeSession(request.tokenDigest)
  request.server.cookies.set(reply, 'masar', token)
  const standing = await engine.deps.store.accounts.session(digestOfToken(token))
  const companies = await engine.listRepresentations(actorOf(account), standing ?? {})
  const on = next ?? beginningOf(request, account)
  return redirect(request, reply, companies.length > 0 ? URLS.actingFor(on) : on)
}
