import { describe, expect, test } from 'vitest'
import {
  and,
  boundary,
  call,
  conditionCatch,
  draw,
  end,
  eventSub,
  keyOf,
  onCondition,
  script,
  service,
  start,
  sub,
  user,
} from './build.ts'
import { Case } from './case.ts'

describe('a condition', () => {
  const program = draw(
    'main',
    [start('s'), and('f'), conditionCatch('w', '=n > 1'), user('t'), script('after', '="seen"', 'seen')],
    ['s -> f', 'f -> w -> after', 'f -> t'],
  )

  test('is looked at when a variable it speaks of changes, and at no other', () => {
    const it = new Case([program]).start({ n: 0 })
    expect(it.kinds()).toContain('conditionOpened')
    expect(it.set('main', { m: 5 }).kinds()).toEqual(['variablesSet'])
    expect(it.set('main', { n: 1 }).kinds()).toEqual(['variablesSet'])
    expect(it.set('main', { n: 2 }).kinds().slice(0, 3)).toEqual(['variablesSet', 'conditionTurned', 'conditionClosed'])
    expect(it.variables).toEqual({ n: 2, m: 5, seen: 'seen' })
  })

  test('sees the variables of its own scope first', () => {
    const inner = draw(
      'main',
      [
        start('s'),
        sub('part', [start('in'), conditionCatch('w', '=n > 1'), end('e')], ['in -> w -> e'], { in: { n: '=0' } }),
        user('t'),
      ],
      ['s -> part -> t'],
    )
    const it = new Case([inner]).start({ n: 0 })
    it.set('main', { n: 5 })
    expect(it.waits).toEqual(['condition w'])
    expect(it.set('part', { n: 5 }).waits).toEqual(['task t'])
  })

  test('does not see what a called process knows, nor the other way round', () => {
    const main = draw(
      'main',
      [
        start('s'),
        and('f'),
        call('c', keyOf('common'), { parents: false, children: false }),
        conditionCatch('w', '=n > 1'),
      ],
      ['s -> f', 'f -> c', 'f -> w'],
    )
    const common = draw('common', [start('cs'), service('ask'), user('t')], ['cs -> ask -> t'])
    const it = new Case([main, common]).start({ n: 0 })
    expect(it.job('ask', { n: 7 }).waits).toEqual(['condition w', 'task t'])
  })

  test('that was true only in passing has happened', () => {
    const passing = draw(
      'main',
      [
        start('s'),
        user('t'),
        script('up', '=2', 'n'),
        script('down', '=0', 'n'),
        user('u'),
        eventSub('note', onCondition('=n > 1'), false, [user('v')], ['note_start -> v']),
      ],
      ['s -> t -> up -> down -> u'],
    )
    const it = new Case([passing]).start({ n: 0 }).task('t')
    expect(it.waits).toEqual(['condition note', 'task v', 'task u'])
  })

  test('that cannot be evaluated does not hold back the step it hangs on, nor is told twice', () => {
    const edge = draw(
      'main',
      [start('s'), service('ask'), boundary('b', 'ask', onCondition('=n > 1')), user('t')],
      ['s -> ask', 'b -> t'],
    )
    const it = new Case([edge]).start({ n: 'x' })
    expect(it.trouble).toEqual(['condition b'])
    expect(it.set('main', { n: 'y' }).trouble).toEqual(['condition b'])
    expect(it.fail('ask', 0).trouble).toEqual(['condition b', 'job ask'])
    expect(it.resolve('b').trouble).toEqual(['job ask', 'condition b'])
    expect(it.resolve('ask', 2).waits).toContain('job ask')
    expect(it.set('main', { n: 0 }).trouble).toEqual([])
    expect(it.set('main', { n: 2 }).waits).toEqual(['task t'])
  })
})

describe('conditions that set each other off', () => {
  test('end in incidents at the limit of steps, and go on no further when nothing is mended', () => {
    const flip = (id: string, when: string, to: string) =>
      eventSub(
        id,
        onCondition(when),
        false,
        [script(`${id}_set`, to, 'on'), end(`${id}_end`)],
        [`${id}_start -> ${id}_set -> ${id}_end`],
      )
    const program = draw(
      'main',
      [start('s'), user('t'), flip('up', '=not(on)', '=true'), flip('down', '=on', '=false')],
      ['s -> t'],
    )
    const it = new Case([program], { limits: { steps: 60 } }).start({ on: false })
    expect(it.trouble.length).toBeGreaterThan(0)
    expect(new Set(it.trouble.map((one) => one.split(' ')[0]))).toEqual(new Set(['limit']))
    const before = it.trouble.length
    expect(it.set('main', { other: 1 }).trouble).toHaveLength(before)
  })

  test('by the mappings of their start events alone are stopped as well', () => {
    const flip = (id: string, when: string, to: string) => {
      const made = eventSub(id, onCondition(when), false, [end(`${id}_end`)], [`${id}_start -> ${id}_end`])
      const [first, ...rest] = made.inside
      if (!first) throw new Error('Expected a start')
      return { ...made, inside: [{ ...first, extra: { out: { on: to } } }, ...rest] }
    }
    const program = draw(
      'main',
      [start('s'), user('t'), flip('up', '=not(on)', '=true'), flip('down', '=on', '=false')],
      ['s -> t'],
    )
    const it = new Case([program], { limits: { steps: 60 } }).start({ on: false })
    expect(it.trouble.length).toBeGreaterThan(0)
    expect(new Set(it.trouble.map((one) => one.split(' ')[0]))).toEqual(new Set(['limit']))
  })
})
