import { describe, expect, test } from 'vitest'
import { and, draw, end, manual, script, service, start, user, xor } from './build.ts'
import { Case } from './case.ts'
import { bytesOf, measureChange, scopeBytes } from '../../engine/executors/kernel/state/bytes.ts'
import type { JsonObject, JsonValue } from '../../engine/core/json.ts'
import { type Arbitrary, assert, dictionary, jsonValue, option, property, string } from 'fast-check'

const items = Array.from({ length: 30 }, (_, index) => index)

describe('the limits', () => {
  test('stop a parallel loop once, at its body, and resolving goes on with the rest', () => {
    const program = draw('main', [start('s'), user('t', {}, { each: { inputCollection: '=items' } })], ['s -> t'])
    const it = new Case([program], { limits: { steps: 13 } }).start({ items })
    expect(it.trouble).toEqual(['limit t'])
    expect(it.waits).toHaveLength(10)
    it.resolve('t')
    expect(it.waits).toHaveLength(22)
    it.resolve('t')
    expect(it.waits).toHaveLength(30)
    expect(it.trouble).toEqual([])
    for (const _ of items) it.task('t')
    expect(it.status).toBe('completed')
  })

  test('hold for the size of a multi-instance activity', () => {
    const program = draw('main', [start('s'), manual('m', { each: { inputCollection: '=items' } })], ['s -> m'])
    const it = new Case([program], { limits: { multiInstance: 29 } }).start({ items })
    expect(it.trouble).toEqual(['limit m'])
    expect(it.incidents[0]?.message).toMatch(/29.*30/)
  })

  test('hold for the number of elements at work', () => {
    const program = draw(
      'main',
      [start('s'), and('f'), user('a'), user('b'), user('c')],
      ['s -> f', 'f -> a', 'f -> b', 'f -> c'],
    )
    const it = new Case([program], { limits: { tokens: 3 } }).start()
    expect(it.trouble).toEqual(['limit c'])
    expect(it.task('a').resolve('c').waits).toEqual(['task b', 'task c'])
  })

  test('stop a step whose own variables grow too large, and nothing of it is kept', () => {
    const program = draw('main', [start('s'), script('grow', '=text + text', 'twice'), user('t')], ['s -> grow -> t'])
    const it = new Case([program], { limits: { variables: 100 } }).start({ text: 'x'.repeat(50) })
    expect(it.trouble).toEqual(['limit grow'])
    expect(it.variables).toEqual({ text: 'x'.repeat(50) })
    expect(it.set('main', { text: 'x' }).resolve('grow').variables).toEqual({ text: 'x', twice: 'xx' })
  })

  test('refuse variables from outside that are too large, and allow to replace large ones', () => {
    const program = draw('main', [start('s'), user('t'), service('j')], ['s -> t -> j'])
    const limits = { variables: 100 }
    expect(() => new Case([program], { limits }).start({ text: 'x'.repeat(100) })).toThrow('variables.too-large')
    const it = new Case([program], { limits }).start({ text: 'x'.repeat(50) })
    const id = it.wait('task', 't')
    expect(it.try({ kind: 'completeTask', id, variables: { more: 'x'.repeat(60) } })).toMatchObject({
      kind: 'tooLarge',
    })
    expect(it.waits).toEqual(['task t'])
    it.task('t', { text: 'y'.repeat(60) })
    expect(it.variables).toEqual({ text: 'y'.repeat(60) })
    it.job('j', { more: 'x'.repeat(60) })
    expect(it.trouble).toEqual(['limit j'])
    expect(it.resolve('j').job('j', { more: 'x' }).status).toBe('completed')
  })
})

test('a loop of costly expressions ends in an incident before it holds up the house', () => {
  const costly = '=count(for i in 1..40000 return i) + n'
  const program = draw(
    'main',
    [start('s'), xor('m'), script('work', costly, 'sum'), script('add', '=n + 1', 'n'), xor('x'), end('e')],
    ['s -> m -> work -> add -> x', 'x -> m if n < 30', 'x -> e default'],
  )
  const it = new Case([program]).start({ n: 0 })
  expect(it.trouble).toEqual(['expression work'])
  expect(it.incidents[0]?.message).toContain('together')
  while (it.incidents[0]) it.resolve('work')
  expect(it.status).toBe('completed')
})

test('the size of a scope whose variables changed is that of its JSON', () => {
  const variables = dictionary(string({ maxLength: 2 }), jsonValue({ maxDepth: 1 }), {
    noNullPrototype: true,
  }) as Arbitrary<JsonObject>
  assert(
    property(option(variables, { nil: undefined }), variables, (before, values) => {
      const changed = { ...before, ...values }
      measureChange(before, values, changed)
      expect(scopeBytes(changed)).toBe(Buffer.byteLength(JSON.stringify(changed)))
    }),
  )
})

test('the size of variables is that of their JSON in UTF-8', () => {
  assert(
    property(jsonValue({ stringUnit: 'binary' }), (value) => {
      expect(bytesOf(value as JsonValue)).toBe(Buffer.byteLength(JSON.stringify(value)))
    }),
  )
  for (const text of ['شهادة', '\u0000\n"\\', '😀', '\ud800x', 'x\udc00'])
    expect(bytesOf(text)).toBe(Buffer.byteLength(JSON.stringify(text)))
})
