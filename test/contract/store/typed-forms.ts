/** What people typed after their session had run out. */
import { describe, expect, it } from 'vitest'
import type { Digest } from '../../../engine/core/ids.ts'
import type { Store } from '../../../engine/core/store.ts'
import type { TypedForm } from '../../../engine/core/typed-form.ts'
import { AT, MOJ, user } from './given.ts'

const OWNER = user('900000001')
const OTHER = user('900000002')

const typed = (address: string, more: Partial<TypedForm> = {}): TypedForm => ({
  owner: OWNER,
  address,
  fields: { '/purpose': 'عمل', '/several': ['a', 'b'] },
  files: [{ place: '/deed', digest: 'a'.repeat(64) as Digest }],
  typedAt: AT,
  ...more,
})

export function typedForms(store: () => Store): void {
  const forms = (): Store['typedForms'] => store().typedForms
  const known = async (): Promise<void> => {
    for (const id of [OWNER, OTHER])
      await store().accounts.put({
        id,
        agency: MOJ,
        name: 'x',
        roles: ['citizen'],
        groups: [],
        password: 'scrypt$1$1$1$salt$hash',
        disabled: false,
        createdAt: AT,
      })
  }

  describe('what somebody typed', () => {
    it('is kept for its owner at its address, in place of what was typed there before', async () => {
      await known()
      await forms().keep(typed('/a'), 10)
      await forms().keep(typed('/a', { fields: { '/purpose': 'x' }, files: [], typedAt: AT + 1 }), 10)
      expect(await forms().get(OWNER, '/a', 0)).toEqual(
        typed('/a', { fields: { '/purpose': 'x' }, files: [], typedAt: AT + 1 }),
      )
      expect(await forms().get(OTHER, '/a', 0)).toBeUndefined()
      expect(await forms().get(OWNER, '/b', 0)).toBeUndefined()
      expect(await forms().get(OWNER, '/a', AT + 2)).toBeUndefined()
    })

    it('is of one person only so much, the latest', async () => {
      await known()
      await forms().keep(typed('/theirs', { owner: OTHER }), 2)
      for (const [n, address] of ['/a', '/b', '/c'].entries())
        await forms().keep(typed(address, { typedAt: AT + n }), 2)
      const left = await Promise.all(['/a', '/b', '/c'].map((address) => forms().get(OWNER, address, 0)))
      expect(left.map((form) => form?.address)).toEqual([undefined, '/b', '/c'])
      expect(await forms().get(OTHER, '/theirs', 0)).toBeDefined()
    })

    it('is removed by its owner alone, and forgotten when it is old', async () => {
      await known()
      await forms().keep(typed('/a'), 10)
      await forms().keep(typed('/b', { typedAt: AT + 5 }), 10)
      await forms().remove(OTHER, '/a')
      expect(await forms().get(OWNER, '/a', 0)).toBeDefined()
      await forms().remove(OWNER, '/a')
      expect(await forms().get(OWNER, '/a', 0)).toBeUndefined()
      expect(await forms().forget(AT + 5)).toBe(0)
      expect(await forms().forget(AT + 6)).toBe(1)
      expect(await forms().get(OWNER, '/b', 0)).toBeUndefined()
    })
  })
}
