/**
 * Two packages held side by side: every difference of meaning, the weightiest first.
 *
 * Nothing that differs is passed over: what no comparison knows by name is told as a setting, a file in which no
 * comparison finds a difference is told as drawn or written otherwise, and one that cannot be read is named.
 */
import type { JsonValue } from '../../json.ts'
import type { Text } from '../../text.ts'
import type { PackageFiles } from '../files.ts'
import { movedRows } from './decision/moved-rows.ts'
import { periodsCompared } from './decision/period-words.ts'
import { COMPARISONS } from './table.ts'
import { WEIGHTS, type Change, type Difference } from './difference.ts'
import { leftOver } from './left-over.ts'
import { pricesCompared } from './prices.ts'
import { openSide, type Side } from './side.ts'
import { canonical, ORDER, type Aspect, type Comparison, type Thing } from './thing.ts'
import { comes, goes, leaves, same, shown, told } from './words.ts'

/** @param now epoch milliseconds: the day on which prices are asked */
export async function comparePackages(
  older: PackageFiles,
  newer: PackageFiles,
  now: number,
): Promise<readonly Difference[]> {
  const [before, after] = [await openSide(older), await openSide(newer)]
  const found = [
    ...(await pricesCompared(older, newer, now)),
    ...periodsCompared(before, after),
    ...movedRows(before, after),
    ...COMPARISONS.flatMap((comparison) => compared(comparison, before, after)),
  ]
  const all = [...found, ...leftOver(before, after, found)]
  return all.toSorted((one, other) => WEIGHTS.indexOf(one.weight) - WEIGHTS.indexOf(other.weight))
}

function compared(comparison: Comparison, before: Side, after: Side): readonly Difference[] {
  // Of a new service everything came, and nothing is otherwise than it was.
  if (before.files.size === 0)
    return comparison.things(after, before, 'newer').flatMap((thing) => (isSaid(thing) ? [whole(thing, 'added')] : []))
  const older = byKey(comparison.things(before, after, 'older'))
  const newer = byKey(comparison.things(after, before, 'newer'))
  const gone = [...older].filter(([key]) => !newer.has(key)).map(([, thing]) => whole(thing, 'removed'))
  return [
    ...gone,
    ...[...newer].flatMap(([key, thing]) => {
      const was = older.get(key)
      return was ? changes(comparison, [was, before], [thing, after]) : [whole(thing, 'added')]
    }),
  ]
}

const isSaid = ({ whole: all, aspects }: Thing): boolean => all !== undefined || aspects.size > 0

/** A key that stands twice is counted on, so that nothing hides behind a twin. */
function byKey(things: readonly Thing[]): ReadonlyMap<string, Thing> {
  const found = new Map<string, Thing>()
  const twins = new Map<string, number>()
  for (const thing of things) {
    let key = thing.key
    // Counted on from the last twin: a draft may hold one key a thousand times.
    let twin = twins.get(thing.key) ?? 2
    for (; found.has(key); twin++) key = `${thing.key}#${String(twin)}`
    twins.set(thing.key, twin)
    found.set(key, thing)
  }
  return found
}

function whole(thing: Thing, change: 'added' | 'removed'): Difference {
  const { subject, weight, file, place, title } = thing
  const text = thing.whole ?? title
  return {
    subject,
    change,
    weight,
    file,
    ...(place === undefined ? {} : { place }),
    ...(change === 'added'
      ? { after: text, sentence: comes(title, thing.whole) }
      : { before: text, sentence: leaves(title) }),
  }
}

type Standing = readonly [Thing, Side]

function changes({ aspects }: Comparison, older: Standing, newer: Standing): readonly Difference[] {
  const names = new Set([...older[0].aspects.keys(), ...newer[0].aspects.keys()])
  return [...names].flatMap((name) => {
    const { usual } = aspectOf(aspects, name)
    const was = older[0].aspects.get(name) ?? usual
    const is = newer[0].aspects.get(name) ?? usual
    if (name.startsWith(ORDER)) return reordered(was, is) ? [changed(aspects, name, older, newer, was, is)] : []
    const alike = was === undefined ? is === undefined : is !== undefined && canonical(was) === canonical(is)
    return alike ? [] : [changed(aspects, name, older, newer, was, is)]
  })
}

function reordered(was: JsonValue | undefined, is: JsonValue | undefined): boolean {
  const [older, newer] = [Array.isArray(was) ? was : [], Array.isArray(is) ? is : []]
  const common = (list: readonly JsonValue[], other: readonly JsonValue[]) => {
    const there = new Set(other)
    return list.filter((it) => there.has(it))
  }
  return canonical(common(older, newer)) !== canonical(common(newer, older))
}

function changed(
  aspects: readonly Aspect[],
  name: string,
  [older, before]: Standing,
  [newer, after]: Standing,
  was: JsonValue | undefined,
  is: JsonValue | undefined,
): Difference {
  const aspect = aspectOf(aspects, name)
  const rest = name.slice(aspect.of.length)
  const show = (thing: Thing, side: Side, value: JsonValue | undefined): Text | undefined =>
    value === undefined ? undefined : (thing.show?.(name, value) ?? (aspect.show ?? shown)(value, side))
  const words = [show(older, before, was), show(newer, after, is)] as const
  // Where words say the same of both, what is written says the difference.
  const [from, to] = isSame(...words) ? told(written(was), written(is)) : told(...words)
  const change: Change = aspect.renames ? 'renamed' : 'changed'
  const values = { ...(from ? { before: from } : {}), ...(to ? { after: to } : {}) }
  const place = newer.place ?? older.place
  return {
    subject: newer.subject,
    change,
    weight: aspect.weight ?? newer.weight,
    file: newer.file,
    ...(place === undefined ? {} : { place }),
    aspect: name,
    ...values,
    sentence: aspect.say?.({ title: newer.title, rest, ...values }) ?? goes(newer.title, aspect.name(rest), from, to),
  }
}

const isSame = (one: Text | undefined, other: Text | undefined): boolean =>
  one !== undefined && one.ar === other?.ar && one.en === other.en

const written = (value: JsonValue | undefined): Text => same(typeof value === 'string' ? value : JSON.stringify(value))

const aspectOf = (aspects: readonly Aspect[], name: string): Aspect =>
  aspects.find(({ of }) => (of.endsWith('/') ? name.startsWith(of) : name === of)) ?? SETTING

/** What no table knows by name is told all the same. */
const SETTING: Aspect = {
  of: '',
  name: (rest) => ({ ar: `الإعداد ${same(rest).ar}`, en: `the setting ${rest}` }),
}
