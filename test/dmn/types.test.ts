import { describe, expect, test } from 'vitest'
import { answer, ask, decision, findingsOf, input, literal, read, table } from './file.ts'

const item = (name: string, inner: string, attributes = ''): string =>
  `<itemDefinition name="${name}"${attributes}>${inner}</itemDefinition>`
const part = (name: string, type: string): string =>
  `<itemComponent name="${name}"><typeRef>${type}</typeRef></itemComponent>`
const allowed = (values: string): string => `<allowedValues><text>${values}</text></allowedValues>`

const column = (type: string): string => table({ inputs: [`x : ${type}`], outputs: ['r'], rules: ['- | 1'] })

describe('the type of an input', () => {
  test.each([
    ['number', 5, 'five'],
    ['string', 'five', 5],
    ['boolean', true, 'true'],
    ['date', '2026-11-23', '23/11/2026'],
    ['time', '10:30:00', '25:00'],
    ['dateTime', '2026-11-23T10:30:00Z', 'today'],
    ['date and time', '2026-11-23T10:30:00Z', 5],
    ['dayTimeDuration', 'P2DT3H', 'P2Y'],
    ['yearMonthDuration', 'P2Y', 'P2D'],
    ['days and time duration', 'PT5M', '5 minutes'],
    ['list', [1], 1],
    ['context', { a: 1 }, [1]],
  ])('%s takes %j and not %j', async (type, good, bad) => {
    const decisions = await read(column(type))
    expect(answer(decisions, 'd', { x: good })).toBe(1)
    expect(answer(decisions, 'd', { x: null })).toBe(1)
    expect(ask(decisions, 'd', { x: bad })).toMatchObject({
      ok: false,
      code: 'type',
      reason: expect.stringMatching(/^decision "d": input "x": Expected a .*, but found /),
    })
  })

  test('a date that enters as text can be compared with dates', async () => {
    const decisions = await read(
      table({
        hit: 'FIRST',
        inputs: ['born : date'],
        outputs: ['r'],
        rules: ['< date("2008-11-23") | "adult"', '- | "minor"'],
      }),
    )
    expect(answer(decisions, 'd', { born: '2000-01-01' })).toBe('adult')
    expect(answer(decisions, 'd', { born: '2020-01-01' })).toBe('minor')
  })

  test('input data with a type is read as that type by every decision that requires it', async () => {
    const decisions = await read(input('i1', 'born', 'date'), decision('d', literal('born.year + 18'), 'i1'))
    expect(answer(decisions, 'd', { born: '2000-05-01' })).toBe(2018)
    expect(ask(decisions, 'd', { born: 'May' })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('input "born"'),
    })
  })

  test('a type nobody defined is a finding with what to do', async () => {
    expect(await findingsOf(column('money'))).toMatchObject([
      {
        rule: 'dmn/unknown-type',
        message: expect.stringContaining('"money"'),
        remedy: expect.any(String),
        remedyAr: expect.any(String),
      },
    ])
  })
})

describe('types the file defines', () => {
  const person = item('person', part('name', 'string') + part('age', 'number') + part('children', 'people'))
  const people = item('people', '<typeRef>string</typeRef>', ' isCollection="true"')
  const colour = item('colour', `<typeRef>string</typeRef>${allowed('"red", "green"')}`)

  test('a structure holds its parts to their types', async () => {
    const decisions = await read(person, people, input('i1', 'who', 'person'), decision('d', literal('who.name'), 'i1'))
    expect(answer(decisions, 'd', { who: { name: 'هدى', age: 3, children: ['س'], more: 1 } })).toBe('هدى')
    expect(ask(decisions, 'd', { who: { name: 'هدى', age: 'x', children: [] } })).toMatchObject({
      ok: false,
      code: 'type',
    })
    expect(ask(decisions, 'd', { who: { name: 'هدى', age: 3, children: [1] } })).toMatchObject({
      ok: false,
      code: 'type',
    })
    expect(ask(decisions, 'd', { who: { name: 'هدى' } })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('"age"'),
    })
  })

  test('allowed values are held to', async () => {
    const decisions = await read(colour, column('colour'))
    expect(answer(decisions, 'd', { x: 'red' })).toBe(1)
    expect(ask(decisions, 'd', { x: 'blue' })).toMatchObject({ ok: false, code: 'value' })
  })

  test('a type that is made of itself is a finding', async () => {
    const loop = item('a', '<typeRef>b</typeRef>') + item('b', '<typeRef>a</typeRef>')
    expect(await findingsOf(loop, column('a'))).toMatchObject([
      { rule: 'dmn/cycle', message: expect.stringContaining('a → b → a') },
    ])
  })

  test('a type defined twice is a finding', async () => {
    expect(await findingsOf(colour, colour, column('colour'))).toMatchObject([{ rule: 'dmn/ambiguous' }])
  })
})

describe('the outputs of a table', () => {
  test('a plain answer of the wrong type is found when the file is read', async () => {
    const findings = await findingsOf(table({ inputs: ['x'], outputs: ['amount : number'], rules: ['- | "ten"'] }))
    expect(findings).toMatchObject([
      { rule: 'dmn/not-allowed', message: expect.stringContaining('rule 1, output "amount"') },
    ])
  })

  test('a computed answer of the wrong type is a failure naming rule and output', async () => {
    const decisions = await read(table({ inputs: ['x'], outputs: ['amount : number'], rules: ['- | "n" + x'] }))
    expect(ask(decisions, 'd', { x: 'a' })).toMatchObject({
      ok: false,
      reason: 'decision "d": rule 1, output "amount": Expected a number, but found the string "na"',
    })
  })

  test('an empty answer is null, and an empty condition lets everything through', async () => {
    const decisions = await read(
      table({ inputs: ['x'], outputs: ['a : number', 'b : string : "p"'], rules: [' |  | '] }),
    )
    expect(answer(decisions, 'd', { x: 'anything' })).toEqual({ a: null, b: null })
  })

  test('comparing a text with a number is a failure naming rule and input', async () => {
    const decisions = await read(table({ inputs: ['x'], outputs: ['r'], rules: ['-1 | 0', '< 5 | 1'] }))
    const result = ask(decisions, 'd', { x: 'ten' })
    expect(result).toMatchObject({ ok: false, code: 'type', reason: expect.stringContaining('input "x"') })
  })
})
