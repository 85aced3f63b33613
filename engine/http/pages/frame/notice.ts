/** What is said once, on the page after the one where something was done: "saved", "sent". */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isJsonObject } from '../../../core/json.ts'
import type { Language, Text } from '../../../core/text.ts'
import { html, type Html } from './html.ts'

export interface Notice {
  readonly tone: 'good' | 'warn' | 'bad'
  /** At most some hundred characters: it travels in a cookie. */
  readonly text: Text
}

const SECONDS = 60
const LONGEST = 3_000

/** After a post: to a page that can be read and reloaded (303), with a word on what was done. */
export function redirect(request: FastifyRequest, reply: FastifyReply, to: string, notice?: Notice): FastifyReply {
  if (notice !== undefined) {
    const value = Buffer.from(JSON.stringify(notice)).toString('base64url')
    if (value.length > LONGEST) throw new Error(`Expected a short notice, but it has ${value.length} characters`)
    request.server.cookies.set(reply, 'masar-notice', value, SECONDS)
  }
  return reply.header('cache-control', 'no-store').redirect(to, 303)
}

/** Takes the notice off: it is shown once. */
export function takeNotice(request: FastifyRequest, reply: FastifyReply): Notice | undefined {
  const value = request.server.cookies.get(request, 'masar-notice')
  if (value === undefined) return undefined
  request.server.cookies.clear(reply, 'masar-notice')
  return noticeOf(value)
}

function noticeOf(value: string): Notice | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(value.slice(0, LONGEST), 'base64url').toString('utf8'))
    if (!isJsonObject(read) || !isJsonObject(read['text'])) return undefined
    const { ar, en } = read['text']
    const tone = (['good', 'warn', 'bad'] as const).find((one) => one === read['tone'])
    return tone !== undefined && typeof ar === 'string' && typeof en === 'string'
      ? { tone, text: { ar, en } }
      : undefined
  } catch {
    return undefined
  }
}

export const noticeHtml = ({ tone, text }: Notice, language: Language): Html =>
  html`<div class="notice notice-${tone}" role="status"><p>${text[language]}</p></div>`
