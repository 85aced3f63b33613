/** The questions of the application a fee may hang on: those that ask for a number, and those with answers to choose from. */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import type { Text } from '../../engine/core/text.ts'
import { answersAt } from '../conditions/question.ts'
import { schemaOf } from '../forms/model/fields.ts'
import { formPath, readFormText, type FormJson } from '../forms/model/form-file.ts'
import { type NamedQuestion, questionsOf } from '../forms/questions.ts'
import { readTitlePage, TITLE_PAGE, valueAt } from '../policy/title-page.ts'

export interface Answer {
  readonly value: string
  readonly label: Text
}

export interface Question {
  /** "building.areaM2" */
  readonly variable: string
  readonly label: Text
  /** None: a number is asked for. */
  readonly answers: readonly Answer[]
}

export function questionsIn(files: DraftFiles): readonly Question[] {
  const id = valueAt(readTitlePage(files.get(TITLE_PAGE)) ?? {}, ['start', 'form'])
  const read = readFormText(files.get(formPath(String(id))) ?? '')
  return read.ok ? questionsOf(read.form).flatMap((it) => priced(read.form, it)) : []
}

/** Of a list there is no one answer. */
function priced(form: FormJson, { place, name, title }: NamedQuestion): readonly Question[] {
  const { type } = schemaOf(form, place)
  if (type === 'array') return []
  const answers = answersAt(form, place).flatMap(({ value, label }) =>
    typeof value === 'string' ? [{ value, label }] : [],
  )
  const isNumber = type === 'number' || type === 'integer'
  return answers.length > 1 || isNumber ? [{ variable: name, label: title, answers }] : []
}
