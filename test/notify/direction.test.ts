import { expect, test } from 'vitest'
import { keepCodesTogether } from '../../engine/connectors/notify/direction.ts'

test('a reference number inside an Arabic sentence keeps its order', () => {
  expect(keepCodesTogether('صدرت معاملتك 2026-7K3F-9QXM-4. نزّلها')).toBe(
    'صدرت معاملتك \u200E2026-7K3F-9QXM-4\u200E. نزّلها',
  )
})

test('a telephone number keeps its plus in front', () => {
  expect(keepCodesTogether('اتصل على +970590000000')).toBe('اتصل على \u200E+970590000000\u200E')
})

test('what keeps its order by itself is left as it is', () => {
  const text = 'الرسم 25.00 ILS في 2026-11-23، https://masar.example/a1-2b، utf-8، وزارة العدل'
  expect(keepCodesTogether(text)).toBe(text)
})
