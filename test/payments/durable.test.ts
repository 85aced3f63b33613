/** A payment on the real store: what is on disk is enough to finish it after the process is gone. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { drawer, genuine, NOW, office, quoteAnswer, TRANSFER, type Drawer } from './switchboard.ts'

let folder: string
let box: Drawer
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'charges-'))
  box = await drawer()
})
afterEach(async () => {
  await box.close()
  rmSync(folder, { recursive: true })
})

test('a payment whose process ends after every message is finished by the next one, once', async () => {
  const { charge, quote } = await quoteAnswer(box)
  const messages = genuine(charge, quote)
  const states: string[] = []
  for (const name of ['accepted', 'quote', 'transfer', 'committed', 'committed'] as const) {
    const store = openSqlite({ file: join(folder, 'masar.db') })
    const one = await office(box.url, { charges: store.charges })
    await one.give(messages[name])
    await one.payments.settled()
    states.push((await store.charges.get(charge.id))?.state ?? 'none')
    await store.close()
  }
  expect(states).toEqual(['accepted', 'quoted', 'reserved', 'committed', 'committed'])
  const sentIds = box.sent.filter((sent) => sent.path === '/transactionRequests')
  expect(new Set(sentIds.map((sent) => sent.body['transactionRequestId']))).toEqual(new Set([charge.id]))
})

test('the charge on disk is the charge in every field, and one transfer pays one charge', async () => {
  const { charge, quote } = await quoteAnswer(box)
  const messages = genuine(charge, quote)
  const store = openSqlite({ file: ':memory:' })
  const one = await office(box.url, { charges: store.charges })
  for (const name of ['quote', 'transfer', 'committed'] as const) await one.give(messages[name])
  await one.payments.settled()
  expect(one.told).toMatchObject([
    { kind: 'completed', variables: { receipt: { transferId: TRANSFER, amount: '25.00' } } },
  ])
  expect(await store.charges.byTransfer(TRANSFER)).toMatchObject({
    id: charge.id,
    state: 'committed',
    completedAt: NOW,
    quote: expect.stringContaining(String(quote['condition'])),
    receiptNo: expect.stringMatching(/^2026-7K3F-9QXM-4\//),
  })
  expect(await store.charges.due(NOW + 1e12, 10)).toEqual([])
  await store.close()
})
