import { describe, expect, test } from 'vitest'
import { answer, ask, decision, findingsOf, literal, model, parametersOf, read, tableLogic } from './file.ts'

const entry = (name: string, box: string, type?: string): string =>
  `<contextEntry>${name === '' ? '' : `<variable name="${name}"${type === undefined ? '' : ` typeRef="${type}"`}/>`}${box}</contextEntry>`
const context = (...entries: readonly string[]): string => `<context>${entries.join('')}</context>`
const bind = (name: string, box: string): string => `<binding><parameter name="${name}"/>${box}</binding>`

describe('a literal expression', () => {
  test('is computed, and the record shows what it read', async () => {
    const decisions = await read(decision('d', literal('amount * 1.16')))
    expect(ask(decisions, 'd', { amount: 25 })).toEqual({
      ok: true,
      value: 29,
      trace: [{ decision: 'd', inputs: [{ expression: 'amount', value: 25 }], rules: [], output: 29 }],
    })
  })

  test('with a name that has no value fails with that name, never null', async () => {
    const decisions = await read(decision('d', literal('amount * 2')))
    const result = ask(decisions, 'd', {})
    expect(result).toMatchObject({ ok: false, code: 'unknown-name', reason: expect.stringContaining('amount') })
  })

  test('of another type than declared is a failure', async () => {
    const decisions = await read(
      decision('d', literal('amount * 2', 'string')),
      decision('e', literal('amount'), '', 'e', 'boolean'),
    )
    expect(ask(decisions, 'd', { amount: 1 })).toMatchObject({
      ok: false,
      code: 'type',
      reason: expect.stringContaining('a string'),
    })
    expect(ask(decisions, 'e', { amount: 1 })).toMatchObject({ ok: false, code: 'type' })
  })

  test('may say names with spaces and signs in them, and Arabic names, with as many spaces as one likes', async () => {
    const decisions = await read(
      decision('d1', literal('10'), '', 'عدد النسخ'),
      decision('d2', literal('5'), '', 'pay-by fee'),
      decision('d', literal('عدد   النسخ * pay-by fee + pay-by  fee'), 'd1 d2'),
    )
    expect(answer(decisions, 'd', {})).toBe(55)
  })
})

describe('a boxed context', () => {
  test('computes its entries in order, each seeing the ones before', async () => {
    const box = context(entry('net', literal('price * 2')), entry('total with tax', literal('net * 1.16')))
    expect(answer(await read(decision('d', box)), 'd', { price: 50 })).toEqual({ net: 100, 'total with tax': 116 })
  })

  test('answers its last entry where that has no name', async () => {
    const box = context(entry('total price', literal('price * 2')), entry('', literal('total price + 1')))
    expect(answer(await read(decision('d', box)), 'd', { price: 50 })).toBe(101)
  })

  test('can hold a table, whose rules are in the record under its own name', async () => {
    const rates = tableLogic({ inputs: ['kind'], outputs: ['rate'], rules: ['"a" | 1', '"b" | 2'] })
    const decisions = await read(decision('d', context(entry('rate', rates), entry('', literal('rate * 10')))))
    const result = ask(decisions, 'd', { kind: 'b' })
    expect(result).toMatchObject({
      ok: true,
      value: 20,
      trace: [
        { decision: 'd/rate', rules: [2] },
        { decision: 'd', rules: [] },
      ],
    })
  })

  test('holds its entries to their types', async () => {
    const decisions = await read(decision('d', context(entry('n', literal('"x"'), 'number'))))
    expect(ask(decisions, 'd', {})).toMatchObject({
      ok: false,
      reason: expect.stringContaining('n: Expected a number'),
    })
  })

  test('with the same name twice, or a nameless entry before the last, is refused', async () => {
    expect(await findingsOf(decision('d', context(entry('n', literal('1')), entry('n', literal('2')))))).toMatchObject([
      { rule: 'dmn/ambiguous' },
    ])
    expect(await findingsOf(decision('d', context(entry('', literal('1')), entry('n', literal('2')))))).toMatchObject([
      { rule: 'dmn/missing' },
    ])
  })

  test('does not let an entry see itself or the ones after', async () => {
    const findings = await findingsOf(
      '<inputData id="i" name="x"/>',
      decision('d', context(entry('a', literal('b + x')), entry('b', literal('1'))), 'i'),
    )
    expect(findings).toMatchObject([{ rule: 'dmn/unknown-name', messageAr: expect.stringContaining('«b»') }])
  })

  test('keeps a key named like a part of JavaScript as plain data', async () => {
    const decisions = await read(
      decision('d', context(entry('toString', literal('1')), entry('valueOf', literal('toString + 1')))),
    )
    expect(answer(decisions, 'd', {})).toEqual({ toString: 1, valueOf: 2 })
  })
})

describe('lists and relations', () => {
  test('a list holds boxes of any kind', async () => {
    const box = `<list>${literal('1 + x')}${context(entry('a', literal('2')))}</list>`
    expect(answer(await read(decision('d', box)), 'd', { x: 1 })).toEqual([2, { a: 2 }])
  })

  test('a relation is a list of contexts, and expressions can filter it', async () => {
    const relation = `<relation><column name="city"/><column name="fee" typeRef="number"/>
      <row>${literal('"القدس"')}${literal('10')}</row><row>${literal('"نابلس"')}${literal('12')}</row></relation>`
    const decisions = await read(decision('d1', relation), decision('d', literal('d1[city = wanted].fee'), 'd1'))
    expect(answer(decisions, 'd1', {})).toEqual([
      { city: 'القدس', fee: 10 },
      { city: 'نابلس', fee: 12 },
    ])
    expect(answer(decisions, 'd', { wanted: 'نابلس' })).toEqual([12])
  })

  test('a row of another width than the columns is refused', async () => {
    const relation = `<relation><column name="a"/><column name="b"/><row>${literal('1')}</row></relation>`
    const findings = await findingsOf(decision('d', relation))
    expect(findings.map((finding) => finding.rule)).toContain('dmn/width')
  })
})

describe('functions and knowledge models', () => {
  const fee = model(
    'b1',
    'fee of',
    ['copies : number', 'urgent : boolean'],
    literal('copies * 5 + (if urgent then 10 else 0)'),
  )

  test('an expression calls a knowledge model by its name', async () => {
    const decisions = await read(fee, decision('d', literal('fee of(n, true)'), 'b1'))
    expect(answer(decisions, 'd', { n: 3 })).toBe(25)
  })

  test('an invocation binds each parameter by name, in any order', async () => {
    const call = `<invocation>${literal('fee of')}${bind('urgent', literal('false'))}${bind('copies', literal('n + 1'))}</invocation>`
    expect(answer(await read(fee, decision('d', call, 'b1')), 'd', { n: 3 })).toBe(20)
  })

  test('an invocation with a missing or a strange parameter is refused', async () => {
    const call = `<invocation>${literal('fee of')}${bind('copies', literal('1'))}${bind('speed', literal('1'))}</invocation>`
    expect(await findingsOf(fee, decision('d', call, 'b1'))).toMatchObject([
      { rule: 'dmn/parameters' },
      { rule: 'dmn/parameters' },
    ])
  })

  test('an argument of the wrong type is a failure naming the parameter', async () => {
    const decisions = await read(fee, decision('d', literal('fee of("three", true)'), 'b1'))
    expect(ask(decisions, 'd', {})).toMatchObject({
      ok: false,
      code: 'type',
      reason: expect.stringContaining('parameter "copies"'),
    })
  })

  test('a knowledge model can be a table; its rules are in the record, once per call', async () => {
    const rates = tableLogic({ inputs: ['age'], outputs: ['rate'], rules: ['< 18 | 0', '>= 18 | 10'] })
    const decisions = await read(
      model('b1', 'rate', ['age : number'], rates),
      decision('d', literal('sum(for one in people return rate(one))'), 'b1'),
    )
    const result = ask(decisions, 'd', { people: [3, 40, 50] })
    expect(result).toMatchObject({
      ok: true,
      value: 20,
      trace: [
        { decision: 'b1', rules: [1] },
        { decision: 'b1', rules: [2] },
        { decision: 'b1', rules: [2] },
        { decision: 'd' },
      ],
    })
  })

  test('a knowledge model calls another it requires, and sees no variables of the case', async () => {
    const twice = model('b2', 'twice', ['x'], literal('base(x) + base(x)'), 'b1')
    const base = model('b1', 'base', ['x'], literal('x + 1'))
    expect(answer(await read(twice, base, decision('d', literal('twice(2)'), 'b2')), 'd', {})).toBe(6)
    const curious = model('b1', 'curious', ['x'], literal('x + amount'))
    expect(await findingsOf(curious, decision('d', literal('curious(1)'), 'b1'))).toMatchObject([
      { rule: 'dmn/unknown-name' },
    ])
  })

  test('a boxed function in a context sees the entries before it', async () => {
    const double = `<functionDefinition>${parametersOf(['x'])}${literal('x * factor')}</functionDefinition>`
    const box = context(
      entry('factor', literal('3')),
      entry('times', double),
      entry('', literal('times(n) + times(1)')),
    )
    expect(answer(await read(decision('d', box)), 'd', { n: 2 })).toBe(9)
  })

  test('a function in Java or PMML is refused', async () => {
    const java = `<functionDefinition kind="Java">${literal('1')}</functionDefinition>`
    const findings = await findingsOf(decision('d', java))
    expect(findings).toMatchObject([{ rule: 'dmn/unsupported', message: expect.stringContaining('Java') }])
  })
})
