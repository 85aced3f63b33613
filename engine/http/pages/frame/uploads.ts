/**
 * Forms of pages with files in them. Each file is taken in under the name of whoever sent it while the form arrives; the texts are the body, as of any
 * form, and beside it stands which file was chosen where (`givenFiles`, for `withFile` of forms/files.ts) and which was not taken, and why (`fileRefusals`).
 *
 * Such a form posts to `action="…?csrf=${csrfToken(request)}"`: where it comes from is judged before any of it is read.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../../../core/actor.ts'
import type { Attachment } from '../../../core/attachment.ts'
import { invalid, isProblem, type Problem } from '../../../core/problem.ts'
import { rulesOf } from '../../../commands/attachments.ts'
import { actorOfRequest, type ApiContext } from '../../api/context.ts'
import { readParts, takeApart } from '../../files/parts.ts'
import type { Fault } from '../../../../forms/fault.ts'
import { fileFault, type FileLimits } from '../../../../forms/file-limits.ts'
import { refuseForgery } from './csrf.ts'
import { isToBeKept } from './typed.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the form takes that is sent there, question by question; looked up before a byte of a file is read. */
    readonly fileLimits?: (request: FastifyRequest) => Promise<LimitsAt | undefined>
  }
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
  readonly fault: Fault
}

/** undefined: no file is asked for at this place. */
export type LimitsAt = (place: string) => FileLimits | undefined

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
    const rules = rulesOf(engine.deps)
    // Where the session has run out nothing is looked up under its name; the form judges when its person is back.
    const limitsAt = request.actor && (await request.routeOptions.config.fileLimits?.(request))
    const came = new Map<string, number>()
    const { texts, files } = await takeApart(request, rules.perForm, async (part) => {
      if (limitsAt === undefined) return engine.giveAttachment(actor, part)
      const wanted = limitsAt(part.field)
      const count = (came.get(part.field) ?? 0) + 1
      came.set(part.field, count)
      if (wanted !== undefined && count <= wanted.most) return engine.giveAttachment(actor, { ...part, wanted })
      for await (const _ of part.bytes);
      return wanted === undefined ? UNASKED : TOO_MANY
    })
    request.body = texts
    request.givenFiles = files.flatMap(({ field, taken }) =>
      isProblem(taken) ? [] : [{ place: field, attachment: taken }],
    )
    request.fileRefusals = files.flatMap(({ field: place, taken }) =>
      isProblem(taken) && taken !== UNASKED
        ? [{ place, fault: faultOf(place, taken, limitsAt?.(place), rules.maxBytes) }]
        : [],
    )
  }
}

/** A part of the address that the route names. */
export function paramOf({ params }: FastifyRequest, name: string): string {
  const value: unknown =
    typeof params === 'object' && params !== null
      ? Object.entries(params).find(([key]) => key === name)?.[1]
      : undefined
  return typeof value === 'string' ? value : ''
}

/** No form of ours sends it. */
const UNASKED = invalid('attachment.unasked', 'Expected files only where the form asks for one')
const TOO_MANY = invalid('attachment.too-many', 'Expected no more files than the question takes')

function faultOf(place: string, problem: Problem, limits: FileLimits | undefined, maxBytes: number): Fault {
  if (limits && problem.code === TOO_MANY.code) return { place, code: 'maxItems', params: { limit: limits.most } }
  return fileFault(place, problem, limits, maxBytes)
}

/** Who was signed in until just now gives what they had chosen: it is theirs, and they see it when they are back. */
const giverOf = (request: FastifyRequest): Actor =>
  request.lapsed !== undefined && isToBeKept(request) ? request.lapsed.actor : actorOfRequest(request)

/** Said at the question a file was chosen for. */
export const faultsOf = (refusals: readonly FileRefusal[]): readonly Fault[] => refusals.map(({ fault }) => fault)
