/** What decisions answer, as people are asked about it: each answer of a table by the title of its column, with the values its rules give. */
import { bilingual } from '../../engine/core/bilingual.ts'
import { openDmn, type Decision, type DecisionTable, type OutputClause } from '../../engine/core/dmn/rewrite.ts'
import type { Text } from '../../engine/core/text.ts'
import type { Answer, Question } from '../conditions/question.ts'
import { TRUTHS } from '../conditions/question.ts'
import { decisionsIn } from './catalogue.ts'
import { isTable } from './nodes.ts'
import { titleOf } from './naming.ts'

export interface Result extends Pick<Question, 'sort' | 'answers'> {
  /** Under the variable of the answer; none: the answer itself. */
  readonly field?: string
  readonly title: Text
}

/** By the id of the decision. */
export type Results = ReadonlyMap<string, readonly Result[]>

export async function resultsIn(files: ReadonlyMap<string, string>): Promise<Results> {
  const drafts = await Promise.all(
    [...files]
      .filter(([path]) => path.endsWith('.dmn'))
      .map(async ([file, text]) => ({ file, draft: await openDmn(text) })),
  )
  return new Map(drafts.flatMap(decisionsIn).map((it) => [it.id ?? '', resultsOf(it)]))
}

function resultsOf(decision: Decision): readonly Result[] {
  const { decisionLogic: logic, variable } = decision
  const title = titleOf(decision)
  if (!isTable(logic)) return [{ title, ...saidOf(variable?.typeRef, []) }]
  const outputs = logic.output ?? []
  if (logic.aggregation !== undefined) return [{ title, sort: 'number', answers: [] }]
  const isList = SEVERAL.has(logic.hitPolicy ?? 'UNIQUE')
  if (outputs.length > 1 && isList) return [{ title, sort: 'other', answers: [] }]
  return outputs.map((output, at) => {
    const said = saidOf(output.typeRef ?? variable?.typeRef, valuesIn(logic, output, at))
    if (isList) return { title, ...said, sort: 'several' }
    if (outputs.length === 1) return { title, ...said }
    const own = bilingual(output.label ?? output.name ?? '')
    return {
      field: output.name ?? '',
      title: { ar: `${title.ar}: ${own.ar}`, en: `${title.en}: ${own.en}` },
      ...said,
    }
  })
}

const SEVERAL: ReadonlySet<string> = new Set(['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'])

/** Those that stand in its cells as they are. */
function valuesIn({ rule = [] }: DecisionTable, { outputValues, defaultOutputEntry }: OutputClause, at: number) {
  const cells = [...rule.map((it) => it.outputEntry?.[at]?.text), defaultOutputEntry?.text]
  const listed = [...(outputValues?.text ?? '').matchAll(/"[^"\\]*"/g)].map(([text]) => text)
  return [...new Set([...listed, ...cells.map((it) => it?.trim() ?? '')])].filter((it) => it !== '')
}

const MOST = 50

function saidOf(typeRef: string | undefined, cells: readonly string[]): Pick<Question, 'sort' | 'answers'> {
  const values = cells.map(plainIn)
  const type = typeRef?.replace(/^feel:/, '') ?? ''
  const is = (kind: string, name: string): boolean =>
    type === name || (type === '' && values.length > 0 && values.every((it) => typeof it === kind))
  if (is('boolean', 'boolean')) return { sort: 'truth', answers: TRUTHS }
  if (is('number', 'number')) return { sort: 'number', answers: [] }
  if (!is('string', 'string')) return { sort: 'other', answers: [] }
  const told = values.flatMap((value): readonly Answer[] =>
    typeof value === 'string' ? [{ value, label: { ar: value, en: value } }] : [],
  )
  // A column that is computed may give others.
  return { sort: 'text', answers: told.length === values.length && told.length <= MOST ? told : [] }
}

function plainIn(cell: string): unknown {
  try {
    return JSON.parse(cell)
  } catch {
    return undefined
  }
}
