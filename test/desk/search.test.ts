import { describe, expect, test } from 'vitest'
import { reindexed, wordsOf } from '../../engine/core/search.ts'
import type { InstanceState } from '../../engine/core/instance.ts'
import type { JsonObject } from '../../engine/core/json.ts'

const knowing = (variables: JsonObject | undefined): InstanceState =>
  ({ elements: variables === undefined ? {} : { 1: { element: 'main', variables } } }) as unknown as InstanceState

const POINTERS = ['/nationalId', '/person/fullName', '/a~1b']

describe('the words an application is found by', () => {
  test('are those of its applicant and of what its package names', () => {
    const begun = knowing({
      application: { applicant: { id: '400000105' } },
      nationalId: '٤٠٠٠٠٠٢٠٢',
      'a/b': 'Plate 7-123',
    })
    expect(reindexed(POINTERS, undefined, begun)).toEqual({
      add: ['400000105', '400000202', 'plate', '123'],
      remove: [],
    })
    expect(reindexed([], undefined, knowing({ nationalId: '400000202' }))).toBeUndefined()
  })

  test('come and go with what is known', () => {
    const before = knowing({ nationalId: '400000202' })
    const named = knowing({ nationalId: '400000202', person: { fullName: { ar: 'ليلى خليل', en: 'Layla Khalil' } } })
    const married = knowing({ nationalId: '400000202', person: { fullName: { ar: 'ليلى عودة', en: null } } })
    expect(reindexed(POINTERS, before, named)).toEqual({ add: wordsOf('ليلى خليل layla khalil'), remove: [] })
    expect(reindexed(POINTERS, named, married)).toEqual({
      add: wordsOf('عودة'),
      remove: [...wordsOf('خليل'), 'layla', 'khalil'],
    })
  })

  test('stay when it ends, and are not written again where nothing of them changed', () => {
    const named = knowing({ nationalId: '400000202', copies: 1 })
    expect(reindexed(POINTERS, named, knowing(undefined))).toBeUndefined()
    expect(reindexed(POINTERS, named, knowing({ nationalId: '400000202', copies: 2 }))).toBeUndefined()
  })

  test('are few, and none is longer than anybody types', () => {
    const long = knowing({ nationalId: Array.from({ length: 500 }, (_, n) => `word${String(n)}`).join(' ') })
    expect(reindexed(POINTERS, undefined, long)?.add).toHaveLength(40)
    expect(wordsOf('x'.repeat(1_000))).toEqual(['x'.repeat(40)])
    expect(wordsOf(' a ، — ')).toEqual([])
  })
})
