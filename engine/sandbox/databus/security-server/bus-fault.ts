/** A refusal spoken by a security server itself, not by the registry behind it: X-Road-Error and a small body (PR-REST 4.6). */
import { randomUUID } from 'node:crypto'
import type { Reply } from '../reply.ts'

export class BusFault extends Error {
  readonly code: string

  /** `code` as of X-Road 7.8, e.g. "server.serverproxy.access_denied". */
  constructor(code: string, message: string) {
    super(message)
    this.name = 'BusFault'
    this.code = code
  }
}

/** How codes are spelt: up to X-Road 7.7 in CamelCase, since 7.8 in snake_case. */
export type ErrorCodes = 'snake' | 'camel'

const XML = /(?:text\/xml|application\/xml|text\/\*)/i
const WORDS: Readonly<Record<string, string>> = {
  clientproxy: 'ClientProxy',
  serverproxy: 'ServerProxy',
  io_error: 'IOError',
}

export function faultReply(fault: BusFault, codes: ErrorCodes, accept: string | undefined): Reply {
  const type = codes === 'camel' ? camelCode(fault.code) : fault.code
  const body = { type, message: fault.message, detail: randomUUID() }
  const xml = XML.test(accept ?? '')
  return {
    status: fault.code.toLowerCase().startsWith('server.') ? 500 : 400,
    headers: {
      'X-Road-Error': type,
      'Content-Type': xml ? 'text/xml;charset=utf-8' : 'application/json;charset=utf-8',
    },
    body: Buffer.from(xml ? xmlBody(body) : JSON.stringify(body), 'utf8'),
  }
}

const camelCode = (code: string): string =>
  code
    .split('.')
    .map((part) => WORDS[part] ?? part.split('_').map(capital).join(''))
    .join('.')

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

const xmlBody = (body: Readonly<Record<string, string>>): string =>
  `<?xml version="1.0" encoding="UTF-8"?><error>${Object.entries(body)
    .map(([name, text]) => `<${name}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`)
    .join('')}</error>`
