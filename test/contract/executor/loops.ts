/** What every executor promises of steps that are done several times. */
import { expect } from 'vitest'
import * as draw from '../../kernel/build.ts'
import { type Promised, simple, waits } from './promised.ts'

const { start, user, service, script, manual, sub, call, boundary, after, onTimer, onError } = draw

const items = { items: ['a', 'b', 'c'] }

export const LOOPS: readonly Promised[] = [
  {
    says: 'one item after another begins only when the one before is done',
    programs: simple(
      [start('s'), user('t', {}, { each: { sequential: true, inputCollection: '=items' } }), user('z')],
      ['s -> t -> z'],
    ),
    variables: items,
    walk(it) {
      for (const _ of items.items) {
        expect(waits(it)).toEqual(['task t'])
        it.task('t')
      }
      expect(waits(it)).toEqual(['task z'])
    },
  },
  {
    says: 'a completion condition ends the items that are left, together or one after another',
    programs: simple(
      [
        start('s'),
        draw.and('f'),
        user('p', {}, { each: { inputCollection: '=items', completionCondition: '=numberOfCompletedInstances > 1' } }),
        user(
          'q',
          {},
          {
            each: {
              sequential: true,
              inputCollection: '=items',
              completionCondition: '=numberOfCompletedInstances > 1',
            },
          },
        ),
        draw.and('j'),
        user('z'),
      ],
      ['s -> f', 'f -> p -> j', 'f -> q -> j', 'j -> z'],
    ),
    variables: items,
    walk(it) {
      it.task('p').task('q').task('p').task('q')
      expect(waits(it)).toEqual(['task z'])
    },
  },
  {
    says: 'no items are passed at once, with an empty collection to give',
    programs: simple(
      [
        start('s'),
        user('t', {}, { each: { inputCollection: '=[]', outputCollection: 'all', outputElement: '=1' } }),
        user('z'),
      ],
      ['s -> t -> z'],
    ),
    walk(it) {
      expect(waits(it)).toEqual(['task z'])
      expect(it.variables).toEqual({ all: [] })
    },
  },
  {
    says: 'items that wait for nothing are all done in the command that begins them',
    programs: simple(
      [
        start('s'),
        script('t', '=one + "!"', 'said', {
          each: { inputCollection: '=items', inputElement: 'one', outputCollection: 'all', outputElement: '=said' },
        }),
        user('z'),
      ],
      ['s -> t -> z'],
    ),
    variables: items,
    walk: (it) => expect(it.variables['all']).toEqual(['a!', 'b!', 'c!']),
  },
  {
    says: 'an item that cannot be evaluated stops alone, and the others go on',
    programs: simple(
      [
        start('s'),
        user(
          't',
          {},
          {
            in: { half: '=10 / one' },
            each: { inputCollection: '=[1, 0]', inputElement: 'one' },
          },
        ),
        user('z'),
      ],
      ['s -> t -> z'],
    ),
    walk(it) {
      expect(waits(it)).toEqual(['task t'])
      expect(it.trouble).toEqual(['expression t'])
      expect(it.task('t').status).toBe('active')
      it.set('t', { one: 2 })
      expect(it.live.incidents).not.toEqual({})
    },
  },
  {
    says: 'a deadline on the edge ends all items of a subprocess and what is inside them',
    programs: simple(
      [
        start('s'),
        sub('p', [start('i'), draw.and('f'), user('a'), service('b')], ['i -> f', 'f -> a', 'f -> b'], {
          each: { inputCollection: '=items', inputElement: 'one' },
        }),
        boundary('late', 'p', onTimer(after('P1D'))),
        user('z'),
      ],
      ['s -> p', 'late -> z'],
    ),
    variables: items,
    walk(it) {
      expect(waits(it)).toHaveLength(7)
      expect(waits(it.task('a').timer('late'))).toEqual(['task z'])
    },
  },
  {
    says: 'an error in one item of a called process ends the others',
    programs: [
      draw.draw(
        'main',
        [
          start('s'),
          call('c', draw.keyOf('other'), {}, { each: { inputCollection: '=items', inputElement: 'one' } }),
          boundary('gone', 'c', onError('GONE')),
          user('z'),
        ],
        ['s -> c', 'gone -> z'],
      ),
      draw.draw('other', [start('o'), service('ask')], ['o -> ask']),
    ],
    variables: items,
    walk: (it) => expect(waits(it.error('ask', 'GONE'))).toEqual(['task z']),
  },
  {
    says: 'a step is done again as long as its condition holds',
    programs: simple(
      [start('s'), user('t', {}, { again: { loopCondition: '=not(ok)' }, out: { ok: '=answer' } }), manual('z')],
      ['s -> t -> z'],
    ),
    variables: { ok: false },
    walk(it) {
      expect(waits(it.task('t', { answer: false }))).toEqual(['task t'])
      expect(it.task('t', { answer: true }).status).toBe('completed')
    },
  },
]
