/** What a template of a draft would look like: a PDF marked as a specimen on every page, or the text of a notice. */
import type { FastifyInstance } from 'fastify'
import { ProblemError, unavailable } from '../../core/problem.ts'
import type { JsonObject } from '../../core/json.ts'
import type { Language } from '../../core/text.ts'
import { actorOfRequest, orThrow, type ApiContext } from '../api/context.ts'
import { idParam, jsonObject, strict, text } from '../schema.ts'
import { atDesigner } from './audience.ts'

interface Asked {
  /** Its path within the package. */
  readonly template: string
  /** As it stands on the screen, which is ahead of what is saved. */
  readonly text: string
  readonly sample: JsonObject
  readonly language: Language
}

const LARGEST_TEMPLATE = 256 * 1024
const PER_MINUTE = 60

export function previewRoutes(app: FastifyInstance, { engine, options }: ApiContext): void {
  app.post<{ Params: { id: string }; Body: Asked }>(
    '/designer/api/drafts/:id/documents/preview',
    {
      config: { policy: atDesigner, rateLimit: { max: PER_MINUTE, timeWindow: 60_000 } },
      schema: {
        params: idParam,
        body: strict(
          {
            template: { ...text(200), pattern: '^templates/[a-z0-9._/-]+\\.hbs$' },
            text: { type: 'string', maxLength: LARGEST_TEMPLATE },
            sample: jsonObject,
            language: { enum: ['ar', 'en'] },
          },
          ['template', 'text', 'sample', 'language'],
        ),
      },
    },
    async (request, reply) => {
      const actor = actorOfRequest(request)
      orThrow(await engine.getPackageDraft(actor, request.params.id))
      const { specimen } = options
      if (specimen === undefined)
        throw new ProblemError(
          unavailable(
            'specimen.unavailable',
            'Expected documents in the configuration of this server, but there are none',
          ),
        )
      const { template: file, text: template, sample, language } = request.body
      const made = orThrow(await specimen(actor.agency, { file, template, sample, language }))
      reply.header('cache-control', 'no-store')
      if (made.kind === 'notice') return { text: made.text }
      return reply.type('application/pdf').send(Buffer.from(made.bytes))
    },
  )
}
