/** What staff write beside an application, for each other or for the applicant. */
import type { FastifyInstance } from 'fastify'
import { LONGEST_NOTE, type NewNote, type ShownNote } from '../../commands/notes.ts'
import { AUDIENCES } from '../../core/note.ts'
import { roles, signedIn } from '../policy.ts'
import { givesAll } from '../resources.ts'
import { about, idParam, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

type ById = { Params: { id: string } }

export function noteRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<ById>(
    '/api/instances/:id/notes',
    {
      config: { policy: signedIn },
      schema: {
        ...about('notes', 'What was written beside an application, oldest first; to the applicant what is for them'),
        params: idParam,
        response: givesAll('Note'),
      },
    },
    async (request) => ({
      items: orThrow(await engine.listNotes(actorOfRequest(request), request.params.id)).map(shown),
    }),
  )
  app.post<ById & { Body: NewNote }>(
    '/api/instances/:id/notes',
    {
      config: { policy: roles('clerk', 'supervisor', 'operator') },
      schema: {
        ...about('notes', 'Write a note, once; the same id again is the same note'),
        params: idParam,
        body: strict(
          {
            audience: { enum: AUDIENCES, description: 'applicant: among the messages of the portal' },
            body: text(LONGEST_NOTE),
            id: { type: 'string', format: 'uuid' },
          },
          ['audience', 'body'],
        ),
        response: { 204: { description: 'Written', type: 'null' } },
      },
    },
    async (request, reply) => {
      orThrow(await engine.addNote(actorOfRequest(request), request.params.id, request.body))
      return reply.code(204).send()
    },
  )
}

const shown = ({ id, audience, author, body, at }: ShownNote): object => ({
  id,
  audience,
  ...(author === undefined ? {} : { author }),
  body,
  at: new Date(at).toISOString(),
})
