import { describe, expect, test } from 'vitest'
import {
  after,
  and,
  at,
  boundary,
  draw,
  end,
  every,
  first,
  messageCatch,
  messageStart,
  onError,
  onMessage,
  onTimer,
  publish,
  receive,
  service,
  start,
  sub,
  timerCatch,
  user,
} from './build.ts'
import { Case, ID, NOW } from './case.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const timers = (it: Case) => Object.values(it.live.waits).flatMap((wait) => (wait.kind === 'timer' ? [wait] : []))
const subscriptions = (it: Case) =>
  Object.values(it.live.waits).flatMap((wait) => (wait.kind === 'message' ? [wait] : []))

describe('a timer on the way', () => {
  const waiting = (timer: Parameters<typeof timerCatch>[1]) =>
    draw('main', [start('s'), timerCatch('wait', timer), user('t')], ['s -> wait -> t'])

  test('waits for its duration, its date or its working days', () => {
    expect(timers(new Case([waiting(after('PT30M'))]).start())[0]?.due).toBe(NOW + 30 * MINUTE)
    expect(timers(new Case([waiting(at('=when'))]).start({ when: '2026-12-24T12:00:00Z' }))[0]?.due).toBe(
      Date.parse('2026-12-24T12:00:00Z'),
    )
    expect(timers(new Case([waiting(after('P1WD'))]).start())[0]?.due).toBe(NOW + 24 * HOUR)
  })

  test('goes on when its time has come, once', () => {
    const it = new Case([waiting(after('PT30M'))]).start()
    const id = it.wait('timer', 'wait')
    expect(it.timer('wait').waits).toEqual(['task t'])
    expect(it.try({ kind: 'triggerTimer', id })).toMatchObject({ kind: 'conflict', code: 'timer.not-open' })
  })

  test.each([['tomorrow'], ['=5'], ['=missing'], ['PT']])('of %s is an incident until it is mended', (text) => {
    const it = new Case([waiting(after(text))]).start()
    expect(it.trouble).toEqual(['timer wait'])
    expect(it.waits).toEqual([])
  })

  test('is closed when the application is called off', () => {
    expect(new Case([waiting(after('P1D'))]).start().cancel().kinds()).toContain('timerClosed')
  })
})

describe('waiting for a message', () => {
  const catching = draw(
    'main',
    [start('s'), messageCatch('paid', 'payment', '=ref', { out: { receipt: '=serial' } }), user('t')],
    ['s -> paid -> t'],
  )

  test('subscribes under its name and key', () => {
    expect(subscriptions(new Case([catching]).start({ ref: 'A-1' }))[0]).toMatchObject({
      element: 'paid',
      name: 'payment',
      key: 'A-1',
    })
    expect(subscriptions(new Case([catching]).start({ ref: 17 }))[0]?.key).toBe('17')
  })

  test('goes on with what the message brings', () => {
    const it = new Case([catching]).start({ ref: 'A-1' }).message('paid', { serial: 99, noise: 1 })
    expect(it.kinds().slice(0, 2)).toEqual(['messageCorrelated', 'subscriptionClosed'])
    expect(it.variables).toEqual({ ref: 'A-1', receipt: 99 })
    expect(it.waits).toEqual(['task t'])
  })

  test.each([[null], [true], [{ a: 1 }], ['']])('with the key %j is an incident', (ref) => {
    expect(new Case([catching]).start({ ref }).trouble).toEqual(['message paid'])
  })

  test('is refused when nobody waits any more', () => {
    const it = new Case([catching]).start({ ref: 'A-1' })
    const id = it.wait('message', 'paid')
    it.message('paid', { serial: 1 })
    expect(it.try({ kind: 'correlateMessage', id, messageId: 'm-2', variables: {} })).toMatchObject({
      code: 'subscription.not-open',
    })
  })

  test('in a receive task works the same', () => {
    const program = draw('main', [start('s'), receive('r', 'news', '="k"'), end('e')], ['s -> r -> e'])
    expect(new Case([program]).start().message('r', { got: 1 }).status).toBe('completed')
  })

  test('is recorded where a message starts the procedure', () => {
    const program = draw('main', [messageStart('m', 'application'), user('t')], ['m -> t'])
    const it = new Case([program]).start({ a: 1 }, 'm', 'msg-7')
    expect(it.waits).toEqual(['task t'])
    expect(it.last).toContainEqual({ kind: 'messageCorrelated', id: '1', messageId: 'msg-7' })
    expect(() => new Case([program]).start()).toThrow('none start event')
  })
})

describe('publishing a message', () => {
  const sent = (it: Case) => it.events.flatMap((event) => (event.kind === 'messagePublished' ? [event] : []))

  test('says name, key, id, expiry and only the mapped inputs, and goes on', () => {
    const program = draw(
      'main',
      [
        start('s'),
        publish(
          'tell',
          { name: 'news', key: '=ref', messageId: '=ref + "-1"', timeToLive: 'P1D' },
          { in: { text: '="hello"' } },
        ),
      ],
      ['s -> tell'],
    )
    const it = new Case([program]).start({ ref: 'A', secret: 1 })
    expect(sent(it)).toEqual([
      {
        kind: 'messagePublished',
        id: '3',
        name: 'news',
        key: 'A',
        messageId: 'A-1',
        variables: { text: 'hello' },
        expires: NOW + 24 * HOUR,
      },
    ])
    expect(it.status).toBe('completed')
  })

  test('has its own id and an hour to be taken where nothing is said, for every kind of element that sends', () => {
    for (const kind of ['sendTask', 'throwEvent', 'endEvent'] as const) {
      const it = new Case([
        draw('main', [start('s'), publish('tell', { name: 'news', key: '=1' }, {}, kind)], ['s -> tell']),
      ]).start({ a: 1 })
      expect(sent(it)).toMatchObject([{ messageId: `${ID}:3`, key: '1', variables: {}, expires: NOW + HOUR }])
    }
  })

  test.each([
    [{ name: '=1', key: '="k"' }, 'message tell'],
    [{ name: 'news', key: '=null' }, 'message tell'],
    [{ name: 'news', key: '="k"', timeToLive: 'long' }, 'message tell'],
    [{ name: 'news', key: '="k"', messageId: '=[]' }, 'message tell'],
  ])('that cannot be made of %j is an incident', (message, trouble) => {
    const it = new Case([draw('main', [start('s'), publish('tell', message)], ['s -> tell'])]).start()
    expect(it.trouble).toEqual([trouble])
    expect(sent(it)).toEqual([])
  })
})

describe('an event-based gateway', () => {
  const program = draw(
    'main',
    [
      start('s'),
      first('g'),
      messageCatch('paid', 'payment', '=ref'),
      timerCatch('late', after('P3D')),
      receive('cancelled', 'cancel', '=ref'),
      user('a'),
      user('b'),
      user('c'),
    ],
    ['s -> g', 'g -> paid -> a', 'g -> late -> b', 'g -> cancelled -> c'],
  )

  test('waits for all its events at once', () => {
    expect(new Case([program]).start({ ref: 'r' }).waits).toEqual(['message paid', 'timer late', 'message cancelled'])
  })

  test('goes the way of what happens first and forgets the others', () => {
    const it = new Case([program]).start({ ref: 'r' }).message('paid', { sum: 5 })
    expect(it.waits).toEqual(['task a'])
    expect(it.variables).toEqual({ ref: 'r', sum: 5 })
    expect(it.path).toEqual(['s', 'g', 'paid'])
    expect(new Case([program]).start({ ref: 'r' }).timer('late').waits).toEqual(['task b'])
    expect(new Case([program]).start({ ref: 'r' }).message('cancelled').waits).toEqual(['task c'])
  })

  test('opens nothing when one of its events cannot be evaluated', () => {
    const it = new Case([program]).start()
    expect(it.trouble).toEqual(['message g'])
    expect(it.waits).toEqual([])
    expect(it.set('main', { ref: 1 }).resolve('g').waits).toHaveLength(3)
  })

  test('is called off with all its events', () => {
    const it = new Case([program]).start({ ref: 'r' }).cancel()
    expect(it.waits).toEqual([])
    expect(it.kinds().filter((kind) => kind.endsWith('Closed'))).toEqual([
      'subscriptionClosed',
      'timerClosed',
      'subscriptionClosed',
    ])
  })
})

describe('a boundary timer', () => {
  const interrupting = draw(
    'main',
    [start('s'), user('t'), boundary('late', 't', onTimer(after('P2D'))), user('a'), user('b')],
    ['s -> t -> a', 'late -> b'],
  )

  test('takes over when its time comes first', () => {
    const it = new Case([interrupting]).start()
    expect(it.waits).toEqual(['task t', 'timer late'])
    it.timer('late')
    expect(it.waits).toEqual(['task b'])
    expect(it.terminated).toEqual(['t'])
    expect(it.kinds().slice(0, 5)).toEqual([
      'timerClosed',
      'taskClosed',
      'elementTerminated',
      'elementActivated',
      'elementCompleted',
    ])
  })

  test('is closed when the step is done in time', () => {
    const it = new Case([interrupting]).start().task('t')
    expect(it.waits).toEqual(['task a'])
  })

  test('that only reminds leaves the step open, and a cycle reminds again as often as it says', () => {
    const reminding = draw(
      'main',
      [start('s'), user('t'), boundary('remind', 't', onTimer(every('R2/P1D')), false), user('b')],
      ['s -> t', 'remind -> b'],
    )
    const it = new Case([reminding]).start()
    const due = timers(it)[0]?.due ?? 0
    expect(due).toBe(NOW + 24 * HOUR)
    it.timer('remind')
    expect(it.waits).toEqual(['task t', 'timer remind', 'task b'])
    expect(timers(it)[0]?.due).toBe(due + 24 * HOUR)
    it.timer('remind')
    expect(it.waits).toEqual(['task t', 'task b', 'task b'])
  })

  test('does not make up for reminders missed while the house was closed', () => {
    const reminding = draw(
      'main',
      [start('s'), user('t'), boundary('remind', 't', onTimer(every('R/PT1H')), false), end('e')],
      ['s -> t', 'remind -> e'],
    )
    const it = new Case([reminding]).start()
    it.now = NOW + 10 * HOUR + 5 * MINUTE
    it.timer('remind')
    expect(timers(it)[0]?.due).toBe(NOW + 11 * HOUR + 5 * MINUTE)
  })

  test('that cannot be evaluated holds the step back', () => {
    const broken = draw(
      'main',
      [start('s'), user('t'), boundary('late', 't', onTimer(after('=days'))), user('b')],
      ['s -> t', 'late -> b'],
    )
    const it = new Case([broken]).start()
    expect(it.trouble).toEqual(['timer t'])
    expect(it.waits).toEqual([])
    expect(it.set('main', { days: 'P1D' }).resolve('t').waits).toEqual(['task t', 'timer late'])
  })

  test('ends a whole subprocess with all inside', () => {
    const program = draw(
      'main',
      [
        start('s'),
        sub('part', [start('in'), and('f'), user('x'), service('y')], ['in -> f', 'f -> x', 'f -> y']),
        boundary('late', 'part', onTimer(after('P1D'))),
        user('b'),
      ],
      ['s -> part', 'late -> b'],
    )
    const it = new Case([program]).start()
    expect(it.waits).toEqual(['timer late', 'task x', 'job y'])
    it.timer('late')
    expect(it.waits).toEqual(['task b'])
    expect(it.terminated).toEqual(['y', 'x', 'part'])
  })

  test('also takes over from a step that is stopped by an incident', () => {
    const program = draw(
      'main',
      [start('s'), service('y'), boundary('late', 'y', onTimer(after('P1D'))), user('b')],
      ['s -> y', 'late -> b'],
    )
    const it = new Case([program]).start().fail('y', 0).timer('late')
    expect(it.trouble).toEqual([])
    expect(it.waits).toEqual(['task b'])
  })
})

describe('a boundary message', () => {
  test('takes over with what it brings', () => {
    const program = draw(
      'main',
      [start('s'), user('t'), boundary('withdrawn', 't', onMessage('withdraw', '=ref')), user('b')],
      ['s -> t', 'withdrawn -> b'],
    )
    const it = new Case([program]).start({ ref: 'r' }).message('withdrawn', { why: 'moved' })
    expect(it.waits).toEqual(['task b'])
    expect(it.variables).toEqual({ ref: 'r', why: 'moved' })
  })

  test('that does not interrupt stays open for the next one', () => {
    const program = draw(
      'main',
      [start('s'), user('t'), boundary('more', 't', onMessage('document', '=ref'), false), user('b')],
      ['s -> t', 'more -> b'],
    )
    const it = new Case([program]).start({ ref: 'r' }).message('more', {}, 'm-1')
    expect(it.kinds()).not.toContain('subscriptionClosed')
    it.message('more', {}, 'm-2')
    expect(it.waits).toEqual(['task t', 'message more', 'task b', 'task b'])
    expect(it.task('t').waits).toEqual(['task b', 'task b'])
  })

  test('maps what it brings', () => {
    const program = draw(
      'main',
      [start('s'), user('t'), boundary('w', 't', onMessage('w', '="k"'), true, { out: { reason: '=why' } }), user('b')],
      ['s -> t', 'w -> b'],
    )
    expect(new Case([program]).start().message('w', { why: 'moved', noise: 1 }).variables).toEqual({ reason: 'moved' })
    const broken = new Case([program]).start().message('w', { noise: 1 })
    expect(broken.trouble).toEqual(['expression w'])
    expect(broken.set('w', { why: 'late' }).resolve('w').variables).toEqual({ reason: 'late' })
  })
})

describe('a boundary error', () => {
  const program = draw(
    'main',
    [
      start('s'),
      service('ask'),
      boundary('any', 'ask', onError(undefined, 'code', 'text')),
      boundary('gone', 'ask', onError('NOT_FOUND')),
      user('a'),
      user('b'),
    ],
    ['s -> ask', 'any -> a', 'gone -> b'],
  )

  test('of the very code comes before one for every code', () => {
    const it = new Case([program]).start().error('ask', 'NOT_FOUND', { hint: 1 })
    expect(it.waits).toEqual(['task b'])
    expect(it.variables).toEqual({ hint: 1 })
    expect(it.kinds().slice(0, 3)).toEqual(['errorThrown', 'jobClosed', 'elementTerminated'])
  })

  test('for every code says which it was', () => {
    const it = new Case([program]).start().error('ask', 'OTHER', {}, 'the registry says no')
    expect(it.waits).toEqual(['task a'])
    expect(it.variables).toEqual({ code: 'OTHER', text: 'the registry says no' })
  })

  test('that is nowhere is an incident on the job, which can be tried again', () => {
    const bare = draw('main', [start('s'), service('ask'), user('t')], ['s -> ask -> t'])
    const it = new Case([bare]).start().error('ask', 'NOT_FOUND')
    expect(it.trouble).toEqual(['error ask'])
    expect(it.incidents[0]?.message).toContain('NOT_FOUND')
    expect(it.waits).toEqual(['job ask'])
    expect(it.resolve('ask', 1).kinds()).toEqual(['incidentResolved', 'jobRetried'])
    expect(it.job('ask').waits).toEqual(['task t'])
  })
})
