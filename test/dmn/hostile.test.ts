import { describe, expect, test } from 'vitest'
import { readDmn } from '../../engine/core/dmn/read.ts'
import {
  answer,
  ask,
  decision,
  definitions,
  findingsOf,
  literal,
  model,
  parametersOf,
  read,
  table,
  tableLogic,
} from './file.ts'

const repeat = (count: number, make: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => make(index))

describe('size', () => {
  test('a table of 1,000 rules is read and asked', async () => {
    const rules = repeat(1_000, (index) => `${String(index)} | "r${String(index)}"`)
    const decisions = await read(table({ inputs: ['n'], outputs: ['r'], rules }))
    expect(answer(decisions, 'd', { n: 999 })).toBe('r999')
    expect(answer(decisions, 'd', { n: -1 })).toBeNull()
  })

  test('a table of 1,001 rules is refused', async () => {
    const rules = repeat(1_001, (index) => `${String(index)} | 1`)
    expect(await findingsOf(table({ inputs: ['n'], outputs: ['r'], rules }))).toMatchObject([
      { rule: 'dmn/too-large', message: expect.stringContaining('1001 rules') },
    ])
  })

  test('a table of 31 columns is refused, one of 30 is not', async () => {
    const wide = (columns: number): string =>
      table({
        inputs: repeat(columns - 1, (index) => `x${String(index)}`),
        outputs: ['r'],
        rules: [`${'- | '.repeat(columns - 1)}1`],
      })
    expect(await findingsOf(wide(30))).toEqual([])
    expect(await findingsOf(wide(31))).toMatchObject([{ rule: 'dmn/too-large' }])
  })

  test('more than 500 elements are refused', async () => {
    const many = repeat(501, (index) => decision(`d${String(index)}`, literal('1')))
    expect(await findingsOf(...many)).toMatchObject([{ rule: 'dmn/too-large' }])
  })

  test('a thousand wrong cells give no more than a hundred findings', async () => {
    const rules = repeat(1_000, () => '<<< | 1')
    expect(await findingsOf(table({ inputs: ['n'], outputs: ['r'], rules }))).toHaveLength(100)
  })

  test('a context of more than 200 entries is refused', async () => {
    const entries = repeat(
      201,
      (index) => `<contextEntry><variable name="n${String(index)}"/>${literal('1')}</contextEntry>`,
    )
    expect(await findingsOf(decision('d', `<context>${entries.join('')}</context>`))).toMatchObject([
      { rule: 'dmn/too-large' },
    ])
  })

  test('boxes nested beyond reading are refused', async () => {
    const nested = `${'<list>'.repeat(30)}${literal('1')}${'</list>'.repeat(30)}`
    expect(await findingsOf(decision('d', nested))).toMatchObject([{ rule: 'dmn/too-large' }])
  })
})

describe('depth', () => {
  test('a chain of 400 required decisions is taken in order', async () => {
    const chain = repeat(400, (index) =>
      decision(
        `d${String(index)}`,
        literal(index === 0 ? '0' : `d${String(index - 1)} + 1`),
        index === 0 ? '' : `d${String(index - 1)}`,
      ),
    )
    expect(answer(await read(...chain.toReversed()), 'd399', {})).toBe(399)
  })

  test('layers of decisions that all require each other are each taken once', async () => {
    const layers = repeat(40, (layer) =>
      ['a', 'b', 'c']
        .map((side) => {
          const below = ['a', 'b', 'c'].map((other) => `d${String(layer - 1)}${other}`)
          return decision(
            `d${String(layer)}${side}`,
            literal(layer === 0 ? '1' : `max(${below.join(', ')})`),
            layer === 0 ? '' : below.join(' '),
          )
        })
        .join(''),
    )
    expect(answer(await read(...layers), 'd39a', {})).toBe(1)
  })

  test('a chain of 400 knowledge models is called through', async () => {
    const chain = repeat(400, (index) =>
      model(
        `b${String(index)}`,
        `f${String(index)}`,
        ['x'],
        literal(index === 0 ? 'x' : `f${String(index - 1)}(x)`),
        index === 0 ? '' : `b${String(index - 1)}`,
      ),
    )
    const decisions = await read(
      ...chain,
      decision('d', literal('f60(7)'), 'b60'),
      decision('e', literal('f399(7)'), 'b399'),
    )
    expect(answer(decisions, 'd', {})).toBe(7)
    expect(ask(decisions, 'e', {})).toMatchObject({ ok: false, code: 'limit' })
  })

  test('a function that calls itself without end stops at the limit', async () => {
    const self = `<functionDefinition>${parametersOf(['f', 'x'])}${literal('f(f, x + 1)')}</functionDefinition>`
    const box = `<context><contextEntry><variable name="loop"/>${self}</contextEntry><contextEntry>${literal('loop(loop, 0)')}</contextEntry></context>`
    expect(ask(await read(decision('d', box)), 'd', {})).toMatchObject({ ok: false, code: 'limit' })
  })
})

describe('work', () => {
  test.each([
    ['a range without end', literal('for i in 1..1e10 return i')],
    ['a list that doubles', literal('count(for a in 1..100000, b in 1..100000 return a)')],
    [
      'a long text',
      literal('string length(string join(for i in 1..90000 return "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"))'),
    ],
  ])('%s stops at the limit', async (_what, logic) => {
    expect(ask(await read(decision('d', logic)), 'd', {})).toMatchObject({ ok: false, code: 'limit' })
  })

  test('a loop over a knowledge model spends one meter for all its calls', async () => {
    const heavy = model('b1', 'heavy', ['x'], literal('sum(for i in 1..2000 return i * x)'))
    const decisions = await read(heavy, decision('d', literal('for i in 1..100000 return heavy(i)'), 'b1'))
    expect(ask(decisions, 'd', {})).toMatchObject({ ok: false, code: 'limit' })
  })

  test('the record of a decision cannot grow beyond its budget', async () => {
    const echo = model('b1', 'echo', ['x'], tableLogic({ inputs: ['x'], outputs: ['r'], rules: ['- | x'] }))
    const decisions = await read(echo, decision('d', literal('count(for i in 1..900 return echo(big))'), 'b1'))
    const big = Array.from({ length: 50_000 }, () => 'abc')
    expect(ask(decisions, 'd', { big })).toMatchObject({ ok: false, code: 'limit' })
    expect(answer(decisions, 'd', { big: ['abc'] })).toBe(900)
  })

  test('a variable that is no JSON is a failure', async () => {
    const decisions = await read(decision('d', literal('x')))
    for (const x of [Number.NaN, Number.POSITIVE_INFINITY, new Date(0)])
      expect(ask(decisions, 'd', { x })).toMatchObject({ ok: false, code: 'type' })
  })

  test('the reason of a failure deep in calls stays short and keeps its end', async () => {
    const chain = repeat(60, (index) =>
      model(
        `b${String(index)}`,
        `f${String(index)}`,
        ['x'],
        literal(index === 0 ? 'x + "a"' : `f${String(index - 1)}(x)`),
        index === 0 ? '' : `b${String(index - 1)}`,
      ),
    )
    const result = ask(await read(...chain, decision('d', literal('f59(7)'), 'b59')), 'd', {})
    expect(result).toMatchObject({
      ok: false,
      code: 'type',
      reason: expect.stringMatching(/^decision "d": .*Expected .* "a"/),
    })
    expect(result.ok ? '' : result.reason.length).toBeLessThan(600)
  })

  test('every cell of a table spends the same meter', async () => {
    const rules = repeat(300, (index) => `count(for i in 1..5000 return i) = ${String(index)} | 1`)
    expect(ask(await read(table({ inputs: ['x'], outputs: ['r'], rules })), 'd', { x: 1 })).toMatchObject({
      ok: false,
      code: 'limit',
    })
  })

  test('a smaller budget than usual is kept to', async () => {
    const found = (await read(decision('d', literal('sum(for i in 1..1000 return i)')))).get('d')
    const scope = { get: () => undefined, now: 0, timeZone: 'UTC' }
    expect(found?.evaluate(scope)).toMatchObject({ ok: true, value: 500_500 })
    expect(found?.evaluate(scope, { steps: 100 })).toMatchObject({ ok: false, code: 'limit' })
  })
})

describe('files that mean harm', () => {
  test.each([
    [
      'a document type',
      `<!DOCTYPE a [<!ENTITY x "y">]>${definitions(decision('d', literal('1'))).replace(/<\?.*\?>/, '')}`,
    ],
    ['an id used twice', definitions(decision('d', literal('1')), decision('d', literal('2')))],
    ['an unclosed element', definitions(decision('d', literal('1'))).replace('</decision>', '')],
    ['a name of a prototype', definitions(decision('d', '<__proto__/>'))],
    ['a control character', definitions(decision('d', literal('1\u0001')))],
  ])('%s is refused with a finding', async (_what, xml) => {
    const result = await readDmn('bad.dmn', xml)
    expect(result).toMatchObject({
      ok: false,
      findings: [expect.objectContaining({ severity: 'error', file: 'bad.dmn' })],
    })
  })

  test('names like parts of JavaScript are names like any other', async () => {
    const decisions = await read(
      decision('toString', literal('1')),
      table({
        id: 'd',
        needs: 'dtoo',
        inputs: ['valueOf'],
        outputs: ['hasOwnProperty', 'toString'],
        rules: ['1 | 2 | 3'],
      }),
      decision('dtoo', literal('4'), '', 'valueOf'),
    )
    expect(answer(decisions, 'd', {})).toBeNull()
    expect(ask(decisions, 'toString', {})).toMatchObject({ ok: true, value: 1 })
  })

  test('a variable is never looked up on a prototype', async () => {
    const decisions = await read(decision('d', literal('constructor')))
    expect(ask(decisions, 'd', {})).toMatchObject({ ok: false, code: 'unknown-name' })
  })
})
