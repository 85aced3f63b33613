import { describe, expect, test } from 'vitest'
import {
  after,
  and,
  boundary,
  draw,
  end,
  eventSub,
  manual,
  milestone,
  onMessage,
  onTimer,
  or,
  script,
  start,
  terminateEnd,
  user,
  xor,
  complex,
} from './build.ts'
import { Case } from './case.ts'

describe('a simple procedure', () => {
  const program = draw(
    'main',
    [start('s'), manual('m'), user('review'), milestone('done'), end('e')],
    ['s -> m -> review -> done -> e'],
  )

  test('runs to the first task and waits there', () => {
    const it = new Case([program]).start()
    expect(it.waits).toEqual(['task review'])
    expect(it.path).toEqual(['s', 'm'])
  })

  test('ends when the task is done, and its history tells the story in order', () => {
    const it = new Case([program]).start().task('review', { ok: true }, 'clerk.rana')
    expect(it.status).toBe('completed')
    expect(it.kinds()).toEqual([
      'taskClosed',
      'variablesSet',
      'elementCompleted',
      'flowTaken',
      'elementActivated',
      'elementCompleted',
      'flowTaken',
      'elementActivated',
      'elementCompleted',
      'elementCompleted',
      'instanceCompleted',
    ])
    expect(it.live).toMatchObject({ elements: {}, waits: {}, incidents: {}, completers: { review: 'clerk.rana' } })
  })

  test('can be called off, innermost first', () => {
    const it = new Case([program]).start().cancel()
    expect(it.kinds()).toEqual(['taskClosed', 'elementTerminated', 'elementTerminated', 'instanceTerminated'])
    expect(it.terminated).toEqual(['review'])
    expect(it.status).toBe('terminated')
  })

  test('takes no command once it is over', () => {
    const it = new Case([program]).start().task('review')
    expect(it.try({ kind: 'cancel', reason: 'late' })).toMatchObject({ kind: 'conflict', code: 'instance.over' })
  })

  test('goes two ways at once where an activity has two flows out, and ends when both have ended', () => {
    const split = draw('main', [start('s'), manual('m'), user('a'), user('b')], ['s -> m', 'm -> a', 'm -> b'])
    const it = new Case([split]).start()
    expect(it.waits).toEqual(['task a', 'task b'])
    expect(it.task('b').status).toBe('active')
    expect(it.task('a').status).toBe('completed')
  })

  test('does an activity once for every token that comes to it', () => {
    const merge = draw('main', [start('s'), and('f'), user('a')], ['s -> f', 'f -> a', 'f -> a'])
    expect(new Case([merge]).start().waits).toEqual(['task a', 'task a'])
  })
})

describe('an exclusive gateway', () => {
  const program = draw(
    'main',
    [start('s'), xor('x'), user('big'), user('middle'), user('small')],
    ['s -> x', 'x -> big if amount > 100', 'x -> middle if amount > 10', 'x -> small default'],
  )

  test.each([
    [500, 'task big'],
    [50, 'task middle'],
    [5, 'task small'],
  ])('with the amount %i goes to %s', (amount, task) => {
    expect(new Case([program]).start({ amount }).waits).toEqual([task])
  })

  test('stops with the unknown name in the incident and goes on when the variable is set', () => {
    const it = new Case([program]).start({})
    expect(it.trouble).toEqual(['condition x'])
    expect(it.incidents[0]?.message).toContain('amount')
    expect(it.set('main', { amount: 7 }).resolve('x').waits).toEqual(['task small'])
    expect(it.incidents).toEqual([])
  })

  test.each([[null], ['yes'], [1]])('does not take %j for true or false', (flag) => {
    const strict = draw(
      'main',
      [start('s'), xor('x'), end('e'), end('d')],
      ['s -> x', 'x -> e if flag', 'x -> d default'],
    )
    const it = new Case([strict]).start({ flag })
    expect(it.trouble).toEqual(['condition x'])
    expect(it.incidents[0]?.message).toMatch(/true or false/)
  })

  test('without a way out raises an incident', () => {
    const none = draw('main', [start('s'), xor('x'), end('e')], ['s -> x', 'x -> e if false'])
    expect(new Case([none]).start().trouble).toEqual(['condition x'])
  })

  test('fails again when nothing was mended, with a fresh incident', () => {
    const it = new Case([program]).start({}).resolve('x')
    expect(it.trouble).toEqual(['condition x'])
  })

  test('can be called off while it is stopped', () => {
    expect(new Case([program]).start({}).cancel().kinds()).toEqual([
      'incidentResolved',
      'elementTerminated',
      'elementTerminated',
      'instanceTerminated',
    ])
  })
})

describe('conditions on the flows of an activity', () => {
  const program = draw(
    'main',
    [start('s'), user('t'), user('a'), user('b')],
    ['s -> t', 't -> a if n > 1', 't -> b if n > 2'],
  )

  test('open every way that is true', () => {
    expect(new Case([program]).start().task('t', { n: 3 }).waits).toEqual(['task a', 'task b'])
    expect(new Case([program]).start().task('t', { n: 2 }).waits).toEqual(['task a'])
  })

  test('raise an incident when none is true, and the answers are not lost', () => {
    const it = new Case([program]).start().task('t', { n: 1 })
    expect(it.trouble).toEqual(['condition t'])
    expect(it.variables).toEqual({ n: 1 })
    expect(it.set('main', { n: 2 }).resolve('t').waits).toEqual(['task a'])
  })
})

describe('a parallel gateway', () => {
  const program = draw(
    'main',
    [start('s'), and('f'), user('a'), user('b'), and('j'), user('z')],
    ['s -> f', 'f -> a -> j', 'f -> b -> j', 'j -> z'],
  )

  test('waits for every branch', () => {
    const it = new Case([program]).start().task('b')
    expect(it.waits).toEqual(['task a'])
    expect(it.task('a').waits).toEqual(['task z'])
    expect(it.task('z').status).toBe('completed')
  })

  test('keeps a second token of the same branch for its next round', () => {
    const rounds = draw(
      'main',
      [start('s'), and('f'), user('a'), user('b'), user('c'), xor('m'), xor('n'), and('j'), user('z')],
      ['s -> f', 'f -> a -> m', 'f -> b -> m', 'f -> c -> n', 'm -> j', 'n -> j', 'j -> z'],
    )
    const it = new Case([rounds]).start().task('a').task('b').task('c')
    expect(it.waits).toEqual(['task z'])
    expect(it.live.elements[it.instance('main')]?.arrived).toEqual({ m_j: 1 })
  })

  test('that waits in vain raises an incident instead of standing still', () => {
    const dead = draw(
      'main',
      [start('s'), xor('x'), and('j'), end('e')],
      ['s -> x', 'x -> j if true', 'x -> e default', 'e -> j'],
    )
    const it = new Case([dead]).start()
    expect(it.trouble).toEqual(['condition main'])
    expect(it.incidents[0]?.message).toContain('x_j')
    expect(it.resolve('main').trouble).toEqual(['condition main'])
    expect(it.cancel().status).toBe('terminated')
  })
})

describe('an inclusive gateway', () => {
  const program = draw(
    'main',
    [start('s'), or('f'), user('a'), user('b'), user('c'), or('j'), user('z')],
    ['s -> f', 'f -> a if n > 1', 'f -> b if n > 2', 'f -> c default', 'a -> j', 'b -> j', 'c -> j', 'j -> z'],
  )

  test('opens all true ways and joins exactly those', () => {
    const it = new Case([program]).start({ n: 3 })
    expect(it.waits).toEqual(['task a', 'task b'])
    expect(it.task('a').waits).toEqual(['task b'])
    expect(it.task('b').waits).toEqual(['task z'])
    expect(it.task('z').status).toBe('completed')
  })

  test('opens one way and does not wait for the others', () => {
    expect(new Case([program]).start({ n: 2 }).task('a').waits).toEqual(['task z'])
  })

  test('takes the default when none is true, and raises an incident without one', () => {
    expect(new Case([program]).start({ n: 0 }).waits).toEqual(['task c'])
    const none = draw('main', [start('s'), or('f'), end('e')], ['s -> f', 'f -> e if false'])
    expect(new Case([none]).start().trouble).toEqual(['condition f'])
  })

  test('waits for a branch that goes round in a loop before it comes', () => {
    const loop = draw(
      'main',
      [start('s'), or('f'), user('a'), user('b'), xor('again'), or('j'), user('z')],
      [
        's -> f',
        'f -> a if true',
        'f -> b if true',
        'a -> j',
        'b -> again',
        'again -> b if retry',
        'again -> j default',
        'j -> z',
      ],
    )
    const it = new Case([loop]).start().task('a').task('b', { retry: true })
    expect(it.waits).toEqual(['task b'])
    expect(it.task('b', { retry: false }).waits).toEqual(['task z'])
  })

  test('goes on before a token that can also come to it by a way in that is filled: that one is of another round', () => {
    const back = draw(
      'main',
      [start('s'), or('f'), user('a'), user('b'), xor('x'), or('j'), user('z')],
      ['s -> f', 'f -> a if true', 'f -> b if true', 'a -> x', 'x -> f if retry', 'x -> j default', 'b -> j', 'j -> z'],
    )
    const it = new Case([back]).start().task('b')
    expect(it.waits).toEqual(['task a', 'task z'])
    expect(it.task('a', { retry: false }).waits).toEqual(['task z', 'task z'])
  })

  test('is held back by a token that waits in vain before a parallel join on the way to it', () => {
    const vain = draw(
      'main',
      [
        start('s'),
        or('f'),
        and('g'),
        user('a'),
        user('b'),
        xor('x'),
        end('out'),
        and('k'),
        user('c'),
        or('j'),
        user('z'),
      ],
      [
        's -> f',
        'f -> g if true',
        'g -> a -> k',
        'g -> b -> x',
        'x -> out if quit',
        'x -> k default',
        'f -> c if true',
        'c -> j',
        'k -> j',
        'j -> z',
      ],
    )
    const it = new Case([vain]).start().task('a').task('c').task('b', { quit: true })
    expect(it.trouble).toEqual(['condition main'])
  })

  test('does not wait for a parallel branch that itself waits for it, round a loop', () => {
    const both = draw(
      'main',
      [start('s'), xor('m'), and('f'), user('a'), or('o'), user('b'), user('c'), or('j'), and('k'), xor('x'), end('e')],
      [
        's -> m -> f',
        'f -> a -> k',
        'f -> o',
        'o -> b if true',
        'o -> c if n > 1',
        'b -> j',
        'c -> j',
        'j -> k',
        'k -> x',
        'x -> m if again',
        'x -> e default',
      ],
    )
    const early = new Case([both]).start({ again: false, n: 1 }).task('b')
    expect(early.path.at(-1)).toBe('j')
    expect(early.task('a').status).toBe('completed')
    expect(new Case([both]).start({ again: false, n: 1 }).task('a').task('b').status).toBe('completed')
    expect(new Case([both]).start({ again: false, n: 2 }).task('c').task('a').task('b').status).toBe('completed')
  })

  test('inside another goes on first, round a loop', () => {
    const nested = draw(
      'main',
      [start('s'), xor('m'), or('f'), user('a'), or('o'), user('b'), user('c'), or('j'), or('k'), xor('x'), end('e')],
      [
        's -> m -> f',
        'f -> a if true',
        'a -> k',
        'f -> o if true',
        'o -> b if true',
        'o -> c if n > 1',
        'b -> j',
        'c -> j',
        'j -> k',
        'k -> x',
        'x -> m if again',
        'x -> e default',
      ],
    )
    const one = new Case([nested]).start({ again: false, n: 1 }).task('b')
    expect(one.path.at(-1)).toBe('j')
    expect(one.task('a').path.filter((id) => id === 'k')).toEqual(['k'])
    expect(one.status).toBe('completed')
    const last = new Case([nested]).start({ again: false, n: 1 }).task('a')
    expect(last.waits).toEqual(['task b'])
    expect(last.task('b').path.filter((id) => id === 'k')).toEqual(['k'])
  })

  test('waits for a branch that may still come out at a boundary event', () => {
    const edge = draw(
      'main',
      [
        start('s'),
        or('f'),
        user('a'),
        user('b'),
        boundary('late', 'b', onTimer(after('PT1H'))),
        end('out'),
        or('j'),
        user('z'),
      ],
      ['s -> f', 'f -> a if true', 'f -> b if true', 'a -> j', 'b -> out', 'late -> j', 'j -> z'],
    )
    const it = new Case([edge]).start().task('a')
    expect(it.waits).toEqual(['task b', 'timer late'])
    expect(it.timer('late').waits).toEqual(['task z'])
  })

  test('goes on when the branch it waits for ends elsewhere', () => {
    const leave = draw(
      'main',
      [start('s'), or('f'), user('a'), user('b'), xor('x'), end('out'), or('j'), user('z')],
      [
        's -> f',
        'f -> a if true',
        'f -> b if true',
        'a -> j',
        'b -> x',
        'x -> out if quit',
        'x -> j default',
        'j -> z',
      ],
    )
    const it = new Case([leave]).start().task('a').task('b', { quit: true })
    expect(it.waits).toEqual(['task z'])
  })
})

describe('a join that waits in vain', () => {
  test('is an incident also while an event subprocess runs, which can bring no token to it', () => {
    const program = draw(
      'main',
      [
        start('s'),
        and('f'),
        user('a'),
        user('b'),
        xor('x'),
        end('out'),
        and('j'),
        end('e'),
        eventSub('handler', onMessage('news', '="k"'), false, [user('note')], ['handler_start -> note']),
      ],
      ['s -> f', 'f -> a -> j', 'f -> b -> x', 'x -> j if more', 'x -> out default', 'j -> e'],
    )
    const it = new Case([program]).start({ more: false }).message('handler').task('a').task('b')
    expect(it.trouble).toEqual(['condition main'])
    expect(it.task('note').resolve('main').trouble).toEqual(['condition main'])
  })
})

describe('a complex gateway', () => {
  const program = draw(
    'main',
    [start('s'), and('f'), user('a'), user('b'), user('c'), complex('j', '=activationCount >= 2'), user('z')],
    ['s -> f', 'f -> a -> j', 'f -> b -> j', 'f -> c -> j', 'j -> z'],
  )

  test('records which flows it has had a token from, and forgets them when it resets', () => {
    const it = new Case([program]).start().task('a').task('c')
    expect(it.last).toContainEqual({ kind: 'tokensJoined', scope: '1', flows: ['a_j', 'c_j'] })
    expect(it.last).toContainEqual({ kind: 'gatewayChanged', scope: '1', gateway: 'j', consumed: ['a_j', 'c_j'] })
    expect(it.live.elements['1' as never]?.resets).toEqual({ j: ['a_j', 'c_j'] })
    it.task('b')
    expect(it.last).toContainEqual({ kind: 'gatewayChanged', scope: '1', gateway: 'j' })
    expect(it.live.elements['1' as never]?.resets).toBeUndefined()
    expect(it.waits).toEqual(['task z'])
  })

  test('is called off while it waits for reset', () => {
    expect(new Case([program]).start().task('a').task('c').cancel().status).toBe('terminated')
  })
})

describe('a terminate end', () => {
  test('ends everything else in its scope', () => {
    const program = draw(
      'main',
      [start('s'), and('f'), user('a'), user('b'), terminateEnd('stop')],
      ['s -> f', 'f -> a -> stop', 'f -> b'],
    )
    const it = new Case([program]).start().task('a')
    expect(it.status).toBe('completed')
    expect(it.terminated).toEqual(['b'])
  })

  test('also ends tokens that were about to move or waited at a join', () => {
    const program = draw(
      'main',
      [start('s'), and('f'), user('a'), and('j'), user('b'), terminateEnd('stop'), manual('m'), user('late')],
      ['s -> f', 'f -> a -> j', 'f -> stop', 'f -> m -> late', 'f -> j', 'j -> b'],
    )
    const it = new Case([program]).start()
    expect(it.status).toBe('completed')
    expect(it.path).toEqual(['s', 'f', 'stop'])
  })
})

describe('a loop', () => {
  const endless = draw('main', [start('s'), xor('a'), xor('b')], ['s -> a', 'a -> b', 'b -> a'])

  test('without end stops at the step limit, and goes on from there as far again', () => {
    const it = new Case([endless], { limits: { steps: 50 } }).start()
    expect(it.trouble).toHaveLength(1)
    expect(it.trouble[0]).toMatch(/^limit [ab]$/)
    const before = it.path.length
    it.resolve(it.incidents[0]?.element ?? '')
    expect(it.path.length).toBeGreaterThan(before + 20)
    expect(it.trouble).toHaveLength(1)
  })

  test('of 900 gateways does not overflow', () => {
    const names = Array.from({ length: 900 }, (_, index) => `g${index}`)
    const long = draw('main', [start('s'), ...names.map(xor), user('last')], [['s', ...names, 'last'].join(' -> ')])
    const it = new Case([long], { limits: { steps: 10_000 } }).start()
    expect(it.waits).toEqual(['task last'])
  })

  test('counts in a script until its condition ends it', () => {
    const counting = draw(
      'main',
      [start('s'), script('add', '=n + 1', 'n'), xor('x'), end('e')],
      ['s -> add -> x', 'x -> add if n < 40', 'x -> e default'],
    )
    const it = new Case([counting]).start({ n: 0 })
    expect(it.status).toBe('completed')
    expect(it.everSet).toEqual({ n: 40 })
  })
})
