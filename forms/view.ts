/** A page of a form as plain data: what `html/` needs to draw it, in the reader's language. The same in server and browser. */
import type { JsonObject, JsonValue } from '../engine/core/json.ts'
import type { Language, Text } from '../engine/core/text.ts'
import { around, evaluate, type Evaluation, type FieldState, isFor, underRules } from './evaluate.ts'
import { scopeOf } from './expression.ts'
import type { Fault } from './fault.ts'
import type { Choice, CompiledForm, Control, Element, FormContext, StaticText } from './form.ts'
import { isList, KINDS } from './kinds/kinds.ts'
import { bounds } from './kinds/list.ts'
import { blocksOf } from './markdown.ts'
import { pageOf, shownPages } from './pages.ts'
import { answerAt, type Place, placeOf, withAnswer } from './place.ts'
import { entriesOf, sentenceOf } from './sentence.ts'
import { summaryOf } from './summary.ts'
import { type FormWords, WORDS } from './texts/texts.ts'

export interface FormView {
  readonly id: string
  readonly title: string
  readonly language: Language
  readonly dir: 'rtl' | 'ltr'
  readonly words: FormWords
  readonly page: PageView
  /** Whether it asks for files, and must be sent as multipart/form-data. */
  readonly asksFiles: boolean
  /** In the order of the form; each leads to its field. */
  readonly errors: readonly { readonly href: string; readonly text: string; readonly place: Place }[]
  readonly elements: readonly ElementView[]
}

export interface PageView {
  readonly id: string
  readonly label?: string
  /** Which of how many pages it is, counted from 1. */
  readonly number: number
  readonly count: number
}

/** What one partial draws. */
export interface ElementView {
  readonly partial: string
  /** Its place where it is a question; else where it stands. */
  readonly key: string
  /** Whether it comes and goes with the answers. */
  readonly conditional: boolean
  readonly hidden: boolean
  readonly [detail: string]: unknown
}

export function viewOf(
  form: CompiledForm,
  answers: JsonObject,
  faults: readonly Fault[],
  context: FormContext,
  page?: string,
): FormView {
  const { language } = context
  const all = withEmptyEntries(form, answers, context)
  const evaluation = evaluate(form, all, context)
  const current = pageOf(form, page, evaluation) ?? form.pages[0]
  const shown = shownPages(form, evaluation)
  const drawing = new Drawing(form, all, evaluation, faults, context)
  return {
    id: form.source.id,
    title: form.source.title[language],
    language,
    dir: language === 'ar' ? 'rtl' : 'ltr',
    words: WORDS[language],
    page: {
      id: current?.id ?? '1',
      number: Math.max(shown.findIndex((it) => it === current) + 1, 1),
      count: shown.length,
      ...(current?.label === undefined ? {} : { label: current.label[language] }),
    },
    asksFiles: [...evaluation.fields.values()].some(({ field }) => field.kind === 'file' || field.kind === 'files'),
    errors: faults.map((fault) => drawing.error(fault)),
    elements: drawing.elements(current?.elements ?? [], [], '', current?.id ?? '1'),
  }
}

/** A list that must have entries shows them empty from the beginning. */
function withEmptyEntries(form: CompiledForm, answers: JsonObject, context: FormContext): JsonObject {
  const wanting = [...evaluate(form, answers, context).fields].filter(
    ([place, { field, visible, required, readonly }]) =>
      isList(field.kind) && visible && required && !readonly && !hasEntries(answerAt(answers, place)),
  )
  return wanting.reduce((sum, [place, { field }]) => {
    const blank = field.entry === undefined ? {} : ''
    return withAnswer(sum, place, Array.from<JsonValue>({ length: Math.max(bounds(field).least, 1) }).fill(blank))
  }, answers)
}

const hasEntries = (value: JsonValue | undefined): boolean => Array.isArray(value) && value.length > 0

/** The id of the input that answers a place; names an author chose become letters that may stand in an id. */
export const idOf = (place: Place): string =>
  `f${place.replaceAll(/[^\w/~-]/g, (it) => `.${it.charCodeAt(0).toString(16)}.`)}`

/** What was chosen before stays chosen while the register that offers it is not asked, or does not answer. */
function unasked({ asking }: FieldState, value: JsonValue | undefined): readonly Choice[] {
  if (asking === undefined || asking.state === 'offered' || value === undefined) return []
  const chosen: readonly JsonValue[] = Array.isArray(value) ? value : [value]
  return chosen.map((it) => ({ value: it, label: { ar: String(it), en: String(it) } }))
}

class Drawing {
  readonly #form: CompiledForm
  readonly #answers: JsonObject
  readonly #evaluation: Evaluation
  readonly #faults: readonly Fault[]
  readonly #context: FormContext
  readonly #words: FormWords

  constructor(
    form: CompiledForm,
    answers: JsonObject,
    evaluation: Evaluation,
    faults: readonly Fault[],
    context: FormContext,
  ) {
    this.#form = form
    this.#answers = answers
    this.#evaluation = evaluation
    this.#faults = faults
    this.#context = context
    this.#words = WORDS[context.language]
  }

  error(fault: Fault): FormView['errors'][number] {
    const field = this.#evaluation.fields.get(fault.place)?.field
    const first = field === undefined ? undefined : KINDS[field.kind].first
    const target = idOf(fault.place) + (first === undefined ? '' : `-${first}`)
    return {
      place: fault.place,
      text: sentenceOf(fault, field, this.#form, this.#context.language),
      href: `#${encodeURI(target)}`,
    }
  }

  elements(
    elements: readonly Element[],
    entries: readonly number[],
    within: string,
    key: string,
  ): readonly ElementView[] {
    return elements.flatMap((it, index) => this.#element(it, entries, within, `${key}.${String(index)}`))
  }

  #element(element: Element, entries: readonly number[], within: string, path: string): readonly ElementView[] {
    if (element.kind === 'control') return this.#control(element, entries, within, path)
    const scope = scopeOf(around(this.#form, this.#evaluation.answers, within, entries), this.#context)
    const { visible } = underRules(element.rules, scope)
    const key = [path, ...entries].join('.')
    const base = { key, conditional: element.rules.length > 0, hidden: !visible }
    if (element.kind === 'text') return [{ ...base, ...this.#told(element) }]
    const { label } = element
    return [
      {
        ...base,
        partial: element.as,
        ...(label === undefined ? {} : { label: this.#say(label) }),
        elements: this.elements(element.elements, entries, within, path),
      },
    ]
  }

  #told({ text, summary }: StaticText): { readonly partial: string } & Readonly<Record<string, unknown>> {
    if (!summary) return { partial: 'staticText', blocks: blocksOf(this.#say(text)) }
    const parts = summaryOf(this.#form, this.#answers, this.#context)
    return { partial: 'summary', heading: this.#say(text), parts }
  }

  #control(control: Control, entries: readonly number[], within: string, path: string): readonly ElementView[] {
    const { field } = control
    const place = placeOf(field.place, entries)
    const state = this.#evaluation.fields.get(place)
    if (state === undefined || !isFor(field.readable, this.#context)) return []
    // What a hidden field held is there again when it is shown.
    const value = answerAt(state.visible ? this.#evaluation.answers : this.#answers, place)
    const base = this.#question(control, state, place, path)
    const asked = {
      field,
      place,
      language: this.#context.language,
      choices: [...state.choices, ...unasked(state, value)],
      files: this.#context.files ?? [],
    }
    if (isList(field.kind)) return [{ ...base, ...this.#list(control, state, place, entries, path, value) }]
    if (control.elements.length > 0)
      return [{ ...base, elements: this.elements(control.elements, entries, within, path) }]
    if (state.readonly) {
      const shown = value === undefined ? this.#words.notAnswered : KINDS[field.kind].shown(value, asked)
      return [{ ...base, partial: 'readonly', shown, computed: state.computed }]
    }
    return [{ ...base, partial: field.kind, ...KINDS[field.kind].view(value, asked) }]
  }

  #question(control: Control, state: FieldState, place: Place, path: string): ElementView {
    const { field, label, rules } = control
    const id = idOf(place)
    const fault = this.#faults.find((it) => it.place === place)
    const { hint } = field.text
    const error = fault && sentenceOf(fault, field, this.#form, this.#context.language)
    const describedBy = [...(hint ? [`${id}-hint`] : []), ...(error === undefined ? [] : [`${id}-error`])].join(' ')
    return {
      partial: field.kind,
      key: place,
      path,
      conditional: rules.length > 0 || field.when.visible !== undefined,
      hidden: !state.visible,
      id,
      name: place,
      label: this.#say(label ?? field.text.label) + (field.place.endsWith('/*') ? entriesOf(place) : ''),
      optional: !state.required && !state.readonly && !field.place.endsWith('/*'),
      words: this.#words,
      ...this.#asking(state, place),
      ...(hint ? { hint: this.#say(hint) } : {}),
      ...(error === undefined ? {} : { error }),
      ...(describedBy === '' ? {} : { describedBy }),
    }
  }

  /** What is to be said of a register that offers the choices. */
  #asking({ asking, readonly, choices }: FieldState, place: Place): Readonly<Record<string, unknown>> {
    if (asking === undefined || readonly) return {}
    const { state } = asking
    const says =
      state === 'offered' ? (choices.length > 0 ? '' : this.#words.asking.nothing) : this.#words.asking[state]
    const key = state === 'waits' ? '' : asking.question.key
    return { asking: { state, says, key, refresh: `refresh:${place}` } }
  }

  #list(
    { field, elements }: Control,
    state: FieldState,
    place: Place,
    entries: readonly number[],
    path: string,
    value: JsonValue | undefined,
  ): Readonly<Record<string, unknown>> {
    const count = Array.isArray(value) ? value.length : 0
    const { least, most } = bounds(field)
    const views = Array.from({ length: count }, (_, index) => ({
      label: `${this.#say(field.text.label)} (${String(index + 1)})`,
      remove: !state.readonly && count > least ? `remove:${place}/${String(index)}` : false,
      elements: this.elements(elements, [...entries, index], `${field.place}/*`, path),
      words: this.#words,
    }))
    return { entries: views, ...(!state.readonly && count < most ? { add: `add:${place}` } : {}) }
  }

  #say(text: Text): string {
    return text[this.#context.language]
  }
}
