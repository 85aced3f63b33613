/** Drafts of packages over HTTP, for the designer: list, begin, read, write, lock, revisions, throw away, as one file, judged. */
import type { FastifyInstance } from 'fastify'
import { PACKAGE_LIMITS } from '../../core/package/files.ts'
import { actorOfRequest, orThrow, type ApiContext } from '../api/context.ts'
import { idParam, line, params, strict } from '../schema.ts'
import { atDesigner } from './audience.ts'
import { createdOf, newDraftOf, type NewDraftBody } from './new-draft.ts'
import { draftContent, draftSummary, instant } from './shown.ts'

interface ById {
  readonly Params: { readonly id: string }
}

const config = { policy: atDesigner }
/** Packing and unpacking a package keeps the server at work for as long as fifty readings: a caller has a fiftieth of their requests for it. */
const packing = ({ options: { requestsPerMinute } }: ApiContext) => ({
  policy: atDesigner,
  rateLimit: { max: Math.ceil(requestsPerMinute / 50), timeWindow: 60_000 },
})
/** JSON says some characters in six. */
const LARGEST_CHANGE = 2 * PACKAGE_LIMITS.unpacked
/** A zip in base64. */
const LARGEST_IMPORT = Math.ceil(PACKAGE_LIMITS.zipped * 1.4)

const uuid = { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' } as const
const bothLanguages = (maxLength: number): object =>
  strict({ ar: { type: 'string', maxLength }, en: { type: 'string', maxLength } }, ['ar', 'en'])

export function draftRoutes(app: FastifyInstance, context: ApiContext): void {
  listing(app, context)
  writing(app, context)
  locking(app, context)
  revising(app, context)
}

function listing(app: FastifyInstance, context: ApiContext): void {
  const { engine } = context
  app.get('/designer/api/drafts', { config }, async (request) => ({
    items: (await engine.listPackageDrafts(actorOfRequest(request))).map(draftSummary),
  }))

  app.post<{ Body: NewDraftBody }>(
    '/designer/api/drafts',
    {
      config: packing(context),
      bodyLimit: LARGEST_IMPORT,
      schema: {
        body: strict(
          {
            kind: { enum: ['blank', 'version', 'template', 'import'] },
            id: uuid,
            packageId: line(80),
            title: bothLanguages(300),
            flow: { enum: ['ltr', 'rtl'] },
            version: line(20),
            template: line(120),
            name: line(200),
            content: { type: 'string', maxLength: LARGEST_IMPORT },
          },
          ['kind'],
        ),
      },
    },
    async (request, reply) => {
      const asked = orThrow(newDraftOf(request.body))
      const { draft, files, notes } = orThrow(await engine.createPackageDraft(actorOfRequest(request), asked))
      return reply.code(201).send(createdOf(draftContent({ draft, files }), notes))
    },
  )

  app.get('/designer/api/drafts/discarded', { config }, async (request) => ({
    items: (await engine.listDiscardedPackageDrafts(actorOfRequest(request))).map((draft) => ({
      ...draftSummary(draft),
      discardedAt: instant(draft.discardedAt),
      discardedBy: draft.discardedByName,
      until: instant(draft.until),
    })),
  }))

  app.get<ById>('/designer/api/drafts/:id', { config, schema: { params: idParam } }, async (request) =>
    draftContent(orThrow(await engine.getPackageDraft(actorOfRequest(request), request.params.id))),
  )

  app.get<ById>(
    '/designer/api/drafts/:id/package',
    { config: packing(context), schema: { params: idParam } },
    async (request, reply) => {
      const { name, zip } = orThrow(await engine.packPackageDraft(actorOfRequest(request), request.params.id))
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(Buffer.from(zip))
    },
  )

  app.get('/designer/api/packages', { config }, async (request) => ({
    items: await engine.listOpenablePackages(actorOfRequest(request)),
    starters: await engine.listStarters(actorOfRequest(request)),
  }))

  app.get<{ Params: { id: string; version: string } }>(
    '/designer/api/shared/:id/:version/package',
    { config, schema: { params: params('id', 'version') } },
    async (request, reply) => {
      const { id, version } = request.params
      const zip = orThrow(await engine.getPackageInForce(actorOfRequest(request), id, version))
      return reply.type('application/zip').send(Buffer.from(zip))
    },
  )
}

interface Changes {
  readonly rev: number
  readonly change?: string
  readonly files: Readonly<Record<string, string | null>>
  readonly label?: { readonly ar: string; readonly en: string }
}

function writing(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<ById & { Body: Changes }>(
    '/designer/api/drafts/:id/changes',
    {
      config,
      bodyLimit: LARGEST_CHANGE,
      schema: {
        params: idParam,
        body: strict(
          {
            rev: { type: 'integer', minimum: 1 },
            change: uuid,
            files: {
              type: 'object',
              maxProperties: 2 * PACKAGE_LIMITS.files,
              additionalProperties: { type: ['string', 'null'] },
            },
            label: bothLanguages(200),
          },
          ['rev', 'files'],
        ),
      },
    },
    async (request) => {
      const { files, ...change } = request.body
      const made = { ...change, files: new Map(Object.entries(files)) }
      return orThrow(await engine.changePackageDraft(actorOfRequest(request), request.params.id, made))
    },
  )

  app.delete<ById>('/designer/api/drafts/:id', { config, schema: { params: idParam } }, async (request, reply) => {
    orThrow(await engine.discardPackageDraft(actorOfRequest(request), request.params.id))
    return reply.code(204).send()
  })

  app.post<ById>('/designer/api/drafts/:id/recover', { config, schema: { params: idParam } }, async (request) =>
    draftContent(orThrow(await engine.recoverPackageDraft(actorOfRequest(request), request.params.id))),
  )

  app.post<ById>('/designer/api/drafts/:id/check', { config, schema: { params: idParam } }, async (request) => ({
    findings: orThrow(await engine.checkPackageDraft(actorOfRequest(request), request.params.id)),
  }))
}

function locking(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<ById & { Body: { readonly steal?: boolean } | undefined }>(
    '/designer/api/drafts/:id/lock',
    { config, schema: { params: idParam, body: strict({ steal: { type: 'boolean' } }) } },
    async (request) => {
      const { steal = false } = request.body ?? {}
      const lock = orThrow(await engine.lockPackageDraft(actorOfRequest(request), request.params.id, { steal }))
      return { until: instant(lock.until) }
    },
  )

  app.delete<ById>('/designer/api/drafts/:id/lock', { config, schema: { params: idParam } }, async (request, reply) => {
    orThrow(await engine.unlockPackageDraft(actorOfRequest(request), request.params.id))
    return reply.code(204).send()
  })
}

function revising(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<ById>('/designer/api/drafts/:id/revisions', { config, schema: { params: idParam } }, async (request) => {
    const found = orThrow(await engine.listPackageDraftRevisions(actorOfRequest(request), request.params.id))
    return {
      items: found.revisions.map(({ rev, at, byName, kind, label }) => ({
        rev,
        at: instant(at),
        by: byName,
        kind,
        ...(label && { label }),
      })),
      takeovers: found.takeovers.map(({ at, byName, fromName }) => ({ at: instant(at), by: byName, from: fromName })),
    }
  })

  app.post<ById & { Body: { readonly revision: number } }>(
    '/designer/api/drafts/:id/restore',
    {
      config,
      schema: { params: idParam, body: strict({ revision: { type: 'integer', minimum: 1 } }, ['revision']) },
    },
    async (request) => {
      const { params: asked, body } = request
      return draftContent(orThrow(await engine.restorePackageDraft(actorOfRequest(request), asked.id, body.revision)))
    },
  )
}
