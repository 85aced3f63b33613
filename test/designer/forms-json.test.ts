import { assert as hold, constantFrom, dictionary, jsonValue, property, string as anyText } from 'fast-check'
import { describe, expect, onTestFailed, test } from 'vitest'
import type { JsonObject, JsonValue } from '../../engine/core/json.ts'
import { isJsonObject } from '../../engine/core/json.ts'
import { rewritten } from '../../designer/forms/model/json/rewrite.ts'
import { withValue } from '../../designer/forms/model/json/pointer.ts'
import { type JsonSource, readSource } from '../../designer/forms/model/json/source.ts'
import { SHIPPED } from './form-scene.ts'

function sourceOf(text: string): JsonSource & { readonly value: JsonObject } {
  const read = readSource(text)
  if (!read.ok || !isJsonObject(read.source.root.value)) throw new Error('Expected a JSON object')
  return { ...read.source, value: read.source.root.value }
}

const change = (text: string, made: (value: JsonObject) => JsonValue): string => {
  const source = sourceOf(text)
  return rewritten(source, made(source.value))
}

const seed = (): number => {
  const now = Date.now() % 1_000_000_000
  onTestFailed(() => {
    process.stderr.write(`seed ${String(now)}\n`)
  })
  return now
}

describe('a JSON file that is written again', () => {
  test.each(SHIPPED)('reads as JavaScript reads it, and stays as it is where nothing changed: %s', (_, text) => {
    expect(sourceOf(text).value).toEqual(JSON.parse(text))
    expect(change(text, (it) => it)).toBe(text)
    expect(change(text, (it) => ({ ...it }))).toBe(text)
  })

  test('keeps the letters, spaces and line ends of everything that did not change', () => {
    const text = '{\r\n\t"b" : [1,2 ,\t3],\r\n\t"a":{"x":1e2,"y":"\\u0041"},\r\n\t"c": true\r\n}\r\n'
    expect(change(text, (it) => ({ ...it, c: false }))).toBe(text.replace('true', 'false'))
    expect(change(text, (it) => withValue(it, '/a/y', 'B'))).toBe(text.replace('"\\u0041"', '"B"'))
    expect(change(text, (it) => withValue(it, '/b/1', 7))).toBe(text.replace('1,2 ,', '1,7 ,'))
  })

  test('puts what is new in the manner of what is around it', () => {
    const text = '{\n  "one": ["a", "b"],\n  "two": {\n    "x": 1\n  }\n}\n'
    const more = change(text, (it) => ({ ...it, one: ['a', 'b', 'c'], two: { x: 1, y: { deep: [] } } }))
    expect(more).toBe(
      '{\n  "one": ["a", "b", "c"],\n  "two": {\n    "x": 1,\n    "y": {\n      "deep": []\n    }\n  }\n}\n',
    )
  })

  test('takes what moved along as it was written, at its new depth', () => {
    const text = '{\n  "from": [\n    {\n      "a" : 1\n    }\n  ],\n  "to": {\n    "deep": {}\n  }\n}'
    const moved = change(text, (it) => {
      const [item = null] = it['from'] as readonly JsonValue[]
      return { from: [], to: { deep: { item } } }
    })
    expect(moved).toBe(
      '{\n  "from": [],\n  "to": {\n    "deep": {\n      "item": {\n        "a" : 1\n      }\n    }\n  }\n}',
    )
  })

  test('calls a member otherwise without moving a space', () => {
    const text = '{ "a"  :1, "b": 2 }'
    expect(change(text, () => ({ z: 1, b: 2 }))).toBe('{ "z"  :1, "b": 2 }')
  })

  test('says where a text is no JSON', () => {
    expect(readSource('{"a": 1,}')).toMatchObject({ ok: false })
  })

  test('holds every value it is given, whatever it was before, and the same text comes back with the same value', () => {
    const objects = dictionary(anyText({ maxLength: 3 }), jsonValue({ maxDepth: 4 }), { maxKeys: 5 })
    hold(
      property(objects, objects, constantFrom(undefined, 2, '\t'), (before, after, indent) => {
        const one: JsonObject = JSON.parse(JSON.stringify(before))
        const other: JsonObject = JSON.parse(JSON.stringify(after))
        const text = JSON.stringify(one, undefined, indent)
        const written = change(text, () => other)
        expect(JSON.parse(written)).toEqual(other)
        expect(change(text, () => JSON.parse(text))).toBe(text)
      }),
      { seed: seed(), numRuns: 400 },
    )
  })
})
