import { describe, expect, test } from 'vitest'
import {
  after,
  boundary,
  call,
  draw,
  keyOf,
  manual,
  onError,
  onTimer,
  script,
  service,
  start,
  sub,
  user,
} from './build.ts'
import { Case } from './case.ts'

const items = ['a', 'b', 'c']
const each = { inputCollection: '=items', inputElement: 'one' }
const drawn = (more: object) =>
  draw('main', [start('s'), user('t', {}, { each: { ...each, ...more } }), user('z')], ['s -> t -> z'])

describe('a step for each item', () => {
  test('in parallel opens all at once and gathers the output in the order of the items', () => {
    const it = new Case([drawn({ outputCollection: 'answers', outputElement: '=answer' })]).start({ items })
    expect(it.waits).toEqual(['task t', 'task t', 'task t'])
    const [first, second, third] = Object.keys(it.live.waits)
    expect(it.live.elements[first as never]?.variables).toEqual({ answer: null, one: 'a', loopCounter: 1 })
    for (const [id, answer] of [
      [third, 3],
      [first, 1],
      [second, 2],
    ] as const)
      it.take({ kind: 'completeTask', id: id as never, variables: { answer } })
    expect(it.variables).toEqual({ items, answers: [1, 2, 3] })
    expect(it.waits).toEqual(['task z'])
  })

  test('in sequence opens one after the other', () => {
    const it = new Case([
      drawn({ sequential: true, outputCollection: 'answers', outputElement: '=one + answer' }),
    ]).start({ items })
    for (const answer of ['1', '2', '3']) {
      expect(it.waits).toEqual(['task t'])
      it.task('t', { answer })
    }
    expect(it.variables).toEqual({ items, answer: '3', answers: ['a1', 'b2', 'c3'] })
    expect(it.path).toEqual(['s', 't', 't', 't', 't'])
  })

  test('of an empty list is done at once', () => {
    const it = new Case([drawn({ outputCollection: 'answers', outputElement: '=answer' })]).start({ items: [] })
    expect(it.variables).toEqual({ items: [], answers: [] })
    expect(it.waits).toEqual(['task z'])
  })

  test.each([[null], ['a,b'], [{ a: 1 }], [3]])('of %j is an incident', (value) => {
    const it = new Case([drawn({})]).start({ items: value })
    expect(it.trouble).toEqual(['expression t'])
    expect(it.set('main', { items: ['x'] }).resolve('t').waits).toEqual(['task t'])
  })

  test('ends early when its condition holds, and what is still open is called off', () => {
    const it = new Case([
      drawn({
        completionCondition: '=numberOfCompletedInstances >= 2 and numberOfActiveInstances = 1',
        outputCollection: 'answers',
        outputElement: '=answer',
      }),
    ]).start({ items })
    it.task('t', { answer: 1 }).task('t', { answer: 2 })
    expect(it.waits).toEqual(['task z'])
    expect(it.terminated).toEqual(['t'])
    expect(it.variables).toEqual({ items, answers: [1, 2, null] })
  })

  test('ends a sequence early without opening the rest', () => {
    const it = new Case([drawn({ sequential: true, completionCondition: '=answer = "stop"' })])
      .start({ items })
      .task('t', { answer: 'stop' })
    expect(it.waits).toEqual(['task z'])
  })

  test('whose condition fails is stopped at that item and the answers are kept', () => {
    const it = new Case([drawn({ completionCondition: '=enough' })]).start({ items: ['a'] }).task('t')
    expect(it.trouble).toEqual(['condition t'])
    expect(it.set('main', { enough: true }).resolve('t').waits).toEqual(['task z'])
  })

  test('whose output cannot be evaluated is stopped at that item', () => {
    const it = new Case([drawn({ outputCollection: 'answers', outputElement: '=1 + answer' })])
      .start({ items: ['a'] })
      .task('t')
    expect(it.trouble).toEqual(['expression t'])
    it.take({ kind: 'setVariables', scope: it.incidents[0]?.owner ?? ('0' as never), variables: { answer: 4 } })
    expect(it.resolve('t').variables).toEqual({ items: ['a'], answers: [5] })
  })

  test('has one deadline for all items', () => {
    const program = draw(
      'main',
      [start('s'), user('t', {}, { each }), boundary('late', 't', onTimer(after('P1D'))), user('b')],
      ['s -> t', 'late -> b'],
    )
    const it = new Case([program]).start({ items })
    expect(it.waits).toEqual(['timer late', 'task t', 'task t', 'task t'])
    it.timer('late')
    expect(it.waits).toEqual(['task b'])
    expect(it.terminated).toEqual(['t', 't', 't', 't'])
  })

  test('that throws an error is caught on the edge of the whole', () => {
    const program = draw(
      'main',
      [start('s'), service('ask', { each }), boundary('gone', 'ask', onError()), user('b')],
      ['s -> ask', 'gone -> b'],
    )
    const it = new Case([program]).start({ items }).error('ask', 'X')
    expect(it.waits).toEqual(['task b'])
  })

  test('can be a whole subprocess or a called process', () => {
    const part = sub('part', [start('in'), user('x'), script('note', '=one + "!"', 'noted')], ['in -> x -> note'], {
      each: { ...each, outputCollection: 'all', outputElement: '=noted' },
    })
    const it = new Case([draw('main', [start('s'), part, user('z')], ['s -> part -> z'])])
      .start({ items })
      .task('x')
      .task('x')
      .task('x')
    expect(it.variables).toEqual({ items, all: ['a!', 'b!', 'c!'] })
    const common = draw('common', [start('cs'), user('y')], ['cs -> y'])
    const main = draw(
      'main',
      [start('s'), call('c', keyOf('common'), {}, { each: { ...each, sequential: true } }), user('z')],
      ['s -> c -> z'],
    )
    const called = new Case([main, common]).start({ items }).task('y').task('y').task('y')
    expect(called.waits).toEqual(['task z'])
  })

  test('passed at once runs through all items', () => {
    const it = new Case([draw('main', [start('s'), manual('m', { each })], ['s -> m'])]).start({ items })
    expect(it.status).toBe('completed')
    expect(it.path).toEqual(['s', 'm', 'm', 'm', 'm'])
  })

  test('is called off with all items', () => {
    const it = new Case([drawn({})]).start({ items }).cancel()
    expect(it.terminated).toEqual(['t', 't', 't', 't'])
  })
})

describe('a step done again', () => {
  const again = (more: object) => draw('main', [start('s'), user('t', {}, { again: more }), user('z')], ['s -> t -> z'])

  test('records each round as an instance of its own inside the body', () => {
    const it = new Case([again({ loopCondition: '=more' })]).start().task('t', { more: true })
    expect(it.kinds()).toEqual([
      'taskClosed',
      'variablesSet',
      'elementCompleted',
      'loopAdvanced',
      'elementActivated',
      'taskOpened',
    ])
    expect(it.live.elements[it.instance('t')]?.loop).toEqual({ items: [], started: 2, completed: 1 })
    expect(it.task('t', { more: false }).waits).toEqual(['task z'])
  })

  test('is called off with its round', () => {
    const it = new Case([again({ loopCondition: '=true' })]).start().cancel()
    expect(it.terminated).toEqual(['t', 't'])
  })

  test('the maximum is not asked for again after the last round', () => {
    const it = new Case([again({ loopCondition: '=nobody', loopMaximum: 1 })]).start().task('t')
    expect(it.trouble).toEqual([])
    expect(it.waits).toEqual(['task z'])
  })
})
