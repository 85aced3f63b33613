/** Money goes back to the citizen who paid: the whole of it, once, whatever breaks on the way. */
import { describe, expect, test } from 'vitest'
import type { ConnectorJob, JobOutcome } from '../../engine/core/connector.ts'
import type { JsonValue } from '../../engine/core/json.ts'
import type { FaultKind } from '../../engine/sandbox/payments/faults.ts'
import { aJob, until, withStreet, type Street } from './street.ts'

const HOUR = 3_600_000
const REASON = { ar: 'تعذر إصدار الرخصة', en: 'The licence could not be issued' }

const refundJob = (receipt: JsonValue, local = '9'): ConnectorJob => ({
  ...aJob({}, local),
  element: 'refund',
  variables: { receipt, reason: REASON },
})

async function paid(street: Street): Promise<JsonValue> {
  await street.run()
  await until(async () => (await street.charge()).state === 'accepted')
  street.double.approve((await street.charge()).id)
  await until(() => street.told.length > 0)
  await street.calm()
  const told = street.told.splice(0)[0]?.outcome
  if (told?.kind !== 'completed') throw new Error('Expected the fee to be paid')
  return told.variables['receipt'] ?? null
}

const refunded = (street: Street) => street.double.effects().filter((effect) => effect.kind === 'refunded')

/** The job is asked again, as the worker does, and the street swept, until it ends. */
async function settled(street: Street, job: ConnectorJob): Promise<JobOutcome> {
  let outcome = await street.refund(job)
  for (let round = 0; round < 30 && outcome.kind === 'waiting'; round++) {
    await street.calm()
    outcome = await street.refund(job)
    if (outcome.kind !== 'waiting') break
    street.advance(60_000)
    await street.payments.sweep(street.now())
  }
  return outcome
}

describe('a payment that is given back', () => {
  test('reaches the citizen whole, and the task is told with a proof', () =>
    withStreet({}, async (street) => {
      const receipt = await paid(street)
      expect(await street.refund(refundJob(receipt))).toMatchObject({ kind: 'waiting' })
      await until(() => street.told.length > 0)
      expect(street.told[0]?.outcome).toMatchObject({
        kind: 'completed',
        variables: {
          refund: {
            refundNo: expect.stringMatching(/^2026-7K3F-9QXM-4\/R[0-9A-F]{8}$/),
            amount: '25.00',
            currency: 'ILS',
            billNo: '2026-7K3F-9QXM-4',
          },
        },
      })
      expect(refunded(street)).toMatchObject([{ amount: '25', currency: 'ILS', order: (await street.charge()).id }])
    }))

  test('is given back once, however often and by however many tasks it is asked for', () =>
    withStreet({}, async (street) => {
      const receipt = await paid(street)
      const outcomes = await Promise.all([
        settled(street, refundJob(receipt, '9')),
        settled(street, refundJob(receipt, '10')),
        settled(street, refundJob(receipt, '11')),
      ])
      expect(outcomes.map((it) => it.kind)).toEqual(['completed', 'completed', 'completed'])
      expect(new Set(outcomes.map((it) => JSON.stringify(it))).size).toBe(1)
      expect(await settled(street, refundJob(receipt, '12'))).toEqual(outcomes[0])
      expect(refunded(street)).toHaveLength(1)
    }))

  test.each<readonly [FaultKind, string]>([
    ['refuse', 'quotes'],
    ['resetBefore', 'quotes'],
    ['resetAfterDelivery', 'quotes'],
    ['silence', 'quotes'],
    ['duplicate', 'quotes'],
    ['forgedSignature', 'quotes'],
    ['refuse', 'transfers'],
    ['resetBefore', 'transfers'],
    ['resetAfterDelivery', 'transfers'],
    ['silence', 'transfers'],
    ['duplicate', 'transfers'],
    ['forgedSignature', 'transfers'],
    ['noPatch', 'transfers'],
  ])('is given back once when %s happens to the %s', (kind, resource) =>
    withStreet({}, async (street) => {
      const receipt = await paid(street)
      street.double.fault({ kind, resource })
      expect(await settled(street, refundJob(receipt))).toMatchObject({ kind: 'completed' })
      expect(refunded(street)).toHaveLength(1)
    }),
  )

  test('is asked about when nobody answers until the end of its time, and is not sent again then', () =>
    withStreet({}, async (street) => {
      const receipt = await paid(street)
      street.double.fault({ kind: 'noPatch', resource: 'transfers' })
      const job = refundJob(receipt)
      await street.refund(job)
      await until(() => refunded(street).length === 1)
      const ordered = street.double.calls().filter((call) => call.path === '/transfers').length
      street.advance(2 * HOUR)
      expect(await settled(street, job)).toMatchObject({ kind: 'completed' })
      expect(street.double.calls().filter((call) => call.path === '/transfers')).toHaveLength(ordered)
      expect(refunded(street)).toHaveLength(1)
    }))

  test.each(['quotes', 'transfers'])(
    'and refused by the bank in %s ends as REFUND_REJECTED, and may be tried again',
    (resource) =>
      withStreet({}, async (street) => {
        const receipt = await paid(street)
        street.double.fault({ kind: 'refuseRefund', resource })
        const job = refundJob(receipt)
        expect(await settled(street, job)).toMatchObject({ kind: 'error', code: 'REFUND_REJECTED' })
        expect(await street.refund(job)).toMatchObject({ kind: 'error', code: 'REFUND_REJECTED' })
        expect(refunded(street)).toEqual([])
        expect(await settled(street, refundJob(receipt, '10'))).toMatchObject({ kind: 'completed' })
        expect(refunded(street)).toHaveLength(1)
      }),
  )

  test('of zero is given back at once and never reaches the switch', () =>
    withStreet({}, async (street) => {
      const outcome = await street.refund(refundJob({ amount: '0.00', currency: 'ILS', transferId: null }))
      expect(outcome).toEqual({ kind: 'completed', variables: { refund: null } })
      expect(street.double.calls()).toEqual([])
    }))
})

describe('a refund stops for a person and moves nothing', () => {
  test('when the receipt is none, or of nobody knows which payment', () =>
    withStreet({}, async (street) => {
      for (const receipt of [null, 'x', {}, { transferId: '1b0b6a0e-6f0a-4f7e-9d53-0d5e3c3a0003' }])
        expect(await street.refund(refundJob(receipt))).toMatchObject({
          kind: 'incident',
          reason: expect.stringMatching(/"receipt".*payment/),
        })
    }))

  test("when the payment is another application's", () =>
    withStreet({}, async (street) => {
      const job = refundJob(await paid(street))
      const other = { ...job, instance: '01JDA0000000000000000000ZZ' as ConnectorJob['instance'] }
      expect(await street.refund(other)).toMatchObject({ kind: 'incident' })
      expect(refunded(street)).toEqual([])
    }))
})
