/** Where in a decision a finding speaks of: the decision itself, a column, a rule or a cell, by the ids in the file. */
import type { Decision } from '../../engine/core/dmn/rewrite.ts'
import { isTable } from './nodes.ts'

export type DecisionPlace =
  | { readonly kind: 'cell'; readonly rule: number; readonly column: number }
  | { readonly kind: 'column'; readonly column: number }
  | { readonly kind: 'whole' }

/** undefined: it is not in this decision. */
export function placeIn(decision: Decision, id: string): DecisionPlace | undefined {
  if (decision.id === id) return { kind: 'whole' }
  const logic = decision.decisionLogic
  if (!isTable(logic)) return logic?.id === id ? { kind: 'whole' } : undefined
  if (logic.id === id) return { kind: 'whole' }
  const columns = [...(logic.input ?? []), ...(logic.output ?? [])]
  const column = columns.findIndex((it) => it.id === id || ('inputExpression' in it && it.inputExpression?.id === id))
  if (column >= 0) return { kind: 'column', column }
  for (const [rule, one] of (logic.rule ?? []).entries()) {
    if (one.id === id) return { kind: 'cell', rule, column: 0 }
    const cell = [...(one.inputEntry ?? []), ...(one.outputEntry ?? [])].findIndex((it) => it.id === id)
    if (cell >= 0) return { kind: 'cell', rule, column: cell }
  }
  return undefined
}

/** What the focus goes to in the page of the decision. */
export function fieldOfPlace(page: HTMLElement, place: DecisionPlace): HTMLElement | undefined {
  const found =
    page.querySelector<HTMLElement>(SELECTORS[place.kind](place)) ?? page.querySelector<HTMLElement>('.fault')
  return found ?? undefined
}

const SELECTORS: Readonly<Record<DecisionPlace['kind'], (place: DecisionPlace) => string>> = {
  cell: (it) => (it.kind === 'cell' ? `[data-cell="${String(it.rule)}-${String(it.column)}"]` : ''),
  column: (it) => (it.kind === 'column' ? `.rules thead th:nth-child(${String(it.column + 2)}) button` : ''),
  whole: () => '.fault',
}
