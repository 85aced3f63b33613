/**
 * The judge of every answer, request body and page of a package: JSON Schema 2020-12, strict, and the only door to Ajv.
 *
 * Strict mode refuses keywords it does not know; no reference leaves the schema; patterns run on RE2; a document
 * of inhuman size is told its first fault only.
 */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { mistake, type Where } from '../finding.ts'
import type { JsonObject, JsonValue } from '../json.ts'
import type { Finding } from '../problem.ts'
import { schemaFaults } from './limits.ts'
import { linearRegExp } from './regexp.ts'

export interface SchemaError {
  /** JSON pointer to the value. */
  readonly place: string
  /** "required", "minLength", "pattern": under which every language keeps its own sentence. */
  readonly keyword: string
  /** What the keyword asks: { "limit": 3 }, { "missingProperty": "name" }. */
  readonly params: Readonly<Record<string, unknown>>
  /** Ajv's English: "must NOT have fewer than 3 characters". */
  readonly message: string
}

export interface CompiledSchema {
  readonly schema: JsonObject
  /** Empty where the value fits. Never throws, whatever the value. */
  validate(value: unknown): readonly SchemaError[]
}

export type SchemaCompilation =
  | { readonly ok: true; readonly schema: CompiledSchema }
  | { readonly ok: false; readonly findings: readonly Finding[] }

export interface SchemaOptions {
  /** Our own schema: not held against the limits for authors, and all errors are told. */
  readonly trusted?: boolean
  /** Tell all errors where the document is small enough: for forms. */
  readonly allErrors?: boolean
}

export function compileSchema(schema: JsonObject, where: Where = {}, options: SchemaOptions = {}): SchemaCompilation {
  const faults = options.trusted === true ? [] : schemaFaults(schema, where)
  if (faults.length > 0) return { ok: false, findings: faults }
  try {
    const first = judge(false).compile(schema)
    const tellsAll = options.allErrors === true || options.trusted === true
    const all = tellsAll ? once(() => judge(true).compile(schema)) : undefined
    return { ok: true, schema: { schema, validate: (value) => errorsOf(first, all, value) } }
  } catch (error) {
    return { ok: false, findings: [unfit(error, where)] }
  }
}

/** Those whose check takes time that grows with the text; "url" takes seconds for 40 kB. */
const FORMATS = [
  'date',
  'time',
  'date-time',
  'duration',
  'uri',
  'uri-reference',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uuid',
  'json-pointer',
] as const

/** Only generated standalone code would use the name. */
const LINEAR = Object.assign((pattern: string, flags: string) => linearRegExp(pattern, flags), { code: 'linearRegExp' })

function judge(allErrors: boolean): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allErrors,
    messages: true,
    logger: false,
    addUsedSchema: false,
    code: { regExp: LINEAR },
  })
  formats.default(ajv, [...FORMATS])
  return ajv
}

/** Telling every fault of a document larger than this would cost more memory than it helps its sender. */
const MOST_VALUES = 2_000

/**
 * The first fault decides; the others are looked for only in documents of a human size. Data nested thousands deep
 * overflows a generated validator: the caller hears that, not a server error.
 */
function errorsOf(
  first: ValidateFunction,
  all: (() => ValidateFunction) | undefined,
  value: unknown,
): readonly SchemaError[] {
  try {
    if (first(value)) return []
    const judged = all === undefined || valuesIn(value, MOST_VALUES) > MOST_VALUES ? first : all()
    if (judged !== first) judged(value)
    return (judged.errors ?? []).map(errorOf)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return [{ place: '', keyword: 'depth', params: {}, message: 'must be nested less deeply' }]
  }
}

/** The judge that tells all faults is made when the first faulty answer comes. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** Counts values up to a little more than `most`. */
function valuesIn(value: unknown, most: number): number {
  let count = 1
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) {
      count += valuesIn(inner, most - count)
      if (count > most) break
    }
  return count
}

function errorOf(error: ErrorObject): SchemaError {
  const params: Readonly<Record<string, JsonValue>> = error.params
  return { place: error.instancePath, keyword: error.keyword, params, message: error.message ?? error.keyword }
}

function unfit(error: unknown, where: Where): Finding {
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, 300)
  return mistake(
    'schema/invalid',
    where,
    {
      en: `Expected a JSON Schema of draft 2020-12, but: ${reason}`,
      ar: `يجب أن يكون المخطط JSON Schema وفق المسودة 2020-12، لكن: ${reason}`,
    },
    { en: 'Correct or remove the keyword', ar: 'صحّح الكلمة المفتاحية أو احذفها' },
  )
}
