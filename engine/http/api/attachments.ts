/** Files people give with their answers: send them, see one's own, take them back, get a link to read one. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Attachment } from '../../core/attachment.ts'
import type { Digest } from '../../core/ids.ts'
import { ProblemError } from '../../core/problem.ts'
import { noFile, rulesOf } from '../../commands/attachments.ts'
import { FILE_CONTENT } from '../files/files.ts'
import { LINK_LIFE, type FileLink } from '../files/links.ts'
import { allTaken, readParts, takeApart } from '../files/parts.ts'
import { sendFile } from '../files/send.ts'
import { signedIn } from '../policy.ts'
import { gives, givesPageOf } from '../resources.ts'
import { about, params, strict } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

interface ByDigest {
  readonly Params: { readonly digest: string }
}

/** Viewed where it stands, if a browser can, instead of saved. */
interface LinkBody {
  readonly Body: { readonly inPlace?: boolean } | null
}

export async function attachmentRoutes(app: FastifyInstance, context: ApiContext): Promise<void> {
  await readParts(app)
  giving(app, context)
  reading(app, context)
  linking(app, context)
}

function giving(app: FastifyInstance, { engine }: ApiContext): void {
  app.post(
    '/api/attachments',
    {
      config: { policy: signedIn },
      schema: {
        ...about(
          'attachments',
          'Give files (multipart/form-data): each is known by what is in it. Answers name them by digest; what no answer names is forgotten',
        ),
        response: { 201: Object.values(givesPageOf('Attachment'))[0] },
      },
    },
    async (request, reply) => {
      const actor = actorOfRequest(request)
      const parts = await takeApart(request, rulesOf(engine.deps).perForm, (part) => engine.giveAttachment(actor, part))
      const taken = orThrow(allTaken(parts))
      if (taken.length === 0) throw new ProblemError(noFile)
      return reply.code(201).send({ items: taken.map(shown) })
    },
  )

  app.delete<ByDigest>(
    '/api/attachments/:digest',
    {
      config: { policy: signedIn },
      schema: {
        ...about('attachments', 'Take a file back; where an application has taken it, it stays there'),
        params: params('digest'),
        response: { 204: { description: 'Taken back', type: 'null' } },
      },
    },
    async (request, reply) => {
      orThrow(await engine.removeAttachment(actorOfRequest(request), request.params.digest))
      return reply.code(204).send()
    },
  )
}

function reading(app: FastifyInstance, { engine }: ApiContext): void {
  app.get(
    '/api/attachments',
    {
      config: { policy: signedIn },
      schema: { ...about('attachments', 'Files I have given, newest first'), response: givesPageOf('Attachment') },
    },
    async (request) => ({ items: (await engine.listAttachments(actorOfRequest(request))).map(shown) }),
  )

  app.get<ByDigest>(
    '/api/attachments/:digest',
    {
      config: { policy: signedIn },
      schema: {
        ...about('attachments', 'A file I have given, to download'),
        params: params('digest'),
        response: FILE_CONTENT,
      },
    },
    async (request, reply) => {
      const { attachment, read } = orThrow(await engine.getAttachment(actorOfRequest(request), request.params.digest))
      return sendFile(reply, attachment, read())
    },
  )
}

const LINK_BODY = { ...strict({ inPlace: { type: 'boolean' } }), type: ['object', 'null'] }

const LINK = 'A link to it that needs no sign-in: good for some minutes, as long as this session is open'

function linking(app: FastifyInstance, { engine, links }: ApiContext): void {
  app.post<ByDigest & LinkBody>(
    '/api/attachments/:digest/link',
    {
      config: { policy: signedIn },
      schema: { ...about('attachments', LINK), params: params('digest'), body: LINK_BODY, response: gives('FileLink') },
    },
    async (request) => {
      const { attachment } = orThrow(await engine.getAttachment(actorOfRequest(request), request.params.digest))
      return made(request, { digest: attachment.digest, place: { kind: 'own' } })
    },
  )

  app.post<{ Params: { id: string; digest: string } } & LinkBody>(
    '/api/instances/:id/documents/:digest/link',
    {
      config: { policy: signedIn },
      schema: {
        ...about('documents', LINK),
        params: params('id', 'digest'),
        body: LINK_BODY,
        response: gives('FileLink'),
      },
    },
    async (request) => {
      const row = orThrow(
        await engine.findDocument(actorOfRequest(request), request.params.id, request.params.digest as Digest),
      )
      return made(request, { digest: row.digest, place: { kind: 'application', id: row.instance } })
    },
  )

  function made(request: FastifyRequest<LinkBody>, link: Pick<FileLink, 'digest' | 'place'>): object {
    const session = request.tokenDigest
    if (session === undefined) throw new Error('Expected a session of whoever is signed in')
    const now = engine.deps.clock.now()
    const disposition = request.body?.inPlace === true ? 'inline' : 'attachment'
    return {
      url: links.sign({ ...link, session, disposition }, now),
      expires: new Date(now + LINK_LIFE).toISOString(),
    }
  }
}

function shown(attachment: Attachment): object {
  const { owner: _owner, givenAt, ...rest } = attachment
  return { ...rest, givenAt: new Date(givenAt).toISOString() }
}
