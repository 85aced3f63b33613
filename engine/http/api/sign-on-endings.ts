/** Where a sign-on says, server to server, that it has ended a session: what was opened by it here ends at once, on every device. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { forbidden, isProblem, notFound, ProblemError, type Problem } from '../../core/problem.ts'
import { field, readForms } from '../pages/frame/form-body.ts'
import { signature } from '../policy.ts'
import { about, idParam } from '../schema.ts'
import type { RelyingParty } from '../sign-on/relying-party.ts'
import type { ApiContext } from './context.ts'

interface Told {
  readonly Params: { readonly id: string }
}

const WORD = 'Where a sign-on tells that it has ended a session (OpenID Connect Back-Channel Logout 1.0)'

export function signOnEndingRoutes(app: FastifyInstance, context: ApiContext): void {
  readForms(app)
  app.post<Told>(
    '/api/sign-ons/:id/endings',
    {
      config: { policy: signature },
      schema: {
        ...about('sessions', WORD),
        params: idParam,
        response: { 204: { description: 'Ended', type: 'null' } },
      },
    },
    async (request, reply) => {
      const party = context.parties.get(request.params.id)
      if (party === undefined) throw new ProblemError(UNKNOWN)
      const refusal = await end(context, party, field(request.body, 'logout_token'))
      reply.header('cache-control', 'no-store')
      return refusal === undefined ? reply.code(204).send() : refused(request, reply, refusal)
    },
  )
}

async function end({ engine }: ApiContext, party: RelyingParty, token: string): Promise<Problem | undefined> {
  const word = await party.hear(token)
  if (isProblem(word)) return word
  const ending = { ...word, signOn: party.config.id, at: engine.deps.clock.now() }
  return (await engine.deps.store.accounts.endSignOn(ending)) ? undefined : REPEATED
}

/** As the protocol has it (2.8): one status and an error of OAuth, whatever was wrong. */
function refused(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  request.log.warn({ problem: problem.code, detail: problem.detail })
  return reply.code(400).send({ error: 'invalid_request', error_description: problem.detail })
}

const UNKNOWN = notFound(
  'sign-on.unknown',
  'Expected a sign-on that the configuration names, but it has none by this id',
)
const REPEATED = forbidden('sign-on.ending', 'Expected a logout token that was not heard before, but this one was')
