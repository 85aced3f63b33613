/** Where the payment switch calls us: every FSPIOP request goes, as it came off the wire, to the payment connector. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { signature } from '../policy.ts'
import { about } from '../schema.ts'
import type { ApiContext } from './context.ts'

/** Public path under which the switch reaches Masar. */
export const SWITCH_PATH = '/fspiop'

export function callbackRoutes(app: FastifyInstance, { options }: ApiContext): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  for (const method of ['GET', 'POST', 'PUT', 'PATCH'])
    app.route({
      method,
      url: `${SWITCH_PATH}/*`,
      config: { policy: signature, rateLimit: false as never },
      schema: about('payments', 'Where the payment switch calls back (FSPIOP 1.1)'),
      async handler(request, reply) {
        const answer = await options.receiveFromSwitch({
          method: request.method,
          path: request.url.slice(SWITCH_PATH.length),
          headers: singleHeaders(request),
          body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        })
        return reply.code(answer.status).headers(answer.headers).send(answer.body)
      },
    })
}

/** Headers that came more than once are joined, as Node does for most; a signature header sent twice then fails. */
const singleHeaders = (request: FastifyRequest): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  )
