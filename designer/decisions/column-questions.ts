/** What a column of a table can look at, by what people are asked and steps find out: chosen, it needs no word of FEEL. */
import { inBothLanguages } from '../../engine/core/bilingual.ts'
import type { Decision } from '../../engine/core/dmn/rewrite.ts'
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import type { Known } from '../../engine/core/package/variables/known.ts'
import { useMemo } from 'preact/hooks'
import { isText } from '../../engine/core/text.ts'
import { questionsKnown } from '../conditions/known-questions.ts'
import { asQuestion, type Question } from '../conditions/question.ts'
import { useFiles, type DraftSession } from '../draft/session.ts'
import { formIdOf, readFormText } from '../forms/model/form-file.ts'
import { questionsOf } from '../forms/questions.ts'
import { feelOf } from './asked.ts'
import type { DecisionFile } from './catalogue.ts'
import { useDecisionKnown } from './known.ts'
import type { ColumnText } from './table-commands.ts'

/** None as long as it is not known what may be asked. */
export function useColumnQuestions(session: DraftSession, file: DecisionFile, decision: Decision): readonly Question[] {
  const files = useFiles(session)
  const known = useDecisionKnown(session, file, decision)
  return useMemo(() => (known === undefined ? [] : columnQuestions(files, known)), [files, known])
}

const NOBODY_BEFORE = { steps: [], others: new Set<string>() }

/** @param known where the table is asked; one that nothing asks yet may look at the answers of every form */
export function columnQuestions(files: DraftFiles, known: Known): readonly Question[] {
  const isAsked = known.variables.some(({ origin }) => origin.kind === 'form')
  const all = [
    ...questionsKnown({ files, known, before: NOBODY_BEFORE, results: new Map() }),
    ...(isAsked ? [] : [...files].flatMap(([path, text]) => answersIn(path, text))),
  ].filter(({ sort }) => TYPES[sort] !== undefined)
  return all.filter(({ name }, at) => all.findIndex((it) => it.name === name) === at)
}

function answersIn(path: string, text: string): readonly Question[] {
  const id = formIdOf(path)
  const read = id === undefined ? undefined : readFormText(text)
  if (id === undefined || !read?.ok) return []
  const { title } = read.form
  const group = isText(title) ? title : { ar: id, en: id }
  return questionsOf(read.form).map((it) => ({ ...asQuestion(read.form, it), group }))
}

const TYPES: Partial<Readonly<Record<Question['sort'], string>>> = {
  truth: 'boolean',
  number: 'number',
  text: 'string',
}

/**
 * The column that looks at it. What it may be is not written: a table refuses whatever is not listed, and a question may be
 * left unanswered, or get another choice one day.
 */
export const columnOf = ({ name, title, sort }: Question): ColumnText & { readonly label: string } => ({
  label: inBothLanguages(title),
  expression: name,
  type: TYPES[sort] ?? '',
})

export const questionAt = (questions: readonly Question[], expression: string): Question | undefined =>
  questions.find(({ name }) => name === expression.trim())

/** What it may be answered by, as FEEL. */
export const answersOf = (question: Question | undefined): readonly string[] =>
  question?.sort === 'text' ? question.answers.map(({ value }) => feelOf(value)) : []
