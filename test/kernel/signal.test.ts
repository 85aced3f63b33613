import { describe, expect, test } from 'vitest'
import {
  and,
  boundary,
  call,
  draw,
  end,
  eventSub,
  keyOf,
  onSignal,
  script,
  signalCatch,
  signalThrow,
  start,
  sub,
  user,
  xor,
} from './build.ts'
import { Case } from './case.ts'

const waiting = draw(
  'main',
  [start('s'), and('f'), signalCatch('one', 'go'), signalCatch('two', 'go'), signalCatch('other', 'stop')],
  ['s -> f', 'f -> one', 'f -> two', 'f -> other'],
)

describe('a signal from elsewhere', () => {
  test('reaches all places of its name that were open when it was thrown', () => {
    const it = new Case([waiting]).start().signal('go', { n: 1 })
    expect(it.waits).toEqual(['signal other'])
    expect(it.variables).toEqual({ n: 1 })
    expect(it.kinds().slice(0, 2)).toEqual(['signalCaught', 'signalSubscriptionClosed'])
  })

  test('passes over a place that has closed, and is refused where none is left', () => {
    const it = new Case([waiting]).start()
    const waits = it.listening('go')
    it.take({ kind: 'broadcastSignal', name: 'go', variables: {}, waits: waits.slice(0, 1) })
    it.take({ kind: 'broadcastSignal', name: 'go', variables: {}, waits })
    expect(it.waits).toEqual(['signal other'])
    expect(it.try({ kind: 'broadcastSignal', name: 'go', variables: {}, waits })).toMatchObject({
      kind: 'conflict',
      code: 'signal-subscription.not-open',
    })
  })

  test('that brings more than there is room for is refused and changes nothing', () => {
    const it = new Case([waiting], { limits: { variables: 200 } }).start()
    const text = 'x'.repeat(120)
    const waits = it.listening('go')
    expect(it.try({ kind: 'broadcastSignal', name: 'go', variables: { text }, waits })).toMatchObject({
      code: 'variables.too-large',
    })
    expect(it.waits).toHaveLength(3)
  })
})

describe('a signal thrown inside', () => {
  test('reaches called processes, and is caught before its own token goes on', () => {
    const main = draw(
      'main',
      [
        start('s'),
        and('f'),
        call('c', keyOf('common')),
        user('t'),
        signalThrow('tell', 'go'),
        script('after', '=n', 'm'),
      ],
      ['s -> f', 'f -> c', 'f -> t -> tell -> after'],
    )
    const common = draw(
      'common',
      [start('cs'), signalCatch('w', 'go'), script('count', '=1', 'n')],
      ['cs -> w -> count'],
    )
    const it = new Case([main, common]).start({ n: 0 })
    expect(it.task('t').path).toEqual(['s', 'f', 'cs', 't', 'tell', 'w', 'count', 'after', 'common', 'c'])
    expect(it.status).toBe('completed')
  })

  test('that breaks off the scope of its thrower ends it there', () => {
    const program = draw(
      'main',
      [
        start('s'),
        sub('part', [start('in'), user('t'), signalThrow('tell', 'go'), user('never')], ['in -> t -> tell -> never']),
        boundary('edge', 'part', onSignal('go')),
        user('b'),
      ],
      ['s -> part', 'edge -> b'],
    )
    const it = new Case([program]).start().task('t')
    expect(it.waits).toEqual(['task b'])
    expect(it.path).toContain('tell')
  })

  test('does not reach what opens after it', () => {
    const program = draw(
      'main',
      [start('s'), signalThrow('tell', 'go'), signalCatch('w', 'go'), end('e')],
      ['s -> tell -> w -> e'],
    )
    expect(new Case([program]).start().waits).toEqual(['signal w'])
  })

  test('to more places than a command may have steps is an incident that a second attempt does not multiply', () => {
    const program = draw(
      'main',
      [
        start('s'),
        user('t'),
        signalThrow('tell', 'go'),
        eventSub('a', onSignal('go'), false, [end('ae')], ['a_start -> ae']),
        eventSub('b', onSignal('go'), false, [end('be')], ['b_start -> be']),
        eventSub('c', onSignal('go'), false, [end('ce')], ['c_start -> ce']),
      ],
      ['s -> t -> tell'],
    )
    const it = new Case([program], { limits: { steps: 3 } }).start().task('t')
    expect(it.trouble).toEqual(['limit tell'])
    expect(it.kinds()).not.toContain('signalThrown')
    expect(it.resolve('tell').path).toContain('tell')
  })

  test('again and again in one command is an incident at the limit, and goes on from there', () => {
    const program = draw(
      'main',
      [start('s'), xor('again'), signalThrow('tell', 'go'), script('count', '=n + 1', 'n'), xor('enough'), end('e')],
      ['s -> again -> tell -> count -> enough', 'enough -> e if n >= 8', 'enough -> again default'],
    )
    const it = new Case([program], { limits: { messages: 5 } }).start({ n: 0 })
    expect(it.trouble).toEqual(['limit tell'])
    expect(it.incidents[0]?.message).toContain('at most 5 messages and signals')
    expect(it.resolve('tell').status).toBe('completed')
  })

  test('and answered by an event subprocess with the same signal is an incident at the limit', () => {
    const program = draw(
      'main',
      [
        start('s'),
        user('t'),
        signalThrow('tell', 'echo'),
        eventSub(
          'echo',
          onSignal('echo'),
          false,
          [signalThrow('answer', 'echo'), end('x')],
          ['echo_start -> answer -> x'],
        ),
      ],
      ['s -> t -> tell'],
    )
    const it = new Case([program], { limits: { messages: 20 } }).start().task('t')
    expect(it.trouble).toEqual(['limit answer'])
  })
})
