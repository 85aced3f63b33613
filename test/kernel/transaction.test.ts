import { describe, expect, test } from 'vitest'
import {
  after,
  and,
  boundary,
  cancelEnd,
  call,
  draw,
  eventSub,
  keyOf,
  onCancel,
  onCompensation,
  onError,
  onMessage,
  onTimer,
  service,
  start,
  sub,
  transaction,
  undo,
  undoable as step,
  undone,
  user,
  xor,
  type Extra,
  type Node,
} from './build.ts'
import { Case } from './case.ts'

/** Around the steps of a transaction: left by "off" when it is canceled, by "fail" on an error. */
const around = (inside: readonly Node[], flows: readonly string[], extra?: Extra) =>
  draw(
    'main',
    [
      start('s'),
      transaction('deal', [start('in'), ...inside], flows, extra),
      boundary('off', 'deal', onCancel),
      boundary('fail', 'deal', onError()),
      user('kept'),
      user('canceled'),
      user('failed'),
    ],
    ['s -> deal -> kept', 'off -> canceled', 'fail -> failed'],
  )

const asked = around(
  [...step('a'), ...step('b'), user('ask'), xor('g'), cancelEnd('no')],
  ['in -> a -> b -> ask -> g', 'g -> no if answer = 0'],
)

describe('a transaction', () => {
  test('that nobody cancels is a subprocess like others', () => {
    const fine = around([...step('a')], ['in -> a'])
    expect(new Case([fine]).start().job('a').waits).toEqual(['task kept'])
  })

  test('that is canceled is undone, the last first, and left by its cancel event', () => {
    const it = new Case([asked]).start({ answer: 0 }).job('a').job('b').task('ask')
    expect(it.waits).toEqual(['job un_b'])
    it.job('un_b').job('un_a')
    expect(it.waits).toEqual(['task canceled'])
    expect(it.terminated).toEqual(['deal'])
    expect(it.task('canceled').status).toBe('completed')
  })

  test('ends what still runs in it, and hears nothing more while it is being undone', () => {
    const program = draw(
      'main',
      [
        start('s'),
        transaction(
          'deal',
          [
            start('in'),
            and('f'),
            ...step('a'),
            user('x'),
            and('j'),
            cancelEnd('no'),
            eventSub('note', onMessage('news', '="k"'), false, [user('n')], ['note_start -> n']),
          ],
          ['in -> f', 'f -> a -> no', 'f -> x -> j'],
        ),
        boundary('off', 'deal', onCancel),
        boundary('late', 'deal', onTimer(after('PT1H'))),
        user('canceled'),
      ],
      ['s -> deal', 'off -> canceled', 'late -> canceled'],
    )
    const it = new Case([program]).start().job('a')
    expect(it.waits).toEqual(['job un_a'])
    expect(it.terminated).toEqual(['x'])
    expect(it.job('un_a').waits).toEqual(['task canceled'])
  })

  test('undoes what was completed in the parts of it that were still at work', () => {
    const part = sub(
      'part',
      [start('p_in'), ...step('b', {}, { in: { seen: '=mine' } }), user('x')],
      ['p_in -> b -> x'],
      {
        in: { mine: '=1' },
      },
    )
    const how = (id: string) => user(id)
    const it = new Case([
      around(
        [
          and('f'),
          ...step('a'),
          part,
          undone('c_part', 'part', 'un_part'),
          how('un_part'),
          user('ask'),
          cancelEnd('no'),
        ],
        ['in -> a -> f', 'f -> part', 'f -> ask -> no'],
      ),
    ])
      .start()
      .job('a')
      .job('b')
      .task('ask')
    expect(it.waits).toEqual(['job un_b'])
    expect(it.live.elements[it.instance('un_b')]?.variables).toEqual({ seen: 1 })
    expect(it.job('un_b').job('un_a').waits).toEqual(['task canceled'])
  })

  test('lets an undoing that is under way come to its end, and undoes nothing twice', () => {
    const it = new Case([
      around(
        [and('f'), ...step('a'), ...step('b'), undo('back'), user('ask'), cancelEnd('no')],
        ['in -> a -> b -> f', 'f -> back', 'f -> ask -> no'],
      ),
    ])
      .start()
      .job('a')
      .job('b')
      .task('ask')
    expect(it.waits.toSorted()).toEqual(['job un_a', 'job un_b'])
    expect(it.terminated).toEqual(['back'])
    it.job('un_b').job('un_a')
    expect(it.waits).toEqual(['task canceled'])
    expect(it.path.filter((id) => id.startsWith('un_')).toSorted()).toEqual(['un_a', 'un_b'])
  })

  test('may be canceled from a subprocess inside, and from an event subprocess', () => {
    const deep = around(
      [...step('a'), sub('part', [start('p_in'), user('ask'), cancelEnd('no')], ['p_in -> ask -> no'])],
      ['in -> a -> part'],
    )
    expect(new Case([deep]).start().job('a').task('ask').job('un_a').waits).toEqual(['task canceled'])
    const aside = around(
      [
        ...step('a'),
        user('x'),
        eventSub('stop', onMessage('news', '="k"'), true, [cancelEnd('no')], ['stop_start -> no']),
      ],
      ['in -> a -> x'],
    )
    expect(new Case([aside]).start().job('a').message('stop').job('un_a').waits).toEqual(['task canceled'])
  })

  test('left by an error undoes nothing: the hazard is for whoever catches it', () => {
    const it = new Case([around([...step('a'), service('b')], ['in -> a -> b'])]).start().job('a').error('b', 'E')
    expect(it.waits).toEqual(['task failed'])
  })

  test('whose undoing throws an error is left by that', () => {
    const it = new Case([asked]).start({ answer: 0 }).job('a').job('b').task('ask').error('un_b', 'E')
    expect(it.waits).toEqual(['task failed'])
  })

  test('done once per item is canceled with all its items', () => {
    const each = around(
      [...step('a', {}, { in: { which: '=item' } }), user('ask'), xor('g'), cancelEnd('no')],
      ['in -> a -> ask -> g', 'g -> no if answer = 0'],
      { each: { inputCollection: '=[1, 2, 3]', inputElement: 'item' } },
    )
    const it = new Case([each]).start({ answer: 0 }).job('a').job('a').task('ask')
    expect(it.waits).toEqual(['job un_a'])
    it.job('un_a').job('un_a')
    expect(it.waits).toEqual(['task canceled'])
  })

  test('that was completed is undone with what is around it', () => {
    const program = draw(
      'main',
      [
        start('s'),
        transaction('deal', [start('in'), ...step('a'), ...step('b')], ['in -> a -> b']),
        undo('back'),
        user('last'),
      ],
      ['s -> deal -> back -> last'],
    )
    const it = new Case([program]).start().job('a').job('b').job('un_b').job('un_a')
    expect(it.waits).toEqual(['task last'])
  })

  test('that is being undone cannot be canceled any more', () => {
    const how = eventSub('how', onCompensation, false, [cancelEnd('no')], ['how_start -> no'])
    const program = draw(
      'main',
      [
        start('s'),
        transaction('deal', [start('in'), ...step('a'), how], ['in -> a']),
        boundary('off', 'deal', onCancel),
        undo('back'),
        user('canceled'),
      ],
      ['s -> deal -> back', 'off -> canceled'],
    )
    expect(new Case([program]).start().job('a').trouble).toEqual(['error no'])
  })

  test('ends called processes, which keep what they have done', () => {
    const other = draw('other', [start('o'), ...step('c'), user('ox')], ['o -> c -> ox'])
    const it = new Case([
      around(
        [and('f'), ...step('a'), call('calls', keyOf('other')), user('ask'), cancelEnd('no')],
        ['in -> a -> f', 'f -> calls', 'f -> ask -> no'],
      ),
      other,
    ])
      .start()
      .job('a')
      .job('c')
      .task('ask')
    expect(it.waits).toEqual(['job un_a'])
    expect(it.job('un_a').waits).toEqual(['task canceled'])
  })

  test('with nothing completed is left at once; the application may be canceled while it is undone', () => {
    const none = around([cancelEnd('no')], ['in -> no'])
    expect(new Case([none]).start().waits).toEqual(['task canceled'])
    const it = new Case([asked]).start({ answer: 0 }).job('a').job('b').task('ask').cancel()
    expect(it.status).toBe('terminated')
  })
})
