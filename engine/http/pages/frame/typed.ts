/**
 * What somebody typed is not lost when their session runs out before they send it. The post of such a page is read and kept
 * for its owner (core/typed-form.ts), its files are taken in as theirs, and the browser is led to sign in and back: there it
 * stands in the form again, for the same person to look over and send. It reaches no handler, and never by itself.
 *
 * Only a session that ran out leaves anything: who signed out, or was signed out, wanted nothing kept.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Digest } from '../../../core/ids.ts'
import { isProblem } from '../../../core/problem.ts'
import type { Engine } from '../../../engine.ts'
import { actorOfRequest } from '../../api/context.ts'
import { allows } from '../../policy.ts'
import { localPath, URLS } from '../urls.ts'
import type { FormBody } from './form-body.ts'
import { redirect, type Notice } from './notice.ts'
import type { FileRefusal, GivenFile } from './uploads.ts'
import { TYPED_WORDS } from './words.ts'

/** Not what was typed: the seal, and which button was pressed. */
const OF_THE_FORM: ReadonlySet<string> = new Set(['csrf', 'action'])

/** A browser that goes there; a script that posts in passing is told that nobody is signed in. */
const isNavigation = ({ headers }: FastifyRequest): boolean =>
  headers['sec-fetch-dest'] === undefined || headers['sec-fetch-dest'] === 'document'

/** Its session ran out, and but for that it would have been let through. */
export function isToBeKept(request: FastifyRequest): boolean {
  const { config } = request.routeOptions
  if (request.method !== 'POST' || request.actor !== undefined || config.typed !== 'form') return false
  return (
    request.lapsed !== undefined &&
    config.policy !== undefined &&
    allows(config.policy, request.lapsed.actor) &&
    isNavigation(request)
  )
}

/** After forgery is refused, before any handler. */
export function keepWhatWasTyped(app: FastifyInstance, engine: Engine): void {
  app.addHook('preHandler', async (request, reply) => {
    if (isToBeKept(request)) return keep(engine, request, reply)
  })
  app.addHook('onSend', async (request, reply) => {
    const { typed } = request.routeOptions.config
    if (typed === undefined || request.actor === undefined || !wasRead(reply)) return
    const address = addressOf(request)
    // Saved in the background is the same form, a step below its own address.
    if (typed === 'form') await engine.forgetTypedForm(request.actor, address)
    else if (reply.statusCode < 300) await engine.forgetTypedForm(request.actor, address.replace(/\/[^/]+$/, ''))
  })
}

/** Went on from there, or stands in the form again with what is wrong; nothing of it was lost on the way. */
const wasRead = ({ statusCode }: FastifyReply): boolean => statusCode < 400 || statusCode === 409 || statusCode === 422

async function keep(engine: Engine, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { lapsed, body, givenFiles } = request
  if (lapsed === undefined) throw new Error('Expected somebody who was signed in')
  const fields = Object.fromEntries(Object.entries((body ?? {}) as FormBody).filter(([name]) => !OF_THE_FORM.has(name)))
  const files = givenFiles.map(({ place, attachment: { digest } }) => ({ place, digest }))
  const isKept = await engine.keepTypedForm(lapsed.actor, addressOf(request), { fields, files })
  return redirect(request, reply, URLS.signIn(pageOf(request, fields)), isKept ? KEPT : TOO_LONG)
}

const KEPT: Notice = { tone: 'warn', text: TYPED_WORDS.kept }
const TOO_LONG: Notice = { tone: 'bad', text: TYPED_WORDS.tooLong }

/** As our own forms are addressed, whatever a browser makes of the letters in it. */
const addressOf = ({ url }: FastifyRequest): string => canonical(url.split('?', 1)[0] ?? '')
export const canonical = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Where the form stands: at the address it is sent to, or on the page it was sent from. */
function pageOf(request: FastifyRequest, { page }: FormBody): string | undefined {
  const { url = '' } = request.routeOptions
  if (request.server.hasRoute({ method: 'GET', url })) {
    const path = request.url.split('?', 1)[0] ?? ''
    return typeof page === 'string' ? `${path}?${new URLSearchParams({ page }).toString()}` : path
  }
  const from = URL.parse(request.headers.referer ?? '')
  return from === null || from.host !== request.host ? undefined : localPath(from.pathname + from.search)
}

/** A form as it was typed, to be filled in again: what a post of it would bring, but for the button. */
export interface TypedBefore {
  readonly body: FormBody
  readonly givenFiles: readonly GivenFile[]
  readonly fileRefusals: readonly FileRefusal[]
}

/** undefined where its reader left nothing there. @param address the form is sent to */
export async function typedBefore(
  engine: Engine,
  request: FastifyRequest,
  address: string,
): Promise<TypedBefore | undefined> {
  const actor = actorOfRequest(request)
  const typed = request.method === 'GET' ? await engine.getTypedForm(actor, canonical(address)) : undefined
  if (typed === undefined) return undefined
  const files = await Promise.all(
    typed.files.map(async ({ place, digest }) => ({
      place,
      found: await engine.getAttachment(actor, digest as Digest),
    })),
  )
  const givenFiles = files.flatMap(({ place, found }) =>
    isProblem(found) ? [] : [{ place, attachment: found.attachment }],
  )
  return { body: { ...typed.fields, action: 'save' }, givenFiles, fileRefusals: [] }
}
