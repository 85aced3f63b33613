/** What was answered, to be read over before it is sent, and beside a task: question and answer, page by page. */
import { isJsonObject, type JsonObject, type JsonValue } from '../engine/core/json.ts'
import type { Text } from '../engine/core/text.ts'
import { around, evaluate, type Evaluation, isFor, underRules } from './evaluate.ts'
import { scopeOf } from './expression.ts'
import type { CompiledForm, Control, Element, FormContext } from './form.ts'
import { isList, KINDS } from './kinds/kinds.ts'
import { shownPages } from './pages.ts'
import { answerAt, type Place, placeOf } from './place.ts'
import { entriesOf } from './sentence.ts'
import { WORDS } from './texts/texts.ts'

export interface SummaryPart {
  /** "go:<page>" leads back to it. */
  readonly page: string
  readonly title?: string
  readonly rows: readonly SummaryRow[]
}

export interface SummaryRow {
  readonly place: Place
  readonly label: string
  readonly answer: string
  readonly answered: boolean
  /** Digests of the files it names. */
  readonly files: readonly string[]
  /** It was shown, not asked. */
  readonly given: boolean
  /** Heading of the group or the entry of a list it stands in. */
  readonly within?: string
}

export function summaryOf(form: CompiledForm, answers: JsonObject, context: FormContext): readonly SummaryPart[] {
  const evaluation = evaluate(form, answers, context)
  const reading = { form, evaluation, context }
  return shownPages(form, evaluation)
    .map(({ id, label, elements }) => ({
      page: id,
      ...(label === undefined ? {} : { title: label[context.language] }),
      rows: rowsOf(elements, reading, { entries: [], within: '' }),
    }))
    .filter(({ rows }) => rows.length > 0)
}

interface Reading {
  readonly form: CompiledForm
  readonly evaluation: Evaluation
  readonly context: FormContext
}

interface Standing {
  readonly entries: readonly number[]
  /** Pattern of the entries of the list around it. */
  readonly within: string
  readonly heading?: string
}

function rowsOf(elements: readonly Element[], reading: Reading, standing: Standing): readonly SummaryRow[] {
  return elements.flatMap((element) => {
    if (element.kind === 'text') return []
    if (element.kind === 'control') return rowsOfControl(element, reading, standing)
    const scope = scopeOf(
      around(reading.form, reading.evaluation.answers, standing.within, standing.entries),
      reading.context,
    )
    if (!underRules(element.rules, scope).visible) return []
    return rowsOf(element.elements, reading, under(standing, element.label, reading))
  })
}

const under = (standing: Standing, label: Text | undefined, { context }: Reading, entry = ''): Standing =>
  label === undefined ? standing : { ...standing, heading: label[context.language] + entry }

function rowsOfControl(control: Control, reading: Reading, standing: Standing): readonly SummaryRow[] {
  const { field, elements } = control
  const place = placeOf(field.place, standing.entries)
  const state = reading.evaluation.fields.get(place)
  if (state?.visible !== true || !isFor(field.readable, reading.context)) return []
  const label = control.label ?? field.text.label
  const value = answerAt(reading.evaluation.answers, place)
  if (isList(field.kind) && Array.isArray(value))
    return value.flatMap((_, index) => {
      const entries = [...standing.entries, index]
      const inside = under(standing, label, reading, entriesOf(`${place}/${String(index)}`))
      return rowsOf(elements, reading, { ...inside, entries, within: `${field.place}/*` })
    })
  if (elements.length > 0 && !isList(field.kind)) return rowsOf(elements, reading, under(standing, label, reading))
  const { language } = reading.context
  const asked = { field, place, language, choices: state.choices, files: reading.context.files ?? [] }
  const answered = value !== undefined
  return [
    {
      place,
      label: label[language],
      answered,
      files: filesIn(field.kind, value),
      given: state.readonly,
      answer: answered ? KINDS[field.kind].shown(value, asked) : WORDS[language].notAnswered,
      ...(standing.heading === undefined ? {} : { within: standing.heading }),
    },
  ]
}

function filesIn(kind: string, value: JsonValue | undefined): readonly string[] {
  if (kind !== 'file' && kind !== 'files') return []
  return (Array.isArray(value) ? value : [value]).flatMap((it: JsonValue | undefined) => {
    const digest = isJsonObject(it) ? it['digest'] : it
    return typeof digest === 'string' ? [digest] : []
  })
}
