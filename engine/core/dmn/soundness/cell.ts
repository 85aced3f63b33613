/**
 * Reads a cell of a condition column as the values it lets through, where that can be told without running it:
 * `-`, `"a", "b"`, `< 5`, `[10..20)`, `true`, `null`, `@"2026-01-01"`, `date("2026-01-01")`, `not(...)` of these.
 * Anything else ("list contains(?, \"x\")", another variable) cannot be judged, and is not guessed at.
 */
import { builtins } from '../../feel/builtins/table.ts'
import { forgivingNames } from '../../feel/compile/forgiving.ts'
import { parse } from '../../feel/parse/parse.ts'
import { SyntaxFault } from '../../feel/parse/reader.ts'
import type { FeelNode, Test } from '../../feel/syntax.ts'
import { readDate, readDateTime } from '../../feel/temporal-text.ts'
import { DaysTimeDuration, FeelDate, FeelDateTime, FeelTime, YearsMonthsDuration } from '../../feel/temporal.ts'
import type { FeelValue } from '../../feel/value.ts'
import type { Mark, Reach } from './axis.ts'

export interface Cell {
  readonly tests: readonly Reach[]
  readonly negated: boolean
}

const FUNCTIONS: readonly string[] = [...builtins.keys(), ...forgivingNames]
const EVERYTHING: Cell = { tests: [{ kind: 'all' }], negated: false }

/** @returns undefined where it cannot be told what the cell lets through */
export function readCell(text: string | undefined): Cell | undefined {
  const source = text?.trim() ?? ''
  if (source === '' || source === '-') return EVERYTHING
  const node = parse(source, 'unary tests', FUNCTIONS)
  if (node instanceof SyntaxFault || node.kind !== 'in') return undefined
  const tests: Reach[] = []
  for (const test of node.tests) {
    const reach = reachOf(test)
    if (reach === undefined) return undefined
    tests.push(reach)
  }
  return { tests, negated: node.negated }
}

function reachOf(test: Test): Reach | undefined {
  if (test.kind === 'any') return { kind: 'all' }
  if (test.kind === 'compare') return compared(test.operator, valueOf(test.operand))
  return test.usesInput ? undefined : valued(test.value)
}

function compared(
  operator: Extract<Test, { kind: 'compare' }>['operator'],
  value: Known | undefined,
): Reach | undefined {
  if (value === undefined) return undefined
  if (value.kind === 'mark') return { kind: 'compare', line: value.line, operator, mark: value.mark }
  return operator === '=' ? reachOfValue(value) : undefined
}

function valued(node: FeelNode): Reach | undefined {
  if (node.kind !== 'range') {
    const value = valueOf(node)
    return value === undefined ? undefined : reachOfValue(value)
  }
  const [from, to] = [endOf(node.from), endOf(node.to)]
  if (from === undefined || to === undefined) return undefined
  const line = from?.line ?? to?.line
  if (line === undefined || (from !== null && to !== null && from.line !== to.line)) return undefined
  if (from !== null && to !== null && from.mark.at > to.mark.at) return { kind: 'none' }
  return {
    kind: 'range',
    line,
    ...(from === null ? {} : { from: from.mark }),
    ...(to === null ? {} : { to: to.mark }),
    withFrom: node.startIncluded,
    withTo: node.endIncluded,
  }
}

type OnLine = Extract<Known, { kind: 'mark' }>

/** null: the range is open there; undefined: not a plain value. */
function endOf(node: FeelNode | null): OnLine | null | undefined {
  if (node === null) return null
  const value = valueOf(node)
  return value?.kind === 'mark' ? value : undefined
}

type Known =
  | { readonly kind: 'null' }
  | { readonly kind: 'value'; readonly family: 'text' | 'truth'; readonly text: string }
  | { readonly kind: 'mark'; readonly line: string; readonly mark: Mark }

function reachOfValue(value: Known): Reach {
  return value.kind === 'mark' ? { kind: 'compare', line: value.line, operator: '=', mark: value.mark } : value
}

function valueOf(node: FeelNode): Known | undefined {
  if (node.kind === 'literal') return known(node.value)
  if (node.kind === 'negate') {
    const inner = valueOf(node.operand)
    if (inner?.kind !== 'mark' || inner.line !== 'number') return undefined
    const at = node.times % 2 === 0 ? inner.mark.at : -inner.mark.at
    return { kind: 'mark', line: 'number', mark: { at, text: String(at) } }
  }
  return node.kind === 'call' ? called(node) : undefined
}

/** `date("2026-01-01")` and `date and time("2026-01-01T08:00")`, as files drawn elsewhere write them. */
function called(node: Extract<FeelNode, { kind: 'call' }>): Known | undefined {
  if (node.callee.kind !== 'name' || node.args.kind !== 'positional' || node.args.values.length !== 1) return undefined
  const [argument] = node.args.values
  if (argument?.kind !== 'literal' || typeof argument.value !== 'string') return undefined
  const { name } = node.callee
  if (name !== 'date' && name !== 'date and time') return undefined
  const read = name === 'date' ? readDate(argument.value) : readDateTime(argument.value)
  const value = read === null ? undefined : known(read)
  if (value?.kind !== 'mark') return undefined
  return { ...value, mark: { at: value.mark.at, text: `${name}(${JSON.stringify(argument.value)})` } }
}

function known(value: FeelValue): Known | undefined {
  if (value === null) return { kind: 'null' }
  if (typeof value === 'boolean') return { kind: 'value', family: 'truth', text: String(value) }
  if (typeof value === 'string') return { kind: 'value', family: 'text', text: JSON.stringify(value) }
  if (typeof value === 'number') return { kind: 'mark', line: 'number', mark: { at: value, text: String(value) } }
  return temporal(value)
}

/** Times of one zone only: those of several have no plain order. */
function temporal(value: FeelValue): Known | undefined {
  if (value instanceof FeelDate) return onLine('date', value.epochDay, dayText(value.epochDay))
  if (value instanceof FeelDateTime && value.zone === null)
    return onLine('date and time', value.local, new Date(value.local).toISOString().slice(0, 19))
  if (value instanceof FeelTime && value.zone === null)
    return onLine('time', value.millis, new Date(value.millis).toISOString().slice(11, 19))
  if (value instanceof DaysTimeDuration) return onLine('days', value.millis, `PT${String(value.millis / 1_000)}S`)
  if (value instanceof YearsMonthsDuration) return onLine('months', value.months, `P${String(value.months)}M`)
  return undefined
}

const dayText = (epochDay: number): string => new Date(epochDay * 86_400_000).toISOString().slice(0, 10)

const onLine = (line: string, at: number, text: string): Known => ({
  kind: 'mark',
  line,
  mark: { at, text: `@"${text}"` },
})
