/**
 * What a form asks as things stand: which questions are shown, which must be answered, what is computed, and which answers count.
 *
 * ORDER. The elements are gone through from top to bottom, and each rule sees the answers as they stand: what is hidden above is gone already, what is
 * computed above is there. Gone through again until nothing changes, at most `MOST_PASSES` times. A hidden field holds no value; the answers
 * that came in keep it, so that it is there again when the field is.
 */
import type { FeelScope } from '../engine/core/feel/feel.ts'
import type { JsonObject, JsonValue } from '../engine/core/json.ts'
import { demandedIn } from './demands.ts'
import { askingOf, type Asking, offersAt } from './asking.ts'
import { choicesOf } from './choices.ts'
import { type Around, dayOf, isTrue, jsonOf, scopeOf } from './expression.ts'
import type { Choice, CompiledForm, Control, Element, Field, FormContext, Rule } from './form.ts'
import { isList } from './kinds/kinds.ts'
import { answerAt, lies, placesIn, type Place, placeOf, withAnswer } from './place.ts'
import { tidy } from './tidy.ts'

export interface FieldState {
  readonly field: Field
  readonly visible: boolean
  readonly required: boolean
  readonly readonly: boolean
  /** Whether the form computes it. */
  readonly computed: boolean
  readonly choices: readonly Choice[]
  /** How it stands with the register that says what is offered. */
  readonly asking?: Asking
  /** The first and the last day it may be, as YYYY-MM-DD. */
  readonly earliest?: string
  readonly latest?: string
}

export interface Evaluation {
  /** By the place of the answer, in the order of the form. */
  readonly fields: ReadonlyMap<Place, FieldState>
  /** Those that count: without what is hidden, with what is computed. */
  readonly answers: JsonObject
  /** Ids of the pages that are shown. */
  readonly pages: ReadonlySet<string>
}

const MOST_PASSES = 16

export function evaluate(form: CompiledForm, answers: JsonObject, context: FormContext): Evaluation {
  let pass = new Pass(form, answers, withoutComputed(form, answers), context)
  for (let count = 0; pass.run() && count < MOST_PASSES; count++) pass = new Pass(form, answers, pass.answers, context)
  const counted = tidy(form, pass.answers, (place) => isShown(pass.fields, place))
  const demanded = demandedIn(form.source.schema, counted)
  const fields = new Map<Place, FieldState>()
  for (const [place, state] of pass.fields)
    fields.set(place, { ...state, required: state.visible && (state.required || demanded.has(place)) })
  return { fields, answers: counted, pages: pass.pages }
}

/** What came in under the name of a computed field is nobody's answer. */
function withoutComputed(form: CompiledForm, answers: JsonObject): JsonObject {
  const places = [...form.fields.values()].filter((it) => it.when.computed).flatMap((it) => placesIn(answers, it.place))
  return places.reduce<JsonObject>((sum, place) => withAnswer(sum, place, undefined), answers)
}

/** Whether the field, or one inside it, is asked for. */
const isShown = (fields: ReadonlyMap<Place, FieldState>, place: Place): boolean =>
  fields.get(place)?.visible ?? [...fields].some(([inner, state]) => state.visible && lies(place, inner))

/** How things stand around an element: shown and open only where everything around it is. */
interface Stand {
  readonly visible: boolean
  readonly enabled: boolean
  /** The numbers of the entries around it. */
  readonly entries: readonly number[]
  /** Where answers are taken from: what came in, or, where nobody may change it, what is fixed. */
  readonly given: JsonObject
  /** What stands where nobody may change it: what the procedure knows, and what a list or group around is filled with. */
  readonly fixed: JsonObject
}

class Pass {
  readonly fields = new Map<Place, FieldState>()
  readonly pages = new Set<string>()
  answers: JsonObject
  readonly #form: CompiledForm
  readonly #given: JsonObject
  readonly #context: FormContext
  #changed = false

  constructor(form: CompiledForm, given: JsonObject, answers: JsonObject, context: FormContext) {
    this.#form = form
    this.#given = given
    this.answers = answers
    this.#context = context
  }

  /** @returns whether anything changed */
  run(): boolean {
    const { variables: fixed } = this.#context
    const outside: Stand = { visible: true, enabled: true, entries: [], given: this.#given, fixed }
    for (const page of this.#form.pages) {
      const stand = this.#under(page.rules, outside, this.#scope('', []))
      if (stand.visible) this.pages.add(page.id)
      this.#elements(page.elements, stand, '')
    }
    return this.#changed
  }

  #scope(within: string, entries: readonly number[]): FeelScope {
    return scopeOf(around(this.#form, this.answers, within, entries), this.#context)
  }

  #under(rules: readonly Rule[], stand: Stand, scope: FeelScope): Stand {
    const { visible, enabled } = underRules(rules, scope)
    return { ...stand, visible: stand.visible && visible, enabled: stand.enabled && enabled }
  }

  #elements(elements: readonly Element[], stand: Stand, within: string): void {
    for (const element of elements) {
      if (element.kind === 'text') continue
      const scope = this.#scope(within, stand.entries)
      const inside = this.#under(element.rules, stand, scope)
      if (element.kind === 'layout') this.#elements(element.elements, inside, within)
      else this.#control(element, inside, within, scope)
    }
  }

  #control(control: Control, stand: Stand, within: string, scope: FeelScope): void {
    const { field, elements } = control
    const { when } = field
    const place = placeOf(field.place, stand.entries)
    const visible =
      stand.visible &&
      isFor(field.readable, this.#context) &&
      (when.visible === undefined || isTrue(when.visible, scope))
    const locked = !stand.enabled || !isFor(field.writable, this.#context)
    const readonly =
      locked || when.computed !== undefined || (when.readonly !== undefined && isTrue(when.readonly, scope))
    const asking = field.call && askingOf(field.call, field, scope, this.#context)
    const before = this.fields.get(place)
    if (before?.visible !== true || visible)
      this.fields.set(place, {
        field,
        visible,
        required: when.required !== undefined && isTrue(when.required, scope),
        readonly,
        computed: when.computed !== undefined,
        choices: asking ? offersAt(asking, this.#context) : choicesOf(field, scope),
        ...(asking && { asking }),
        ...boundsOf(field, scope),
      })
    if (!visible && before?.visible === true) return
    const fixed = readonly ? this.#fixed(field, place, stand) : stand.fixed
    const inside = { ...stand, visible, enabled: !readonly, given: readonly ? fixed : stand.given, fixed }
    if (elements.length === 0) this.#set(place, visible ? this.#value(field, place, inside, scope) : undefined)
    else if (isList(field.kind)) this.#list(control, place, inside)
    else {
      if (!visible) this.#set(place, undefined)
      this.#elements(elements, inside, within)
    }
  }

  #list({ field, elements }: Control, place: Place, stand: Stand): void {
    const given = stand.visible ? givenAt(stand, place) : undefined
    const now = answerAt(this.answers, place)
    if (!Array.isArray(given)) return this.#set(place, given)
    if (!Array.isArray(now) || now.length !== given.length) this.#set(place, given)
    for (const index of given.keys())
      this.#elements(elements, { ...stand, entries: [...stand.entries, index] }, `${field.place}/*`)
  }

  #value(field: Field, place: Place, stand: Stand, scope: FeelScope): JsonValue | undefined {
    return field.when.computed === undefined ? givenAt(stand, place) : jsonOf(field.when.computed, scope)
  }

  /** What nobody may change has what it, or else what is around it, is filled with, else what the procedure knows under its name; never what came in. */
  #fixed({ when: { prefill } }: Field, place: Place, { fixed }: Stand): JsonObject {
    return prefill === undefined ? fixed : withAnswer(fixed, place, jsonOf(prefill, scopeOf([], this.#context)))
  }

  #set(place: Place, value: JsonValue | undefined): void {
    const before = answerAt(this.answers, place)
    if (before === value || JSON.stringify(before) === JSON.stringify(value)) return
    this.answers = withAnswer(this.answers, place, value)
    this.#changed = true
  }
}

function boundsOf({ when }: Field, scope: FeelScope): Pick<FieldState, 'earliest' | 'latest'> {
  const [earliest, latest] = [dayOf(when.earliest, scope), dayOf(when.latest, scope)]
  return { ...(earliest !== undefined && { earliest }), ...(latest !== undefined && { latest }) }
}

/** What the procedure knows to be null is no answer: nobody could correct it. */
function givenAt({ given, enabled }: Stand, place: Place): JsonValue | undefined {
  const value = answerAt(given, place)
  return value === null && !enabled ? undefined : value
}

/** Whether a field that names people and tasks means this one. */
export const isFor = (named: readonly string[] | undefined, { by, task }: FormContext): boolean =>
  named === undefined || named.includes(by) || (task !== undefined && named.includes(task))

/** What an expression in this list, or at the top, has around it. */
export function around(
  form: CompiledForm,
  answers: JsonObject,
  within: string,
  entries: readonly number[],
): readonly Around[] {
  const outer: Around = { fields: form.top, answers }
  if (within === '') return [outer]
  const lists = within.split('/*').slice(0, -1)
  const inner = lists.map((_, depth) => {
    const pattern = `${lists.slice(0, depth + 1).join('/*')}`
    const entry = `${placeOf(pattern, entries)}/${String(entries[depth] ?? 0)}`
    return { fields: form.fields.get(pattern)?.inner ?? [], answers: answerAt(answers, entry) }
  })
  return [...inner.reverse(), outer]
}

export function underRules(
  rules: readonly Rule[],
  scope: FeelScope,
): { readonly visible: boolean; readonly enabled: boolean } {
  const holds = (effect: Rule['effect'], expected: boolean): boolean =>
    rules.every((rule) => rule.effect !== effect || isTrue(rule.condition, scope) === expected)
  return {
    visible: holds('SHOW', true) && holds('HIDE', false),
    enabled: holds('ENABLE', true) && holds('DISABLE', false),
  }
}
