/** What every executor promises where a procedure would go too far: an operator looks, nothing breaks and nothing is lost. */
import { expect } from 'vitest'
import * as draw from '../../kernel/build.ts'
import { type Promised, simple, waits } from './promised.ts'

const { start, user, script, xor, and, sub, call } = draw

const thirty = { items: Array.from({ length: 30 }, (_, index) => index) }

/** Parts inside parts, so many, and inside the last of them `inner`. */
function nested(depth: number, inner: draw.Node): draw.Node {
  if (depth === 0) return inner
  const within = nested(depth - 1, inner)
  return sub(`p${depth}`, [start(`s${depth}`), within], [`s${depth} -> ${within.id}`])
}

export const LIMITED: readonly Promised[] = [
  {
    says: 'gateways that lead to each other for ever stop at the limit of steps, and go on as far again when told to',
    programs: simple([start('s'), xor('m'), xor('n')], ['s -> m -> n', 'n -> m']),
    limits: { steps: 500 },
    walk(it) {
      expect(it.incidents).toMatchObject([{ cause: 'limit' }])
      expect(it.resolve(it.incidents[0]?.element ?? '').incidents).toMatchObject([{ cause: 'limit' }])
      expect(it.cancel().status).toBe('terminated')
    },
  },
  {
    says: 'a loop over scripts stops at the limit and can be let out of it',
    programs: simple(
      [start('s'), xor('m'), script('n', '=k + 1', 'k'), xor('x'), user('z')],
      ['s -> m -> n -> x', 'x -> m if k > 0', 'x -> z default'],
    ),
    variables: { k: 0 },
    limits: { steps: 300 },
    walk(it) {
      const [stopped] = it.incidents
      expect(stopped).toMatchObject({ cause: 'limit' })
      it.set('main', { k: -1_000 })
      expect(waits(it.resolve(stopped?.element ?? ''))).toEqual(['task z'])
    },
  },
  {
    says: 'a parallel loop stops once, at its body, and resolving goes on with the rest',
    programs: simple([start('s'), user('t', {}, { each: { inputCollection: '=items' } })], ['s -> t']),
    variables: thirty,
    limits: { steps: 13 },
    walk(it) {
      expect(it.trouble).toEqual(['limit t'])
      const begun = it.waits.length
      expect(begun).toBeLessThan(30)
      for (let turn = 0; turn < 5 && it.trouble.length > 0; turn++) it.resolve('t')
      expect(it.waits).toHaveLength(30)
      for (const _ of thirty.items) it.task('t')
      expect(it.status).toBe('completed')
    },
  },
  {
    says: 'more items than there may be are none',
    programs: simple([start('s'), user('t', {}, { each: { inputCollection: '=items' } })], ['s -> t']),
    variables: thirty,
    limits: { multiInstance: 29 },
    walk(it) {
      expect(it.trouble).toEqual(['limit t'])
      expect(it.waits).toEqual([])
    },
  },
  {
    says: 'a thousand items that wait all begin',
    programs: simple(
      [start('s'), user('t', {}, { each: { inputCollection: '=for i in 1..1000 return i' } })],
      ['s -> t'],
    ),
    walk: (it) => expect(it.waits).toHaveLength(1_000),
  },
  {
    says: 'more elements at work than there may be wait for the operator',
    programs: simple([start('s'), and('f'), user('a'), user('b'), user('c')], ['s -> f', 'f -> a', 'f -> b', 'f -> c']),
    limits: { tokens: 3 },
    walk(it) {
      expect(it.trouble).toEqual(['limit c'])
      expect(waits(it.task('a').resolve('c'))).toEqual(['task b', 'task c'])
    },
  },
  {
    says: 'a process that calls itself for ever stops at the limit of calls',
    programs: simple([start('s'), call('again', draw.keyOf('main'))], ['s -> again']),
    walk(it) {
      expect(it.trouble).toEqual(['limit again'])
      expect(it.cancel().live.elements).toEqual({})
    },
  },
  {
    says: 'parts inside parts as deep as a drawing may be are run to their end',
    programs: simple([start('s'), nested(60, user('t'))], ['s -> p60']),
    walk: (it) => expect(it.task('t').status).toBe('completed'),
  },
  {
    says: 'a long way without a stop is gone to its end',
    programs: simple(
      [start('s'), ...Array.from({ length: 400 }, (_, index) => draw.manual(`m${index}`)), user('z')],
      [`s -> ${Array.from({ length: 400 }, (_, index) => `m${index}`).join(' -> ')} -> z`],
    ),
    walk: (it) => expect(waits(it)).toEqual(['task z']),
  },
]
