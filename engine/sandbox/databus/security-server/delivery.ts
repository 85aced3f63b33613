/** From the provider's security server to the register itself: find the endpoint, carry out, answer as that register does. */
import type { JsonValue } from '../../../core/json.ts'
import type { RegistryReply, RegistryRequest, RegistryService } from '../registries/registry.ts'
import { jsonReply, type Reply } from '../reply.ts'

export interface Carried {
  readonly reply: Reply
  /** False when the register turned it away before doing anything. */
  readonly effect: boolean
}

export interface ToRegistry {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: Buffer
  readonly contentType: string | undefined
  readonly key: string
  readonly messageId: string
  readonly now: number
}

const JSON_TYPE = /^application\/json\s*(?:;|$)/i

export function deliver(service: RegistryService, request: ToRegistry): Carried {
  const here = service.endpoints.filter((it) => it.path === request.path)
  if (here.length === 0) return refusal(404, 'UNKNOWN_PATH', `Expected the path ${service.endpoints[0]?.path ?? ''}`)
  const endpoint = here.find((it) => it.method === request.method)
  if (!endpoint) return refusal(405, 'WRONG_METHOD', `Expected ${here.map((it) => it.method).join(' or ')}`)
  const body = readBody(request)
  if (body === undefined) return refusal(415, 'NOT_JSON', 'Expected a body of application/json in UTF-8')
  const { query, key, messageId, now } = request
  const asked: RegistryRequest = { query, body, key, messageId, now }
  const answer: RegistryReply = endpoint.answer(asked)
  return { reply: jsonReply(answer.status, answer.body), effect: true }
}

/** Undefined when it is no JSON. */
function readBody(request: ToRegistry): JsonValue | undefined {
  if (request.body.length === 0) return null
  if (!JSON_TYPE.test(request.contentType ?? '')) return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(request.body)) as JsonValue
  } catch {
    return undefined
  }
}

const refusal = (status: number, code: string, message: string): Carried => ({
  reply: jsonReply(status, { code, message, double: true }),
  effect: false,
})
