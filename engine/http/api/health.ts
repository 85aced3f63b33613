/** For the machine room: is it alive, may it get work, what are its figures. */
import type { FastifyInstance } from 'fastify'
import { ProblemError, unavailable } from '../../core/problem.ts'
import { everyone, roles } from '../policy.ts'
import { about } from '../schema.ts'
import type { ApiContext } from './context.ts'

export function healthRoutes(app: FastifyInstance, { engine, options }: ApiContext): void {
  app.get(
    '/health',
    { config: { policy: everyone }, schema: about('operations', 'The process answers') },
    async () => ({ status: 'ok' }),
  )

  app.get(
    '/ready',
    { config: { policy: everyone }, schema: about('operations', 'The store can be written and work is taken') },
    async () => {
      try {
        await engine.deps.store.health()
      } catch {
        throw new ProblemError(
          unavailable(
            'store.unavailable',
            'Expected a store that takes writes, but it does not; the operator has been told',
          ),
        )
      }
      return { status: 'ready' }
    },
  )

  app.get(
    '/api/health',
    { config: { policy: roles('operator', 'auditor') }, schema: about('operations', 'How the store is set up') },
    async () => engine.deps.store.health(),
  )

  app.get(
    '/metrics',
    { config: { policy: everyone }, schema: about('operations', 'Figures in the text format of Prometheus') },
    async (_request, reply) => reply.type(options.metrics.contentType).send(await options.metrics.text()),
  )
}
