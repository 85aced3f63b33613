/** What can go wrong between Masar and the switch: every fault the double can play, and the payment still happens once. */
import { describe, expect, test } from 'vitest'
import type { Effect } from '../../engine/sandbox/payments/effects.ts'
import type { Fault } from '../../engine/sandbox/payments/faults.ts'
import { aJob, OTHER_BANK_KEYS, until, withStreet, type Street } from './street.ts'

const PASSING: readonly Fault[] = [
  { kind: 'refuse', resource: 'transactionRequests', times: 3 },
  { kind: 'refuse', resource: 'quotes', times: 2 },
  { kind: 'refuse', resource: 'transfers', times: 2 },
  { kind: 'delay', resource: 'transactionRequests', ms: 100 },
  { kind: 'delay', resource: 'transfers', ms: 100 },
  { kind: 'resetBefore', resource: 'transactionRequests', times: 2 },
  { kind: 'resetBefore', resource: 'quotes' },
  { kind: 'resetBefore', resource: 'transfers' },
  { kind: 'resetAfterDelivery', resource: 'transactionRequests', times: 2 },
  { kind: 'resetAfterDelivery', resource: 'quotes' },
  { kind: 'resetAfterDelivery', resource: 'transfers' },
  { kind: 'duplicate', times: 6 },
  { kind: 'reorder', times: 4 },
  { kind: 'forgedSignature', times: 4 },
  { kind: 'silence', resource: 'transactionRequests' },
  { kind: 'silence', resource: 'quotes' },
  { kind: 'silence', resource: 'transfers' },
]

describe.each(PASSING.map((fault) => [JSON.stringify(fault), fault] as const))('with %s', (_name, fault) => {
  test('the fee is paid once and the task completed once', () =>
    withStreet({}, async (street) => {
      street.double.fault(fault)
      await street.run()
      await payWhenShown(street)
      await keepGoing(street, () => street.told.length > 0)
      await street.calm()
      expect(street.told.map(({ outcome }) => outcome.kind)).toEqual(['completed'])
      expect(charged(street)).toEqual([(await street.charge()).id])
      expect(kinds(street, 'committed')).toBe(1)
      expect(street.double.effects().filter((effect) => effect.kind === 'repeat' && !effect.same)).toEqual([])
    }))
})

test('a request whose acknowledgement is lost is sent again under the same id, the same to the byte', () =>
  withStreet({}, async (street) => {
    street.double.fault({ kind: 'resetAfterDelivery', resource: 'transactionRequests', times: 3 })
    street.double.fault({ kind: 'silence', resource: 'transactionRequests', times: 4 })
    await street.run()
    await keepGoing(street, () => kinds(street, 'repeat') >= 3)
    expect(charged(street)).toEqual([(await street.charge()).id])
    expect(street.double.effects().every((effect) => effect.kind !== 'repeat' || effect.same)).toBe(true)
  }))

test('an aborted transfer gives nothing, and the payer may try again within the same charge', () =>
  withStreet({}, async (street) => {
    street.double.fault({ kind: 'abort' })
    await street.run()
    await payWhenShown(street)
    await until(async () => (await street.charge()).state === 'aborted')
    expect(street.told).toEqual([])
    expect(kinds(street, 'committed')).toBe(0)
    street.double.approve((await street.charge()).id)
    await keepGoing(street, () => street.told.length > 0)
    expect(street.told[0]?.outcome.kind).toBe('completed')
    expect(charged(street)).toHaveLength(1)
    expect(kinds(street, 'committed')).toBe(1)
  }))

test('a commit the switch never tells is found by asking', () =>
  withStreet({}, async (street) => {
    street.double.fault({ kind: 'noPatch' })
    await street.run()
    await payWhenShown(street)
    await until(() => street.double.orders()[0]?.stage === 'paid')
    await street.calm()
    expect(street.told).toEqual([])
    street.advance(31_000)
    await street.payments.sweep(street.now())
    await until(() => street.told.length > 0)
    expect(street.told[0]?.outcome.kind).toBe('completed')
  }))

test('a switch that never answers leaves the charge unknown, never failed, and a late COMMITTED still completes it', () =>
  withStreet({ timing: { query: [50, 50], resends: 3, slow: 1000 } }, async (street) => {
    street.double.fault({ kind: 'noPatch' })
    await street.run()
    await payWhenShown(street)
    await until(() => street.double.orders()[0]?.stage === 'paid')
    await street.calm()
    street.double.fault({ kind: 'refuse', times: 1000 })
    await keepGoing(street, async () => (await street.charge()).state === 'unknown', 60_000)
    expect(street.told).toEqual([])
    expect((await street.run()).kind).toBe('waiting')
    street.advance(30 * 86_400_000)
    await street.payments.sweep(street.now())
    await street.payments.settled()
    expect((await street.charge()).state).toBe('unknown')
    street.double.clearFaults()
    await keepGoing(street, () => street.told.length > 0, 3_600_000)
    expect(street.told[0]?.outcome.kind).toBe('completed')
    expect(charged(street)).toHaveLength(1)
  }))

test('a procedure that asks for it is told that the payment is unknown', () =>
  withStreet({ timing: { resends: 2, query: [10] } }, async (street) => {
    street.double.fault({ kind: 'resetBefore', times: 1000 })
    await street.run()
    await keepGoing(street, async () => (await street.charge()).state === 'unknown')
    expect((await street.run()).kind).toBe('waiting')
    expect(await street.run(aJob({ reportUnknown: true }))).toMatchObject({ kind: 'error', code: 'PAYMENT_UNKNOWN' })
    expect(street.told).toEqual([])
  }))

test('a charge the switch has lost is sent again while there is time', () =>
  withStreet({ timing: { resends: 2, slow: 100 } }, async (street) => {
    street.double.fault({ kind: 'resetBefore', times: 1000 })
    await street.run()
    await keepGoing(street, async () => (await street.charge()).state === 'unknown')
    expect(street.double.orders()).toEqual([])
    street.double.clearFaults()
    await keepGoing(street, async () => (await street.charge()).state === 'accepted')
    await payWhenShown(street)
    await keepGoing(street, () => street.told.length > 0)
    expect(charged(street)).toEqual([(await street.charge()).id])
  }))

test('what the switch sends while Masar is away arrives when it is back', () =>
  withStreet({}, async (street) => {
    await street.run()
    await until(async () => (await street.charge()).state === 'accepted')
    street.door(false)
    street.double.approve((await street.charge()).id)
    await until(() => street.double.calls().filter((call) => call.direction === 'out' && call.status === 0).length >= 2)
    street.door(true)
    await keepGoing(street, () => street.told.length > 0)
    expect(street.told).toHaveLength(1)
  }))

test('a request the switch finds wrong stops for a person, and a retry sends the same charge', () =>
  withStreet({ double: { masar: { fspId: 'masar', publicKey: OTHER_BANK_KEYS.publicKey } } }, async (street) => {
    const first = await street.run()
    expect(first).toMatchObject({ kind: 'incident', reason: expect.stringMatching(/3105.*same charge is sent again/) })
    const { id } = await street.charge()
    await street.run()
    expect(street.double.calls().filter((call) => call.status === 400)).toHaveLength(2)
    expect((await street.charge()).id).toBe(id)
  }))

async function payWhenShown(street: Street): Promise<void> {
  await keepGoing(street, () => street.double.orders().length > 0)
  await keepGoing(street, () => street.double.approve(street.double.orders()[0]?.id ?? '')?.stage !== 'pending')
}

/** Sweeps, with time passing by `step` each round, until it holds. */
async function keepGoing(street: Street, holds: () => boolean | Promise<boolean>, step = 60): Promise<void> {
  for (let round = 0; round < 400 && !(await holds()); round++) {
    street.advance(step)
    await street.payments.sweep(street.now())
    await street.payments.settled()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  expect(await holds()).toBe(true)
}

const kinds = (street: Street, kind: Effect['kind']): number =>
  street.double.effects().filter((effect) => effect.kind === kind).length

const charged = (street: Street): string[] =>
  street.double.effects().flatMap((effect) => (effect.kind === 'charge' ? [effect.key] : []))
