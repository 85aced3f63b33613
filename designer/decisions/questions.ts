/** The questions of the application a fee may hang on: those that ask for a number, and those with answers to choose from. */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import { fieldsOf } from '../../engine/core/package/form-texts.ts'
import { schemaFaults } from '../../engine/core/schema/limits.ts'
import type { Text } from '../../engine/core/text.ts'
import { formPath, readFormText, type FormJson } from '../forms/model/form-file.ts'
import { objectAt, partsOf } from '../forms/model/json/pointer.ts'
import { choicesAt } from '../forms/model/kind-at.ts'
import { labelOf } from '../forms/tree.ts'
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
  if (!read.ok || schemaFaults(objectAt(read.form, '/schema'), {}).length > 0) return []
  return [...fieldsOf(objectAt(read.form, '/schema'))].flatMap(([place, { schema }]) =>
    questionAt(read.form, place, schema['type']),
  )
}

/** Of a list there is no one answer. */
function questionAt(form: FormJson, place: string, type: unknown): readonly Question[] {
  if (place.includes('/*') || type === 'array') return []
  const answers = choicesAt(form, place).flatMap(({ value, label }) =>
    typeof value === 'string' ? [{ value, label }] : [],
  )
  const isNumber = type === 'number' || type === 'integer'
  if (answers.length < 2 && !isNumber) return []
  return [{ variable: partsOf(place).join('.'), label: labelOf(form, place), answers }]
}
