import { assert, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ProgramKey, programKey, programParts } from '../../engine/core/ids.ts'
import type { Program } from '../../engine/core/program.ts'
import {
  after,
  and,
  boundary,
  call,
  complex,
  draw,
  end,
  eventSub,
  keyOf,
  type Node,
  onError,
  onTimer,
  or,
  service,
  start,
  sub,
  user,
} from './build.ts'
import { Case, NOW } from './case.ts'
import { against, begin, type Drawing, HOUR, lastTask, line, migrate, next } from './migration.ts'
import { blocks, programsOf } from './random.ts'
import { act, dice, finish } from './walk.ts'

describe('scopes', () => {
  const part = (id: string, inner: Node): Drawing => line(sub(id, [start('i'), inner], [`i -> ${inner.id}`]))

  test('a subprocess goes over with everything inside', () => {
    const it = migrate(begin({ v1: part('p', user('t')), v2: part('q', user('u')) }), { mapping: { p: 'q', t: 'u' } })
    expect(it.task('u').status).toBe('completed')
  })

  test('nothing moves into a subprocess or out of one', () => {
    expect(
      against(begin({ v1: part('p', user('t')), v2: line(sub('p', [start('i'), end('j')], ['i -> j']), user('t')) })),
    ).toEqual(['nesting t'])
    expect(against(begin({ v1: line(user('t')), v2: part('p', user('t')) }))).toEqual(['nesting t'])
  })

  const handled = (...handlers: readonly Node[]): Drawing => [
    [start('s'), user('t'), end('e'), ...handlers],
    ['s -> t -> e'],
  ]
  const handler = (id: string, text: string, interrupting: boolean) =>
    eventSub(id, onTimer(after(text)), interrupting, [user(`${id}_do`)], [`${id}_start -> ${id}_do`])

  test('event subprocesses go on listening, and new ones begin to', () => {
    const it = begin({
      v1: handled(handler('h', 'P1D', false)),
      v2: handled(handler('h', 'P2D', false), handler('k', 'P1D', true)),
    })
    it.now += HOUR
    migrate(it)
    expect(it.waits).toEqual(['timer h', 'task t', 'timer k'])
    expect(it.live.waits[it.wait('timer', 'h')]).toMatchObject({ due: NOW + 24 * HOUR })
    expect(it.timer('k').waits).toEqual(['task k_do'])
  })

  test('a scope an event subprocess has taken over listens no more', () => {
    const it = begin({
      v1: handled(handler('h', 'P1D', true)),
      v2: handled(handler('h', 'P1D', true), handler('k', 'P1D', true)),
    })
    it.timer('h')
    expect(migrate(it).waits).toEqual(['task h_do'])
  })

  test('an error caught by a new handler is caught', () => {
    const it = begin({
      v1: line(service('w')),
      v2: [[start('s'), service('w'), boundary('oops', 'w', onError('E')), end('e')], ['s -> w -> e']],
    })
    expect(migrate(it).error('w', 'E').path).toEqual(['s', 'oops'])
  })
})

describe('multi-instance', () => {
  const each = (sequential: boolean, more = {}) => ({
    each: { inputCollection: '=items', inputElement: 'item', sequential, ...more },
  })
  const variables = { items: ['a', 'b', 'c'] }

  test('goes on with the items that are left, under new names', () => {
    const it = begin({
      v1: line(user('t', {}, each(true, { outputCollection: 'all', outputElement: '=x' }))),
      v2: line(
        user(
          'u',
          { assignee: '=who' },
          each(true, { inputElement: 'who', outputCollection: 'found', outputElement: '=x' }),
        ),
      ),
      variables,
    })
    it.task('t', { x: 1 })
    migrate(it, { mapping: { t: 'u' } })
    expect(lastTask(it)?.assignee).toBe('b')
    it.task('u', { x: 2 }).task('u', { x: 3 })
    expect(it.everSet).toMatchObject({ found: [1, 2, 3] })
    expect(it.status).toBe('completed')
  })

  test('in parallel, every item goes over', () => {
    const it = begin({
      v1: line(sub('p', [start('i'), user('t')], ['i -> t'], each(false))),
      v2: line(sub('p', [start('i'), user('t', { candidateGroups: '="g-" + item' })], ['i -> t'], each(false))),
      variables,
    })
    migrate(it)
    const groups = it.last.flatMap((event) => (event.kind === 'taskRenewed' ? event.task.candidateGroups : []))
    expect(groups).toEqual(['g-a', 'g-b', 'g-c'])
  })

  test.each([
    ['one by one does not become all at once', user('t', {}, each(false)), user('t', {}, each(true))],
    ['once per item does not become once', user('t', {}, each(false)), user('t')],
    ['once does not become once per item', user('t'), user('t', {}, each(false))],
    [
      'a list of results does not begin on the way',
      user('t', {}, each(false)),
      user('t', {}, each(false, { outputCollection: 'o', outputElement: '=1' })),
    ],
  ])('%s', (_what, from, to) => {
    expect(against(begin({ v1: line(from), v2: line(to), variables }))).toEqual(['multi-instance t'])
  })
})

describe('tokens before joins', () => {
  const joined = (join: Node, more: readonly string[] = []): Drawing => [
    [start('s'), and('a'), user('x'), user('y'), join, user('z'), end('e')],
    [
      's -> a',
      'a -> x',
      'a -> y',
      `x -> ${join.id}`,
      ...(more.length > 0 ? more : [`y -> ${join.id}`]),
      `${join.id} -> z -> e`,
    ],
  ]

  test.each([
    ['parallel', and],
    ['inclusive', or],
  ])('go on waiting before a %s one', (_kind, gateway) => {
    const it = begin({ v1: joined(gateway('j')), v2: joined(gateway('k')) }).task('x')
    expect(against(it)).toEqual(['join x_j'])
    migrate(it, { mapping: { j: 'k', x_j: 'x_k' } })
    expect(it.live.elements[it.instance('main')]?.arrived).toEqual({ x_k: 1 })
    expect(it.task('y').waits).toEqual(['task z'])
  })

  test('go on at once where the new join waits for nothing else', () => {
    const it = begin({ v1: joined(and('j')), v2: joined(and('j'), ['y -> e']) }).task('x')
    expect(migrate(it).waits).toEqual(['task y', 'task z'])
  })

  test('that a complex gateway has had are remembered by it', () => {
    const any = (id: string) => joined(complex(id, '=activationCount >= 1'))
    const it = begin({ v1: any('j'), v2: any('k') }).task('x')
    expect(it.waits).toEqual(['task y', 'task z'])
    expect(against(it)).toEqual(['join x_j'])
    migrate(it, { mapping: { j: 'k', x_j: 'x_k', y_j: 'y_k' } })
    expect(it.live.elements[it.instance('main')]?.resets).toEqual({ k: ['x_k'] })
    it.task('z').task('y')
    expect(it.status).toBe('completed')
  })

  test('do not come to a join of another kind', () => {
    const it = begin({ v1: joined(and('j')), v2: joined(or('j')) }).task('x')
    expect(against(it)).toEqual(['join x_j'])
  })
})

describe('called processes', () => {
  const inner = (group: string) => line(user('t', { candidateGroups: group }))
  const innerV2 = programKey('test', '2.0.0', 'inner')
  const others = [
    draw('inner', ...inner('clerks')),
    next(draw('inner', ...inner('supervisors'))),
    draw('else', ...inner('x')),
  ]
  const calling = (key: ProgramKey, id = 'c'): Drawing => line(call(id, key), user('u'))

  test('follow to the version that is called now', () => {
    const it = migrate(begin({ v1: calling(keyOf('inner')), v2: calling(innerV2), others }))
    expect(lastTask(it)).toMatchObject({ candidateGroups: ['supervisors'], program: innerV2 })
    expect(it.task('t').waits).toEqual(['task u'])
  })

  test('stay where they are when asked, and hand over to the new version', () => {
    const it = migrate(begin({ v1: calling(keyOf('inner')), v2: calling(innerV2, 'd'), others }), {
      called: 'keep',
      mapping: { c: 'd' },
    })
    expect(it.live.elements[it.instance('inner')]?.program).toBe(keyOf('inner'))
    expect(it.task('t').waits).toEqual(['task u'])
  })

  test('that are called as before stay untouched', () => {
    const it = migrate(begin({ v1: calling(keyOf('inner')), v2: calling(keyOf('inner')), others }))
    expect(it.kinds()).not.toContain('taskRenewed')
    expect(it.task('t').task('u').status).toBe('completed')
  })

  test('are not exchanged for others', () => {
    expect(against(begin({ v1: calling(keyOf('inner')), v2: calling(keyOf('else')), others }))).toEqual(['called c'])
    expect(
      against(begin({ v1: calling(keyOf('inner')), v2: calling(programKey('test', '9.0.0', 'inner')), others })),
    ).toEqual(['called c'])
  })

  test('have names of their own in the mapping', () => {
    const moved = [draw('inner', ...inner('clerks')), next(draw('inner', ...line(user('t2'))))]
    const it = begin({ v1: calling(keyOf('inner')), v2: calling(innerV2), others: moved })
    expect(against(it, { mapping: { t: 't2' } })).toEqual(['unmapped inner/t'])
    expect(migrate(it, { mapping: { 'inner/t': 't2' } }).task('t2').waits).toEqual(['task u'])
  })
})

/** The next version of every program, calling each other's next versions. */
function nextOf(programs: readonly Program[]): readonly Program[] {
  return programs.map((program) => ({
    ...next(program),
    elements: program.elements.map((element) =>
      element.kind === 'callActivity'
        ? { ...element, called: programKey('test', '2.0.0', programParts(element.called).processId) }
        : element,
    ),
  }))
}

test('wherever it stands, an application goes over to a version that says the same and stands just there', () => {
  assert(
    property(blocks, dice, (block, throws) => {
      const programs = programsOf(block)
      const it = new Case([...programs, ...nextOf(programs)]).start({ n: 1, nobody: null })
      for (const die of throws.slice(0, (throws[0] ?? 0) % throws.length)) if (it.status === 'active') act(it, die)
      if (it.status !== 'active') return
      const before = JSON.stringify(it.live).replaceAll('test@1.0.0', 'test@2.0.0')
      migrate(it)
      expect(JSON.stringify(it.live)).toBe(before)
      finish(it)
      expect(it.status).toBe('completed')
    }),
    { numRuns: 150 },
  )
})
