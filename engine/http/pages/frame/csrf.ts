/**
 * That a form was filled in on a page of ours, by whoever is known here. Every form carries a token made from the secret
 * in the browser's cookie: of the session for those signed in, of the visit for all others. It differs each time, so that
 * the length of a compressed page tells nothing of it. A page that was open while the same person signed in again is still
 * theirs. A form that was opened for a company is sent for that company or not at all, whomever its reader acts for meanwhile
 * in another window; but for one that concerns the reader alone, such as signing out.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../../core/actor.ts'
import { forbidden, ProblemError } from '../../../core/problem.ts'
import { html, type Html } from './html.ts'
import { secretOf } from './visit.ts'

const FIELD = 'csrf'
const NONCE_BYTES = 12

/** Stands in every form that posts. */
export const csrfField = (request: FastifyRequest): Html =>
  html`<input type="hidden" name="${FIELD}" value="${csrfToken(request)}" />`

/** For forms that send files, whose fields come only after the address was judged: `action="…?csrf=${csrfToken(request)}"`. */
export function csrfToken(request: FastifyRequest): string {
  const nonce = randomBytes(NONCE_BYTES).toString('base64url')
  const { secret, party } = standingOf(request)
  return `${nonce}.${sealOf(secret, nonce, party)}.${party}`
}

/** What a form is sealed with, and for whom it was opened. */
interface Standing {
  readonly secret: string
  readonly party: string
}

const sealOf = (secret: string, nonce: string, party: string): string =>
  createHmac('sha256', secret).update(`csrf ${nonce} ${party}`).digest('base64url')

const partyOf = (actor: Actor | undefined): string => (actor?.kind === 'user' && actor.acting ? actor.id : '')

const standingOf = (request: FastifyRequest): Standing => ({
  secret: secretOf(request),
  party: partyOf(request.actor),
})

/** Also of a form that was on the screen while its reader's session ran out, or while they signed in again. */
function standingsOf(request: FastifyRequest): readonly Standing[] {
  const { lapsed, actor, server } = request
  const before = actor === undefined ? undefined : server.cookies.get(request, 'masar-before')
  return [
    standingOf(request),
    ...(lapsed === undefined ? [] : [{ secret: lapsed.token, party: partyOf(lapsed.actor) }]),
    ...(before === undefined ? [] : [{ secret: before, party: partyOf(actor) }]),
  ]
}

/** Before any handler of a page: throws where the post came from elsewhere. */
export async function refuseForgery(request: FastifyRequest): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const token = sentWith(request)
  const { anyMandate = false } = request.routeOptions.config
  if (isFromElsewhere(request) || !standingsOf(request).some((standing) => holds(standing, token, anyMandate)))
    throw new ProblemError(
      forbidden(
        'request.forged',
        'Expected a form of this site filled in just now; open the page again and send it anew',
      ),
    )
}

/** What the browser itself says of it, or by the address of its page where it is too old to say: ours as it is reached, or as it is known. */
function isFromElsewhere({ headers, host, server }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin'
  if (headers.origin === undefined) return false
  return headers.origin !== server.publicOrigin && URL.parse(headers.origin)?.host !== host
}

function sentWith({ body, query, headers }: FastifyRequest): string {
  const token = fieldOf(body) ?? fieldOf(query) ?? headers['x-csrf-token']
  return typeof token === 'string' ? token : ''
}

const fieldOf = (fields: unknown): unknown =>
  typeof fields === 'object' && fields !== null && FIELD in fields ? fields[FIELD] : undefined

/** @param isOfPerson whomever it was opened for: it does nothing in anybody's name */
function holds({ secret, party }: Standing, token: string, isOfPerson: boolean): boolean {
  const [nonce = '', sent = '', openedFor = ''] = token.split('.')
  if (openedFor !== party && !isOfPerson) return false
  const expected = Buffer.from(sealOf(secret, nonce, openedFor))
  const actual = Buffer.from(sent)
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}
