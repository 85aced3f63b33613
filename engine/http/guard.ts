/**
 * Who calls, how often, and whether they may call this route at all; in this order, so that guessing costs as much as
 * calling.
 *
 * A caller is known by a bearer token of an open session; on pages by its cookie and on nothing else by it. Only a token that was found counts as a caller of its own for
 * the limits: a made-up one falls back on the address it came from.
 */
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { forbidden, limited, ProblemError, unauthenticated, type Problem } from '../core/problem.ts'
import type { Engine } from '../engine.ts'
import { allows, type RoutePolicy } from './policy.ts'
import { digestOfToken, knownByToken } from './session.ts'
import { wantsPage } from './pages/frame/carry.ts'
import { isToBeKept } from './pages/frame/typed.ts'

const MINUTE = 60_000

/** @param requestsPerMinute of one caller */
export async function guard(app: FastifyInstance, engine: Engine, requestsPerMinute: number): Promise<void> {
  app.decorateRequest('actor', undefined)
  app.decorateRequest('tokenDigest', undefined)
  app.decorateRequest('sessionToken', undefined)
  app.decorateRequest('lapsed', undefined)
  app.decorateRequest('personName', undefined)
  app.decorateRequest('endedMandate', undefined)
  app.addHook('onRequest', async (request, reply) => {
    const inBrowser = wantsPage(request)
    const token = inBrowser ? app.cookies.get(request, 'masar') : bearerOf(request)
    if (token === undefined) return
    const digest = digestOfToken(token)
    const known = await knownByToken(engine.deps, digest)
    if (known === undefined) return
    const { standpoint } = known
    if (known.lapsed) {
      if (inBrowser && standpoint.kind === 'acts') request.lapsed = { actor: standpoint.actor, token }
      return
    }
    request.actor = standpoint.actor
    // What somebody is told who is known is kept by nobody, unless the answer says otherwise.
    reply.header('cache-control', 'no-store')
    if (standpoint.kind === 'ended') request.endedMandate = standpoint.company
    request.tokenDigest = digest
    if (!inBrowser) return
    request.sessionToken = token
    request.personName = known.account.name
  })
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: MINUTE,
    keyGenerator: callerOf,
    errorResponseBuilder: (_request, { max, after }) =>
      new ProblemError(limited('rate.limited', `Expected at most ${max} requests a minute; wait ${after}`)),
  })
  app.addHook('onRoute', (route) => {
    const policy = route.config?.policy
    const check = async (request: FastifyRequest): Promise<void> => judge(request, policy)
    route.onRequest = [...[route.onRequest ?? []].flat(), check]
  })
}

const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer ([A-Za-z0-9_-]{20,200})$/i.exec(headers.authorization ?? '')?.[1]

/** Limits of a route where nobody is known yet: by address alone, whatever token comes along. */
export const perAddress = (max: number): object => ({ max, timeWindow: MINUTE, keyGenerator: addressOf })

const callerOf = (request: FastifyRequest): string => request.tokenDigest ?? addressOf(request)

/** One subscriber has a whole /64 of IPv6 addresses: they count as one. */
function addressOf({ ip }: FastifyRequest): string {
  if (!ip.includes(':') || ip.includes('.')) return ip
  const [head = ''] = ip.split('::')
  return head.split(':').slice(0, 4).join(':')
}

function judge(request: FastifyRequest, policy: RoutePolicy | undefined): void {
  if (policy === undefined) throw new Error(`Expected a policy on ${request.method} ${request.url}`)
  // Read, kept for whoever was signed in, and handed to nobody: no handler sees it.
  if (isToBeKept(request)) return
  if (!allows(policy, request.actor)) throw new ProblemError(refusal(request))
  if (request.endedMandate !== undefined && policy.kind !== 'public' && !request.routeOptions.config.anyMandate)
    throw new ProblemError(mandateEnded)
}

/** What was begun for a company is not gone on with as somebody else without a word. */
const mandateEnded: Problem = forbidden(
  'mandate.ended',
  'Expected a mandate in force, but yours to act for this company has ended or was revoked; say for whom you act now',
)

const refusal = (request: FastifyRequest): Problem =>
  request.actor === undefined
    ? unauthenticated(
        'session.missing',
        'Expected "Authorization: Bearer <token>" with the token of an open session; sign in at POST /api/sessions',
      )
    : forbidden('route.forbidden', 'Expected a role that may use this part of Masar, but your account has none of them')
