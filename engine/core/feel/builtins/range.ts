/**
 * How periods and intervals lie to each other: before, meets, overlaps, during (the relations of J. Allen, as DMN defines them).
 *
 * A point counts as the closed range from itself to itself; a range without an end reaches to infinity.
 */
import { expected } from '../expected.ts'
import { compare } from '../order.ts'
import type { Run } from '../run.ts'
import { FeelRange, type FeelValue } from '../value.ts'
import { type Builtin, builtin, param, signature } from './builtin.ts'
import { point, range, text } from './kind.ts'
import { readRange } from './range-text.ts'

type Relation = (a: FeelRange, b: FeelRange, run: Run) => boolean
type Shape = 'point' | 'range'

const inverse =
  (relation: Relation): Relation =>
  (a, b, run) =>
    relation(b, a, run)

const before: Relation = (a, b, run) => {
  const gap = order(a.end, 1, b.start, -1, run)
  return gap < 0 || (gap === 0 && !(a.endIncluded && b.startIncluded))
}

const meets: Relation = (a, b, run) => a.endIncluded && b.startIncluded && order(a.end, 1, b.start, -1, run) === 0

const overlaps: Relation = (a, b, run) => !before(a, b, run) && !before(b, a, run)

const overlapsBefore: Relation = (a, b, run) => startsEarlier(a, b, run) && !before(a, b, run) && !endsLater(a, b, run)

const includes: Relation = (a, b, run) => !startsEarlier(b, a, run) && !endsLater(b, a, run)

const finishes: Relation = (a, b, run) =>
  order(a.end, 1, b.end, 1, run) === 0 && a.endIncluded === b.endIncluded && !startsEarlier(a, b, run)

const starts: Relation = (a, b, run) =>
  order(a.start, -1, b.start, -1, run) === 0 && a.startIncluded === b.startIncluded && !endsLater(a, b, run)

const coincides: Relation = (a, b, run) =>
  order(a.start, -1, b.start, -1, run) === 0 &&
  order(a.end, 1, b.end, 1, run) === 0 &&
  a.startIncluded === b.startIncluded &&
  a.endIncluded === b.endIncluded

const anyShapes: readonly (readonly [Shape, Shape])[] = [
  ['point', 'point'],
  ['point', 'range'],
  ['range', 'point'],
  ['range', 'range'],
]
const ranges: readonly (readonly [Shape, Shape])[] = [['range', 'range']]
const rangeFirst: readonly (readonly [Shape, Shape])[] = [
  ['range', 'point'],
  ['range', 'range'],
]
const rangeLast: readonly (readonly [Shape, Shape])[] = [
  ['point', 'range'],
  ['range', 'range'],
]

export const rangeBuiltins: readonly Builtin[] = [
  relation('before', before, anyShapes),
  relation('after', inverse(before), anyShapes),
  relation('meets', meets, ranges),
  relation('met by', inverse(meets), ranges),
  relation('overlaps', overlaps, ranges),
  relation('overlaps before', overlapsBefore, ranges),
  relation('overlaps after', inverse(overlapsBefore), ranges),
  relation('finishes', finishes, rangeLast),
  relation('finished by', inverse(finishes), rangeFirst),
  relation('includes', includes, rangeFirst),
  relation('during', inverse(includes), rangeLast),
  relation('starts', starts, rangeLast),
  relation('started by', inverse(starts), rangeFirst),
  relation('coincides', coincides, [
    ['point', 'point'],
    ['range', 'range'],
  ]),
  builtin(
    'range',
    signature([param('from', text)], (run, from) => readRange(run, from)),
  ),
]

/** Parameters are named as in DMN: point, point1, range, range1 ... */
function relation(name: string, holds: Relation, shapes: readonly (readonly [Shape, Shape])[]): Builtin {
  const signatures = shapes.map(([first, second]) => {
    const names = first === second ? [`${first}1`, `${second}2`] : [first, second]
    return signature(
      [param(names[0] ?? first, kindOfShape(first)), param(names[1] ?? second, kindOfShape(second))],
      (run, a, b) => holds(asRange(a), asRange(b), run),
    )
  })
  return builtin(name, ...signatures)
}

function kindOfShape(shape: Shape): { expected: string; accept: (value: FeelValue) => FeelValue | undefined } {
  return shape === 'point' ? point : range
}

function asRange(value: FeelValue): FeelRange {
  return value instanceof FeelRange ? value : new FeelRange(value, value, true, true)
}

/** Compares two ends; a null one lies at the infinity on its own side. */
function order(left: FeelValue, leftSide: 1 | -1, right: FeelValue, rightSide: 1 | -1, run: Run): number {
  if (left === null) return right === null && leftSide === rightSide ? 0 : leftSide
  if (right === null) return -rightSide
  const result = compare(left, right, run)
  if (result === null) throw expected('two values of one kind that has an order', right)
  return result
}

function startsEarlier(a: FeelRange, b: FeelRange, run: Run): boolean {
  const difference = order(a.start, -1, b.start, -1, run)
  return difference < 0 || (difference === 0 && a.startIncluded && !b.startIncluded)
}

function endsLater(a: FeelRange, b: FeelRange, run: Run): boolean {
  const difference = order(a.end, 1, b.end, 1, run)
  return difference > 0 || (difference === 0 && a.endIncluded && !b.endIncluded)
}
