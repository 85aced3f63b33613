import { describe, expect, test } from 'vitest'
import { search } from '../../designer/procedure/canvas/search.ts'

const STEPS = [
  { label: 'مراجعة الطلب · Review the application', id: 'review' },
  { label: 'إصدارُ الشهادة', id: 'issue' },
  { label: 'دفع الرسوم ١٥', id: 'pay' },
  { label: undefined, id: 'gateway' },
]

const found = (typed: string): readonly unknown[] =>
  search(STEPS, typed, { keys: ['label', 'id'] }).map(({ item }) => item['id'])

const marked = (typed: string): readonly string[] =>
  search(STEPS, typed, { keys: ['label', 'id'] }).flatMap(({ tokens }) =>
    (tokens['label'] ?? []).flatMap((it) => ('match' in it && it.match === true ? [it.value] : [])),
  )

describe('the search of the canvas', () => {
  test.each([
    ['مراجعه', 'review'],
    ['REVIEW', 'review'],
    ['اصدار الشهاده', 'issue'],
    ['أصدار', 'issue'],
    ['15', 'pay'],
    ['gate', 'gateway'],
  ])('finds by %s what is meant', (typed, id) => {
    expect(found(typed)).toEqual([id])
  })

  test('finds nothing by what stands nowhere, and nothing by signs alone', () => {
    expect(found('رفض')).toEqual([])
    expect(found('\u064b')).toEqual([])
  })

  test('shows what was found in the letters of the name, vowel signs included', () => {
    expect(marked('اصدار')).toEqual(['إصدارُ'])
    expect(marked('الشهاده')).toEqual(['الشهادة'])
  })

  test('leaves nothing out of the name beside what was found', () => {
    for (const { label } of STEPS.slice(0, 3)) {
      const [first] = search([{ label }], (label ?? '').split(' ')[1] ?? '', { keys: ['label'] })
      expect((first?.tokens['label'] ?? []).map((it) => ('value' in it ? it.value : '')).join('')).toBe(label)
    }
  })

  test('looks through several texts under one name, as menus have them', () => {
    const [first] = search([{ search: ['مهمة', 'إجراء'] }], 'اجراء', { keys: ['search'] })
    expect(first?.tokens['search']).toEqual([
      expect.anything(),
      [expect.objectContaining({ value: 'إجراء', match: true })],
    ])
  })
})
