/** What the columns of a decision table look at and compare with, as written: for who knows what can be handed to it. */
import type { Decision } from 'dmn-moddle'
import type { DecisionColumn } from './decision.ts'

/** @param file its name within the package @returns none where the decision is no table */
export function columnsOf(file: string, { decisionLogic: table }: Decision): readonly DecisionColumn[] {
  if (table?.$type !== 'dmn:DecisionTable') return []
  const rules = table.rule ?? []
  return (table.input ?? []).map(({ inputExpression }, column) => ({
    expression: inputExpression?.text?.trim() ?? '',
    cells: rules.flatMap(({ id = table.id, inputEntry = [] }) => {
      const text = inputEntry[column]?.text?.trim() ?? ''
      return text === '' || text === '-' ? [] : [{ file, text, ...(id !== undefined && { place: id }) }]
    }),
  }))
}
