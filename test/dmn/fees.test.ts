import { describe, expect, test } from 'vitest'
import { answer, ask, decision, input, literal, read, table } from './file.ts'

const applicant = input('i1', 'applicant')
const urgency = input('i2', 'درجة الاستعجال', 'string')

const exemption = table({
  id: 'd1',
  name: 'سبب الإعفاء',
  needs: 'i1',
  hit: 'FIRST',
  inputs: ['applicant.age : number', 'applicant.status : string : "student", "prisoner", "none"'],
  outputs: ['reason : string'],
  rules: ['< 18 | - | "قاصر"', '- | "student" | "طالب"', '- | - | '],
})

const fee = table({
  id: 'd2',
  name: 'رسم الشهادة',
  needs: 'd1 i2',
  inputs: ['سبب الإعفاء', 'درجة الاستعجال : string : "عادي", "مستعجل"'],
  outputs: ['amount : string', 'note : string'],
  rules: [
    'null | "عادي" | "10.00" | "رسم عادي"',
    'null | "مستعجل" | "25.00" | "رسم مستعجل"',
    'not(null) | - | "0.00" | "معفى: " + سبب الإعفاء',
  ],
})

describe('the fee of a certificate', () => {
  const decisions = read(applicant, urgency, exemption, fee)
  const of = async (age: number, status: string, how: string): Promise<unknown> =>
    answer(await decisions, 'd2', { applicant: { age, status }, 'درجة الاستعجال': how })

  test.each([
    [30, 'none', 'عادي', { amount: '10.00', note: 'رسم عادي' }],
    [30, 'none', 'مستعجل', { amount: '25.00', note: 'رسم مستعجل' }],
    [12, 'none', 'مستعجل', { amount: '0.00', note: 'معفى: قاصر' }],
    [20, 'student', 'عادي', { amount: '0.00', note: 'معفى: طالب' }],
  ])('at age %d, %s, %s', async (age, status, how, expected) => {
    expect(await of(age, status, how)).toEqual(expected)
  })

  test('is explained step by step, required decisions first', async () => {
    const result = ask(await decisions, 'd2', { applicant: { age: 12, status: 'none' }, 'درجة الاستعجال': 'عادي' })
    expect(result).toMatchObject({
      ok: true,
      trace: [
        {
          decision: 'd1',
          rules: [1],
          output: 'قاصر',
          inputs: [{ expression: 'applicant.age', value: 12 }, { value: 'none' }],
        },
        { decision: 'd2', rules: [3], output: { amount: '0.00', note: 'معفى: قاصر' } },
      ],
    })
  })

  test('says which variables it reads, its required decisions included', async () => {
    expect((await decisions).get('d2')?.inputs).toEqual(['applicant', 'درجة الاستعجال'])
    expect((await decisions).get('d1')?.inputs).toEqual(['applicant'])
  })

  test('fails naming table, input and value where a value is not allowed', async () => {
    const result = ask(await decisions, 'd2', { applicant: { age: 40, status: 'none' }, 'درجة الاستعجال': 'فوري' })
    expect(result).toEqual({
      ok: false,
      code: 'value',
      reason:
        'decision "رسم الشهادة": input "درجة الاستعجال": Expected one of "عادي", "مستعجل", but found the string "فوري"',
    })
  })

  test('fails naming the decision where a variable is missing', async () => {
    const result = ask(await decisions, 'd2', { 'درجة الاستعجال': 'عادي' })
    expect(result).toMatchObject({ ok: false, code: 'unknown-name', reason: expect.stringContaining('سبب الإعفاء') })
  })
})

test('amounts add up as money does', async () => {
  const decisions = await read(
    table({
      id: 'd1',
      hit: 'COLLECT',
      aggregation: 'SUM',
      inputs: ['urgent', 'posted'],
      outputs: ['part'],
      rules: ['- | - | 0.1', 'true | - | 0.2', '- | true | 1.005'],
    }),
    decision('d', literal('decimal(d1 * 100, 2)'), 'd1'),
  )
  expect(answer(decisions, 'd1', { urgent: true, posted: true })).toBe(1.305)
  expect(answer(decisions, 'd', { urgent: true, posted: false })).toBe(30)
})

test('a required decision that two others require is taken once', async () => {
  const decisions = await read(
    decision('d1', literal('x + 1')),
    decision('d2', literal('d1 * 2'), 'd1'),
    decision('d3', literal('d1 * 3'), 'd1'),
    decision('d', literal('d2 + d3'), 'd2 d3'),
  )
  const result = ask(decisions, 'd', { x: 1 })
  expect(result).toMatchObject({ ok: true, value: 10 })
  expect(result.ok && result.trace.map((step) => step.decision).toSorted()).toEqual(['d', 'd1', 'd2', 'd3'])
})

test('a required decision is known by its name and by its id', async () => {
  const decisions = await read(
    decision('d1', literal('5'), '', 'base fee'),
    decision('d', literal('base fee + d1'), 'd1'),
  )
  expect(answer(decisions, 'd', {})).toBe(10)
})

test('a required result hides a variable of the same name', async () => {
  const decisions = await read(decision('d1', literal('5')), decision('d', literal('d1 + 1'), 'd1'))
  expect(answer(decisions, 'd', { d1: 100 })).toBe(6)
})
