import { describe, expect, test } from 'vitest'
import { programKey } from '../../engine/core/ids.ts'
import {
  after,
  boundary,
  cancelEnd,
  onCancel,
  onTimer,
  service,
  start,
  sub,
  transaction,
  undo,
  undone,
  user,
  type Node,
} from './build.ts'
import { against, begin, type Drawing, migrate } from './migration.ts'

const undoable = (id: string): readonly Node[] => [service(id), undone(`c_${id}`, id, `un_${id}`), user(`un_${id}`)]
const row = (...ids: readonly string[]): Drawing => [
  [start('s'), ...ids.flatMap(undoable), user('ask'), undo('back'), user('last')],
  [['s', ...ids, 'ask', 'back', 'last'].join(' -> ')],
]
const part = (id: string, inner: string): Drawing => [
  [start('s'), sub(id, [start('in'), ...undoable(inner)], [`in -> ${inner}`]), user('ask'), undo('back'), user('last')],
  [`s -> ${id} -> ask -> back -> last`],
]

describe('what was completed before an application goes over', () => {
  test('is undone by what undoes it in the other version', () => {
    const it = begin({ v1: row('a', 'b'), v2: row('a', 'c') })
      .job('a')
      .job('b')
    migrate(it, { mapping: { b: 'c' } })
    expect(it.task('ask').waits).toEqual(['task un_c'])
    expect(it.task('un_c').waits).toEqual(['task un_a'])
    expect(it.task('un_a').waits).toEqual(['task last'])
  })

  test('inside a subprocess goes over with it', () => {
    const it = begin({ v1: part('p', 'a'), v2: part('q', 'b') }).job('a')
    migrate(it, { mapping: { p: 'q', a: 'b' } })
    expect(it.task('ask').waits).toEqual(['task un_b'])
  })

  test('stands against it where nobody there undoes it', () => {
    const plain: Drawing = [[start('s'), service('a'), user('ask'), user('last')], ['s -> a -> ask -> last']]
    const it = begin({ v1: row('a'), v2: plain }).job('a')
    expect(against(it)).toEqual(['completed a'])
    expect(against(begin({ v1: row('a'), v2: row('b') }).job('a'))).toEqual(['completed a'])
    expect(against(begin({ v1: part('p', 'a'), v2: row('a') }).job('a'))).toEqual(['completed p'])
  })

  test('is forgotten where the operator says that nothing takes its place', () => {
    const it = begin({ v1: row('a', 'b'), v2: row('b') })
      .job('a')
      .job('b')
    migrate(it, { mapping: { a: '' } })
    expect(it.task('ask').waits).toEqual(['task un_b'])
    expect(it.task('un_b').waits).toEqual(['task last'])
  })

  test('holds it back while it is being undone', () => {
    const it = begin({ v1: row('a'), v2: row('a') })
      .job('a')
      .task('ask')
    expect(against(it)).toContain('undoing a')
    expect(it.task('un_a').waits).toEqual(['task last'])
    migrate(it)
    expect(it.live.program).toBe(programKey('test', '2.0.0', 'main'))
  })
})

describe('an operator who moves by hand what is being undone', () => {
  const cancel = (it: ReturnType<typeof begin>, element: string) =>
    it.take({ kind: 'modify', reason: 'put right', instructions: [{ kind: 'cancel', id: it.instance(element) }] })
  const undoing = () =>
    begin({ v1: row('a', 'b'), v2: row('a', 'b') })
      .job('a')
      .job('b')
      .task('ask')

  test('lets the next be undone by cancelling the handler, or the undoing as a whole', () => {
    for (const element of ['un_b', 'b']) {
      const it = cancel(undoing(), element)
      expect(it.waits).toEqual(['task un_a'])
      expect(it.task('un_a').waits).toEqual(['task last'])
    }
  })

  test('lets the way go on by cancelling the last of them', () => {
    const it = cancel(cancel(undoing(), 'b'), 'a')
    expect(it.waits).toEqual(['task last'])
  })

  test('ends the undoing by cancelling the event that asked for it', () => {
    const it = undoing().take({
      kind: 'modify',
      reason: 'put right',
      instructions: [
        { kind: 'cancel', id: undoing().instance('back') },
        { kind: 'start', element: 'last' },
      ],
    })
    expect(it.waits).toEqual(['task last'])
    expect(it.terminated.toSorted()).toEqual(['b', 'back', 'un_b'])
  })

  test('leaves a canceled transaction by its cancel event', () => {
    const deal: Drawing = [
      [
        start('s'),
        transaction('deal', [start('in'), ...undoable('a'), user('ask'), cancelEnd('no')], ['in -> a -> ask -> no']),
        boundary('off', 'deal', onCancel),
        boundary('late', 'deal', onTimer(after('PT1H'))),
        user('canceled'),
      ],
      ['s -> deal', 'off -> canceled', 'late -> canceled'],
    ]
    const it = begin({ v1: deal, v2: deal }).job('a').task('ask')
    expect(it.waits).toEqual(['task un_a'])
    expect(cancel(it, 'un_a').waits).toEqual(['task canceled'])
  })
})
