/**
 * Built-in functions on true, false and null.
 */
import { expected } from '../expected.ts'
import { Failure } from '../failure.ts'
import { same } from '../order.ts'
import type { Run } from '../run.ts'
import type { FeelValue } from '../value.ts'
import { type Builtin, builtin, optional, param, signature } from './builtin.ts'
import { overItems } from './items.ts'
import { anything, nothing, text, truth } from './kind.ts'

export const booleanBuiltins: readonly Builtin[] = [
  builtin(
    'not',
    signature([param('negand', truth)], (_run, negand) => !negand),
    signature([param('negand', nothing)], () => null),
  ),
  builtin('all', ...overItems((run, items) => decide(run, items, false))),
  builtin('any', ...overItems((run, items) => decide(run, items, true))),
  builtin(
    'is',
    signature([param('value1', anything), param('value2', anything)], (run, left, right) => same(left, right, run)),
  ),
  builtin(
    'assert',
    signature(
      [param('value', anything), param('condition', anything), optional('cause', text)],
      (_run, value, condition, cause = 'the assertion to hold') => {
        if (condition !== true) throw new Failure('value', `Expected ${cause}, but it does not`)
        return value
      },
    ),
  ),
]

/** Null among the items counts as unknown, as in `and` and `or`. */
function decide(run: Run, items: readonly FeelValue[], deciding: boolean): FeelValue {
  run.charge(items.length)
  for (const item of items)
    if (item !== null && typeof item !== 'boolean') throw expected('true or false in the list', item)
  if (items.includes(deciding)) return deciding
  return items.includes(null) ? null : !deciding
}
