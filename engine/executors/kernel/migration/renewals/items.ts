/** An item that is at work has its variable under the name the other version gives it. */
import { roundVariables } from '../round.ts'
import type { Renewal } from '../renewal.ts'

export const items: Renewal = (run, { id, to, record, outer, stays }) => {
  const loop = outer?.record.loop
  if (stays || typeof to !== 'object' || !to.loop || !loop || record.loopCounter === undefined) return undefined
  const named = roundVariables(to.loop, loop, record.loopCounter)
  const missing = Object.entries(named).filter(([name]) => !Object.hasOwn(record.variables ?? {}, name))
  if (missing.length > 0) run.emit({ kind: 'variablesSet', scope: id, values: Object.fromEntries(missing) })
  return undefined
}
