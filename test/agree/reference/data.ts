/**
 * What an activity takes in and gives back (10.4.2 "execution semantics for data": inputs are filled before an
 * activity begins, outputs are pushed back when it completes), in the terms of zeebe's ioMapping, which our files use.
 *
 * An activity with input mappings has variables of its own. Without output mappings its result goes, name by name, to
 * the nearest variable of that name, else to the process; with them, only the targets leave it.
 */
import { parseFeel, toJson, type FeelExpression } from '../../../engine/core/feel/feel.ts'
import type { Feel } from '../drawing/drawing.ts'
import { outer, seen, type Instance, type Value, type Variables } from './marking.ts'
import type { Play } from './play.ts'

const parsed = new Map<Feel, FeelExpression>()

function expression(source: Feel): FeelExpression {
  const known = parsed.get(source)
  if (known) return known
  const parse = parseFeel(source)
  if (!parse.ok) throw new Error(`${parse.reason} in ${source}`)
  parsed.set(source, parse.expression)
  return parse.expression
}

/** @param first names that come before those of the instance */
export function evaluate(play: Play, at: Instance, source: Feel, first: Variables = {}): Value {
  const result = expression(source).evaluate({
    get: (name) => (Object.hasOwn(first, name) ? first[name] : seen(at, name)),
    now: play.now,
    timeZone: 'Asia/Hebron',
  })
  if (!result.ok) throw new Error(`${result.reason} in ${source}`)
  return toJson(result.value)
}

/** Before the work begins. */
export function takeIn(play: Play, instance: Instance): void {
  for (const { source, target } of instance.node?.inputs ?? [])
    instance.variables[target] = evaluate(play, instance, source)
}

/** When the work is done. */
export function giveBack(play: Play, instance: Instance, result: Variables): void {
  const outputs = instance.node?.outputs ?? []
  if (instance.loop || outputs.length === 0) return merge(instance, result)
  Object.assign(instance.variables, result)
  const values: Variables = {}
  for (const { source, target } of outputs) values[target] = evaluate(play, instance, source, values)
  merge(instance.counter === undefined && instance.parent ? instance.parent : instance, values)
}

function merge(from: Instance, values: Variables): void {
  for (const [name, value] of Object.entries(values)) home(from, name).variables[name] = value
}

function home(from: Instance, name: string): Instance {
  let at = from
  for (;;) {
    const next = outer(at)
    if (Object.hasOwn(at.variables, name) || !next) return at
    at = next
  }
}
