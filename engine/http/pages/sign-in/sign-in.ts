/** Signing in and out in a browser: with an account here, or by a sign-on outside. Every sign-in opens a session of its own. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { forbidden, isProblem, ProblemError } from '../../../core/problem.ts'
import type { ApiContext } from '../../api/context.ts'
import { deviceOf } from '../../device.ts'
import { perAddress } from '../../guard.ts'
import { everyone } from '../../policy.ts'
import { digestOfToken, signIn } from '../../session.ts'
import { field } from '../frame/form-body.ts'
import type { Area } from '../frame/frame.ts'
import { redirect } from '../frame/notice.ts'
import { localPath, URLS } from '../urls.ts'
import { LONGEST_NAME, LONGEST_PASSWORD, signInPage } from './page.ts'
import { sessionPages } from './sessions.ts'
import { signOnRoutes } from './sign-on.ts'
import { demandSafety, forgetThere, welcome } from './welcome.ts'
import { SIGN_IN_WORDS } from './words.ts'

export const SIGN_IN: Area = {
  routes(app, context) {
    app.get<{ Querystring: { next?: unknown } }>(URLS.signIn(), { config: { policy: everyone } }, (request, reply) =>
      signInPage(request, reply, context.options, { next: localPath(request.query.next) }),
    )

    app.post(
      URLS.signIn(),
      { config: { policy: everyone, rateLimit: perAddress(context.options.signInsPerMinute) } },
      (request, reply) => enter(request, reply, context),
    )

    app.post(URLS.signOut(), { config: { policy: everyone, anyMandate: true } }, (request, reply) =>
      leave(request, reply, context),
    )

    signOnRoutes(app, context)
    sessionPages(app, context)
  },
}

const LOCAL = forbidden('session.local', 'Expected one of the sign-ons, since accounts here are not for browsers')

async function enter(request: FastifyRequest, reply: FastifyReply, context: ApiContext): Promise<FastifyReply> {
  const { engine, options, attempts } = context
  demandSafety(request)
  if (!options.localAccounts) throw new ProblemError(LOCAL)
  const next = localPath(field(request.body, 'next'))
  const user = field(request.body, 'user').trim().slice(0, LONGEST_NAME)
  const password = field(request.body, 'password').slice(0, LONGEST_PASSWORD + 1)
  const device = deviceOf(request.headers['user-agent'])
  const signedIn = await signIn(engine.deps, attempts, user, password, device)
  if (isProblem(signedIn)) return signInPage(request, reply, options, { next, user, problem: signedIn })
  return welcome(request, reply, context, signedIn, next)
}

/** Here first, so that the cookie is worth nothing whatever follows; then where the person signed in, also where the session has run out here meanwhile. */
async function leave(
  request: FastifyRequest,
  reply: FastifyReply,
  { engine, parties }: ApiContext,
): Promise<FastifyReply> {
  const { accounts } = engine.deps.store
  const digest = request.tokenDigest ?? (request.lapsed && digestOfToken(request.lapsed.token))
  const session = digest === undefined ? undefined : await accounts.session(digest)
  if (digest !== undefined) await accounts.closeSession(digest)
  const { cookies } = request.server
  cookies.clear(reply, 'masar')
  cookies.clear(reply, 'masar-before')
  forgetThere(reply)
  cookies.clear(reply, 'masar-visit')
  const elsewhere = await parties.get(session?.signOn ?? '')?.farewell(session?.idToken)
  return redirect(request, reply, elsewhere ?? URLS.signIn(), { tone: 'good', text: SIGN_IN_WORDS.signedOut })
}
