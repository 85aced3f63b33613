import { describe, expect, test } from 'vitest'
import { readDescription, type Described } from '../../engine/connectors/databus/description/description.ts'

function read(document: object): Described {
  const description = readDescription(JSON.stringify({ openapi: '3.0.3', info: { title: 'T' }, ...document }), 'code')
  if ('unreadable' in description) throw new Error(description.unreadable)
  return description
}

const operation = (document: object) => read(document).versions[0]?.operations[0]
const json = (schema: object): object => ({ content: { 'application/json': { schema } } })

describe('a description of a service', () => {
  test('is read from YAML as from JSON', () => {
    const yaml =
      'openapi: 3.1.0\ninfo:\n  title: سجل · Register\npaths:\n  /v1/people/{id}:\n    get:\n      summary: x\n'
    expect(readDescription(yaml, 'code')).toMatchObject({
      title: { ar: 'سجل', en: 'Register' },
      versions: [{ version: 'v1', operations: [{ method: 'GET', path: 'people/{id}' }] }],
    })
  })

  test('keeps versions of a service apart', () => {
    const described = read({ paths: { '/v1/a': { get: {} }, '/v2/a': { get: {}, post: {} }, '/b': { get: {} } } })
    expect(described.versions.map(({ version, operations }) => [version, operations.length])).toEqual([
      ['v1', 1],
      ['v2', 2],
      ['', 1],
    ])
  })

  test('has parameters of a path in all its operations, and those of an operation before them', () => {
    const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }
    const page = { name: 'page', in: 'query', schema: { type: 'string' } }
    const found = operation({
      paths: {
        '/v1/{id}': { parameters: [id, page], get: { parameters: [{ ...page, schema: { type: 'integer' } }] } },
      },
    })
    expect(found?.inputs).toEqual([
      { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
      { name: 'page', in: 'query', required: false, schema: { type: 'integer' } },
    ])
  })

  test('follows references, and ends where a schema holds itself', () => {
    const person = {
      type: 'object',
      properties: { name: { type: 'string' }, mother: { $ref: '#/components/schemas/Person' } },
    }
    const found = operation({
      paths: { '/v1': { get: { responses: { 200: { $ref: '#/components/responses/Found' } } } } },
      components: {
        schemas: { Person: person },
        responses: { Found: json({ $ref: '#/components/schemas/Person' }) },
      },
    })
    expect(found?.reply).toEqual({ type: 'object', properties: { name: { type: 'string' }, mother: {} } })
  })

  test('says in JSON Schema what OpenAPI 3.0 says its own way, and takes no field for a keyword', () => {
    const schema = {
      type: 'object',
      properties: {
        nullable: { type: 'string', nullable: true, enum: ['a'] },
        age: { type: 'integer', minimum: 0, exclusiveMinimum: true, example: 3 },
      },
    }
    const found = operation({ paths: { '/v1': { get: { responses: { 200: json(schema) } } } } })
    expect(found?.reply).toEqual({
      type: 'object',
      properties: {
        nullable: { type: ['string', 'null'], enum: ['a', null] },
        age: { type: 'integer', exclusiveMinimum: 0 },
      },
    })
  })

  test('whose body is no object is asked for as a whole', () => {
    const found = operation({
      paths: { '/v1': { post: { requestBody: { required: true, ...json({ type: 'array' }) } } } },
    })
    expect(found?.inputs).toEqual([{ name: 'body', in: 'content', required: true, schema: { type: 'array' } }])
  })

  test.each([
    ['nothing', ''],
    ['prose', 'A fine service.'],
    ['another kind of description', 'swagger: "2.0"'],
    ['JSON cut short', '{"openapi": "3.0.0", '],
    ['a name that reaches a prototype', '{"openapi":"3.0.0","paths":{"__proto__":{}}}'],
  ])('that is %s is said to be unreadable', (_what, text) => {
    expect(readDescription(text, 'code')).toHaveProperty('unreadable')
  })

  test('that unfolds without end is read in no time, as anything beyond a measure', () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 30 }, (_it, level) => [
        `L${level}`,
        {
          type: 'object',
          properties: Object.fromEntries(
            ['a', 'b', 'c'].map((name) => [name, { $ref: `#/components/schemas/L${level + 1}` }]),
          ),
        },
      ]),
    )
    const found = operation({
      paths: { '/v1': { get: { responses: { 200: json({ $ref: '#/components/schemas/L0' }) } } } },
      components: { schemas },
    })
    expect(JSON.stringify(found?.reply).length).toBeLessThan(2_000_000)
  })
})
