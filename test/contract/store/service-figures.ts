/** How the services do. */
import { describe, expect, it } from 'vitest'
import type { Store } from '../../../engine/core/store.ts'
import { AT, committed, digest, instance, MOJ, start, step } from './given.ts'

export function publicFigures(store: () => Store): void {
  describe('the figures of a service', () => {
    const figures = async (since = 0) => (await store().serviceFigures.list(since))[0]

    it('count what was received, decided and called off', async () => {
      expect(await store().serviceFigures.list(0)).toEqual([])
      for (let n = 1; n <= 4; n++) await committed(store(), start(n))
      await committed(store(), step(1, 1, { status: 'completed' }), step(2, 1, { status: 'terminated' }), step(3, 1))
      expect(await figures()).toEqual({ packageId: 'moj.record', agency: MOJ, received: 4, open: 2, decided: 1 })
    })

    it('take an issued certificate for the decision, once, whatever happens to the application after that', async () => {
      await committed(store(), start(1))
      const paper = { digest: digest('d'), agency: MOJ, instance: instance(1), createdAt: AT }
      const kept = {
        digest: digest('d'),
        agency: MOJ,
        instance: instance(1),
        issuedAt: AT + 50,
        status: 'valid',
      } as const
      await store().documents.add(
        { ...paper, source: '4', mediaType: 'application/pdf', name: 'a.pdf', size: 1 },
        new Uint8Array([1]),
        { ...kept, serial: 'MOJ-1' },
      )
      expect(await figures()).toMatchObject({ received: 1, open: 0, decided: 1 })
      await committed(store(), step(1, 1, { status: 'terminated' }))
      expect(await figures()).toMatchObject({ received: 1, open: 0, decided: 1 })
    })

    it('say how long decisions took, where there are enough of them, and only of those since a day', async () => {
      for (let n = 1; n <= 10; n++) {
        await committed(store(), start(n, { at: AT }))
        await committed(store(), step(n, 1, { status: 'completed', at: AT + n * 100 }))
      }
      expect(await figures()).toMatchObject({ decided: 10, median: 500, slow: 900 })
      expect(await figures(AT + 501)).toMatchObject({ received: 10, decided: 5, median: 800, slow: 1_000 })
      expect(await figures(AT + 601)).not.toHaveProperty('median')
    })
  })
}
