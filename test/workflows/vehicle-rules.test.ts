/** The rules of a vehicle's renewal, row by row: what it costs, and what bars it on which day. */
import { describe, expect, test } from 'vitest'
import { readDmn } from '../../engine/core/dmn/read.ts'
import { scopeOf, toJson } from '../../engine/core/feel/feel.ts'
import type { JsonObject, JsonValue } from '../../engine/core/json.ts'
import { shelf, textOf } from './shelf.ts'

const NOON = Date.parse('2026-01-04T10:00:00Z')

async function decided(file: string, id: string, variables: JsonObject): Promise<JsonValue> {
  const read = await readDmn(file, textOf(shelf.get('mot.vehicle-renewal')?.get(file)))
  if (!read.ok) throw new Error(read.findings[0]?.message ?? 'not read')
  const decision = read.decisions.find((one) => one.id === id)
  const result = decision?.evaluate(scopeOf(variables, NOON, 'Asia/Hebron'))
  if (result?.ok !== true) throw new Error(result?.reason ?? `Expected a decision ${id}`)
  return toJson(result.value)
}

describe('the licence fee', () => {
  const fee = (type: string, engineCc: number, fuel: string, more: JsonObject = {}): Promise<JsonValue> =>
    decided('fees.dmn', 'licence_fee', {
      vehicle: { type, engineCc, fuel },
      standing: { onDay: '2026-01-04', age: 7, monthsLate: 0, ...more },
      request: { renewalPeriod: more['renewalPeriod'] ?? 12 },
    })

  test.each([
    ['private', 998, 'petrol', {}, '380'],
    ['private', 1000, 'petrol', {}, '380'],
    ['private', 1001, 'petrol', {}, '560'],
    ['private', 1600, 'diesel', {}, '616'],
    ['private', 2000, 'hybrid', {}, '672'],
    ['private', 2001, 'petrol', {}, '1280'],
    ['private', 0, 'electric', {}, '190'],
    ['taxi', 2497, 'diesel', {}, '792'],
    ['truck', 4249, 'diesel', {}, '1595'],
    ['motorcycle', 471, 'petrol', {}, '210'],
    ['private', 1395, 'petrol', { renewalPeriod: 6 }, '280'],
    ['private', 1395, 'petrol', { age: 16 }, '616'],
    ['private', 1395, 'petrol', { monthsLate: 1 }, '588'],
    ['private', 1395, 'petrol', { monthsLate: 6 }, '588'],
    ['private', 1395, 'petrol', { monthsLate: 7 }, '616'],
    ['private', 1395, 'petrol', { monthsLate: 13 }, '672'],
    ['private', 1395, 'petrol', { monthsLate: 25 }, '728'],
    ['private', 1395, 'petrol', { onDay: '2025-10-31' }, '560'],
    ['private', 1395, 'petrol', { onDay: '2025-11-01' }, '504'],
    ['private', 1395, 'petrol', { onDay: '2025-12-31', monthsLate: 1 }, '532'],
  ])('of a %s of %d cc, %s, %j, is %s shekels', async (type, engineCc, fuel, more, amount) => {
    expect(await fee(type, engineCc, fuel, more)).toMatchObject({ amount, currency: 'ILS' })
  })
})

describe('what bars a renewal', () => {
  const CLEAR = {
    insurance: { state: 'valid' },
    inspection: { state: 'passed' },
    fines: { state: 'none' },
    lien: { state: 'none' },
    tax: { state: 'clear' },
  }
  const found = (onDay: string, states: JsonObject): Promise<JsonValue> =>
    decided('blocking.dmn', 'blocking_rules', { standing: { onDay }, ...CLEAR, ...states })

  test.each([
    ['2024-02-13', 'block'],
    ['2024-02-14', 'ignore'],
    ['2024-08-14', 'ignore'],
    ['2024-08-15', 'block'],
  ])('open fines on %s: %s', async (day, effect) => {
    expect(await found(day, { fines: { state: 'open' } })).toMatchObject([{ check: 'fines', effect }])
  })

  test('nothing where all is in order, and everything at once where nothing is', async () => {
    expect(await found('2026-01-04', {})).toEqual([])
    const rulings = await found('2026-01-04', {
      insurance: { state: 'missing' },
      inspection: { state: 'failed' },
      fines: { state: 'open' },
      lien: { state: 'seized' },
      tax: { state: 'owing' },
    })
    expect(rulings).toMatchObject(['insurance', 'inspection', 'fines', 'hold', 'tax'].map((check) => ({ check })))
  })
})

describe('whether a vehicle may be renewed', () => {
  test.each([
    ['2026-01-04', 'active', 2, 'eligible'],
    ['2026-01-04', 'active', 3, 'struck_off'],
    ['2019-08-31', 'active', 3, 'eligible'],
    ['2019-09-01', 'active', 3, 'struck_off'],
    ['2026-01-04', 'stolen', 0, 'not_renewable'],
    ['2026-01-04', 'scrapped', 5, 'not_renewable'],
  ])('on %s, %s, %d years unlicensed: %s', async (onDay, status, yearsUnlicensed, outcome) => {
    const variables = { standing: { onDay, yearsUnlicensed }, vehicle: { status } }
    expect(await decided('eligibility.dmn', 'eligibility', variables)).toMatchObject({ outcome })
  })
})
