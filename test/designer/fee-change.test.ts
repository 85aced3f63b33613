/** A fee that becomes another from a day on: both amounts stay in the table, and each day has one. */
import { describe, expect, test } from 'vitest'
import { triableIn } from '../../designer/decisions/trying.ts'
import { newTableFile } from '../../designer/decisions/new-table-file.ts'
import { tableIn } from '../../designer/decisions/table-commands.ts'
import { dayTyped } from '../../designer/frame/typed-day.ts'
import { dayColumns, plainAmounts, splitAt, withNewAmounts } from '../../designer/policy/fee-change.ts'
import { amountsOf } from '../../designer/policy/sections/amounts.tsx'
import type { DecisionTable } from '../../engine/core/dmn/rewrite.ts'
import { openDmn } from '../../engine/core/dmn/rewrite.ts'
import { daysAhead, isoDay } from '../../engine/core/package/fee-days.ts'

const NOW = Date.UTC(2026, 5, 1, 9)
const label = { ar: 'إذا كان', en: 'If' }
const FILE = newTableFile({
  id: 'fee',
  title: { ar: 'الرسم', en: 'The fee' },
  hitPolicy: 'UNIQUE',
  inputs: [{ expression: 'area', type: 'number', label }],
  outputs: [
    { name: 'amount', type: 'string', label: { ar: 'المبلغ', en: 'Amount' } },
    { name: 'currency', type: 'string', label: { ar: 'العملة', en: 'Currency' } },
  ],
  rules: [
    ['<= 200', '"100.00"', '"ILS"'],
    ['> 200', '"200.00"', '"ILS"'],
  ],
})

async function changedFrom(xml: string, day: string, amounts: readonly (readonly [number, string])[]): Promise<string> {
  const draft = await openDmn(xml)
  if (draft === undefined) throw new Error('Expected a decision file')
  const table = tableIn(draft, 'fee') as DecisionTable
  withNewAmounts(draft, 'fee', dayColumns(table)[0], day, new Map(amounts))
  return draft.xml()
}

async function told(xml: string, area: number): Promise<readonly string[]> {
  const triable = await triableIn('fees.dmn', xml, 'fee')
  if (triable === undefined) throw new Error('Expected a decision that can be asked')
  return amountsOf(triable.decision, `={area: ${String(area)}}`, {}, [xml], NOW).map(
    ({ from = 'today', amount = 'none' }) => `${from} ${amount}`,
  )
}

test('a day is one that the calendar has, in whichever digits it is typed', () => {
  expect(dayTyped(' ٢٠٢٧-٠١-٠١ ')).toBe('2027-01-01')
  expect(dayTyped('۲۰۲۷-۰۱-۰۱')).toBe('2027-01-01')
  expect(dayTyped('2028-02-29')).toBe('2028-02-29')
  expect(['2027-02-29', '2027-02-31', '2027-13-01', '1/1/2027', ''].map(dayTyped)).toEqual(Array(5).fill(undefined))
})

describe('new amounts from a day on', () => {
  test('hold from that day, for the cases that were given one, and once more from a later day', async () => {
    const first = await changedFrom(FILE, '2027-01-01', [[0, '120.00']])
    expect(await told(first, 100)).toEqual(['today 100.00 ILS', '2027-01-01 120.00 ILS'])
    expect(await told(first, 300)).toEqual(['today 200.00 ILS'])
    const second = await changedFrom(first, '2028-01-01', [
      [1, '150.00'],
      [2, '250.00'],
    ])
    expect(await told(second, 100)).toEqual(['today 100.00 ILS', '2027-01-01 120.00 ILS', '2028-01-01 150.00 ILS'])
    expect(await told(second, 300)).toEqual(['today 200.00 ILS', '2028-01-01 250.00 ILS'])
  })

  test('are offered for the rows that hold on that day, by their case', async () => {
    const xml = await changedFrom(FILE, '2027-01-01', [[0, '120.00']])
    const draft = await openDmn(xml)
    const table = (draft && tableIn(draft, 'fee')) as DecisionTable
    const [column] = dayColumns(table)
    const amounts = (day: string) => plainAmounts(table, column, day).map(({ amount }) => amount)
    expect(amounts('2026-12-01')).toEqual(['100.00', '200.00'])
    expect(amounts('2027-06-01')).toEqual(['120.00', '200.00'])
  })

  test('end what held before, and begin within what ends later', () => {
    const of = (day: string): string => `date("${day}")`
    expect(splitAt('-', '2027-01-01')).toEqual({ until: `< ${of('2027-01-01')}`, from: `>= ${of('2027-01-01')}` })
    expect(splitAt(`<= ${of('2027-12-31')}`, '2027-01-01')).toEqual({
      until: `< ${of('2027-01-01')}`,
      from: `[${of('2027-01-01')}..${of('2027-12-31')}]`,
    })
    expect(splitAt(`[${of('2026-01-01')}..${of('2026-12-31')}]`, '2027-01-01')).toBeUndefined()
    expect(splitAt(`>= ${of('2027-01-01')}`, '2027-01-01')).toEqual({
      until: undefined,
      from: `>= ${of('2027-01-01')}`,
    })
    expect(splitAt('something(?)', '2027-01-01')).toBeUndefined()
  })
})

test('a fee may become another on the days that are named and the day after, the nearest first', () => {
  const texts = ['[date("2025-11-01")..date("2026-12-31")]', '{"until": "2026-07-01"}', '2026-99-99']
  expect(daysAhead(texts, NOW).map(isoDay)).toEqual(['2026-07-01', '2026-07-02', '2026-12-31', '2027-01-01'])
})
