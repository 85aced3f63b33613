/** What stands against a batch, reason by reason: how many applications each strikes, and a few of them. */
import type { RefusalCount } from '../../core/migration-batch.ts'
import type { Problem } from '../../core/problem.ts'
import type { InstanceRow } from '../../core/instance-row.ts'

const MOST_EXAMPLES = 5

/** Each reason once per application. */
export function count(
  tally: Map<string, RefusalCount>,
  { code, detail, findings }: Problem,
  { reference }: InstanceRow,
): void {
  const reasons = findings ?? [{ rule: code, message: detail }]
  for (const rule of new Set(reasons.map((one) => one.rule))) {
    const first = reasons.find((one) => one.rule === rule)
    const before = tally.get(rule) ?? { rule, count: 0, examples: [] }
    const { place, message, messageAr } = { place: undefined, messageAr: undefined, message: detail, ...first }
    const example = { reference, message, ...(place && { place }), ...(messageAr && { messageAr }) }
    const examples = before.examples.length < MOST_EXAMPLES ? [...before.examples, example] : before.examples
    tally.set(rule, { rule, count: before.count + 1, examples })
  }
}
