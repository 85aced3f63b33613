/** Trying a draft: one application step by step, from its start each time, and all tests of the package with what they reach. */
import type { FastifyInstance } from 'fastify'
import type { TrialRequest } from '../../core/trial/trials.ts'
import { actorOfRequest, orThrow, type ApiContext } from '../api/context.ts'
import { idParam, jsonObject, nothing, strict, text } from '../schema.ts'
import { atDesigner } from './audience.ts'

type Tried = Omit<Extract<TrialRequest, { kind: 'try' }>, 'kind'>

/** A scenario holds the answers of registers, as a test file does. */
const LARGEST = 2_000_000

export function trialRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<{ Params: { id: string }; Body: Tried }>(
    '/designer/api/drafts/:id/trial',
    {
      config: { policy: atDesigner },
      bodyLimit: LARGEST,
      schema: {
        params: idParam,
        body: strict({ scenario: jsonObject, filling: strict({ element: text(), answers: jsonObject }, ['answers']) }, [
          'scenario',
        ]),
      },
    },
    async (request) =>
      orThrow(
        await engine.tryPackageDraft(actorOfRequest(request), request.params.id, { kind: 'try', ...request.body }),
      ),
  )

  app.post<{ Params: { id: string } }>(
    '/designer/api/drafts/:id/tests',
    { config: { policy: atDesigner }, schema: { params: idParam, body: nothing } },
    async (request) =>
      orThrow(await engine.tryPackageDraft(actorOfRequest(request), request.params.id, { kind: 'test' })),
  )
}
