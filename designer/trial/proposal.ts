/** What a try that is kept as a test expects: proposed from what happened, each line to be taken or left by who keeps it. */
import type { JsonObject, JsonValue } from '../../engine/core/json.ts'
import type { Expectation } from '../../engine/core/trial/scenario.ts'
import type { Moment, Traced } from '../../engine/trial/moment.ts'

export type ProposalKey = Exclude<keyof Expectation, 'never' | 'variables' | 'notices'>

/** Each part of `expect` as it came true. */
export function proposed(moments: readonly Moment[], packageId: string): Expectation {
  const last = moments.at(-1)
  if (last === undefined) return { status: 'active' }
  const calls = counted(moments.flatMap((it) => it.calls.map(({ service }) => service)))
  return {
    status: last.status === 'suspended' ? 'active' : last.status,
    path: milestones(moments, packageId),
    documents: moments.flatMap((it) => it.documents.map(({ template }) => template)),
    paid: last.paid.map(({ amount, currency }) => `${amount} ${currency}`),
    charges: last.charged,
    ...(last.refunds.length > 0 && { refunded: last.refunds.map(({ amount, currency }) => `${amount} ${currency}`) }),
    ...(last.revoked > 0 && { revoked: last.revoked }),
    ...(last.incidents.length > 0 && { incidents: last.incidents.map(({ element }) => element).toSorted() }),
    ...(Object.keys(calls).length > 0 && { calls }),
  }
}

/** What was completed of the package's own drawings, in its order; what only joins and parts says nothing. */
function milestones(moments: readonly Moment[], packageId: string): readonly string[] {
  const left = moments.flatMap(({ trace }) => trace.filter(isLeft)).filter((it) => it.packageId === packageId)
  return left.flatMap((it, index) => (isDull(it) || left[index - 1]?.element === it.element ? [] : [it.element]))
}

type Left = Extract<Traced, { kind: 'entered' | 'left' | 'canceled' }>

const isLeft = (one: Traced): one is Left => one.kind === 'left'

/** Without a name of its own, a gateway, or the process itself. */
const isDull = ({ element, process, name, elementKind }: Left): boolean =>
  element === process || name.ar === element || elementKind?.endsWith('Gateway') === true

const counted = (names: readonly string[]): Readonly<Record<string, number>> =>
  names.reduce<Record<string, number>>((sum, name) => ({ ...sum, [name]: (sum[name] ?? 0) + 1 }), {})

/** Values of the procedure that a test may hold fast: texts, numbers and yes or no, by their name. */
export const holdable = (variables: JsonObject): readonly (readonly [name: string, value: JsonValue])[] =>
  Object.entries(variables).filter(
    ([name, value]) => !ENGINES_OWN.has(name) && (value === null || typeof value !== 'object'),
  )

const ENGINES_OWN: ReadonlySet<string> = new Set(['application', 'policy', 'texts'])

/** A name for the file, of what people call the test in English. */
export const fileFor = (title: string, taken: ReadonlySet<string>): string => {
  const base =
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 60) || 'test'
  const names = [base, ...Array.from({ length: 200 }, (_, index) => `${base}-${String(index + 2)}`)]
  return `tests/${names.find((it) => !taken.has(`tests/${it}.test.json`)) ?? base}.test.json`
}
