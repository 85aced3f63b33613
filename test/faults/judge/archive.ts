/** Every case that ended told the archive by its signal, and the archive has begun one record for it and no second one. */
import { ARCHIVED } from '../package.ts'
import { repeated, type Findings } from './findings.ts'
import type { Case, StoreRecord } from './record.ts'

/** @param atRest a signal that was thrown may still be on its way while cases are. */
export function judgeArchive({ cases }: StoreRecord, atRest: boolean): Findings {
  const kept = cases.flatMap(archivedIn)
  const there = new Set(kept)
  const issued = cases.filter(({ number, status }) => number !== '' && status === 'completed')
  return {
    lost: atRest
      ? issued
          .filter(({ number }) => !there.has(number))
          .map(({ number }) => `the signal of ${number} reached no archive`)
      : [],
    duplicated: repeated(kept).map(([number, count]) => `the signal of ${number} was archived ${count} times`),
    broken: [],
  }
}

const archivedIn = ({ steps: [first] }: Case): readonly string[] =>
  (first?.events ?? []).flatMap((event) => {
    const of = event.kind === 'elementActivated' ? event.variables?.[ARCHIVED] : undefined
    return typeof of === 'string' ? [of] : []
  })
