/** Money given back: of one charge at most one refund counts. */
import { describe, expect, it } from 'vitest'
import type { Charge } from '../../../engine/core/charge.ts'
import { globalId } from '../../../engine/core/ids.ts'
import type { Refund } from '../../../engine/core/refund.ts'
import type { Store } from '../../../engine/core/store.ts'
import { AT, committed, instance, local, MOH, MOJ, reference, start } from './given.ts'

const MONEY = { amount: '25.00', currency: 'ILS' } as const

const charge = (id: string): Charge => ({
  id,
  agency: MOJ,
  payee: MOH,
  instance: instance(1),
  job: globalId(instance(1), local(7)),
  reference: reference(1),
  billNo: 'B-1',
  money: MONEY,
  payer: '{}',
  note: '',
  state: 'committed',
  createdAt: AT,
  changedAt: AT,
  expires: AT + 1,
  checkAt: AT,
  attempts: 0,
})

const refund = (attempt: number, more: Partial<Refund> = {}): Refund => ({
  id: `refund-${attempt}`,
  charge: 'charge-1',
  attempt,
  agency: MOJ,
  instance: instance(1),
  job: globalId(instance(1), local(8)),
  reference: reference(1),
  billNo: 'B-1',
  money: MONEY,
  note: 'رد · back',
  state: 'created',
  createdAt: AT + attempt,
  changedAt: AT,
  checkAt: AT + attempt,
  tries: 0,
  ...more,
})

export function refunds(store: () => Store): void {
  describe('a refund', () => {
    const open = async (): Promise<void> => {
      await committed(store(), start(1))
      await store().charges.open(charge('charge-1'))
    }

    it('is opened once per charge, whoever asks', async () => {
      await open()
      expect(await store().charges.get('charge-1')).toEqual(charge('charge-1'))
      const asked = [refund(1), refund(1, { job: globalId(instance(1), local(9)) }), refund(2)]
      const opened = await Promise.all(asked.map((it) => store().refunds.open(it)))
      expect(opened).toEqual([refund(1), refund(1), refund(1)])
      expect(await store().refunds.ofInstance(instance(1))).toEqual([refund(1)])
      expect(await store().refunds.ofCharge('charge-1')).toEqual(refund(1))
      expect(await store().refunds.ofJob(refund(1).job)).toEqual(refund(1))
    })

    it('may be opened again only after it was rejected', async () => {
      await open()
      await store().refunds.open(refund(1))
      const rejected = refund(1, { state: 'rejected', reason: '5103 closed' })
      expect(await store().refunds.move('created', rejected)).toBe(true)
      expect(await store().refunds.open(refund(1))).toEqual(rejected)
      expect(await store().refunds.open(refund(2))).toEqual(refund(2))
      expect(await store().refunds.open(refund(3))).toEqual(refund(2))
      expect(await store().refunds.get('refund-3')).toBeUndefined()
    })

    it('moves only from the state it was judged in, and is due while it is open', async () => {
      await open()
      await store().refunds.open(refund(1))
      expect(await store().refunds.due(AT, 9)).toEqual([])
      expect(await store().refunds.due(AT + 1, 9)).toEqual([refund(1)])
      const quoted = refund(1, { state: 'quoted', ilpPacket: 'p', condition: 'c', expires: AT + 9 })
      expect(await store().refunds.move('created', quoted)).toBe(true)
      expect(await store().refunds.move('created', quoted)).toBe(false)
      const paid = refund(1, { state: 'committed', completedAt: AT + 5 })
      expect(await store().refunds.move('quoted', paid)).toBe(true)
      expect(await store().refunds.due(AT + 99, 9)).toEqual([])
      expect(await store().refunds.get('refund-1')).toEqual(paid)
    })
  })
}
