/**
 * Forms of pages with files in them. Each file is taken in under the name of whoever sent it while the form arrives; the texts are the body, as of any
 * form, and beside it stands which file was chosen where (`givenFiles`, for `withFile` of forms/files.ts) and which was not taken, and why (`fileRefusals`).
 *
 * Such a form posts to `action="…?csrf=${csrfToken(request)}"`: where it comes from is judged before any of it is read.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../../../core/actor.ts'
import type { Attachment } from '../../../core/attachment.ts'
import { isProblem, type Problem } from '../../../core/problem.ts'
import { rulesOf } from '../../../commands/attachments.ts'
import { actorOfRequest, type ApiContext } from '../../api/context.ts'
import { readParts, takeApart } from '../../files/parts.ts'
import type { Fault } from '../../../../forms/fault.ts'
import { refuseForgery } from './csrf.ts'
import { isToBeKept } from './typed.ts'

declare module 'fastify' {
  interface FastifyRequest {
    givenFiles: readonly GivenFile[]
    fileRefusals: readonly FileRefusal[]
  }
}

export interface GivenFile {
  /** Name of the input it was chosen in: the place of its answer. */
  readonly place: string
  readonly attachment: Attachment
}

export interface FileRefusal {
  readonly place: string
  readonly problem: Problem
}

export async function receiveFiles(app: FastifyInstance, { engine }: ApiContext): Promise<void> {
  await readParts(app)
  app.decorateRequest('givenFiles')
  app.decorateRequest('fileRefusals')
  app.addHook('onRequest', async (request) => {
    request.givenFiles = []
    request.fileRefusals = []
  })
  app.addHook('preValidation', async (request) => {
    if (request.method === 'GET' || !request.isMultipart()) return
    await refuseForgery(request)
    await receive(request)
  })

  async function receive(request: FastifyRequest): Promise<void> {
    const actor = giverOf(request)
    const most = rulesOf(engine.deps).perForm
    const { texts, files } = await takeApart(request, most, (part) => engine.giveAttachment(actor, part))
    request.body = texts
    request.givenFiles = files.flatMap(({ field, taken }) =>
      isProblem(taken) ? [] : [{ place: field, attachment: taken }],
    )
    request.fileRefusals = files.flatMap(({ field, taken }) =>
      isProblem(taken) ? [{ place: field, problem: taken }] : [],
    )
  }
}

/** Who was signed in until just now gives what they had chosen: it is theirs, and they see it when they are back. */
const giverOf = (request: FastifyRequest): Actor =>
  request.lapsed !== undefined && isToBeKept(request) ? request.lapsed.actor : actorOfRequest(request)

/** Said at the question a file was chosen for. */
export const faultsOf = (refusals: readonly FileRefusal[]): readonly Fault[] =>
  refusals.map(({ place, problem }) => ({ place, code: problem.code, params: {} }))
