/** What a condition can hang on, as an analyst is asked: by what it is called, and by what may be said of it. */
import type { Text } from '../../engine/core/text.ts'
import type { KindName } from '../../forms/kinds/kind.ts'
import type { FormJson } from '../forms/model/form-file.ts'
import { choicesAt } from '../forms/model/kind-at.ts'
import type { NamedQuestion } from '../forms/questions.ts'
import { CONDITION_WORDS as WORDS } from './words.ts'

export interface Question {
  /** Unlike any other that is offered beside it. */
  readonly key: string
  /** As FEEL reads it: "address.governorate". */
  readonly name: string
  readonly title: Text
  /** other: all that can be said is whether it is there. */
  readonly sort: 'truth' | 'number' | 'several' | 'text' | 'day' | 'other'
  /** By their spoken names; none: whatever is written. */
  readonly answers: readonly Answer[]
  /** Where it comes from: a form, the steps. */
  readonly group?: Text
  /** There may be nothing of that name. */
  readonly maybe?: true
}

export interface Answer {
  readonly value: string | number | boolean
  readonly label: Text
}

export const TRUTHS: readonly Answer[] = [
  { value: true, label: WORDS.yes },
  { value: false, label: WORDS.no },
]

export function asQuestion(form: FormJson, { place, name, title, kind }: NamedQuestion): Question {
  const sort = SORTS[kind] ?? 'text'
  return { key: place, name, title, sort, answers: sort === 'truth' ? TRUTHS : answersAt(form, place) }
}

export const answersAt = (form: FormJson, place: string): readonly Answer[] =>
  choicesAt(form, place).flatMap(({ value, label }) =>
    value === null || typeof value === 'object' ? [] : [{ value, label }],
  )

const SORTS: Partial<Readonly<Record<KindName, Question['sort']>>> = {
  yesNo: 'truth',
  declaration: 'truth',
  number: 'number',
  severalOf: 'several',
  date: 'day',
  time: 'other',
  file: 'other',
  files: 'other',
  list: 'other',
  table: 'other',
  money: 'other',
  signature: 'other',
}
