import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../engine/core/json.ts'
import { compileSchema as compileOnPage } from '../../engine/core/schema/interpreted.ts'
import { compileSchema, type CompiledSchema, type SchemaOptions } from '../../engine/core/schema/ajv.ts'

function compiled(schema: JsonObject, options: SchemaOptions = { allErrors: true }): CompiledSchema {
  const made = compileSchema(schema, {}, options)
  if (!made.ok) throw new Error(JSON.stringify(made.findings))
  return made.schema
}

const faults = (schema: CompiledSchema, value: unknown) =>
  schema.validate(value).map((it) => `${it.keyword} ${it.place}`)

describe('a compiled schema', () => {
  test('keeps every pattern apart from the others', () => {
    const two = compiled({
      type: 'object',
      properties: { x: { type: 'string', pattern: '^[a-z]+$' }, y: { type: 'string', pattern: '^[0-9]+$' } },
    })
    expect(faults(two, { x: 'abc', y: '123' })).toEqual([])
    expect(faults(two, { x: 'abc', y: 'abc' })).toEqual(['pattern /y'])
  })

  test('matches Arabic letters and counts characters as people do', () => {
    const name = compiled({ type: 'string', pattern: '^\\p{Arabic}+$', maxLength: 5 })
    expect(faults(name, 'رنا')).toEqual([])
    expect(faults(name, 'Rana')).toEqual(['pattern '])
    expect(faults(compiled({ type: 'string', maxLength: 1 }), '😀')).toEqual([])
  })

  test('answers a text made to explode a pattern', () => {
    expect(faults(compiled({ type: 'string', pattern: '^(a+)+$' }), `${'a'.repeat(100_000)}!`)).toEqual(['pattern '])
  })

  test('tells all faults of a form, and only the first of a flood', () => {
    const list = compiled({ type: 'object', properties: { a: { type: 'array', items: { type: 'integer' } } } })
    expect(faults(list, { a: ['x', 1, 'y'] })).toEqual(['type /a/0', 'type /a/2'])
    expect(faults(list, { a: Array.from({ length: 100_000 }, () => 'x') })).toEqual(['type /a/0'])
  })

  test('tells the first fault only where nobody asked for all', () => {
    const pair = compiled({ type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } } }, {})
    expect(faults(pair, { a: 1, b: 2 })).toEqual(['type /a'])
  })

  test.each([
    ['is missing where it must be', { required: ['toString'] }],
    ['asks for nothing where it is not there', { dependentRequired: { toString: ['a'] } }],
    ['asks for nothing of what follows it', { dependentSchemas: { valueOf: false } }],
    ['is not looked at where it is not there', { properties: { toString: false } }],
  ])('a name every object has from birth %s', (_what, schema) => {
    const told = [compileSchema, compileOnPage].map((compile) => {
      const made = compile({ type: 'object', ...schema }, {}, {})
      return made.ok ? faults(made.schema, {}) : made.findings
    })
    const expected = 'required' in schema ? ['required '] : []
    expect(told).toEqual([expected, expected])
  })

  test.each(['toString', 'valueOf', 'hasOwnProperty'])('knows no keyword %s', (keyword) => {
    for (const compile of [compileSchema, compileOnPage])
      expect(compile({ properties: { a: { [keyword]: 1 } } }, {}, {})).toMatchObject({
        ok: false,
        findings: [{ message: expect.stringContaining('unknown keyword') }],
      })
  })

  test('takes no harm from keys of a prototype', () => {
    const closed = compiled({ type: 'object', additionalProperties: false, properties: { a: {} } })
    const value: unknown = JSON.parse('{"__proto__":{"polluted":true}}')
    expect(faults(closed, value)).toEqual(['additionalProperties '])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('judges a value that answers no question about itself', () => {
    const same = compiled({ type: 'object', properties: { a: { const: { b: 1 } } } })
    expect(faults(same, { a: { toString: 1 } })).toEqual(['const /a'])
    expect(faults(same, { a: { b: 1 } })).toEqual([])
  })

  test('knows dates, times and addresses, and refuses the formats whose check can be made slow', () => {
    expect(faults(compiled({ type: 'string', format: 'date' }), '2026-02-30')).toEqual(['format '])
    expect(compileSchema({ type: 'string', format: 'url' })).toMatchObject({
      ok: false,
      findings: [{ rule: 'schema/invalid' }],
    })
  })

  test('is refused where it would judge later: nobody waits, and the fault would end the server', () => {
    const later = { $async: true, type: 'object', properties: { a: { type: 'string' } } }
    expect(compileSchema(later)).toMatchObject({ ok: false, findings: [{ rule: 'schema/limits', place: '/$async' }] })
  })

  test('is refused where a keyword is misspelt', () => {
    expect(compileSchema({ type: 'string', minlength: 3 }, { file: 'forms/a.form.json' })).toMatchObject({
      ok: false,
      findings: [{ rule: 'schema/invalid', file: 'forms/a.form.json', message: expect.stringContaining('minlength') }],
    })
  })

  test.each([{ items: { contains: { type: 'string' } } }, { additionalProperties: { contains: { not: false } } }])(
    'asks each list anew what it contains: %j',
    (schema) => {
      for (const compile of [compileSchema, compileOnPage]) {
        const made = compile(schema, {}, { allErrors: true })
        if (!made.ok) throw new Error(JSON.stringify(made.findings))
        expect(faults(made.schema, [['x'], [], ['y']])).toEqual('items' in schema ? ['contains /1'] : [])
        expect(faults(made.schema, { a: ['x'], b: [] })).toEqual('items' in schema ? [] : ['contains /b'])
      }
    },
  )

  test('is refused where the standard does, and may be called what another was called before', () => {
    const where = { file: 'a.json' }
    const called = (rest: JsonObject) =>
      compileSchema({ $id: 'https://forms.example/one', ...rest }, where, { trusted: true })
    for (const wrong of [{ minLength: '3' }, { type: 'strng' }, { required: ['a', 'a'] }])
      for (const refused of [compileSchema(wrong, where), called(wrong)])
        expect(refused).toMatchObject({ ok: false, findings: [{ rule: 'schema/invalid', file: 'a.json' }] })
    for (const type of ['string', 'integer']) {
      const made = called({ type })
      expect(made.ok && [made.schema.validate('a'), made.schema.validate(1)].map((it) => it.length)).toEqual(
        type === 'string' ? [0, 1] : [1, 0],
      )
    }
  })
})
