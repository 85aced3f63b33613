/** Signing in by a sign-on outside: the way there, and the way back of the browser that was sent. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { registerSignatory } from '../../../commands/registered-mandates.ts'
import { forbidden, isProblem, notFound, ProblemError, type Problem } from '../../../core/problem.ts'
import type { ApiContext } from '../../api/context.ts'
import { everyone } from '../../policy.ts'
import { deviceOf } from '../../device.ts'
import { digestOfToken, openSession, type SignedIn } from '../../session.ts'
import { accountOfPerson, companiesIn, personOf } from '../../sign-on/person.ts'
import type { Journey, RelyingParty } from '../../sign-on/relying-party.ts'
import { redirect } from '../frame/notice.ts'
import { localPath, URLS } from '../urls.ts'
import { keepJourney, takeJourney } from './journeys.ts'
import { signInPage } from './page.ts'
import { demandSafety, welcome } from './welcome.ts'

interface Asked {
  readonly Params: { readonly id: string }
  readonly Querystring: { readonly next?: unknown; readonly state?: unknown }
}

export function signOnRoutes(app: FastifyInstance, context: ApiContext): void {
  const config = { policy: everyone }
  const partyOf = ({ params }: { readonly params: Asked['Params'] }): RelyingParty => {
    const party = context.parties.get(params.id)
    if (party === undefined) throw new ProblemError(UNKNOWN)
    return party
  }

  app.get<Asked>('/sign-in/:id', { config }, async (request, reply) => {
    const party = partyOf(request)
    demandSafety(request)
    const next = localPath(request.query.next)
    const departure = await party.depart(next)
    if (isProblem(departure)) return refused(request, reply, context, departure, next)
    keepJourney(request, reply, departure.journey)
    return redirect(request, reply, departure.to)
  })

  app.get<Asked>('/sign-in/:id/back', { config }, async (request, reply) => {
    const party = partyOf(request)
    const begun = takeJourney(request, reply, request.query.state)
    const journey = begun?.signOn === party.config.id ? begun : undefined
    // The back button leads here again: whoever is in stays in, as who they are.
    if (journey === undefined && request.actor !== undefined) return redirect(request, reply, URLS.signIn())
    const arrived = journey === undefined ? NOT_SENT : await arrival(request, context, party, journey)
    if (isProblem(arrived)) return refused(request, reply, context, arrived, journey?.next)
    return welcome(request, reply, context, arrived, localPath(journey?.next))
  })
}

async function arrival(
  request: FastifyRequest,
  { engine: { deps } }: ApiContext,
  party: RelyingParty,
  journey: Journey,
): Promise<SignedIn | Problem> {
  const arrived = await party.arrive(journey, request.url)
  if (isProblem(arrived)) return arrived
  const person = personOf(party.config, arrived.claims)
  if (isProblem(person)) return person
  const { id: signOn, issuer } = party.config
  const { subject, idToken, sid } = arrived
  const { accounts } = deps.store
  const account = await accountOfPerson(accounts, { issuer, subject }, person, deps.clock.now())
  if (isProblem(account)) return account
  const companies = companiesIn(party.config, arrived.claims)
  if (companies) await registerSignatory(deps, account.id, signOn, companies)
  const signedIn = await openSession(deps, account, {
    device: deviceOf(request.headers['user-agent']),
    signOn,
    idToken,
    subject,
    ...(sid === undefined ? {} : { sid }),
  })
  if (sid === undefined || !(await accounts.hasEnded(signOn, sid))) return signedIn
  // Its word came while we asked it who this is.
  await accounts.closeSession(digestOfToken(signedIn.token))
  return ENDED
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
const ENDED = forbidden('sign-on.refused', 'Expected a session that is open at the sign-on, but it has ended it')
const NOT_SENT = forbidden('sign-on.invalid', 'Expected a browser that was sent away here in the last ten minutes')
