import { describe, expect, test } from 'vitest'
import {
  after,
  and,
  boundary,
  call,
  draw,
  errorEnd,
  eventSub,
  keyOf,
  manual,
  onCompensation,
  onError,
  onMessage,
  onTimer,
  or,
  script,
  service,
  start,
  sub,
  terminateEnd,
  undo,
  undoable as step,
  undone,
  user,
  xor,
  type Extra,
  type Node,
} from './build.ts'
import { Case } from './case.ts'

/** One after the other, then everything is undone, then a last task. */
const row = (...more: readonly Node[]) =>
  draw(
    'main',
    [start('s'), ...step('a'), ...step('b'), undo('back'), user('last'), ...more],
    ['s -> a -> b -> back -> last'],
  )

describe('what was completed in a scope', () => {
  test('is undone the last first, one after the other, and then the event that threw goes on', () => {
    const it = new Case([row()]).start().job('a').job('b')
    expect(it.waits).toEqual(['job un_b'])
    it.job('un_b')
    expect(it.waits).toEqual(['job un_a'])
    it.job('un_a')
    expect(it.waits).toEqual(['task last'])
    expect(it.task('last').status).toBe('completed')
    expect(it.path).toEqual(['s', 'a', 'b', 'un_b', 'un_a', 'back', 'last'])
  })

  test('is undone once, however often it is asked for', () => {
    const program = draw(
      'main',
      [start('s'), ...step('a'), xor('m'), undo('back'), user('last'), xor('g')],
      ['s -> a -> m -> back -> last -> g', 'g -> m if again'],
    )
    const it = new Case([program]).start({ again: true }).job('a').job('un_a').task('last')
    expect(it.waits).toEqual(['task last'])
    expect(it.path.filter((id) => id === 'un_a')).toHaveLength(1)
  })

  test('is not undone while it is still at work', () => {
    const program = draw(
      'main',
      [start('s'), and('f'), ...step('a'), ...step('b'), undo('back'), user('last')],
      ['s -> f', 'f -> a -> back -> last', 'f -> b'],
    )
    const it = new Case([program]).start().job('a')
    expect(it.waits).toEqual(['job b', 'job un_a'])
    it.job('un_a')
    expect(it.waits).toEqual(['job b', 'task last'])
  })

  test('is undone once for each time it was done', () => {
    const program = draw(
      'main',
      [
        start('s'),
        xor('m'),
        ...step('a', { in: { mine: '=n' } }),
        script('more', '=n + 1', 'n'),
        xor('g'),
        undo('back'),
      ],
      ['s -> m -> a -> more -> g', 'g -> m if n < 3', 'g -> back default'],
    )
    const it = new Case([program]).start({ n: 0 }).job('a').job('a').job('a')
    const seen = [1, 2, 3].map(() => {
      const { mine } = it.live.elements[it.instance('a')]?.variables ?? {}
      it.job('un_a')
      return mine
    })
    expect(seen).toEqual([2, 1, 0])
    expect(it.status).toBe('completed')
  })

  test('may be named, and then the rest keeps what it did', () => {
    const program = draw(
      'main',
      [start('s'), ...step('a'), ...step('b'), undo('back', { activity: 'a' }), user('last')],
      ['s -> a -> b -> back -> last'],
    )
    const it = new Case([program]).start().job('a').job('b')
    expect(it.waits).toEqual(['job un_a'])
    expect(it.job('un_a').waits).toEqual(['task last'])
  })

  test('is nothing where nothing was completed, and the token goes on at once', () => {
    const program = draw('main', [start('s'), undo('back'), ...step('a')], ['s -> back -> a'])
    expect(new Case([program]).start().waits).toEqual(['job a'])
  })

  test('is undone beside the way on where nobody waits for it, and its scope waits', () => {
    const program = draw(
      'main',
      [start('s'), ...step('a'), ...step('b'), undo('back', { waits: false }), user('last')],
      ['s -> a -> b -> back -> last'],
    )
    const it = new Case([program]).start().job('a').job('b')
    expect(it.waits).toEqual(['task last', 'job un_b'])
    it.task('last')
    expect(it.status).toBe('active')
    expect(it.job('un_b').waits).toEqual(['job un_a'])
    expect(it.job('un_a').status).toBe('completed')
  })

  test('is undone before the activity at whose edge it was begun, though completed before that', () => {
    const program = draw(
      'main',
      [
        start('s'),
        ...step('a'),
        boundary('late', 'a', onTimer(after('PT1H')), false),
        ...step('b'),
        ...step('c'),
        undo('back'),
        user('last'),
      ],
      ['s -> a -> c -> back -> last', 'late -> b'],
    )
    const it = new Case([program]).start().timer('late').job('b').job('a').job('c')
    expect(it.job('un_c').waits).toEqual(['job un_b'])
    expect(it.job('un_b').waits).toEqual(['job un_a'])
    expect(it.job('un_a').waits).toEqual(['task last'])
    const other = new Case([program]).start().timer('late').job('a').job('c')
    expect(other.waits).toEqual(['job b', 'job un_c'])
  })

  test('is undone by an end event as well', () => {
    const program = draw('main', [start('s'), ...step('a'), undo('back', { kind: 'endEvent' })], ['s -> a -> back'])
    const it = new Case([program]).start().job('a')
    expect(it.status).toBe('active')
    expect(it.job('un_a').status).toBe('completed')
  })

  test('by two events at once is undone once, by the faster', () => {
    const program = draw(
      'main',
      [start('s'), ...step('a'), ...step('b'), and('f'), undo('one'), undo('two'), and('j'), user('last')],
      ['s -> a -> b -> f', 'f -> one -> j', 'f -> two -> j', 'j -> last'],
    )
    const it = new Case([program]).start().job('a').job('b')
    expect(it.waits.toSorted()).toEqual(['job un_a', 'job un_b'])
    it.job('un_b').job('un_a')
    expect(it.waits).toEqual(['task last'])
    expect(it.path.filter((id) => id.startsWith('un_')).toSorted()).toEqual(['un_a', 'un_b'])
  })
})

describe('what undoes an activity', () => {
  test('sees what the activity knew when it was completed, and the rest as it is now', () => {
    const program = draw(
      'main',
      [
        start('s'),
        ...step(
          'a',
          { in: { paid: '=amount' }, out: { receipt: '=receipt' } },
          { in: { back: '=paid', now: '=amount' } },
        ),
        script('raise', '=amount + 1', 'amount'),
        undo('back'),
      ],
      ['s -> a -> raise -> back'],
    )
    const it = new Case([program]).start({ amount: 10 }).job('a', { receipt: 'r-1' })
    expect(it.live.elements[it.instance('un_a')]?.variables).toEqual({ back: 10, now: 11 })
    expect(it.live.elements[it.instance('a')]?.variables).toEqual({ paid: 10, receipt: 'r-1' })
  })

  test('gives its results where every activity does', () => {
    const program = draw(
      'main',
      [start('s'), ...step('a', {}, { out: { undone: '=ok' } }), undo('back'), user('last')],
      ['s -> a -> back -> last'],
    )
    expect(new Case([program]).start().job('a').job('un_a', { ok: true }).variables).toEqual({ undone: true })
  })

  test('may be a subprocess, a called process or done once per item', () => {
    const part = sub('un_part', [start('p_in'), user('p_x')], ['p_in -> p_x'])
    const called = draw('other', [start('o_in'), user('o_x')], ['o_in -> o_x'])
    const program = draw(
      'main',
      [
        start('s'),
        ...['a', 'b', 'c'].map((id) => user(id)),
        undone('c_a', 'a', 'un_part'),
        part,
        undone('c_b', 'b', 'un_call'),
        call('un_call', keyOf('other')),
        undone('c_c', 'c', 'un_each'),
        user('un_each', {}, { each: { inputCollection: '=[1, 2]' } }),
        undo('back'),
      ],
      ['s -> a -> b -> c -> back'],
    )
    const it = new Case([program, called]).start().task('a').task('b').task('c')
    expect(it.waits).toEqual(['task un_each', 'task un_each'])
    it.task('un_each').task('un_each')
    expect(it.waits).toEqual(['task o_x'])
    expect(it.task('o_x').waits).toEqual(['task p_x'])
    expect(it.task('p_x').status).toBe('completed')
  })

  test('that fails stops there until an operator resolves it, and the rest follows', () => {
    const it = new Case([row()]).start().job('a').job('b').fail('un_b', 0)
    expect(it.trouble).toEqual(['job un_b'])
    it.resolve('un_b', 1).job('un_b')
    expect(it.waits).toEqual(['job un_a'])
  })

  test('that throws an error throws it from where the undoing was asked for', () => {
    const program = draw(
      'main',
      [
        start('s'),
        sub('part', [start('in'), ...step('a'), ...step('b'), undo('back')], ['in -> a -> b -> back']),
        boundary('failed', 'part', onError('E')),
        user('look'),
      ],
      ['s -> part', 'failed -> look'],
    )
    const it = new Case([program]).start().job('a').job('b').error('un_b', 'E')
    expect(it.waits).toEqual(['task look'])
    expect(it.terminated.toSorted()).toEqual(['back', 'part', 'un_b', 'b'].toSorted())
  })

  test('is called off with the event that asked for it', () => {
    const handler = eventSub(
      'rescue',
      onMessage('news', '="k"'),
      false,
      [sub('try', [start('t_in'), user('t_x'), undo('t_back')], ['t_in -> t_x -> t_back']), undo('back'), user('over')],
      ['rescue_start -> back -> over', 'rescue_start -> try'],
    )
    const program = draw('main', [start('s'), ...step('a'), user('last'), handler], ['s -> a -> last'])
    const it = new Case([program]).start().job('a').message('rescue')
    expect(it.waits).toContain('job un_a')
    expect(it.cancel().terminated).toContain('un_a')
  })
})

describe('a subprocess', () => {
  const part = (...more: readonly Node[]) =>
    sub('part', [start('in'), ...step('a'), ...step('b'), ...more], ['in -> a -> b'], { in: { mine: '=n' } })

  test('is undone by what was completed inside it, the last first, with the variables it had', () => {
    const program = draw(
      'main',
      [start('s'), part(), script('more', '=n + 1', 'n'), undo('back'), user('last')],
      ['s -> part -> more -> back -> last'],
    )
    const it = new Case([program]).start({ n: 1 }).job('a').job('b')
    expect(it.waits).toEqual(['job un_b'])
    expect(it.live.elements[it.instance('part')]?.variables).toEqual({ mine: 1 })
    it.job('un_b').job('un_a')
    expect(it.waits).toEqual(['task last'])
  })

  test('with a handler of its own is undone by that alone', () => {
    const program = draw(
      'main',
      [start('s'), part(), undone('c_part', 'part', 'un_part'), user('un_part'), undo('back')],
      ['s -> part -> back'],
    )
    const it = new Case([program]).start({ n: 1 }).job('a').job('b')
    expect(it.waits).toEqual(['task un_part'])
    expect(it.task('un_part').status).toBe('completed')
  })

  test('that says inside how it is undone does so, and may have the rest undone', () => {
    const how = eventSub(
      'how',
      onCompensation,
      false,
      [user('first'), undo('rest'), user('then')],
      ['how_start -> first -> rest -> then'],
    )
    const program = draw('main', [start('s'), part(how), undo('back'), user('last')], ['s -> part -> back -> last'])
    const it = new Case([program]).start({ n: 1 }).job('a').job('b')
    expect(it.waits).toEqual(['task first'])
    it.task('first').job('un_b').job('un_a')
    expect(it.waits).toEqual(['task then'])
    expect(it.task('then').waits).toEqual(['task last'])
  })

  test('that was called off is not undone, nor what was completed inside', () => {
    const program = draw(
      'main',
      [start('s'), part(), boundary('late', 'part', onTimer(after('PT1H'))), undo('back'), user('last')],
      ['s -> part', 'late -> back -> last'],
    )
    const it = new Case([program]).start({ n: 1 }).job('a').timer('late')
    expect(it.waits).toEqual(['task last'])
  })

  test('ended by a terminate end is completed: what was done in it can be undone', () => {
    const program = draw(
      'main',
      [start('s'), sub('part', [start('in'), ...step('a'), terminateEnd('stop')], ['in -> a -> stop']), undo('back')],
      ['s -> part -> back'],
    )
    expect(new Case([program]).start().job('a').waits).toEqual(['job un_a'])
  })

  test('undoes only what is inside it when the event stands inside', () => {
    const program = draw(
      'main',
      [
        start('s'),
        ...step('a'),
        sub('part', [start('in'), ...step('b'), undo('back'), user('x')], ['in -> b -> back -> x']),
      ],
      ['s -> a -> part'],
    )
    const it = new Case([program]).start().job('a').job('b').job('un_b')
    expect(it.waits).toEqual(['task x'])
  })

  test('inside another is undone in its turn', () => {
    const inner = sub('inner', [start('i_in'), ...step('b')], ['i_in -> b'])
    const outer = sub('outer', [start('o_in'), ...step('a'), inner, ...step('c')], ['o_in -> a -> inner -> c'])
    const program = draw('main', [start('s'), outer, undo('back')], ['s -> outer -> back'])
    const it = new Case([program]).start().job('a').job('b').job('c').job('un_c').job('un_b').job('un_a')
    expect(it.status).toBe('completed')
  })
})

describe('an event subprocess', () => {
  test('has what was completed around it undone, and what it completed itself, the last first', () => {
    const rescue = eventSub(
      'rescue',
      onError('E'),
      true,
      [...step('c'), undo('back'), user('over')],
      ['rescue_start -> c -> back -> over'],
    )
    const program = draw(
      'main',
      [start('s'), ...step('a'), ...step('b'), service('fails'), rescue],
      ['s -> a -> b -> fails'],
    )
    const it = new Case([program]).start().job('a').job('b').error('fails', 'E').job('c')
    expect(it.job('un_c').job('un_b').job('un_a').waits).toEqual(['task over'])
  })

  test('that is over is undone with its scope, the last completed first', () => {
    const aside = eventSub('aside', onMessage('news', '="k"'), false, [...step('c')], ['aside_start -> c'])
    const program = draw(
      'main',
      [start('s'), ...step('a'), ...step('b'), undo('back'), user('last'), aside],
      ['s -> a -> b -> back -> last'],
    )
    const it = new Case([program]).start().job('a').message('aside').job('c').job('b')
    expect(it.job('un_b').job('un_c').job('un_a').waits).toEqual(['message aside', 'task last'])
  })

  test('of a subprocess leaves the scope further out alone', () => {
    const rescue = eventSub('rescue', onError(), true, [undo('back'), user('over')], ['rescue_start -> back -> over'])
    const part = sub('part', [start('in'), ...step('b'), errorEnd('no', 'E'), rescue], ['in -> b -> no'])
    const program = draw('main', [start('s'), ...step('a'), part], ['s -> a -> part'])
    expect(new Case([program]).start().job('a').job('b').job('un_b').waits).toEqual(['task over'])
  })
})

describe('a multi-instance activity', () => {
  const each = (sequential: boolean): Extra => ({
    each: { sequential, inputCollection: '=[1, 2, 3]', inputElement: 'item' },
  })

  test.each([true, false])('is undone once per item, the last completed first (sequential: %s)', (sequential) => {
    const program = draw(
      'main',
      [start('s'), ...step('a', each(sequential), { in: { which: '=item' } }), undo('back'), user('last')],
      ['s -> a -> back -> last'],
    )
    const it = new Case([program]).start().job('a').job('a').job('a')
    const seen = [1, 2, 3].map(() => {
      const { which } = it.live.elements[it.instance('un_a')]?.variables ?? {}
      it.job('un_a')
      return which
    })
    expect(seen).toEqual([3, 2, 1])
    expect(it.waits).toEqual(['task last'])
  })

  test('of a subprocess is undone by what each item did, named or not', () => {
    const part = sub('part', [start('in'), ...step('a', {}, { in: { which: '=item' } })], ['in -> a'], each(false))
    const program = draw('main', [start('s'), part, undo('back', { activity: 'part' })], ['s -> part -> back'])
    const it = new Case([program]).start().job('a').job('a').job('a')
    it.job('un_a').job('un_a').job('un_a')
    expect(it.status).toBe('completed')
  })

  test('without items has nothing to undo', () => {
    const none: Extra = { each: { inputCollection: '=[]' } }
    const program = draw(
      'main',
      [start('s'), ...step('a', none), undo('back'), user('last')],
      ['s -> a -> back -> last'],
    )
    expect(new Case([program]).start().waits).toEqual(['task last'])
  })
})

describe('a called process', () => {
  const called = (...more: readonly Node[]) => draw('pay', [start('p'), ...step('charge'), ...more], ['p -> charge'])
  const main = (...more: readonly Node[]) =>
    draw(
      'main',
      [start('s'), call('pays', keyOf('pay')), ...more, undo('back'), user('last')],
      ['s -> pays -> back -> last'],
    )

  test('that is over is undone by the handler of its call, and not from inside', () => {
    const handled = main(undone('c_pays', 'pays', 'refund'), user('refund'))
    expect(new Case([handled, called()]).start().job('charge').waits).toEqual(['task refund'])
    expect(new Case([main(), called()]).start().job('charge').waits).toEqual(['task last'])
  })

  test('that says itself how it is undone does so', () => {
    const how = eventSub('how', onCompensation, false, [undo('rest'), user('told')], ['how_start -> rest -> told'])
    const it = new Case([main(), called(how)]).start({ n: 1 }).job('charge')
    expect(it.waits).toEqual(['job un_charge'])
    expect(it.job('un_charge').waits).toEqual(['task told'])
    expect(it.task('told').waits).toEqual(['task last'])
  })
})

test('activities on their way to be undone do not hold an inclusive join back', () => {
  const program = draw(
    'main',
    [start('s'), ...step('a'), or('f'), undo('back', { waits: false }), user('x'), or('j'), user('last')],
    ['s -> a -> f', 'f -> back -> j', 'f -> x -> j', 'j -> last'],
  )
  const it = new Case([program]).start().job('a').task('x')
  expect(it.waits).toEqual(['job un_a', 'task last'])
})

test('what can be undone counts like variables', () => {
  const program = draw('main', [start('s'), xor('m'), ...step('a')], ['s -> m -> a -> m'])
  const it = new Case([program], { limits: { variables: 1_000 } }).start()
  for (let turn = 0; turn < 100 && it.trouble.length === 0; turn++) it.job('a')
  expect(it.trouble).toEqual(['limit a'])
  expect(JSON.stringify(it.state?.elements).length).toBeLessThan(2_000)
})

test('the record of undoing grows with what is undone and no faster', () => {
  const many: Extra = { each: { inputCollection: '=for i in 1..400 return i' } }
  const undoing = [manual('a', many), undone('c_a', 'a', 'un_a'), manual('un_a')]
  const program = draw('main', [start('s'), ...undoing, user('ask'), undo('back')], ['s -> a -> ask -> back'])
  const it = new Case([program]).start().task('ask')
  expect(it.status).toBe('completed')
  expect(it.path.filter((id) => id === 'un_a')).toHaveLength(400)
  expect(JSON.stringify(it.last).length / 400).toBeLessThan(1_000)
})
