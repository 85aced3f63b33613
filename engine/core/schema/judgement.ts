/** What judging an answer gives: whether it fits, and each fault at its place, whoever judges (ajv.ts on a server, interpreted.ts on a page). */
import { mistake, type Where } from '../finding.ts'
import type { JsonObject } from '../json.ts'
import type { Finding } from '../problem.ts'

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

/** Those whose check takes time that grows with the text; "url" takes seconds for 40 kB. */
export const FORMATS = [
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

/** Telling every fault of a document larger than this would cost more memory than it helps its sender. */
const MOST_VALUES = 2_000

export const isHumanSize = (value: unknown): boolean => valuesIn(value, MOST_VALUES) <= MOST_VALUES

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

/** Data nested thousands deep overflows a judge: the caller hears that, not a server error. */
export function orTooDeep(judge: () => readonly SchemaError[]): readonly SchemaError[] {
  try {
    return judge()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return [{ place: '', keyword: 'depth', params: {}, message: 'must be nested less deeply' }]
  }
}

export function unfit(error: unknown, where: Where): Finding {
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, 300)
  return mistake(
    'schema/invalid',
    where,
    {
      en: `Expected a JSON Schema of draft 2020-12, but: ${reason}`,
      ar: `يجب أن يكون المخطط JSON Schema وفق المسودة 2020-12، لكن: \u2068${reason}\u2069`,
    },
    { en: 'Correct or remove the keyword', ar: 'صحّح الكلمة المفتاحية أو احذفها' },
  )
}
