/** Where files are read by link: whoever made it is asked for again, and whether they may still read the file. No cookie that says who somebody is is read, none is set. */
import type { FastifyInstance } from 'fastify'
import type { Actor } from '../../core/actor.ts'
import { isProblem, notFound, ProblemError, type Problem } from '../../core/problem.ts'
import type { ApiContext } from '../api/context.ts'
import { everyone } from '../policy.ts'
import { about, params } from '../schema.ts'
import { callerOfToken } from '../session.ts'
import type { FileLink } from './links.ts'
import { sendFile, type Sendable } from './send.ts'
import { isForReading, staleLinkPage } from './stale-link.ts'

export const FILE_CONTENT = {
  200: { description: 'The file', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
}

interface Found {
  readonly file: Sendable
  readonly read: () => AsyncIterable<Uint8Array>
}

/** What a browser shows by itself without running anything. */
const IN_PLACE: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp'])

export function fileRoutes(app: FastifyInstance, { engine, links }: ApiContext): void {
  app.get<{ Params: { digest: string; token: string } }>(
    '/files/:digest/:token',
    {
      config: { policy: everyone },
      schema: {
        ...about('documents', 'A file by the link a page or an answer of the API gave for it; good for some minutes'),
        params: params('digest', 'token'),
        response: FILE_CONTENT,
      },
    },
    async (request, reply) => {
      const { digest, token } = request.params
      const link = links.open(digest, token, engine.deps.clock.now())
      const reader = link && (await callerOfToken(engine.deps, link.session))
      const found = link && reader?.standpoint.kind === 'acts' ? await find(reader.standpoint.actor, link) : noSuchFile
      if (isProblem(found)) {
        if (isForReading(request)) return staleLinkPage(request, reply, noSuchFile)
        throw new ProblemError(noSuchFile)
      }
      const isInPlace = link?.disposition === 'inline' && IN_PLACE.has(found.file.mediaType)
      return sendFile(reply, found.file, found.read(), isInPlace ? 'inline' : 'attachment')
    },
  )

  async function find(reader: Actor, { place, digest }: FileLink): Promise<Found | Problem> {
    if (place.kind === 'own') {
      const own = await engine.getAttachment(reader, digest)
      return isProblem(own) ? own : { file: own.attachment, read: own.read }
    }
    const document = await engine.getDocument(reader, place.id, digest)
    return isProblem(document) ? document : { file: document.row, read: document.read }
  }
}

const noSuchFile = notFound(
  'file.link',
  'Expected a link made some minutes ago in a session that is still open, for a file you may read, but this is none; go back to the page that had it',
)
