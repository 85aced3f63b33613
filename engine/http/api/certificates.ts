/** For whoever holds a certificate in their hands: the key that proves it, and whether it was revoked since. */
import type { FastifyInstance } from 'fastify'
import { notFound, ProblemError } from '../../core/problem.ts'
import { everyone } from '../policy.ts'
import { gives } from '../resources.ts'
import { about, params } from '../schema.ts'
import type { ApiContext } from './context.ts'

export function certificateRoutes(app: FastifyInstance, { engine, options }: ApiContext): void {
  app.get(
    '/.well-known/jwks.json',
    { config: { policy: everyone }, schema: about('certificates', 'Public keys of the QR signatures (RFC 7517)') },
    async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=3600')
      return options.certificateKeys
    },
  )

  app.get<{ Params: { serial: string } }>(
    '/api/certificates/:serial',
    {
      config: { policy: everyone },
      schema: {
        ...about('certificates', 'Whether a certificate is in force; tells nothing about its holder'),
        params: params('serial'),
        response: gives('Certificate'),
      },
    },
    async (request) => {
      const found = await engine.deps.store.documents.certificate(request.params.serial)
      if (found === undefined)
        throw new ProblemError(
          notFound(
            'certificate.not-found',
            'Expected the serial number of an issued certificate, but there is none like this',
          ),
        )
      return {
        serial: found.serial,
        agency: found.agency,
        status: found.status,
        issuedAt: new Date(found.issuedAt).toISOString(),
        ...(found.validUntil === undefined ? {} : { validUntil: new Date(found.validUntil).toISOString() }),
        ...(found.revokedAt === undefined ? {} : { revokedAt: new Date(found.revokedAt).toISOString() }),
      }
    },
  )
}
