/** The calendar may have changed: what is due by it is counted anew. */
import { conflict } from '../../../core/problem.ts'
import { settleClocks } from '../clocks/settle.ts'
import type { Handler } from './command.ts'

export const recalculate: Handler<'recalculate'> = (run) => {
  settleClocks(run)
  if (run.events.length > 0) return undefined
  return conflict(
    'clocks.unmoved',
    `Expected a deadline of ${run.draft.id} to move with the calendar, but none does; nothing was changed`,
  )
}
