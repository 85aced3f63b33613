/** The record is whole: no step missing, and folding the steps gives the stored state byte for byte; the file is sound. */
import type { InstanceState } from '../../../engine/core/instance.ts'
import { kernel } from '../../../engine/executors/kernel/kernel.ts'
import { NOTHING, type Findings } from './findings.ts'
import type { Case, StoreRecord } from './record.ts'

export function judgeWhole({ cases, integrity }: StoreRecord): Findings {
  const broken = cases.flatMap((one) => gaps(one) ?? difference(one) ?? [])
  return { ...NOTHING, broken: integrity === 'ok' ? broken : [`the file is damaged: ${integrity}`, ...broken] }
}

function gaps({ id, rev, steps }: Case): string | undefined {
  const seqs = steps.map(({ seq }) => seq)
  const isWhole = seqs.length === rev && seqs.every((seq, index) => seq === index + 1)
  return isWhole ? undefined : `${id} is at rev ${rev}, but its record holds the steps ${seqs.join(', ')}`
}

function difference({ id, stored, steps }: Case): string | undefined {
  let state: InstanceState | undefined
  for (const { events } of steps) for (const event of events) state = kernel.apply(state, event)
  return JSON.stringify(state) === stored ? undefined : `the record of ${id} does not give its stored state`
}
