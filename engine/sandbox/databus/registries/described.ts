/** A service told once: what it takes is held against the same words that its description in OpenAPI shows. */
import type { JsonObject, JsonValue } from '../../../core/json.ts'
import { compileSchema } from '../../../core/schema/ajv.ts'
import type { Text } from '../../../core/text.ts'
import { unprocessable, type RegistryReply, type RegistryRequest, type RegistryService } from './registry.ts'

export interface Description {
  readonly code: string
  readonly title: Text
  /** GET takes its fields from the query, POST from the body. */
  readonly method: 'GET' | 'POST'
  /** JSON Schema of an object. */
  readonly takes: JsonObject
  readonly gives: JsonObject
  answer(asked: JsonObject, request: RegistryRequest): RegistryReply
}

export function described(service: Description): RegistryService {
  const { code, method, takes, answer } = service
  const compiled = compileSchema(takes, { file: code }, { trusted: true })
  if (!compiled.ok) throw new Error(`Expected the schema of ${code} to compile: ${compiled.findings[0]?.message ?? ''}`)
  const { schema } = compiled
  return {
    code,
    openapi: openapiOf(service),
    endpoints: [
      {
        method,
        path: '/v1',
        answer(request) {
          const asked = method === 'GET' ? Object.fromEntries(request.query) : request.body
          const [fault] = schema.validate(asked)
          if (fault)
            return unprocessable('INVALID_REQUEST', `Expected the request to fit, but ${fault.place} ${fault.message}`)
          return answer(asked as JsonObject, request)
        },
      },
    ],
  }
}

function openapiOf({ code, title, method, takes, gives }: Description): JsonObject {
  const content = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } })
  const asked: JsonObject =
    method === 'GET'
      ? { parameters: parametersOf(takes) }
      : { requestBody: { required: true, content: content(takes) } }
  return {
    openapi: '3.0.3',
    info: {
      title: `${title.ar} · ${title.en}`,
      version: '1.0.0',
      description: 'نسخة تجريبية ببيانات من نسج الخيال · A double with made-up entries.',
    },
    servers: [{ url: 'http://example.org/xroad-endpoint' }],
    paths: {
      '/v1': {
        [method.toLowerCase()]: {
          operationId: code,
          summary: `${title.ar} · ${title.en}`,
          ...asked,
          responses: {
            '200': { description: 'نعم · Done', content: content(gives) },
            '404': { description: 'غير مسجل · Not in the register' },
            '409': { description: 'يتعارض مع قيد قائم · Against an entry that stands' },
            '422': { description: 'طلب غير صالح · Not a valid request' },
          },
        },
      },
    },
  }
}

function parametersOf(takes: JsonObject): JsonValue {
  const required = Array.isArray(takes['required']) ? takes['required'] : []
  return Object.entries((takes['properties'] ?? {}) as JsonObject).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

/** JSON Schema of an object with these fields and no other. */
export function record(properties: JsonObject, optional: readonly string[] = []): JsonObject {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: 'object', required, additionalProperties: false, properties }
}
