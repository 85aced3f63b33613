/** Signing in by a sign-on outside: the way there, and the way back of the browser that was sent. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isJsonObject } from '../../../core/json.ts'
import { forbidden, isProblem, notFound, ProblemError, type Problem } from '../../../core/problem.ts'
import type { ApiContext } from '../../api/context.ts'
import { everyone } from '../../policy.ts'
import { openSession, type SignedIn } from '../../session.ts'
import { accountOfPerson, personOf } from '../../sign-on/person.ts'
import type { Journey, RelyingParty } from '../../sign-on/relying-party.ts'
import { redirect } from '../frame/notice.ts'
import { localPath } from '../urls.ts'
import { signInPage } from './page.ts'
import { demandSafety, welcome } from './welcome.ts'

/** Time to prove who one is, in seconds. */
const PATIENCE = 600

interface Asked {
  readonly Params: { readonly id: string }
  readonly Querystring: { readonly next?: unknown }
}

export function signOnRoutes(
  app: FastifyInstance,
  context: ApiContext,
  parties: ReadonlyMap<string, RelyingParty>,
): void {
  const config = { policy: everyone }
  const partyOf = ({ params }: { readonly params: Asked['Params'] }): RelyingParty => {
    const party = parties.get(params.id)
    if (party === undefined) throw new ProblemError(UNKNOWN)
    return party
  }

  app.get<Asked>('/sign-in/:id', { config }, async (request, reply) => {
    const party = partyOf(request)
    demandSafety(request)
    const next = localPath(request.query.next)
    const departure = await party.depart(next)
    if (isProblem(departure)) return refused(request, reply, context, departure, next)
    app.cookies.set(reply, 'masar-journey', written(departure.journey), PATIENCE)
    return redirect(request, reply, departure.to)
  })

  app.get<Asked>('/sign-in/:id/back', { config }, async (request, reply) => {
    const party = partyOf(request)
    const journey = read(app.cookies.get(request, 'masar-journey'))
    app.cookies.clear(reply, 'masar-journey')
    const arrived = journey === undefined ? NOT_SENT : await arrival(request, context, party, journey)
    if (isProblem(arrived)) return refused(request, reply, context, arrived, journey?.next)
    return welcome(request, reply, context, arrived, localPath(journey?.next))
  })
}

async function arrival(
  request: FastifyRequest,
  { engine }: ApiContext,
  party: RelyingParty,
  journey: Journey,
): Promise<SignedIn | Problem> {
  const arrived = await party.arrive(journey, request.url)
  if (isProblem(arrived)) return arrived
  const person = personOf(party.config, arrived.claims)
  if (isProblem(person)) return person
  const { id, issuer } = party.config
  const known = { issuer, subject: arrived.subject }
  const account = await accountOfPerson(engine.deps.store.accounts, known, person, engine.deps.clock.now())
  return isProblem(account) ? account : openSession(engine.deps, account, { signOn: id, idToken: arrived.idToken })
}

/** On the sign-in page, where one can try again; the operator's log says why, and nothing of the person. */
function refused(
  request: FastifyRequest,
  reply: FastifyReply,
  { options }: ApiContext,
  problem: Problem,
  next: string | undefined,
): Promise<FastifyReply> {
  request.log.warn({ problem: problem.code, detail: problem.detail })
  return signInPage(request, reply, options, { next: localPath(next), problem })
}

const UNKNOWN = notFound(
  'sign-on.unknown',
  'Expected a sign-on that the configuration names, but it has none by this id',
)
const NOT_SENT = forbidden('sign-on.invalid', 'Expected a browser that was sent away here in the last ten minutes')

const written = (journey: Journey): string => Buffer.from(JSON.stringify(journey)).toString('base64url')

function read(cookie: string | undefined): Journey | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString('utf8'))
    if (!isJsonObject(value)) return undefined
    const { state, nonce, verifier, next } = value
    if (typeof state !== 'string' || typeof nonce !== 'string' || typeof verifier !== 'string') return undefined
    return { state, nonce, verifier, ...(typeof next === 'string' ? { next } : {}) }
  } catch {
    return undefined
  }
}
