import { expect, test } from 'vitest'
import { draftCalled } from '../../designer/workspace/called.ts'

test('a draft is called by its title, by the other language while one is missing, and by its id before it has any', () => {
  const packageId = 'moj.permit'
  expect(draftCalled({ packageId, title: { ar: 'رخصة', en: 'Permit' } }, 'en')).toBe('Permit')
  expect(draftCalled({ packageId, title: { ar: 'رخصة', en: '' } }, 'en')).toBe('رخصة')
  expect(draftCalled({ packageId, title: { ar: '', en: 'Permit' } }, 'ar')).toBe('Permit')
  expect(draftCalled({ packageId, title: { ar: '', en: '' } }, 'ar')).toBe(packageId)
})
