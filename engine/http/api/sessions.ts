/** Signing in and out with a local account. */
import type { FastifyInstance } from 'fastify'
import { deviceOf } from '../device.ts'
import { perAddress } from '../guard.ts'
import { everyone, signedIn } from '../policy.ts'
import { gives } from '../resources.ts'
import { about, nothing, strict, text } from '../schema.ts'
import { signIn } from '../session.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

export function sessionRoutes(app: FastifyInstance, { engine, options, attempts }: ApiContext): void {
  app.post<{ Body: { user: string; password: string } }>(
    '/api/sessions',
    {
      config: { policy: everyone, rateLimit: perAddress(options.signInsPerMinute) },
      schema: {
        ...about('sessions', 'Sign in; gives a bearer token for 12 hours, 30 minutes idle'),
        body: strict({ user: text(64), password: text(200) }, ['user', 'password']),
        response: gives('Session', 201),
      },
    },
    async (request, reply) => {
      const { token, expires, account } = orThrow(
        await signIn(
          engine.deps,
          attempts,
          request.body.user,
          request.body.password,
          deviceOf(request.headers['user-agent']),
        ),
      )
      reply.code(201).header('cache-control', 'no-store')
      return {
        token,
        expires: new Date(expires).toISOString(),
        user: account.id,
        agency: account.agency,
        roles: account.roles,
        groups: account.groups,
      }
    },
  )

  app.delete(
    '/api/sessions/current',
    {
      config: { policy: signedIn, anyMandate: true },
      schema: {
        ...about('sessions', 'Sign out'),
        body: nothing,
        response: { 204: { description: 'Signed out', type: 'null' } },
      },
    },
    async (request, reply) => {
      if (request.tokenDigest) await engine.deps.store.accounts.closeSession(request.tokenDigest)
      return reply.code(204).send()
    },
  )

  app.get('/api/me', { config: { policy: signedIn }, schema: about('sessions', 'Who I am') }, async (request) =>
    actorOfRequest(request),
  )
}
