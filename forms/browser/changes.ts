/** What is to be shown otherwise on a page after somebody typed: the view of the server, made again in the page from what its inputs hold. */
import { isJsonObject } from '../../engine/core/json.ts'
import { officeDaysOf } from '../../engine/core/office-days.ts'
import { compileForm } from '../compile.ts'
import { type Body, decode } from '../decode.ts'
import { type ElementView, viewOf } from '../view.ts'
import type { LiveData } from './live-data.ts'

export interface Changes {
  /** By the key of an element that comes and goes. */
  readonly hidden: ReadonlyMap<string, boolean>
  /** By the place of a question. */
  readonly questions: ReadonlyMap<string, QuestionView>
}

export interface QuestionView {
  readonly optional: boolean
  readonly readonly: boolean
  /** As it reads, where it may not be changed. */
  readonly shown?: string
  readonly hijri?: string
  /** How it stands with a register that offers what can be chosen. */
  readonly asking?: { readonly state: string; readonly says: string; readonly key: string }
  /** Values and words of a list that opens. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
}

export function changesFor({ source, context: sent, days, answers, page }: LiveData, body: Body): Changes {
  const context = { ...sent, ...(days && { days: officeDaysOf(days) }) }
  const form = compileForm(source)
  const view = viewOf(form, decode(form, body, context, answers), [], context, page)
  const hidden = new Map<string, boolean>()
  const questions = new Map<string, QuestionView>()
  gather(view.elements, hidden, questions)
  return { hidden, questions }
}

function gather(
  elements: readonly ElementView[],
  hidden: Map<string, boolean>,
  questions: Map<string, QuestionView>,
): void {
  for (const element of elements) {
    if (element.conditional) hidden.set(element.key, element.hidden)
    if (typeof element['name'] === 'string') questions.set(element['name'], questionOf(element))
    for (const inner of [element['elements'], ...entriesOf(element['entries'])])
      if (Array.isArray(inner)) gather(inner as readonly ElementView[], hidden, questions)
  }
}

const entriesOf = (entries: unknown): readonly unknown[] =>
  Array.isArray(entries) ? entries.map((it: unknown) => (isJsonObject(it) ? it['elements'] : undefined)) : []

function questionOf(element: ElementView): QuestionView {
  const text = (name: string): string | undefined => (typeof element[name] === 'string' ? element[name] : undefined)
  // What is told from what is known stays as the server wrote it: the page has not all of its words.
  const shown = element['computed'] === true ? text('shown') : undefined
  const hijri = text('hijri')
  const { choices, asking } = element
  return {
    optional: element['optional'] === true,
    readonly: element.partial === 'readonly',
    ...(shown === undefined ? {} : { shown }),
    ...(hijri === undefined ? {} : { hijri }),
    ...(isJsonObject(asking) ? { asking: asking as unknown as NonNullable<QuestionView['asking']> } : {}),
    ...(Array.isArray(choices) ? { choices: choices as NonNullable<QuestionView['choices']> } : {}),
  }
}
