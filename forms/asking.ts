/**
 * Choices that the register of another agency gives, asked over the data bus while the form is filled in: what is to be asked as the answers stand, and what it offered. Nothing is
 * asked here: who fills the form gives the offers along in its context, by the key of the question.
 */
import { type FeelExpression, type FeelScope, isFeel } from '../engine/core/feel/feel.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../engine/core/json.ts'
import { choicesIn } from './choices.ts'
import { expressionOf, jsonOf } from './expression.ts'
import type { Choice, CompiledForm, Field, FormContext } from './form.ts'

/** `"choices": { "service": …, "path"?: …, "query"?: { … }, "offer": "=FEEL over reply" }` */
export interface Call {
  readonly service: string
  readonly path?: FeelExpression
  readonly query: readonly (readonly [name: string, value: FeelExpression])[]
  /** A list of choices out of `reply`. */
  readonly offer: FeelExpression
  /** ISO 8601 duration for which what it offers is the same for everybody. */
  readonly keep?: string
}

export interface Question {
  /** Alike for the same question of the same field. */
  readonly key: string
  readonly service: string
  readonly path?: JsonValue
  readonly query: JsonObject
}

export type Offer =
  | { readonly kind: 'offered'; readonly choices: readonly Choice[] }
  /** There was no answer. */
  | { readonly kind: 'failed' }

export type Asking =
  /** An answer it hangs on is missing. */
  | { readonly state: 'waits' }
  /** Nobody has asked yet, or there was no answer, or there was one. */
  | { readonly state: 'unasked' | 'failed' | 'offered'; readonly question: Question }

export function callOf(choices: JsonValue | undefined): Call | undefined {
  if (choices === undefined || !isJsonObject(choices)) return undefined
  const { service, path, query = {}, offer, keep } = choices
  return {
    service: String(service),
    ...(path === undefined ? {} : { path: inputOf(path) }),
    query: isJsonObject(query) ? Object.entries(query).map(([name, value]) => [name, inputOf(value)] as const) : [],
    offer: expressionOf(String(offer)),
    ...(typeof keep === 'string' ? { keep } : {}),
  }
}

/** Text without "=" stands for itself. */
const inputOf = (written: JsonValue): FeelExpression =>
  typeof written === 'string' && isFeel(written.trim()) ? expressionOf(written) : expressionOf(JSON.stringify(written))

export function askingOf(call: Call, { place }: Field, scope: FeelScope, context: FormContext): Asking {
  const question = questionOf(call, place, withPerson(scope, context))
  if (question === undefined) return { state: 'waits' }
  const offers = context.offers ?? {}
  return {
    state: Object.hasOwn(offers, question.key) ? (offers[question.key]?.kind ?? 'unasked') : 'unasked',
    question,
  }
}

/** `person` is the citizen who fills it in: their own number, which they cannot make another's. */
function withPerson(scope: FeelScope, { by, person }: FormContext): FeelScope {
  const own = by === 'applicant' ? (person ?? null) : null
  return { ...scope, get: (name) => scope.get(name) ?? (name === 'person' ? own : undefined) }
}

function questionOf({ service, path, query }: Call, place: string, scope: FeelScope): Question | undefined {
  const asked: Record<string, JsonValue> = {}
  for (const [name, value] of query) {
    const given = jsonOf(value, scope)
    if (given === undefined) return undefined
    asked[name] = given
  }
  const where = path && jsonOf(path, scope)
  if (path && where === undefined) return undefined
  const key = JSON.stringify([place, service, where ?? null, asked])
  return { key, service, query: asked, ...(where === undefined ? {} : { path: where }) }
}

export const offersAt = (asking: Asking, { offers = {} }: FormContext): readonly Choice[] => {
  const offer = asking.state === 'offered' ? offers[asking.question.key] : undefined
  return offer?.kind === 'offered' ? offer.choices : []
}

/** What is offered out of a reply. */
export const offerOf = ({ offer }: Call, reply: JsonValue, { variables, now, timeZone }: FormContext): Offer => ({
  kind: 'offered',
  choices: choicesIn(
    jsonOf(offer, {
      now,
      timeZone,
      get: (name) => (name === 'reply' ? reply : Object.hasOwn(variables, name) ? variables[name] : undefined),
    }),
  ),
})

export const asksRegisters = (form: CompiledForm): boolean =>
  [...form.fields.values()].some(({ call }) => call !== undefined)
