import { expect, test } from 'vitest'
import { keepCodesTogether } from '../../engine/connectors/notify/direction.ts'

test('a reference number inside an Arabic sentence keeps its order', () => {
  expect(keepCodesTogether('صدرت معاملتك 2026-7K3F-9QXM-4. نزّلها')).toBe(
    'صدرت معاملتك \u200E2026-7K3F-9QXM-4\u200E. نزّلها',
  )
})

test('an address, a telephone number and an amount keep theirs', () => {
  expect(keepCodesTogether('https://masar.example/a و+970590000000 و25.00')).toBe(
    '\u200Ehttps://masar.example/a\u200E و\u200E+970590000000\u200E و\u200E25.00\u200E',
  )
})

test('plain words, plain numbers and Arabic itself are left as they are', () => {
  const text = 'الرسم 25 ILS، وزارة العدل'
  expect(keepCodesTogether(text)).toBe(text)
})
