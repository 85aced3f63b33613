import { describe, expect, test } from 'vitest'
import {
  after,
  and,
  boundary,
  end,
  every,
  first,
  manual,
  messageCatch,
  type Node,
  onCondition,
  onMessage,
  onSignal,
  onTimer,
  receive,
  severalCatch,
  start,
  timerCatch,
  user,
} from './build.ts'
import { NOW } from './case.ts'
import { against, begin, type Drawing, HOUR, line, migrate } from './migration.ts'

describe('what is waited for', () => {
  const edged = (...edges: readonly Node[]): Drawing => [[start('s'), user('t'), ...edges, end('e')], ['s -> t -> e']]
  const late = (text: string, id = 'late') => boundary(id, 't', onTimer(after(text)), false)

  test('a timer that goes on keeps its time, and has a new one only when asked', () => {
    const story = { v1: edged(late('P1D')), v2: edged(late('P3D')) }
    const kept = begin(story)
    kept.now += HOUR
    migrate(kept)
    expect(kept.live.waits[kept.wait('timer', 'late')]).toMatchObject({ due: NOW + 24 * HOUR })
    const renewed = begin(story)
    renewed.now += HOUR
    migrate(renewed, { timers: 'renew' })
    expect(renewed.live.waits[renewed.wait('timer', 'late')]).toMatchObject({ due: NOW + 73 * HOUR })
  })

  test('a timer goes on under the name of the event that takes its place', () => {
    const it = migrate(begin({ v1: edged(late('P1D')), v2: edged(late('P1D', 'overdue')) }), {
      mapping: { late: 'overdue' },
    })
    expect(it.waits).toEqual(['task t', 'timer overdue'])
    expect(it.timer('overdue').path).toContain('overdue')
  })

  test('a deadline does not vanish unseen', () => {
    const it = begin({ v1: edged(late('P1D')), v2: edged() })
    expect(against(it)).toEqual(['unmapped late'])
    expect(migrate(it, { mapping: { late: '' } }).waits).toEqual(['task t'])
  })

  test('an event the new version adds is waited for from now on', () => {
    const it = begin({
      v1: edged(),
      v2: edged(late('P1D'), boundary('news', 't', onMessage('n', '=key'))),
      variables: { key: 'k' },
    })
    it.now += HOUR
    migrate(it)
    expect(it.waits).toEqual(['task t', 'timer late', 'message news'])
    expect(it.live.waits[it.wait('timer', 'late')]).toMatchObject({ due: NOW + 25 * HOUR })
  })

  test('an event that has happened does not begin again', () => {
    const it = begin({ v1: edged(late('P1D')), v2: edged(late('P3D')) }).timer('late')
    expect(migrate(it).waits).toEqual(['task t'])
  })

  test('a message has the name and key of that version; one that stays the same stays open', () => {
    const on = (name: string, key: string) => edged(boundary('news', 't', onMessage(name, key)))
    const variables = { a: '1', b: '2' }
    const same = begin({ v1: on('n', '=a'), v2: on('n', '="" + a'), variables })
    const id = same.wait('message', 'news')
    expect(migrate(same).wait('message', 'news')).toBe(id)
    const other = migrate(begin({ v1: on('n', '=a'), v2: on('m', '=b'), variables }))
    expect(other.live.waits[other.wait('message', 'news')]).toMatchObject({ name: 'm', key: '2' })
    expect(other.waits).toEqual(['task t', 'message news'])
  })

  test('an event of another kind is not taken for the same', () => {
    const it = begin({ v1: edged(late('P1D')), v2: edged(boundary('late', 't', onMessage('n', '="k"'))) })
    expect(against(it)).toEqual(['trigger late'])
    expect(migrate(it, { mapping: { late: '' } }).waits).toEqual(['task t', 'message late'])
  })

  test('an event that hangs on another element now is not moved over', () => {
    const two = (on: string): Drawing => [
      [start('s'), user('t'), boundary('late', on, onTimer(after('P1D'))), user('u'), end('e')],
      ['s -> t -> u -> e'],
    ]
    expect(against(begin({ v1: two('t'), v2: two('u') }))).toEqual(['attached late'])
  })

  test('catch events and receive tasks go on where they stand', () => {
    const v1: Drawing = [
      [start('s'), and('a'), timerCatch('wait', after('P1D')), receive('r', 'n', '=k'), messageCatch('m', 'o', '=k')],
      ['s -> a', 'a -> wait', 'a -> r', 'a -> m'],
    ]
    const v2: Drawing = [
      [start('s'), and('a'), timerCatch('wait', after('P9D')), receive('r', 'n2', '=k'), messageCatch('m2', 'o', '=k')],
      ['s -> a', 'a -> wait', 'a -> r', 'a -> m2'],
    ]
    const it = migrate(begin({ v1, v2, variables: { k: '1' } }), { mapping: { m: 'm2' } })
    expect(it.waits).toEqual(['timer wait', 'message m2', 'message r'])
    expect(it.live.waits[it.wait('timer', 'wait')]).toMatchObject({ due: NOW + 24 * HOUR })
    expect(it.live.waits[it.wait('message', 'r')]).toMatchObject({ name: 'n2' })
    it.message('r').message('m2').timer('wait')
    expect(it.status).toBe('completed')
  })

  test('the branches of an event-based gateway', () => {
    const race = (...branches: readonly Node[]): Drawing => [
      [start('s'), first('g'), ...branches],
      ['s -> g', ...branches.map(({ id }) => `g -> ${id}`)],
    ]
    const v1 = race(timerCatch('late', after('P1D')), messageCatch('m', 'n', '="k"'))
    const v2 = race(timerCatch('late', after('P1D')), messageCatch('m', 'n', '="k"'), messageCatch('more', 'o', '="k"'))
    expect(migrate(begin({ v1, v2 })).waits).toEqual(['timer late', 'message m', 'message more'])
    expect(against(begin({ v1, v2: race(timerCatch('late', after('P1D')), manual('m')) }))).toContain('kind m')
  })
})

test('a cycle goes on as often as was left of it', () => {
  const edged = (text: string): Drawing => [
    [start('s'), user('t'), boundary('again', 't', onTimer(every(text)), false), end('e')],
    ['s -> t -> e'],
  ]
  const it = begin({ v1: edged('R3/PT1H'), v2: edged('R9/PT5H') }).timer('again')
  migrate(it)
  expect(it.live.waits[it.wait('timer', 'again')]).toMatchObject({ repeat: { left: 1, every: 'PT1H' } })
})

describe('signals and conditions', () => {
  const edged = (...edges: readonly Node[]): Drawing => [[start('s'), user('t'), ...edges, end('e')], ['s -> t -> e']]

  test('a signal is waited for under the name of that version', () => {
    const on = (id: string, name: string) => edged(boundary(id, 't', onSignal(name), false))
    const it = begin({ v1: on('b', 'old'), v2: on('c', 'new') })
    expect(against(it)).toEqual(['unmapped b'])
    migrate(it, { mapping: { b: 'c' } })
    expect(it.waits).toEqual(['task t', 'signal c'])
    expect(it.live.waits[it.wait('signal', 'c')]).toMatchObject({ name: 'new' })
  })

  test('a condition that has happened does not happen again, another one is looked at at once', () => {
    const on = (text: string) => edged(boundary('b', 't', onCondition(text), false))
    const same = begin({ v1: on('=n > 1'), v2: on('=n > 1'), variables: { n: 2 } })
    expect(same.path).toContain('b')
    expect(migrate(same).last.some(({ kind }) => kind === 'conditionTurned')).toBe(false)
    const other = begin({ v1: on('=n > 1'), v2: on('=n > 0'), variables: { n: 1 } })
    expect(other.path).not.toContain('b')
    expect(migrate(other).path).toContain('b')
  })

  test('a condition that could not be evaluated is mended by the version, and so is its incident', () => {
    const on = (id: string, text: string) => edged(boundary(id, 't', onCondition(text)))
    const it = begin({ v1: on('b', '=n > 1'), v2: on('c', '=n = "y"'), variables: { n: 'x' } })
    expect(it.trouble).toEqual(['condition b'])
    expect(migrate(it, { mapping: { b: 'c' } }).trouble).toEqual([])
    const kept = begin({ v1: on('b', '=n > 1'), v2: on('c', '=n > 1'), variables: { n: 'x' } })
    expect(migrate(kept, { mapping: { b: 'c' } }).trouble).toEqual(['condition c'])
  })

  test('an event of which some has come goes on with the rest, and is not exchanged for another', () => {
    const both = (id: string, ...names: readonly string[]) =>
      line(
        severalCatch(
          id,
          names.map((name) => onMessage(name, '="k"')),
          true,
        ),
      )
    const story = { v1: both('all', 'a', 'b'), v2: both('both', 'a', 'b') }
    const it = begin(story).message('all', { one: 1 })
    migrate(it, { mapping: { all: 'both' } })
    it.message('both', { two: 2 }, 'm-2')
    expect(it.status).toBe('completed')
    expect(it.everSet).toMatchObject({ one: 1, two: 2 })
    const half = begin({ v1: both('all', 'a', 'b'), v2: both('all', 'a', 'c') }).message('all')
    expect(against(half)).toEqual(['trigger all'])
  })
})
