/** A register of another agency behind the data bus, with made-up entries: what it can be asked and what it answers. */
import type { JsonObject, JsonValue } from '../../../core/json.ts'
import type { Text } from '../../../core/text.ts'

export interface Registry {
  /** "PS/GOV/MOI/civil-registry". */
  readonly provider: string
  readonly title: Text
  readonly memberName: string
  readonly services: readonly RegistryService[]
}

export interface RegistryService {
  readonly code: string
  readonly endpoints: readonly Endpoint[]
  /** Description in OpenAPI 3. */
  readonly openapi: JsonObject
}

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH'
  /** Behind the service code: "/v1". */
  readonly path: string
  answer(request: RegistryRequest): RegistryReply
}

export interface RegistryRequest {
  readonly query: URLSearchParams
  readonly body: JsonValue
  readonly key: string
  readonly messageId: string
  /** Epoch milliseconds. */
  readonly now: number
}

export interface RegistryReply {
  readonly status: number
  readonly body: JsonObject
}

export const found = (body: JsonObject): RegistryReply => ({ status: 200, body: { ...body, double: true } })

export const unknown = (what: string): RegistryReply => ({
  status: 404,
  body: { code: 'NOT_FOUND', message: `Expected a known ${what}, but it is not in the register`, double: true },
})

export const unprocessable = (code: string, message: string): RegistryReply => ({
  status: 422,
  body: { code, message, double: true },
})

/** What is asked is well-formed, and stands against an entry of the register. */
export const conflicting = (code: string, message: string): RegistryReply => ({
  status: 409,
  body: { code, message, double: true },
})

/** A field of the query, or of the body if it came by POST. */
export function asked(request: RegistryRequest, name: string): string | undefined {
  const inBody =
    typeof request.body === 'object' && request.body !== null && !Array.isArray(request.body)
      ? (request.body as JsonObject)[name]
      : undefined
  return typeof inBody === 'string' ? inBody : (request.query.get(name) ?? undefined)
}
