/**
 * Forms of pages with files in them. Each file is taken in under the name of whoever sent it while the form arrives, and stands
 * in the body as the answer it is: of the input "/deed" come "/deed/digest", "/deed/name", "/deed/size" and "/deed/mediaType", and "/deed" is the digest
 * alone; an input "/photos/*" adds entries to the list. What was not taken, and why, is in `fileRefusals`.
 *
 * Such a form posts to `action="…?csrf=${csrfToken(request)}"`: where it comes from is judged before any of it is read.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Attachment } from '../../../core/attachment.ts'
import { isProblem, type Problem } from '../../../core/problem.ts'
import { rulesOf } from '../../../commands/attachments.ts'
import { actorOfRequest, type ApiContext } from '../../api/context.ts'
import { readParts, takeApart } from '../../files/parts.ts'
import { refuseForgery } from './csrf.ts'
import type { FormBody } from './form-body.ts'

declare module 'fastify' {
  interface FastifyRequest {
    fileRefusals: readonly FileRefusal[]
  }
}

export interface FileRefusal {
  /** Of the input it was chosen in. */
  readonly place: string
  readonly problem: Problem
}

export async function receiveFiles(app: FastifyInstance, { engine }: ApiContext): Promise<void> {
  await readParts(app)
  app.decorateRequest('fileRefusals')
  app.addHook('onRequest', async (request) => {
    request.fileRefusals = []
  })
  app.addHook('preValidation', async (request) => {
    if (request.method === 'GET' || !request.isMultipart()) return
    await refuseForgery(request)
    await receive(request)
  })

  async function receive(request: FastifyRequest): Promise<void> {
    const actor = actorOfRequest(request)
    const most = rulesOf(engine.deps).perForm
    const { texts, files } = await takeApart(request, most, (part) => engine.giveAttachment(actor, part))
    let body: FormBody = texts
    const refused: FileRefusal[] = []
    for (const { field, taken } of files)
      if (isProblem(taken)) refused.push({ place: placeIn(body, field), problem: taken })
      else body = withFile(body, placeIn(body, field), taken)
    request.fileRefusals = refused
    request.body = body
  }
}

/** "/photos/*" means the entry after the last. */
function placeIn(body: FormBody, field: string): string {
  if (!field.endsWith('/*')) return field
  const list = field.slice(0, -1)
  const taken = Object.keys(body).flatMap((name) => {
    const index = name.startsWith(list) ? /^\d+/.exec(name.slice(list.length))?.[0] : undefined
    return index === undefined ? [] : [Number(index)]
  })
  return `${list}${String(Math.max(-1, ...taken) + 1)}`
}

/** In place of what stood there before. */
const withFile = (body: FormBody, place: string, { digest, name, size, mediaType }: Attachment): FormBody => ({
  ...body,
  [place]: digest,
  [`${place}/digest`]: digest,
  [`${place}/name`]: name,
  [`${place}/size`]: String(size),
  [`${place}/mediaType`]: mediaType,
})
