/** Publishing from the designer: what changed and what it means, signing, putting in force, and going back. */
import type { FastifyInstance } from 'fastify'
import type { PublishRequest, RollBackRequest } from '../../commands/publishing/publish.ts'
import type { SigningRequest } from '../../commands/publishing/sign-off.ts'
import { actorOfRequest, orThrow, type ApiContext } from '../api/context.ts'
import { idParam, params, strict, text } from '../schema.ts'
import { atDesigner } from './audience.ts'

interface OfDraft {
  readonly Params: { readonly id: string }
}

const REV = { type: 'integer', minimum: 1 } as const
const REMARK = text(2000)
/** null: no version was in force. */
const AGAINST = { ...text(40), type: ['string', 'null'] }

export function publishRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<OfDraft & { readonly Querystring: { readonly against?: string } }>(
    '/designer/api/drafts/:id/diff',
    { config: { policy: atDesigner }, schema: { params: idParam, querystring: strict({ against: text(40) }) } },
    async (request) =>
      orThrow(await engine.planPublication(actorOfRequest(request), request.params.id, request.query.against)),
  )

  app.get<OfDraft>(
    '/designer/api/drafts/:id/publishing-news',
    { config: { policy: atDesigner }, schema: { params: idParam } },
    async (request) => orThrow(await engine.publishingNews(actorOfRequest(request), request.params.id)),
  )

  app.get<OfDraft>(
    '/designer/api/drafts/:id/signers',
    { config: { policy: atDesigner }, schema: { params: idParam } },
    async (request) => ({
      groups: orThrow(await engine.listSigners(actorOfRequest(request), request.params.id)),
    }),
  )

  app.post<OfDraft & { readonly Body: SigningRequest }>(
    '/designer/api/drafts/:id/sign-offs',
    {
      config: { policy: atDesigner },
      schema: {
        params: idParam,
        body: strict({ rev: REV, against: AGAINST, role: text(64), remark: REMARK }, ['rev', 'role']),
      },
    },
    async (request) => ({
      signatures: orThrow(await engine.signPackageDraft(actorOfRequest(request), request.params.id, request.body)),
    }),
  )

  app.post<OfDraft & { readonly Body: PublishRequest }>(
    '/designer/api/drafts/:id/publish',
    {
      config: { policy: atDesigner },
      schema: {
        params: idParam,
        body: strict({ rev: REV, against: AGAINST, version: text(40), remark: REMARK }, ['rev', 'version']),
      },
    },
    async (request) =>
      orThrow(await engine.publishPackageDraft(actorOfRequest(request), request.params.id, request.body)),
  )

  app.get<{ readonly Params: { readonly packageId: string; readonly version: string } }>(
    '/designer/api/packages/:packageId/roll-back/:version',
    { config: { policy: atDesigner }, schema: { params: params('packageId', 'version') } },
    async (request) => {
      const { packageId, version } = request.params
      return orThrow(await engine.planRollBack(actorOfRequest(request), packageId, version))
    },
  )

  app.post<{
    readonly Params: { readonly packageId: string }
    readonly Body: RollBackRequest
  }>(
    '/designer/api/packages/:packageId/roll-back',
    {
      config: { policy: atDesigner },
      schema: {
        params: params('packageId'),
        body: strict({ to: text(40), from: text(40), version: text(40), remark: REMARK }, ['to']),
      },
    },
    async (request) =>
      orThrow(await engine.rollBackPackage(actorOfRequest(request), request.params.packageId, request.body)),
  )
}
