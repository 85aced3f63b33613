/** Lets somebody in who has proved who they are, here or elsewhere. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { humanOf, type Actor } from '../../../core/actor.ts'
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

const idOf = (actor: Actor | undefined): string | undefined => (actor?.kind === 'user' ? humanOf(actor) : undefined)

/** What a page kept in the browser of who was here before is nothing for whoever comes next. */
export const forgetThere = (reply: FastifyReply): FastifyReply => reply.header('clear-site-data', '"storage"')

/** Under a new token, whatever the browser brought; the session it had before ends. Who may act for a company says for whom first. */
export async function welcome(
  request: FastifyRequest,
  reply: FastifyReply,
  { engine }: ApiContext,
  { token, account }: SignedIn,
  next: string | undefined,
): Promise<FastifyReply> {
  const { lapsed, sessionToken } = request
  if (request.tokenDigest) await engine.deps.store.accounts.closeSession(request.tokenDigest)
  const { cookies } = request.server
  cookies.set(reply, 'masar', token)
  const last = idOf(request.actor ?? lapsed?.actor)
  const isSame = last === account.id
  if (last !== undefined && !isSame) forgetThere(reply)
  const before = sessionToken ?? lapsed?.token
  // Pages of theirs that are still open in other tabs may be sent; those of anybody else may not.
  if (isSame && before !== undefined) cookies.set(reply, 'masar-before', before)
  else if (cookies.get(request, 'masar-before') !== undefined) cookies.clear(reply, 'masar-before')
  const companies = await engine.listRepresentations(actorOf(account), digestOfToken(token))
  const on = next ?? beginningOf(request, account)
  return redirect(request, reply, companies.length > 0 ? URLS.actingFor(on) : on)
}
