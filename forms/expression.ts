/** The FEEL of a form: what its rules and options ask, and what it may know. One that cannot be evaluated has no answer. */
import {
  type FeelExpression,
  feelSource,
  type FeelScope,
  type FeelValue,
  isFeel,
  parseFeel,
  toJson,
} from '../engine/core/feel/feel.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../engine/core/json.ts'
import type { Field, FormContext, When } from './form.ts'
import { isList } from './kinds/kinds.ts'
import { escaped } from './place.ts'

/** A form that was deployed was checked; anything else is a bug, or a form that is still being written. */
export function expressionOf(written: string): FeelExpression {
  const parsed = parseFeel(feelSource(written.trim()))
  if (parsed.ok) return parsed.expression
  throw new Error(`Expected FEEL that deployment had checked, but "${written.slice(0, 80)}" fails: ${parsed.reason}`)
}

const WHEN = ['visible', 'required', 'readonly', 'computed', 'prefill', 'choices', 'earliest', 'latest'] as const

export function whenOf(options: JsonObject): When {
  const when: Partial<Record<(typeof WHEN)[number], FeelExpression>> = {}
  for (const name of WHEN) {
    const written = options[name]
    if (typeof written === 'string' && isFeel(written)) when[name] = expressionOf(written)
    else if (typeof written === 'boolean') when[name] = expressionOf(String(written))
  }
  return when
}

/** What an expression gives for the answers; undefined where it gives nothing or cannot be evaluated. */
export function jsonOf(expression: FeelExpression, scope: FeelScope): JsonValue | undefined {
  const value = valueOf(expression, scope)
  const json = value === undefined ? null : toJson(value)
  return json === null ? undefined : json
}

/** undefined: it could not be evaluated. */
export function valueOf(expression: FeelExpression, scope: FeelScope): FeelValue | undefined {
  const result = expression.evaluate(scope)
  return result.ok ? result.value : undefined
}

/** The day an expression gives, as YYYY-MM-DD; of a moment its day. */
export function dayOf(expression: FeelExpression | undefined, scope: FeelScope): string | undefined {
  const value = expression && jsonOf(expression, scope)
  return typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(value)?.[0] : undefined
}

export const isTrue = (expression: FeelExpression, scope: FeelScope): boolean => valueOf(expression, scope) === true

/** The answers around an expression, from the inside out: those of the entry of the list it stands in, those of the form. */
export interface Around {
  readonly fields: readonly Field[]
  readonly answers: JsonValue | undefined
}

/** A field that was not answered is null, and so is every field inside it; whatever is no field is a variable of the procedure. */
export function scopeOf(around: readonly Around[], { variables, now, timeZone, days }: FormContext): FeelScope {
  return {
    now,
    timeZone,
    days,
    get(name) {
      for (const { fields, answers } of around) {
        const field = fields.find((it) => nameOf(it) === escaped(name))
        if (field !== undefined) return known(field, own(answers, name))
      }
      return Object.hasOwn(variables, name) ? variables[name] : undefined
    },
  }
}

/** Objects that are given whole or not at all. */
const ATOMS: ReadonlySet<string> = new Set(['file', 'signature'])

const nameOf = ({ place }: Field): string => place.slice(place.lastIndexOf('/') + 1)

const own = (answers: JsonValue | undefined, name: string): JsonValue | undefined =>
  isJsonObject(answers) && Object.hasOwn(answers, name) ? answers[name] : undefined

function known(field: Field, value: JsonValue | undefined): JsonValue {
  if (field.inner.length === 0 || ATOMS.has(field.kind)) return value ?? null
  if (!isList(field.kind)) return objectOf(field, value)
  return Array.isArray(value) ? value.map((entry) => objectOf(field, entry)) : (value ?? null)
}

function objectOf({ inner }: Field, value: JsonValue | undefined): JsonValue {
  if (value !== undefined && !isJsonObject(value)) return value
  const object: Record<string, JsonValue> = { ...value }
  for (const field of inner) {
    const name = nameOf(field).replaceAll('~1', '/').replaceAll('~0', '~')
    object[name] = known(field, own(value, name))
  }
  return object
}
