import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import * as written from '../../engine/core/schema/ajv.ts'
import * as read from '../../engine/core/schema/interpreted.ts'
import formSchema from '../../engine/core/package/form.schema.json' with { type: 'json' }
import workflowSchema from '../../engine/core/package/workflow.schema.json' with { type: 'json' }

/** Hundreds of random schemas are compiled. */
vi.setConfig({ testTimeout: 120_000 })

const ROOT = resolve(import.meta.dirname, '../..')

const jsonFiles = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((it) => it.endsWith(ending))
    .map((it) => join(folder, it))

function json(file: string): JsonObject {
  const value: unknown = JSON.parse(readFileSync(join(ROOT, file), 'utf8'))
  if (!isJsonObject(value)) throw new Error(`Expected an object in ${file}`)
  return value
}

const FORMS = [...jsonFiles('workflows', '.form.json'), ...jsonFiles('forms/library', '.form.json')]
const WORKFLOWS = jsonFiles('workflows', 'workflow.json')

/** What one judge says of a schema and of each document: the verdict, then every fault with its place, keyword and words. */
function said(judge: typeof written | typeof read, schema: JsonObject, documents: readonly unknown[], options = {}) {
  const made = judge.compileSchema(schema, {}, options)
  if (!made.ok) return { rules: made.findings.map(({ rule, place }) => ({ rule, place })) }
  return { faults: documents.map((it) => made.schema.validate(it)) }
}

/** What the two say where they do not say the same. */
function disagreement(schema: JsonObject, documents: readonly unknown[], options = {}) {
  const [onServer, onPage] = [said(written, schema, documents, options), said(read, schema, documents, options)]
  return isDeepStrictEqual(onServer, onPage) ? undefined : { onServer, onPage }
}

describe('The judge of a server and the judge of a page agree', () => {
  test.each(FORMS)('on %s as a file, whole and spoilt', (file) => {
    expect(disagreement(formSchema, spoilt(json(file)), { trusted: true })).toBeUndefined()
  })

  test.each(WORKFLOWS)('on %s, whole and spoilt', (file) => {
    expect(disagreement(workflowSchema, spoilt(json(file)), { trusted: true })).toBeUndefined()
  })

  test.each(FORMS)('on answers to %s, good and bad', (file) => {
    const schema = json(file)['schema']
    if (!isJsonObject(schema ?? null)) throw new Error('Expected a schema')
    fc.assert(
      fc.property(answersTo(schema as JsonObject), (answers) => {
        expect(disagreement(schema as JsonObject, [answers], { allErrors: true })).toBeUndefined()
        expect(disagreement(schema as JsonObject, [answers])).toBeUndefined()
      }),
      { numRuns: 6 },
    )
  })

  test('on whether a spoilt schema of a form is one', () => {
    const schemas = FORMS.map((file) => json(file)['schema']).filter((it): it is JsonObject => isJsonObject(it))
    fc.assert(
      fc.property(fc.constantFrom(...schemas), fc.nat(), fc.constantFrom(...SPOILERS), (schema, at, spoil) => {
        expect(disagreement(objectOf(spoiltAt(schema, at, spoil)), [{}], { allErrors: true })).toBeUndefined()
      }),
      { numRuns: 200 },
    )
  })

  test.each(Object.entries(HOSTILE))('on %s', (_title, schema) => {
    expect(disagreement(schema, DOCUMENTS, { allErrors: true })).toBeUndefined()
    expect(disagreement(schema, DOCUMENTS)).toBeUndefined()
  })

  test.each([{ allErrors: true }, {}])('on any schema and any document, %j', (options) => {
    fc.assert(
      fc.property(anySchema, fc.array(anyDocument, { minLength: 3, maxLength: 6 }), (schema, documents) => {
        expect(disagreement(schema, documents, options)).toBeUndefined()
      }),
      { numRuns: 800 },
    )
  })

  test('on what nothing else has looked at', () => {
    const names = {
      allOf: [{ properties: { a: { type: 'number' } } }],
      anyOf: [{ properties: { b: { type: 'number' } } }, { properties: { c: true }, required: ['c'] }],
      unevaluatedProperties: false,
    }
    expect(
      disagreement(names, [{}, { a: 1, b: 2 }, { b: 'x' }, { b: 'x', c: 1 }, { d: 1, e: 2 }, 7], { allErrors: true }),
    ).toBeUndefined()
    const items = { prefixItems: [{ type: 'number' }], minItems: 1, maxItems: 3, unevaluatedItems: { type: 'string' } }
    const tuple = { allOf: [{ ...items, unevaluatedItems: true, maxItems: 1 }] }
    expect(disagreement({ ...items, maxItems: 1 }, [[1], [1, 2], [1, 'x', 3], []], { allErrors: true })).toBeUndefined()
    expect(disagreement(tuple, [[1], [1, 2], []], { allErrors: true })).toBeUndefined()
  })

  test('on which faults are told of a choice, where only the first of each is asked for', () => {
    const byPattern = { '[bc]': { type: 'number' }, '[ab]': { type: 'boolean' } }
    const documents = [
      { b: '', c: '' },
      { b: '', c: 1 },
      { b: 1, c: '' },
      { a: 1, b: 1, c: 1 },
      { a: true, c: '' },
    ]
    for (const choice of ['oneOf', 'anyOf', 'not'])
      for (const more of [{}, { additionalProperties: true }]) {
        const one = { patternProperties: byPattern, ...more }
        expect(disagreement({ [choice]: choice === 'not' ? one : [one, false] }, documents)).toBeUndefined()
      }
  })

  test('on data nested thousands deep, and on a flood of faults', () => {
    const list = { type: 'object', properties: { a: { type: 'array', items: { type: 'integer' } } } }
    expect(disagreement(list, [{ a: Array.from({ length: 5_000 }, () => 'x') }], { allErrors: true })).toBeUndefined()
    let deep: JsonValue = 1
    for (let level = 0; level < 50_000; level++) deep = [deep]
    const tree = { $ref: '#/$defs/tree', $defs: { tree: { type: 'array', items: { $ref: '#/$defs/tree' } } } }
    const [faults] = said(read, tree, [deep], { trusted: true }).faults ?? []
    expect(faults).toMatchObject([{ keyword: 'depth' }])
  })
})

const objectOf = (value: JsonValue): JsonObject => (isJsonObject(value) ? value : { enum: [value] })

type Spoiler = (value: JsonValue) => JsonValue | undefined

/** What people get wrong: left out, of another type, misspelt, one more, one less. */
const SPOILERS: readonly Spoiler[] = [
  () => undefined,
  () => 7,
  () => 'x',
  () => [],
  () => ({}),
  () => null,
  (value) => (isJsonObject(value) ? { ...value, unheardOf: 1 } : value),
  (value) => (typeof value === 'string' ? ' ' : value),
  (value) => (Array.isArray(value) ? [...(value as readonly JsonValue[]), value[0] ?? 0] : value),
]

/** The document, and it with something wrong at many of its places. */
function spoilt(document: JsonObject): readonly JsonValue[] {
  const places = countOf(document)
  const some = Array.from({ length: Math.min(places, 40) }, (_, index) =>
    Math.floor((index * places) / Math.min(places, 40)),
  )
  return [
    document,
    ...some.flatMap((at, index) => spoiltAt(document, at, SPOILERS[index % SPOILERS.length] ?? (() => 7))),
  ]
}

const countOf = (value: JsonValue): number =>
  1 +
  (typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, it) => sum + countOf(it), 0)
    : 0)

function spoiltAt(document: JsonValue, at: number, spoil: Spoiler): JsonValue {
  let left = at % countOf(document)
  const visit = (value: JsonValue): JsonValue | undefined => {
    if (left-- === 0) return spoil(value)
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap((it) => visit(it) ?? [])
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, it]) => {
        const inner = visit(it)
        return inner === undefined ? [] : [[key, inner]]
      }),
    )
  }
  return visit(document) ?? {}
}

const anyScalar = fc.oneof(
  fc.constantFrom<JsonValue>(
    null,
    true,
    false,
    0,
    1,
    2.5,
    -3,
    1e21,
    '',
    'a',
    'ab',
    'رنا',
    '😀',
    '2026-02-30',
    '2026-02-28',
    '400000105',
    'a@b.ps',
  ),
  fc.integer({ min: -5, max: 12 }),
  fc.string({ maxLength: 5 }),
)

const anyKey = fc.constantFrom('a', 'b', 'c', 'd', 'x1', 'toString')

const anyDocument: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyScalar,
    fc.dictionary(anyKey, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
})).value

/** Every keyword with values it takes, and now and then with one it does not. */
const anySchema: fc.Arbitrary<JsonObject> = fc
  .letrec<{ schema: JsonValue }>((tie) => {
    const schemas = fc.array(tie('schema'), { minLength: 1, maxLength: 3 })
    const byName = fc.dictionary(anyKey, tie('schema'), { maxKeys: 3, noNullPrototype: true })
    const count = fc.integer({ min: 0, max: 4 })
    const types = fc.constantFrom('string', 'number', 'integer', 'boolean', 'null', 'object', 'array')
    const keywords: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
      type: fc.oneof(types, types, types, fc.uniqueArray(types, { minLength: 1, maxLength: 3 })),
      nullable: fc.boolean(),
      const: anyDocument,
      enum: fc.array(anyDocument, { maxLength: 3 }),
      maximum: fc.integer({ min: -3, max: 9 }),
      minimum: fc.integer({ min: -3, max: 9 }),
      exclusiveMaximum: fc.integer({ min: -3, max: 9 }),
      exclusiveMinimum: fc.integer({ min: -3, max: 9 }),
      multipleOf: fc.constantFrom(1, 2, 0.1, 0.5, 0),
      maxLength: count,
      minLength: count,
      pattern: fc.constantFrom('^a', 'b$', '[', '\\p{Arabic}', '(?=a)', '^[0-9]{9}$'),
      format: fc.constantFrom('date', 'email', 'url', 'duration', 'regex', 'uri', 'time', 'ipv6'),
      maxItems: count,
      minItems: count,
      uniqueItems: fc.boolean(),
      prefixItems: schemas,
      items: tie('schema'),
      contains: tie('schema'),
      minContains: count,
      maxContains: count,
      maxProperties: count,
      minProperties: count,
      required: fc.uniqueArray(anyKey, { maxLength: 3 }),
      propertyNames: tie('schema'),
      properties: byName,
      patternProperties: fc.dictionary(fc.constantFrom('^a', '[bc]', '1$'), tie('schema'), {
        maxKeys: 2,
        noNullPrototype: true,
      }),
      additionalProperties: tie('schema'),
      dependentRequired: fc.dictionary(anyKey, fc.uniqueArray(anyKey, { maxLength: 2 }), {
        maxKeys: 2,
        noNullPrototype: true,
      }),
      dependentSchemas: byName,
      dependencies: fc.dictionary(anyKey, fc.oneof(fc.uniqueArray(anyKey, { maxLength: 2 }), tie('schema')), {
        maxKeys: 2,
        noNullPrototype: true,
      }),
      not: tie('schema'),
      anyOf: schemas,
      oneOf: schemas,
      allOf: schemas,
      $ref: fc.constantFrom('#/$defs/one', '#/$defs/two', '#/$defs/gone'),
      title: fc.string({ maxLength: 3 }),
      $comment: fc.constant('said'),
      default: anyDocument,
      minlength: count,
    }
    const entry = fc
      .constantFrom(...Object.keys(keywords))
      .chain((name) =>
        fc.tuple(
          fc.constant(name),
          fc.oneof({ weight: 60, arbitrary: keywords[name] ?? anyDocument }, { weight: 1, arbitrary: anyDocument }),
        ),
      )
    const choice = fc
      .tuple(tie('schema'), tie('schema'), tie('schema'), fc.constantFrom('both', 'then', 'else', 'none'))
      .map(([asked, so, otherwise, which]) => ({
        if: asked,
        ...Object.fromEntries([
          ...(which === 'both' || which === 'then' ? [['then', so]] : []),
          ...(which === 'both' || which === 'else' ? [['else', otherwise]] : []),
        ]),
      }))
    const plain = fc.array(entry, { maxLength: 4 }).map((it) => Object.fromEntries(it))
    return {
      schema: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.boolean(),
        plain,
        plain,
        fc.tuple(plain, choice).map(([one, two]) => ({ ...one, ...two })),
      ) as fc.Arbitrary<JsonValue>,
    }
  })
  .schema.chain((schema) =>
    fc
      .tuple(
        fc.constant(schema),
        fc.constantFrom<JsonObject>({ type: 'string', minLength: 2 }, { type: 'object', required: ['a'] }, {}),
      )
      .map(([it, one]) => ({ ...objectOf(it), $defs: { one, two: { $ref: '#/$defs/one' } } })),
  )

/** Answers that come near to what the schema asks, and some that do not. */
function answersTo(schema: JsonObject): fc.Arbitrary<JsonValue> {
  const { properties, items, enum: choices, type } = schema
  if (isJsonObject(properties ?? null)) {
    const fields = Object.entries(properties as JsonObject).map(
      ([name, it]) => [name, isJsonObject(it) ? answersTo(it) : anyDocument] as const,
    )
    const record = fc.record(Object.fromEntries([...fields, ['unheardOf', fc.constant(1)] as const]), {
      requiredKeys: [],
      noNullPrototype: true,
    })
    return fc.oneof({ weight: 9, arbitrary: record as fc.Arbitrary<JsonValue> }, { weight: 1, arbitrary: anyDocument })
  }
  if (isJsonObject(items ?? null)) return fc.array(answersTo(items as JsonObject), { maxLength: 3 })
  if (Array.isArray(choices)) return fc.oneof(fc.constantFrom(...(choices as readonly JsonValue[])), anyDocument)
  if (type === 'string')
    return fc.oneof(
      anyScalar,
      fc.constantFrom('400000105', '0590000000', 'PS92PALS000000000400123456702', '2026-01-01'),
    )
  return fc.oneof(anyScalar, anyDocument)
}

const DOCUMENTS: readonly unknown[] = [
  {},
  { a: 1 },
  { a: 'x', b: 2 },
  [1, 1],
  [],
  'text',
  7,
  Number.NaN,
  null,
  undefined,
  JSON.parse('{"__proto__":{"polluted":true}}'),
  { toString: 1, constructor: 2 },
]

const HOSTILE: Readonly<Record<string, JsonObject>> = {
  'a schema that judges later': { $async: true, type: 'object' },
  'a schema that judges later within': { type: 'object', properties: { a: { $async: true } } },
  'a pattern that explodes': { type: 'string', pattern: '^(a+)+$' },
  'a pattern RE2 cannot match': { type: 'string', pattern: '(?=a)b' },
  'a pattern among names': { type: 'object', patternProperties: { '(a': {} } },
  'a reference to elsewhere': { $ref: 'https://elsewhere.example/schema' },
  'a reference to a text': { $ref: '#/title', title: 'x' },
  'a reference to itself': { properties: { a: { $ref: '#/properties/a' } } },
  'a reference to nothing': { properties: { a: { $ref: '#/$defs/gone' } } },
  'a reference with signs': {
    $ref: '#/$defs/a%20b',
    $defs: { 'a b': { type: 'string' }, 'a%20b': { type: 'number' } },
  },
  'a misspelt keyword where nobody looks': { $defs: { unused: { minlength: 3 } } },
  'a misspelt keyword': { properties: { a: { minlength: 3 } } },
  'a draft of long ago': { $schema: 'http://json-schema.org/draft-04/schema#', type: 'object' },
  'the draft of today': { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' },
  'keys of a prototype': { type: 'object', additionalProperties: false, properties: { a: {} } },
  'a closed object of nothing': { type: 'object', additionalProperties: false },
  'an old id': { id: 'x', type: 'object' },
  'a number in the form of a day': { const: 0, type: 'number', format: 'date' },
  'a keyword every object has from birth': { properties: { a: { toString: 1 } } },
  'a name every object has from birth, on which others hang': {
    dependentRequired: { toString: ['a'] },
    propertyNames: {},
  },
  'no choice': { enum: [] },
  'a tuple without an end': { type: 'array', prefixItems: [{ type: 'string' }] },
  'a tuple': { type: 'array', prefixItems: [{ type: 'string' }], items: false, minItems: 1 },
}
