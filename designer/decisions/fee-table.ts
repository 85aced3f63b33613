/** A fee told in simple rows, as the decision table that gives it and the entry of workflow.json that shows it. */
import type { JsonObject } from '../../engine/core/json.ts'
import { variablePath } from '../../engine/core/bpmn/variable.ts'
import { CURRENCIES, money } from '../../engine/core/money.ts'
import { isProblem } from '../../engine/core/problem.ts'
import type { Text } from '../../engine/core/text.ts'
import { feelOf, withSample } from './asked.ts'
import type { Answer } from './questions.ts'
import type { NewTable } from './new-table-file.ts'

export type FeeKind = 'fixed' | 'byNumber' | 'byValue'

export interface FeeRow {
  /** byNumber: the most it goes up to, empty on the last row; byValue: the value, empty for all others. */
  readonly on: string
  /** "25.00" */
  readonly amount: string
  /** The answer of a question it stands for; on the last row too, which then is for all others. */
  readonly answer?: Answer
}

export interface FeePlan {
  readonly id: string
  readonly title: Text
  readonly kind: FeeKind
  /** "building.areaM2"; not asked where the fee is fixed. */
  readonly variable: string
  /** What the applicant is asked, where the variable is an answer. */
  readonly question?: Text
  readonly currency: string
  readonly rows: readonly FeeRow[]
}

const LIMIT = /^\d+(\.\d+)?$/

export function isFeePlan({ title, kind, variable, currency, rows }: FeePlan): boolean {
  const [last] = rows.slice(-1)
  const limits = rows.slice(0, -1).map(({ on }) => on)
  const rises = limits.every((on, at) => LIMIT.test(on) && (at === 0 || Number(on) > Number(limits[at - 1])))
  const values = rows.slice(0, -1).map(({ on }) => on.trim())
  return (
    title.ar.trim() !== '' &&
    title.en.trim() !== '' &&
    rows.length > 0 &&
    rows.every(({ amount }) => !isProblem(money(amount, currency))) &&
    (kind === 'fixed' || (variablePath(variable) !== undefined && last?.on === '')) &&
    (kind !== 'byNumber' || rises) &&
    (kind !== 'byValue' || (values.every((on) => on !== '') && new Set(values).size === values.length))
  )
}

const OUTPUTS: NewTable['outputs'] = [
  { name: 'amount', type: 'string', label: { ar: 'المبلغ', en: 'Amount' } },
  { name: 'currency', type: 'string', label: { ar: 'العملة', en: 'Currency' } },
]

export function feeTable({ id, title, kind, variable, question, currency, rows }: FeePlan): NewTable {
  const answers = (amount: string): readonly string[] => [JSON.stringify(amount), JSON.stringify(currency)]
  const label = question ?? { ar: 'إذا كان', en: 'If' }
  if (kind === 'fixed')
    return {
      id,
      title,
      hitPolicy: 'FIRST',
      inputs: [],
      outputs: OUTPUTS,
      rules: rows.slice(0, 1).map(({ amount }) => answers(amount)),
    }
  const inputs = [{ expression: variable, type: kind === 'byNumber' ? 'number' : 'string', label }]
  const rules = rows.map(({ on, amount }, at) => [testOf(kind, rows, on, at), ...answers(amount)])
  return { id, title, hitPolicy: kind === 'byNumber' ? 'UNIQUE' : 'FIRST', inputs, outputs: OUTPUTS, rules }
}

function testOf(kind: FeeKind, rows: readonly FeeRow[], on: string, at: number): string {
  if (kind === 'byValue') return on.trim() === '' ? '-' : JSON.stringify(on.trim())
  const below = rows[at - 1]?.on
  if (on === '') return below === undefined ? '-' : `> ${below}`
  return below === undefined ? `<= ${on}` : `(${below}..${on}]`
}

/** With an example for each row, which the page of the service shows with its amount. */
export function feeEntry(plan: FeePlan, feeId: string): JsonObject {
  const { id, title, kind } = plan
  const examples = kind === 'fixed' ? [] : plan.rows.map((row, at) => exampleOf(plan, row, at))
  return { id: feeId, title: { ...title }, decision: id, ...(examples.length > 0 && { examples }), verified: false }
}

function exampleOf({ kind, variable, rows }: FeePlan, { on, answer }: FeeRow, at: number): JsonObject {
  const given = (value: number | string): string => `=${feelOf(withSample({}, variable, value))}`
  if (kind === 'byValue') {
    if (answer) return { title: { ...answer.label }, given: given(answer.value) }
    if (on.trim() !== '') return { title: { ar: on.trim(), en: on.trim() }, given: given(on.trim()) }
    return { title: { ar: 'غير ذلك', en: 'Anything else' }, given: given('other') }
  }
  if (on !== '') return { title: { ar: `حتى ${on}`, en: `Up to ${on}` }, given: given(Number(on)) }
  const below = rows[at - 1]?.on
  if (below === undefined) return { title: { ar: 'كل حالة', en: 'Every case' }, given: given(1) }
  return { title: { ar: `أكثر من ${below}`, en: `More than ${below}` }, given: given(Number(below) + 1) }
}

export const CURRENCY_CODES: readonly string[] = Object.keys(CURRENCIES)
