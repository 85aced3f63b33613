/**
 * Built-in functions on contexts. `get value` gives null for a key that is not there: the way to ask without failing.
 */
import { forbiddenKeys } from '../../json.ts'
import { expected, unusable } from '../expected.ts'
import type { Run } from '../run.ts'
import { type FeelContext, type FeelValue, isContext } from '../value.ts'
import { type Builtin, builtin, param, rest, signature } from './builtin.ts'
import { anything, context, list, text, texts } from './kind.ts'

export const contextBuiltins: readonly Builtin[] = [
  builtin(
    'get value',
    ...(['m', 'context'] as const).flatMap((first) => [
      signature([param(first, context), param('key', text)], (run, from, key) => {
        run.charge(key.length >> 10)
        return valueOf(from, key)
      }),
      signature([param(first, context), param('keys', texts)], (_run, from, keys) =>
        keys.reduce<FeelValue>((at, key) => (isContext(at) ? valueOf(at, key) : null), from),
      ),
    ]),
  ),
  builtin(
    'get entries',
    ...(['m', 'context'] as const).map((name) =>
      signature([param(name, context)], (run, from) => {
        const entries = Object.entries(from)
        run.listOf(entries.length * 8)
        return entries.map(([key, value]) => ({ key, value }))
      }),
    ),
  ),
  builtin(
    'context',
    signature([param('entries', list)], (run, entries) => {
      const made: Record<string, FeelValue> = {}
      for (const entry of entries) {
        const { key, value } = entryOf(entry)
        if (Object.hasOwn(made, key)) throw unusable('every key once in the entries', `"${key}" twice`)
        put(run, made, key, value)
      }
      return made
    }),
  ),
  builtin(
    'context put',
    signature([param('context', context), param('key', text), param('value', anything)], (run, into, key, value) =>
      putAt(run, into, [key], value),
    ),
    signature([param('context', context), param('keys', texts), param('value', anything)], (run, into, keys, value) => {
      if (keys.length === 0) throw unusable('at least one key', 'none')
      return putAt(run, into, keys, value)
    }),
  ),
  builtin('context merge', signature([param('contexts', list)], merge), signature([rest('contexts', context)], merge)),
]

function valueOf(from: FeelContext, key: string): FeelValue {
  return Object.hasOwn(from, key) ? (from[key] ?? null) : null
}

function entryOf(entry: FeelValue): { key: string; value: FeelValue } {
  if (!isContext(entry) || !Object.hasOwn(entry, 'value')) throw expected('entries like {key: "a", value: 1}', entry)
  const key = valueOf(entry, 'key')
  if (typeof key !== 'string') throw expected('a string as the key of an entry', key)
  return { key, value: valueOf(entry, 'value') }
}

/** A copy with the value under the last key, in contexts made on the way where there are none. */
function putAt(run: Run, into: FeelContext, [key = '', ...deeper]: readonly string[], value: FeelValue): FeelContext {
  const copy: Record<string, FeelValue> = {}
  for (const [other, entry] of Object.entries(into)) put(run, copy, other, entry)
  const below = valueOf(into, key)
  if (deeper.length === 0) put(run, copy, key, value)
  else if (below === null || isContext(below)) put(run, copy, key, putAt(run, below ?? {}, deeper, value))
  else throw expected(`a context under "${key}"`, below)
  return copy
}

/** Later contexts win. */
function merge(run: Run, contexts: readonly FeelValue[]): FeelContext {
  const merged: Record<string, FeelValue> = {}
  for (const each of contexts) {
    if (!isContext(each)) throw expected('contexts in the list', each)
    for (const [key, value] of Object.entries(each)) put(run, merged, key, value)
  }
  return merged
}

function put(run: Run, into: Record<string, FeelValue>, key: string, value: FeelValue): void {
  if (forbiddenKeys.has(key)) throw unusable('another key', `"${key}"`)
  run.charge(2)
  run.entry(key)
  into[key] = value
}
