/** What every executor promises of parts inside parts: subprocesses, called processes, event subprocesses. */
import { expect } from 'vitest'
import * as draw from '../../kernel/build.ts'
import { type Promised, simple, waits } from './promised.ts'

const { start, end, user, service, script, xor, and, sub, call, boundary, after, every, onTimer, onMessage, onError } =
  draw

export const SCOPES: readonly Promised[] = [
  {
    says: 'a called process takes and gives what the call says, and sees nothing else',
    programs: [
      draw.draw(
        'main',
        [
          start('s'),
          call('c', draw.keyOf('other'), { parents: false, children: false }, { in: { a: '=n' }, out: { m: '=b' } }),
          user('z'),
        ],
        ['s -> c -> z'],
      ),
      draw.draw('other', [start('o'), script('add', '=a + 1', 'b'), user('t')], ['o -> add -> t']),
    ],
    variables: { n: 1 },
    walk(it) {
      expect(waits(it)).toEqual(['task t'])
      expect(it.task('t', { noise: 1 }).variables).toEqual({ n: 1, m: 2 })
    },
  },
  {
    says: 'a process may call itself as long as it comes to an end',
    programs: simple(
      [start('s'), xor('x'), call('again', draw.keyOf('main'), { children: true }, { in: { n: '=n - 1' } }), user('t')],
      ['s -> x', 'x -> again if n > 0', 'x -> t default'],
    ),
    variables: { n: 3 },
    walk(it) {
      expect(waits(it)).toEqual(['task t'])
      expect(it.task('t').status).toBe('completed')
    },
  },
  {
    says: 'inputs and outputs of a part that fail are incidents at it, mended by the variables',
    programs: simple(
      [
        start('s'),
        sub('p', [start('i'), user('t'), end('e')], ['i -> t -> e'], { in: { a: '=n' }, out: { b: '=m' } }),
        user('z'),
      ],
      ['s -> p -> z'],
    ),
    walk(it) {
      expect(it.trouble).toEqual(['expression p'])
      it.set('main', { n: 1 }).resolve('p').task('t')
      expect(it.trouble).toEqual(['expression p'])
      expect(waits(it.set('main', { m: 2 }).resolve('p'))).toEqual(['task z'])
      expect(it.variables).toEqual({ n: 1, m: 2, b: 2 })
    },
  },
  {
    says: 'a reminder that comes again and again has a path of its own each time',
    programs: simple(
      [start('s'), user('t'), boundary('remind', 't', onTimer(every('R3/PT1H')), false), user('call'), end('e')],
      ['s -> t -> e', 'remind -> call'],
    ),
    walk(it) {
      it.timer('remind').timer('remind')
      expect(waits(it)).toEqual(['task call', 'task call', 'task t', 'timer remind'])
      it.task('call').timer('remind').task('t')
      expect(waits(it)).toEqual(['task call', 'task call'])
      expect(it.task('call').task('call').status).toBe('completed')
    },
  },
  {
    says: 'a message that comes again begins its event subprocess again, beside what runs',
    programs: simple(
      [
        start('s'),
        user('t'),
        draw.eventSub('more', onMessage('news', '="k"'), false, [user('h')], ['more_start -> h']),
      ],
      ['s -> t'],
    ),
    walk(it) {
      it.message('more', { n: 1 }, 'm-1').message('more', { n: 2 }, 'm-2')
      expect(waits(it)).toEqual(['message more', 'task h', 'task h', 'task t'])
      it.task('t').task('h')
      expect(waits(it)).toEqual(['task h'])
      expect(it.task('h').status).toBe('completed')
    },
  },
  {
    says: 'two tokens in one part are two parts, and breaking off one leaves the other',
    programs: simple(
      [
        start('s'),
        and('f'),
        user('a'),
        user('b'),
        sub('p', [start('i'), user('t')], ['i -> t']),
        boundary('late', 'p', onTimer(after('P1D'))),
        user('z'),
      ],
      ['s -> f', 'f -> a -> p', 'f -> b -> p', 'late -> z'],
    ),
    walk(it) {
      it.task('a').task('b')
      expect(waits(it)).toEqual(['task t', 'task t', 'timer late', 'timer late'])
      expect(waits(it.timer('late'))).toEqual(['task t', 'task z', 'timer late'])
      expect(waits(it.task('t'))).toEqual(['task z'])
      expect(it.task('z').status).toBe('completed')
    },
  },
  {
    says: 'an error inside an event subprocess goes past its own scope',
    programs: simple(
      [
        start('s'),
        sub(
          'p',
          [
            start('i'),
            service('ask'),
            draw.eventSub('mend', onError('BAD'), true, [service('again')], ['mend_start -> again']),
          ],
          ['i -> ask'],
        ),
        boundary('gone', 'p', onError()),
        user('z'),
      ],
      ['s -> p', 'gone -> z'],
    ),
    walk(it) {
      expect(waits(it.error('ask', 'BAD'))).toEqual(['job again'])
      expect(waits(it.error('again', 'BAD'))).toEqual(['task z'])
    },
  },
  {
    says: 'a token that meets a join nobody else can come to is an incident and not silence',
    programs: simple(
      [start('s'), xor('x'), user('a'), and('j'), user('z')],
      ['s -> x', 'x -> a if true', 'x -> j default', 'a -> j', 'j -> z'],
    ),
    walk: (it) => expect(it.task('a').trouble).toEqual(['condition main']),
  },
  {
    says: 'such a join is told of also while an event subprocess runs',
    programs: simple(
      [
        start('s'),
        xor('x'),
        user('a'),
        and('j'),
        user('z'),
        draw.eventSub('more', onMessage('news', '="k"'), false, [user('h')], ['more_start -> h']),
      ],
      ['s -> x', 'x -> a if true', 'x -> j default', 'a -> j', 'j -> z'],
    ),
    walk: (it) => expect(it.message('more').task('a').trouble).toEqual(['condition main']),
  },
]
