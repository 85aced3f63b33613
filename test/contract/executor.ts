/**
 * What every executor promises, whatever it is made of; run by each adapter's own test.
 *
 * The case itself holds each command to the port's promises: the state given is left alone, the same command gives the
 * same bytes, folding the events gives the state, the state is plain JSON. Here: where the tokens go. Order among
 * parallel branches is left to the executor. A skip needs a written reason.
 */
import { assert, pre, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Executor } from '../../engine/core/executor.ts'
import type { Program } from '../../engine/core/program.ts'
import * as draw from '../kernel/build.ts'
import { Case } from '../kernel/case.ts'
import { blocks, programsOf } from '../kernel/random.ts'
import { act, dice, finish } from '../kernel/walk.ts'
import { LIMITED } from './executor/limits.ts'
import { LOOPS } from './executor/loops.ts'
import { type Promised, simple, waits } from './executor/promised.ts'
import { SCOPES } from './executor/scopes.ts'

const MINUTE = 60_000

const {
  start,
  end,
  user,
  service,
  script,
  xor,
  and,
  or,
  sub,
  call,
  boundary,
  after,
  onTimer,
  onMessage,
  onError,
  escalate,
  onEscalation,
} = draw

const PROMISES: readonly Promised[] = [
  ...LOOPS,
  ...SCOPES,
  ...LIMITED,
  {
    says: 'an escalation that interrupts nothing sets a path going beside its own',
    programs: simple(
      [
        start('s'),
        sub('p', [start('i'), escalate('raise', 'LATE', { in: { days: '=2' } }), user('t')], ['i -> raise -> t']),
        boundary('b', 'p', onEscalation('LATE', 'code'), false),
        user('see'),
      ],
      ['s -> p', 'b -> see'],
    ),
    walk(it) {
      expect(waits(it)).toEqual(['task see', 'task t'])
      expect(it.variables).toEqual({ days: 2, code: 'LATE' })
      expect(it.task('t').task('see').status).toBe('completed')
    },
  },
  {
    says: 'an escalation that interrupts ends its thrower, out of a called process and its items too',
    programs: [
      draw.draw(
        'main',
        [
          start('s'),
          call('c', draw.keyOf('other'), {}, { each: { inputCollection: '=[1, 2]' } }),
          boundary('b', 'c', onEscalation()),
          user('see'),
        ],
        ['s -> c', 'b -> see'],
      ),
      draw.draw('other', [start('o'), user('ask'), escalate('raise', 'LATE', {}, 'endEvent')], ['o -> ask -> raise']),
    ],
    walk(it) {
      expect(waits(it.task('ask'))).toEqual(['task see'])
      expect(it.task('see').status).toBe('completed')
    },
  },
  {
    says: 'an escalation nobody catches is told and goes on',
    programs: simple([start('s'), escalate('raise', 'LATE'), user('t')], ['s -> raise -> t']),
    walk(it) {
      expect(waits(it)).toEqual(['task t'])
      expect(it.events).toContainEqual(expect.objectContaining({ kind: 'escalationThrown', code: 'LATE' }))
    },
  },
  {
    says: 'a transaction that nobody cancels is passed like a subprocess',
    programs: simple(
      [start('s'), draw.transaction('p', [start('i'), user('t')], ['i -> t']), user('z')],
      ['s -> p -> z'],
    ),
    walk: (it) => expect(waits(it.task('t'))).toEqual(['task z']),
  },
  {
    says: 'a task waits, takes its answers and ends the procedure',
    programs: simple([start('s'), user('t'), end('e')], ['s -> t -> e']),
    walk(it) {
      expect(waits(it)).toEqual(['task t'])
      it.task('t', { ok: true }, 'rana')
      expect(it.status).toBe('completed')
      expect(it.live.completers).toEqual({ t: 'rana' })
      expect(it.everSet).toEqual({ ok: true })
    },
  },
  {
    says: 'an exclusive gateway takes the first true way',
    programs: simple([start('s'), xor('x'), user('a'), user('b')], ['s -> x', 'x -> a if n > 1', 'x -> b default']),
    variables: { n: 2 },
    walk: (it) => expect(waits(it)).toEqual(['task a']),
  },
  {
    says: 'a condition that cannot be evaluated is an incident, mended by the variable',
    programs: simple([start('s'), xor('x'), user('a'), user('b')], ['s -> x', 'x -> a if n > 1', 'x -> b default']),
    walk(it) {
      expect(it.trouble).toEqual(['condition x'])
      expect(waits(it.set('main', { n: 0 }).resolve('x'))).toEqual(['task b'])
    },
  },
  {
    says: 'a parallel join waits for all branches',
    programs: simple(
      [start('s'), and('f'), user('a'), user('b'), and('j'), user('z')],
      ['s -> f', 'f -> a -> j', 'f -> b -> j', 'j -> z'],
    ),
    walk(it) {
      expect(waits(it)).toEqual(['task a', 'task b'])
      expect(waits(it.task('a'))).toEqual(['task b'])
      expect(waits(it.task('b'))).toEqual(['task z'])
    },
  },
  {
    says: 'an inclusive join waits for the branches that were taken',
    programs: simple(
      [start('s'), or('f'), user('a'), user('b'), user('c'), or('j'), user('z')],
      ['s -> f', 'f -> a if n > 1', 'f -> b if n > 1', 'f -> c default', 'a -> j', 'b -> j', 'c -> j', 'j -> z'],
    ),
    variables: { n: 2 },
    walk(it) {
      expect(waits(it)).toEqual(['task a', 'task b'])
      expect(waits(it.task('b'))).toEqual(['task a'])
      expect(waits(it.task('a'))).toEqual(['task z'])
    },
  },
  {
    says: 'a job that fails for the last time is an incident and can be tried again',
    programs: simple([start('s'), service('ask'), user('t')], ['s -> ask -> t']),
    walk(it) {
      it.fail('ask', 1)
      expect(it.trouble).toEqual([])
      it.fail('ask', 0)
      expect(it.trouble).toEqual(['job ask'])
      it.resolve('ask', 1).job('ask', { found: true })
      expect(it.variables).toEqual({ found: true })
      expect(waits(it)).toEqual(['task t'])
    },
  },
  {
    says: 'mappings take in and give back what they say',
    programs: simple(
      [start('s'), service('ask', { in: { id: '=person.id' }, out: { 'person.name': '=name' } }), user('t')],
      ['s -> ask -> t'],
    ),
    variables: { person: { id: '9' } },
    walk(it) {
      it.job('ask', { name: 'Rana', noise: 1 })
      expect(it.variables).toEqual({ person: { id: '9', name: 'Rana' } })
    },
  },
  {
    says: 'a script computes, and one that fails is an incident that keeps nothing',
    programs: simple([start('s'), script('fee', '=base * 2', 'fee'), user('t')], ['s -> fee -> t']),
    walk(it) {
      expect(it.trouble).toEqual(['expression fee'])
      expect(it.set('main', { base: 3 }).resolve('fee').variables).toEqual({ base: 3, fee: 6 })
    },
  },
  {
    says: 'a deadline takes over from a task',
    programs: simple(
      [start('s'), user('t'), boundary('late', 't', onTimer(after('P1D'))), user('b')],
      ['s -> t', 'late -> b'],
    ),
    walk(it) {
      expect(waits(it)).toEqual(['task t', 'timer late'])
      expect(waits(it.timer('late'))).toEqual(['task b'])
    },
  },
  {
    says: 'a message on the edge that does not interrupt leaves the task open',
    programs: simple(
      [start('s'), user('t'), boundary('more', 't', onMessage('news', '=ref'), false), user('b')],
      ['s -> t', 'more -> b'],
    ),
    variables: { ref: 'r' },
    walk: (it) => expect(waits(it.message('more'))).toEqual(['message more', 'task b', 'task t']),
  },
  {
    says: 'a signal from elsewhere reaches all that wait for it',
    programs: simple(
      [start('s'), and('f'), draw.signalCatch('one', 'go'), user('t'), boundary('edge', 't', draw.onSignal('go'))],
      ['s -> f', 'f -> one', 'f -> t'],
    ),
    walk(it) {
      expect(it.signal('go', { n: 1 }).status).toBe('completed')
      expect(it.everSet).toEqual({ n: 1 })
    },
  },
  {
    says: 'a signal thrown inside reaches those who wait, and breaks off the scope of its thrower',
    programs: simple(
      [
        start('s'),
        sub('part', [start('in'), user('x'), draw.signalThrow('tell', 'go'), user('y')], ['in -> x -> tell -> y']),
        boundary('edge', 'part', draw.onSignal('go')),
        user('b'),
      ],
      ['s -> part', 'edge -> b'],
    ),
    walk: (it) => expect(waits(it.task('x'))).toEqual(['task b']),
  },
  {
    says: 'a condition breaks off its step once it is true',
    programs: simple(
      [start('s'), user('t'), boundary('edge', 't', draw.onCondition('=n > 1')), user('b')],
      ['s -> t', 'edge -> b'],
    ),
    variables: { n: 0 },
    walk(it) {
      expect(waits(it)).toEqual(['condition edge', 'task t'])
      expect(waits(it.set('main', { n: 2 }))).toEqual(['task b'])
    },
  },
  {
    says: 'a condition that is true already does not wait',
    programs: simple([start('s'), draw.conditionCatch('w', '=n > 1'), user('b')], ['s -> w -> b']),
    variables: { n: 2 },
    walk: (it) => expect(waits(it)).toEqual(['task b']),
  },
  {
    says: 'an event with several triggers happens by the first of them, or needs all',
    programs: simple(
      [
        start('s'),
        and('f'),
        draw.severalCatch('any', [draw.onSignal('go'), onTimer(after('P1D'))], false),
        draw.severalCatch('all', [draw.onSignal('go'), onTimer(after('P1D'))], true),
        user('a'),
        user('b'),
      ],
      ['s -> f', 'f -> any -> a', 'f -> all -> b'],
    ),
    walk(it) {
      expect(waits(it.signal('go', { n: 1 }))).toEqual(['task a', 'timer all'])
      expect(waits(it.timer('all'))).toEqual(['task a', 'task b'])
      expect(it.everSet).toEqual({ n: 1 })
    },
  },
  {
    says: 'an error goes out of a called process to the nearest catch',
    programs: [
      draw.draw(
        'main',
        [start('s'), call('c', draw.keyOf('common')), boundary('gone', 'c', onError('GONE')), user('b')],
        ['s -> c', 'gone -> b'],
      ),
      draw.draw('common', [start('cs'), service('ask')], ['cs -> ask']),
    ],
    walk: (it) => expect(waits(it.error('ask', 'GONE'))).toEqual(['task b']),
  },
  {
    says: 'an event-based gateway goes the way of what happens first',
    programs: simple(
      [
        start('s'),
        draw.first('g'),
        draw.messageCatch('paid', 'payment', '="k"'),
        draw.timerCatch('late', after('P3D')),
        user('a'),
        user('b'),
      ],
      ['s -> g', 'g -> paid -> a', 'g -> late -> b'],
    ),
    walk: (it) => expect(waits(it.message('paid', { sum: 1 }))).toEqual(['task a']),
  },
  {
    says: 'a step for each item gathers the output in the order of the items',
    programs: simple(
      [
        start('s'),
        user(
          't',
          {},
          {
            each: { inputCollection: '=items', inputElement: 'one', outputCollection: 'all', outputElement: '=answer' },
          },
        ),
        user('z'),
      ],
      ['s -> t -> z'],
    ),
    variables: { items: ['a', 'b'] },
    walk(it) {
      it.task('t', { answer: 1 }).task('t', { answer: 2 })
      expect(it.variables).toEqual({ items: ['a', 'b'], all: [1, 2] })
    },
  },
  {
    says: 'a terminate end ends its subprocess and nothing around it',
    programs: simple(
      [
        start('s'),
        sub(
          'part',
          [start('in'), and('f'), user('x'), user('y'), draw.terminateEnd('stop')],
          ['in -> f', 'f -> x -> stop', 'f -> y'],
        ),
        user('t'),
      ],
      ['s -> part -> t'],
    ),
    walk: (it) => expect(waits(it.task('x'))).toEqual(['task t']),
  },
  {
    says: 'an event subprocess that interrupts takes over its scope',
    programs: simple(
      [start('s'), user('t'), draw.eventSub('stop', onMessage('news', '="k"'), true, [user('h')], ['stop_start -> h'])],
      ['s -> t'],
    ),
    walk: (it) => expect(waits(it.message('stop'))).toEqual(['task h']),
  },
  {
    says: 'what is called off leaves nothing open, and takes no command any more',
    programs: simple(
      [start('s'), and('f'), user('t'), service('j'), draw.timerCatch('w', after('P1D'))],
      ['s -> f', 'f -> t', 'f -> j', 'f -> w'],
    ),
    walk(it) {
      it.cancel()
      expect(it.live).toMatchObject({ status: 'terminated', elements: {}, waits: {}, incidents: {} })
      expect(it.try({ kind: 'cancel', reason: 'again' })).toMatchObject({ kind: 'conflict' })
    },
  },
  {
    says: 'what is closed is not open any more',
    programs: simple([start('s'), user('t'), user('u')], ['s -> t -> u']),
    walk(it) {
      const id = it.wait('task', 't')
      it.task('t')
      expect(it.try({ kind: 'completeTask', id, variables: {} })).toMatchObject({
        kind: 'conflict',
        code: 'task.not-open',
      })
    },
  },
]

/** What an executor does not promise, and how much of the rest is tried. */
export interface Extent {
  /** Why it does not run these programs; undefined: it does. */
  readonly refuses?: (programs: readonly Program[]) => string | undefined
  readonly runs?: number
}

export function executorContract(executor: Executor, { refuses = () => undefined, runs = 100 }: Extent = {}): void {
  describe(`the executor ${executor.name} promises:`, () => {
    test.for(PROMISES)('$says', { timeout: MINUTE }, ({ programs, variables, limits, walk }, { skip }) => {
      const reason = refuses(programs)
      if (reason !== undefined) skip(reason)
      expect.hasAssertions()
      walk(new Case(programs, { executor, ...(limits && { limits }) }).start(variables ?? {}))
    })

    test('a well-drawn procedure comes to its end whatever is done in whatever order', { timeout: MINUTE }, () => {
      assert(
        property(blocks, dice, (block, throws) => {
          const programs = programsOf(block)
          pre(refuses(programs) === undefined)
          const it = new Case(programs, { executor }).start({ n: 1 })
          for (const die of throws) if (it.status === 'active') act(it, die)
          finish(it)
          expect(it.status).toBe('completed')
        }),
        { numRuns: runs },
      )
    })
  })
}
