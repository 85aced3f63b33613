/**
 * The judge of every answer, request body and page of a package: JSON Schema 2020-12, strict, and the only door to Ajv.
 *
 * Strict mode refuses keywords it does not know; no reference leaves the schema; patterns run on RE2; a document
 * of inhuman size is told its first fault only. Ajv writes code, which no page of ours allows: interpreted.ts is its
 * twin there, of the same exports.
 */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { Where } from '../finding.ts'
import type { JsonObject, JsonValue } from '../json.ts'
import {
  FORMATS,
  isHumanSize,
  orTooDeep,
  unfit,
  type SchemaCompilation,
  type SchemaError,
  type SchemaOptions,
} from './judgement.ts'
import { compileSchema as read } from './interpreted.ts'
import { schemaFaults } from './limits.ts'
import { linearRegExp } from './regexp.ts'

export type { CompiledSchema, SchemaCompilation, SchemaError, SchemaOptions } from './judgement.ts'

export function compileSchema(schema: JsonObject, where: Where = {}, options: SchemaOptions = {}): SchemaCompilation {
  const faults = options.trusted === true ? [] : schemaFaults(schema, where)
  if (faults.length > 0) return { ok: false, findings: faults }
  try {
    standard().validateSchema(schema, true)
    const first = judge(false).compile(schema)
    if (asksToContain(schema)) return read(schema, where, options)
    const tellsAll = options.allErrors === true || options.trusted === true
    const all = tellsAll ? once(() => judge(true).compile(schema)) : undefined
    const twin = once(() => read(schema, where, options))
    const judged = (value: unknown) => orRead(() => errorsOf(first, all, value), value, twin)
    return { ok: true, schema: { schema, validate: (value) => orTooDeep(() => judged(value)) } }
  } catch (error) {
    return { ok: false, findings: [unfit(error, where)] }
  }
}

/** Only generated standalone code would use the name. */
const LINEAR = Object.assign((pattern: string, flags: string) => linearRegExp(pattern, flags), { code: 'linearRegExp' })

/**
 * Where lists in a list are each to contain something, the code Ajv writes gives an empty one the answer of the list before;
 * its twin judges such schemas.
 */
const asksToContain = (schema: JsonValue): boolean =>
  typeof schema === 'object' &&
  schema !== null &&
  ('contains' in schema || Object.values(schema).some((inner: JsonValue) => asksToContain(inner)))

/** The schema of schemas is compiled once, since that takes longer than most schemas do; it keeps nothing of what it judges. */
const standard = once(() => judge(false, true))

/** Each schema has its own: what one calls itself another may be called too. */
function judge(allErrors: boolean, knowsStandard = false): Ajv2020 {
  const ajv = new Ajv2020({
    meta: knowsStandard,
    validateSchema: knowsStandard,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allErrors,
    messages: true,
    // What every object has from birth, such as "toString", nobody has sent.
    ownProperties: true,
    logger: false,
    addUsedSchema: false,
    code: { regExp: LINEAR },
  })
  formats.default(ajv, [...FORMATS])
  // Ajv finds keywords by name in plain objects, where "toString" is always found.
  for (const rules of [ajv.RULES.all, ajv.RULES.keywords]) Object.setPrototypeOf(rules, null)
  return ajv
}

/** The first fault decides; the others are looked for only in documents of a human size. */
function errorsOf(
  first: ValidateFunction,
  all: (() => ValidateFunction) | undefined,
  value: unknown,
): readonly SchemaError[] {
  if (first(value)) return []
  const judged = all === undefined || !isHumanSize(value) ? first : all()
  if (judged !== first) judged(value)
  return (judged.errors ?? []).map(errorOf)
}

/**
 * Ajv breaks off at a few values and schemas: it asks an object with a key "toString" to say what it is, and code it writes
 * may name what is not there. Its twin judges those.
 */
function orRead(
  judge: () => readonly SchemaError[],
  value: unknown,
  twin: () => SchemaCompilation,
): readonly SchemaError[] {
  try {
    return judge()
  } catch (error) {
    const other = error instanceof RangeError ? undefined : twin()
    if (!other?.ok) throw error
    return other.schema.validate(value)
  }
}

/** The judge that tells all faults is made when the first faulty answer comes. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function errorOf(error: ErrorObject): SchemaError {
  const params: Readonly<Record<string, JsonValue>> = error.params
  return { place: error.instancePath, keyword: error.keyword, params, message: error.message ?? error.keyword }
}
