/** Where the two courses of an application decided otherwise, kind by kind and element by element. */
import type { JsonValue } from '../core/json.ts'
import type { Decision, DecisionKind } from './decisions.ts'

export interface Difference {
  /** Line of the history (seq) at which it shows. */
  readonly record: number
  readonly kind: DecisionKind | 'path'
  readonly element: string
  readonly name: string
  /** Absent: the recorded course did nothing of the kind here. */
  readonly recorded?: JsonValue
  /** Absent: the other version does nothing of the kind here. */
  readonly replayed?: JsonValue
}

/** In the order in which the recorded course decided, what only the other one did after that. */
export function differences(
  record: number,
  recorded: readonly Decision[],
  replayed: readonly Decision[],
): readonly Difference[] {
  const left = grouped(replayed)
  const found: Difference[] = []
  for (const one of recorded) {
    const other = left.get(keyOf(one))?.shift()
    if (other === undefined) found.push({ record, ...of(one), recorded: one.value })
    else if (!isEqual(one.value, other.value))
      found.push({ record, ...of(one), recorded: one.value, replayed: other.value })
  }
  for (const one of [...left.values()].flat()) found.push({ record, ...of(one), replayed: one.value })
  return found
}

const of = ({ kind, element, name }: Decision) => ({ kind, element, name })
/** A choice of ways is told by all flows taken at once, so that taking another one reads as one difference. */
const keyOf = ({ kind, element, name }: Decision): string => JSON.stringify([kind, element, name])

function grouped(decisions: readonly Decision[]): Map<string, Decision[]> {
  const groups = new Map<string, Decision[]>()
  for (const one of decisions) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

/** Contexts are equal whatever the order of their keys. */
const isEqual = (one: JsonValue, other: JsonValue): boolean => sorted(one) === sorted(other)

const sorted = (value: JsonValue): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
