/** The switch's messages, doubled and in any order: a charge is completed exactly once. Seeds are printed by fast-check. */
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FAILPOINTS } from '../../engine/core/failpoint.ts'
import { shelf } from './charge-shelf.ts'
import {
  drawer,
  genuine,
  letter,
  office,
  OTHER_TRANSFER,
  quoteAnswer,
  quoteBody,
  transferBody,
  type Drawer,
} from './switchboard.ts'

let box: Drawer
beforeAll(async () => {
  box = await drawer()
})
afterAll(() => box.close())

const PAID = ['received', 'accepted', 'quote', 'transfer', 'committed', 'committedByQuery'] as const
const ANY = [...PAID, 'rejected', 'aborted'] as const

test('doubled and reordered messages of one payment complete the task exactly once', async () => {
  const { charge, quote } = await quoteAnswer(box)
  const messages = genuine(charge, quote)
  const mix = fc.array(fc.constantFrom(...PAID), { minLength: 1, maxLength: 18 })
  await fc.assert(
    fc.asyncProperty(mix, async (order) => {
      const one = await office(box.url)
      for (const name of order) await one.give(messages[name])
      expect(one.told.length).toBeLessThanOrEqual(1)
      for (const name of ['quote', 'transfer', 'committed', 'committed'] as const) await one.give(messages[name])
      await one.payments.sweep(one.clock.now())
      await one.payments.settled()
      expect(one.told.map((outcome) => outcome.kind)).toEqual(['completed'])
      expect((await one.charge()).state).toBe('committed')
    }),
    { numRuns: 150 },
  )
})

test('messages that arrive at the same moment complete the task exactly once', async () => {
  const { charge, quote } = await quoteAnswer(box)
  const messages = genuine(charge, quote)
  const copies = fc.array(fc.constantFrom(...PAID), { minLength: 5, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(copies, async (order) => {
      const one = await office(box.url)
      await Promise.all(order.map((name) => one.give(messages[name])))
      for (const name of ['quote', 'transfer'] as const) await one.give(messages[name])
      await Promise.all(Array.from({ length: 5 }, () => one.give(messages.committed)))
      await one.payments.settled()
      expect(one.told.map((outcome) => outcome.kind)).toEqual(['completed'])
    }),
    { numRuns: 60 },
  )
})

test('even a switch that contradicts itself ends a task at most once, and pays only with COMMITTED', async () => {
  const { charge, quote } = await quoteAnswer(box)
  const messages = genuine(charge, quote)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...ANY), { maxLength: 20 }), async (order) => {
      const one = await office(box.url)
      for (const name of order) await one.give(messages[name])
      await one.payments.settled()
      expect(one.told.length).toBeLessThanOrEqual(1)
      const state = (await one.charge()).state
      const ends: Record<string, string> = { committed: 'completed', rejected: 'error' }
      expect(one.told[0]?.kind).toBe(ends[state])
    }),
    { numRuns: 150 },
  )
})

test('a COMMITTED after ABORTED pays nothing by itself: it is kept for reconciliation and blocks a second payment', async () => {
  const { charge, quote } = await quoteAnswer(box)
  const messages = genuine(charge, quote)
  const one = await office(box.url)
  for (const name of ['quote', 'transfer', 'aborted', 'committed', 'quote'] as const) await one.give(messages[name])
  expect(one.told).toEqual([])
  expect(await one.charge()).toMatchObject({ state: 'aborted', reason: expect.stringMatching(/^reconcile: /) })
})

test('a COMMITTED for a transfer that was aborted is noticed even after the payer began anew', async () => {
  const { charge, quote } = await quoteAnswer(box)
  const messages = genuine(charge, quote)
  const again = letter({ method: 'POST', path: '/quotes', body: quoteBody(charge, { quoteId: OTHER_TRANSFER }) })
  const one = await office(box.url)
  for (const name of ['quote', 'transfer', 'aborted'] as const) await one.give(messages[name])
  await one.give(again)
  expect((await one.charge()).state).toBe('quoted')
  await one.give(messages.transfer)
  expect((await one.charge()).state).toBe('quoted')
  await one.give(messages.committed)
  expect(await one.charge()).toMatchObject({ state: 'quoted', reason: expect.stringMatching(/^reconcile: /) })
  const second = transferBody(quote, { transferId: OTHER_TRANSFER })
  await one.give(letter({ method: 'POST', path: '/transfers', body: second }))
  await one.payments.settled()
  expect((await one.charge()).state).toBe('quoted')
  expect(one.told).toEqual([])
})

test('a repeated question gets the same answer again, to the byte', async () => {
  const { charge, quote } = await quoteAnswer(box)
  const messages = genuine(charge, quote)
  const one = await office(box.url)
  box.sent.length = 0
  for (const name of ['quote', 'quote', 'transfer', 'transfer'] as const) {
    await one.give(messages[name])
    await one.payments.settled()
  }
  const answers = box.sent.filter((sent) => sent.method === 'PUT')
  expect(answers.map(({ path }) => path.split('/')[1])).toEqual(['quotes', 'quotes', 'transfers', 'transfers'])
  expect(answers[1]).toEqual(answers[0])
  expect(answers[3]).toEqual(answers[2])
  expect(answers[2]?.body).toMatchObject({ transferState: 'RESERVED' })
})

test.each(FAILPOINTS.filter((name) => name.startsWith('payments.')))(
  'cut off at %s, the payment goes on and completes once',
  async (name) => {
    const { charge, quote } = await quoteAnswer(box)
    const messages = genuine(charge, quote)
    const charges = shelf()
    let cut = 0
    const failpoint = (point: string): void => {
      if (point === name && cut++ === 0) throw new Error(`cut off at ${point}`)
    }
    const opened = office(box.url, { failpoint }, charges)
    const one = await opened.catch(() => office(box.url, { failpoint }, charges))
    for (const message of ['quote', 'quote', 'transfer', 'transfer', 'committed', 'committed'] as const)
      await one.give(messages[message]).catch(() => undefined)
    await one.payments.settled()
    one.clock.at += 11_000
    await one.payments.sweep(one.clock.now())
    await one.payments.settled()
    expect(cut).toBeGreaterThan(0)
    expect((await one.charge()).state).toBe('committed')
    expect(one.told.map((outcome) => outcome.kind)).toEqual(['completed'])
  },
)
