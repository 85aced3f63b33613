import { describe, expect, test } from 'vitest'
import {
  after,
  and,
  boundary,
  call,
  draw,
  end,
  errorEnd,
  eventSub,
  every,
  keyOf,
  onError,
  onMessage,
  onTimer,
  script,
  service,
  start,
  sub,
  terminateEnd,
  user,
} from './build.ts'
import { Case } from './case.ts'

describe('a subprocess', () => {
  const program = draw(
    'main',
    [
      start('s'),
      sub('part', [start('in'), user('x'), end('out')], ['in -> x -> out'], {
        in: { own: '=1' },
        out: { kept: '=own + answer' },
      }),
      user('t'),
    ],
    ['s -> part -> t'],
  )

  test('has variables of its own and gives what its outputs say', () => {
    const it = new Case([program]).start({ answer: 0 })
    expect(it.live.elements[it.instance('part')]?.variables).toEqual({ own: 1 })
    it.task('x', { own: 5, answer: 2 })
    expect(it.variables).toEqual({ answer: 2, kept: 7 })
    expect(it.waits).toEqual(['task t'])
  })

  test('is called off with everything inside', () => {
    expect(new Case([program]).start().cancel().terminated).toEqual(['x', 'part'])
  })

  test('whose inputs fail is not entered until they are mended', () => {
    const broken = draw(
      'main',
      [start('s'), sub('part', [start('in'), user('x')], ['in -> x'], { in: { own: '=missing' } })],
      ['s -> part'],
    )
    const it = new Case([broken]).start()
    expect(it.trouble).toEqual(['expression part'])
    expect(it.set('main', { missing: 1 }).resolve('part').waits).toEqual(['task x'])
  })

  test('ended by a terminate end lets the rest of the procedure go on', () => {
    const stop = draw(
      'main',
      [
        start('s'),
        and('f'),
        user('other'),
        sub(
          'part',
          [start('in'), and('g'), user('x'), user('y'), terminateEnd('stop')],
          ['in -> g', 'g -> x -> stop', 'g -> y'],
        ),
        user('t'),
      ],
      ['s -> f', 'f -> part -> t', 'f -> other'],
    )
    const it = new Case([stop]).start().task('x')
    expect(it.waits).toEqual(['task other', 'task t'])
    expect(it.terminated).toEqual(['y'])
  })
})

describe('a call activity', () => {
  const common = draw(
    'common',
    [start('cs'), user('ask'), script('calc', '=amount * 2', 'double')],
    ['cs -> ask -> calc'],
  )

  test('runs the called process inside, with its own variables', () => {
    const main = draw('main', [start('s'), call('c', keyOf('common')), user('t')], ['s -> c -> t'])
    const it = new Case([main, common]).start({ amount: 4 })
    expect(it.waits).toEqual(['task ask'])
    expect(it.live.elements[it.instance('common')]).toMatchObject({
      program: keyOf('common'),
      variables: { amount: 4 },
    })
    it.task('ask', { amount: 5 })
    expect(it.variables).toEqual({ amount: 5, double: 10 })
    expect(it.waits).toEqual(['task t'])
    expect(it.path).toEqual(['s', 'cs', 'ask', 'calc', 'common', 'c'])
  })

  test('that passes nothing on keeps both sides apart but for the mappings', () => {
    const main = draw(
      'main',
      [
        start('s'),
        call(
          'c',
          keyOf('common'),
          { parents: false, children: false },
          { in: { amount: '=fee' }, out: { total: '=double' } },
        ),
        user('t'),
      ],
      ['s -> c -> t'],
    )
    const it = new Case([main, common]).start({ fee: 3, secret: 1 })
    expect(it.live.elements[it.instance('common')]?.variables).toEqual({ amount: 3 })
    it.task('ask', { noise: 1 })
    expect(it.variables).toEqual({ fee: 3, secret: 1, total: 6 })
  })

  test('whose process sees nothing of its caller', () => {
    const peek = draw('common', [start('cs'), script('look', '=secret', 'found')], ['cs -> look'])
    const main = draw('main', [start('s'), call('c', keyOf('common'), { parents: false })], ['s -> c'])
    const it = new Case([main, peek]).start({ secret: 1 })
    expect(it.trouble).toEqual(['expression look'])
  })

  test('whose process is not there is an incident', () => {
    const main = draw('main', [start('s'), call('c', keyOf('nowhere'))], ['s -> c'])
    const it = new Case([main]).start()
    expect(it.trouble).toEqual(['call c'])
    expect(it.incidents[0]?.message).toContain('nowhere')
    expect(it.resolve('c').trouble).toEqual(['call c'])
  })

  test('whose outputs fail keeps what came back and maps it again', () => {
    const main = draw(
      'main',
      [start('s'), call('c', keyOf('common'), {}, { out: { total: '=double + rest' } }), user('t')],
      ['s -> c -> t'],
    )
    const it = new Case([main, common]).start({ amount: 4 }).task('ask')
    expect(it.trouble).toEqual(['expression c'])
    expect(it.set('main', { rest: 1 }).resolve('c').variables).toEqual({ amount: 4, rest: 1, total: 9 })
  })

  test('is called off across the call, innermost first', () => {
    const main = draw('main', [start('s'), call('c', keyOf('common'))], ['s -> c'])
    expect(new Case([main, common]).start({ amount: 1 }).cancel().terminated).toEqual(['ask', 'common', 'c'])
  })

  test('that calls itself stops at the depth limit', () => {
    const self = draw('main', [start('s'), call('c', keyOf('main'))], ['s -> c'])
    const it = new Case([self], { limits: { callDepth: 3 } }).start()
    expect(it.trouble).toEqual(['limit c'])
    expect(Object.values(it.live.elements).filter(({ program }) => program)).toHaveLength(4)
  })

  test('stopped at the step limit goes on inside the called process', () => {
    const main = draw('main', [start('s'), call('c', keyOf('common'))], ['s -> c'])
    for (let steps = 1; steps < 8; steps++) {
      const it = new Case([main, common], { limits: { steps } }).start({ amount: 1 })
      for (let tries = 0; tries < 10 && it.incidents[0]; tries++) it.resolve(it.incidents[0].element)
      expect(it.waits).toEqual(['task ask'])
    }
  })
})

describe('an error inside', () => {
  test('goes out through scopes and calls to the nearest catch', () => {
    const common = draw(
      'common',
      [start('cs'), sub('deep', [start('in'), service('ask')], ['in -> ask'])],
      ['cs -> deep'],
    )
    const main = draw(
      'main',
      [
        start('s'),
        and('f'),
        user('other'),
        call('c', keyOf('common')),
        boundary('gone', 'c', onError('GONE')),
        user('b'),
      ],
      ['s -> f', 'f -> c', 'f -> other', 'gone -> b'],
    )
    const it = new Case([main, common]).start().error('ask', 'GONE', { found: false })
    expect(it.terminated).toEqual(['ask', 'deep', 'common', 'c'])
    expect(it.waits).toEqual(['task other', 'task b'])
    expect(it.variables).toEqual({ found: false })
  })

  test('of an error end is caught on the edge of its subprocess', () => {
    const program = draw(
      'main',
      [
        start('s'),
        sub('part', [start('in'), user('x'), errorEnd('bad', 'REFUSED')], ['in -> x -> bad']),
        boundary('refused', 'part', onError('REFUSED', 'code')),
        user('b'),
      ],
      ['s -> part', 'refused -> b'],
    )
    const it = new Case([program]).start().task('x')
    expect(it.waits).toEqual(['task b'])
    expect(it.variables).toEqual({ code: 'REFUSED' })
    expect(it.events.filter(({ kind }) => kind === 'errorThrown')).toHaveLength(1)
  })

  test('of an error end that nobody catches is an incident at the end', () => {
    const it = new Case([draw('main', [start('s'), errorEnd('bad', 'REFUSED')], ['s -> bad'])]).start()
    expect(it.trouble).toEqual(['error bad'])
    expect(it.status).toBe('active')
    expect(it.cancel().status).toBe('terminated')
  })

  test('is caught by an event subprocess inside before the edge outside', () => {
    const program = draw(
      'main',
      [
        start('s'),
        sub(
          'part',
          [
            start('in'),
            service('ask'),
            user('x'),
            eventSub('handler', onError(), true, [user('mend')], ['handler_start -> mend']),
          ],
          ['in -> ask -> x'],
        ),
        boundary('edge', 'part', onError('E')),
        user('b'),
        user('t'),
      ],
      ['s -> part -> t', 'edge -> b'],
    )
    const it = new Case([program]).start().error('ask', 'E')
    expect(it.waits).toEqual(['task mend'])
    expect(it.task('mend').waits).toEqual(['task t'])
  })

  test('thrown by the event subprocess that handles it goes further out', () => {
    const program = draw(
      'main',
      [
        start('s'),
        sub(
          'part',
          [
            start('in'),
            service('ask'),
            eventSub('handler', onError(), true, [errorEnd('again', 'E')], ['handler_start -> again']),
          ],
          ['in -> ask'],
        ),
        boundary('edge', 'part', onError('E')),
        user('b'),
      ],
      ['s -> part', 'edge -> b'],
    )
    expect(new Case([program]).start().error('ask', 'E').waits).toEqual(['task b'])
  })
})

describe('an event subprocess', () => {
  const withHandler = (interrupting: boolean, trigger = onMessage('news', '="k"')) =>
    draw(
      'main',
      [start('s'), user('t'), eventSub('handler', trigger, interrupting, [user('h')], ['handler_start -> h'])],
      ['s -> t'],
    )

  test('listens as long as its scope runs', () => {
    const it = new Case([withHandler(false)]).start()
    expect(it.waits).toEqual(['message handler', 'task t'])
    expect(it.task('t').status).toBe('completed')
    expect(it.waits).toEqual([])
  })

  test('that does not interrupt runs beside, again and again, and the scope waits for it', () => {
    const it = new Case([withHandler(false)])
      .start()
      .message('handler', { a: 1 }, 'm-1')
      .message('handler', { a: 2 }, 'm-2')
    expect(it.waits).toEqual(['message handler', 'task t', 'task h', 'task h'])
    expect(it.variables).toEqual({ a: 2 })
    expect(it.task('t').status).toBe('active')
    expect(it.task('h').task('h').status).toBe('completed')
  })

  test('that interrupts takes over the whole scope and listens no more', () => {
    const it = new Case([withHandler(true)]).start().message('handler')
    expect(it.waits).toEqual(['task h'])
    expect(it.terminated).toEqual(['t'])
    expect(it.task('h').status).toBe('completed')
  })

  test('on a cycle comes again', () => {
    const it = new Case([withHandler(false, onTimer(every('R/P1D')))]).start().timer('handler').timer('handler')
    expect(it.waits).toEqual(['task t', 'task h', 'timer handler', 'task h'])
  })

  test('on a timer inside a subprocess leaves the timer on the edge alone when it takes over', () => {
    const program = draw(
      'main',
      [
        start('s'),
        sub(
          'part',
          [
            start('in'),
            user('x'),
            eventSub('handler', onTimer(after('P1D')), true, [user('h')], ['handler_start -> h']),
          ],
          ['in -> x'],
        ),
        boundary('edge', 'part', onTimer(after('P9D'))),
        user('b'),
      ],
      ['s -> part', 'edge -> b'],
    )
    const it = new Case([program]).start().timer('handler')
    expect(it.waits).toEqual(['timer edge', 'task h'])
    expect(it.timer('edge').waits).toEqual(['task b'])
  })

  test('whose expression fails holds the start of its scope back', () => {
    const it = new Case([withHandler(true, onTimer(after('=days')))]).start()
    expect(it.trouble).toEqual(['timer s'])
    expect(it.set('main', { days: 'P1D' }).resolve('s').waits).toEqual(['timer handler', 'task t'])
  })

  test('also frees a scope whose tokens wait in vain', () => {
    const dead = draw(
      'main',
      [
        start('s'),
        and('f'),
        user('a'),
        and('j'),
        user('z'),
        end('e'),
        eventSub('handler', onMessage('n', '="k"'), true, [user('h')], ['handler_start -> h']),
      ],
      ['s -> f', 'f -> j', 'f -> a -> e', 'e -> j', 'j -> z'].filter((flow) => flow !== 'e -> j'),
    )
    const stuck = {
      ...dead,
      elements: dead.elements.map((element) =>
        element.id === 'j' ? { ...element, incoming: [...element.incoming, dead.flows.length - 1] } : element,
      ),
    }
    const it = new Case([stuck]).start().task('a')
    expect(it.trouble).toEqual(['condition main'])
    it.message('handler')
    expect(it.trouble).toEqual([])
    expect(it.task('h').status).toBe('completed')
  })

  test('may still begin while its scope is stopped on its way out, which then waits for it', () => {
    const program = draw(
      'main',
      [
        start('s'),
        sub(
          'part',
          [
            start('in'),
            user('x'),
            eventSub('handler', onMessage('news', '="k"'), false, [user('h')], ['handler_start -> h']),
          ],
          ['in -> x'],
        ),
        user('t'),
      ],
      ['s -> part', 'part -> t if ready'],
    )
    const stopped = () => new Case([program]).start().task('x')
    expect(stopped().trouble).toEqual(['condition part'])
    const after = stopped().message('handler').task('h')
    expect(after.trouble).toEqual(['condition part'])
    expect(after.set('main', { ready: true }).resolve('part').waits).toEqual(['task t'])
    const before = stopped().message('handler').set('main', { ready: true }).resolve('part')
    expect(before.waits).toEqual(['task h'])
    expect(before.task('h').waits).toEqual(['task t'])
  })

  test('that does not interrupt still ends when its scope has nothing else to do, but no other begins', () => {
    const news = eventSub('more', onMessage('news', '="k"'), false, [user('h')], ['more_start -> h'])
    const late = eventSub('late', onTimer(after('P1D')), true, [user('l')], ['late_start -> l'])
    const it = new Case([draw('main', [start('s'), user('t'), news, late], ['s -> t'])]).start()
    expect(it.message('more').task('t').waits).toEqual(['task h'])
    expect(it.task('h').status).toBe('completed')
  })

  test('whose error comes when its scope has nothing else to do is caught outside, not by another inside', () => {
    const inside = [
      start('in'),
      user('x'),
      eventSub('more', onMessage('news', '="k"'), false, [service('ask')], ['more_start -> ask']),
      eventSub('mend', onError(), true, [user('m')], ['mend_start -> m']),
    ]
    const it = new Case([
      draw(
        'main',
        [start('s'), sub('part', inside, ['in -> x']), boundary('edge', 'part', onError()), user('b')],
        ['s -> part', 'edge -> b'],
      ),
    ]).start()
    it.message('more').task('x').error('ask', 'E')
    expect(it.waits).toEqual(['task b'])
  })
})
