import { describe, expect, test } from 'vitest'
import { isJsonObject, jsonFault } from '../../engine/core/json.ts'

describe('JSON of a case', () => {
  test('is plain data', () => {
    expect(jsonFault({ a: [1, 'x', null, true, { b: {} }] })).toBeNull()
    expect(jsonFault(null)).toBeNull()
    expect(jsonFault(Object.assign(Object.create(null), { a: 1 }))).toBeNull()
  })

  test('holds no number that is none, and says where it found one', () => {
    expect(jsonFault({ a: [1, Number.NaN] })).toEqual({
      path: '/a/1',
      reason: 'Expected a finite number, but found NaN',
    })
    expect(jsonFault({ 'a/b~c': Infinity })?.path).toBe('/a~1b~0c')
  })

  test('holds no functions, dates or missing values', () => {
    expect(jsonFault({ f: () => 1 })?.reason).toBe('Expected a JSON value, but found function')
    expect(jsonFault({ u: undefined })?.reason).toBe('Expected a JSON value, but found undefined')
    expect(jsonFault({ d: new Date(0) })?.reason).toContain('Expected a plain JSON object')
    expect(jsonFault(10n)?.reason).toBe('Expected a JSON value, but found bigint')
  })

  test('holds no key that reaches a prototype', () => {
    expect(jsonFault(JSON.parse('{"a": {"__proto__": 1}}'))).toEqual({
      path: '/a/__proto__',
      reason: 'Expected another key than "__proto__"',
    })
    expect(jsonFault({ constructor: 1 })?.path).toBe('/constructor')
  })

  test('is nested no deeper than every reader can follow', () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])
    expect(jsonFault(nested(64))).toBeNull()
    expect(jsonFault(nested(65))?.reason).toBe('Expected data nested at most 64 levels deep')
    expect(jsonFault(nested(4), 3)?.reason).toBe('Expected data nested at most 3 levels deep')
  })

  test('knows its objects', () => {
    expect(isJsonObject({})).toBe(true)
    expect(isJsonObject([])).toBe(false)
    expect(isJsonObject(null)).toBe(false)
    expect(isJsonObject('a')).toBe(false)
  })
})
