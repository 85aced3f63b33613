/**
 * Functions over many values that take a list or the values themselves: `sum([1, 2])` and `sum(1, 2)`.
 */
import type { Run } from '../run.ts'
import type { FeelValue } from '../value.ts'
import { param, rest, type Signature, signature } from './builtin.ts'
import { anything, list } from './kind.ts'

export function overItems(body: (run: Run, items: readonly FeelValue[]) => FeelValue): readonly Signature[] {
  return [
    signature([param('list', list)], body),
    signature(
      [param('first', anything), param('second', anything), rest('more', anything)],
      (run, first, second, more) => body(run, [first, second, ...more]),
    ),
  ]
}
