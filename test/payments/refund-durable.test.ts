/** A refund message by message: what is on disk is enough to finish it, and nothing that is forged or late moves it. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConnectorJob, JobOutcome } from '../../engine/core/connector.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import type { Refund } from '../../engine/core/refund.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { aJob, OTHER_BANK_KEYS } from './street.ts'
import { drawer, genuine, letter, NOW, office, quoteAnswer, TRANSFER, type Drawer, type Office } from './switchboard.ts'

const KEY = Buffer.alloc(32, 7)
const QUOTED = {
  transferAmount: { currency: 'ILS', amount: '25' },
  expiration: new Date(NOW + 86_400_000).toISOString(),
  ilpPacket: 'AYIBgQ',
  condition: createHash('sha256').update(KEY).digest('base64url'),
}
const COMMITTED = {
  transferState: 'COMMITTED',
  completedTimestamp: new Date(NOW).toISOString(),
  fulfilment: KEY.toString('base64url'),
}
const JOB: ConnectorJob = { ...aJob({}, '9'), variables: { receipt: { transferId: TRANSFER }, reason: 'رد' } }

let folder: string
let box: Drawer
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'refunds-'))
  box = await drawer()
  const { charge, quote } = await quoteAnswer(box)
  const messages = genuine(charge, quote)
  await inProcess(async (one) => {
    for (const name of ['quote', 'transfer', 'committed'] as const) await one.give(messages[name])
  })
  box.sent.splice(0)
})
afterEach(async () => {
  await box.close()
  rmSync(folder, { recursive: true })
})

/** A Masar of its own over the same file, gone afterwards. */
async function inProcess<T>(work: (one: Office) => Promise<T>): Promise<T> {
  const store = openSqlite({ file: join(folder, 'masar.db') })
  const one = await office(box.url, { charges: store.charges, refunds: store.refunds })
  const result = await work(one)
  await one.payments.settled()
  await store.close()
  return result
}

const run = (one: Office, job = JOB): Promise<JobOutcome> => one.payments.refunds.run(job, new AbortController().signal)
const posts = (path: string): readonly JsonObject[] => box.sent.filter((it) => it.path === path).map((it) => it.body)
const refundOf = async (): Promise<Refund | undefined> => {
  const store = openSqlite({ file: join(folder, 'masar.db') })
  const refund = await store.refunds.ofJob(JOB.key)
  await store.close()
  return refund
}
const idOf = async (): Promise<string> => (await refundOf())?.id ?? 'none'

interface Said {
  readonly body: JsonObject
  readonly source?: string
  readonly key?: string
}

async function told(resource: string, { body, ...by }: Said): Promise<{ status: number; outcomes: JobOutcome[] }> {
  const path = `/${resource}/${await idOf()}`
  return inProcess(async (one) => {
    const { status } = await one.give(letter({ method: 'PUT', path, body, ...by }))
    return { status, outcomes: one.told }
  })
}

test('whose process ends after every message is finished by the next one, once', async () => {
  expect(await inProcess(run)).toMatchObject({ kind: 'waiting' })
  expect(await inProcess(run)).toMatchObject({ kind: 'waiting' })
  expect(await told('quotes', { body: QUOTED })).toMatchObject({ status: 200 })
  expect((await refundOf())?.state).toBe('quoted')
  expect(await inProcess(run)).toMatchObject({ kind: 'waiting' })
  expect(await told('quotes', { body: QUOTED })).toMatchObject({ status: 200 })
  const end = await told('transfers', { body: COMMITTED })
  expect(end).toMatchObject({ status: 200, outcomes: [{ kind: 'completed' }] })
  expect(await inProcess(run)).toEqual(end.outcomes[0])
  for (const path of ['/quotes', '/transfers'])
    expect(new Set(posts(path).map((body) => JSON.stringify(body))).size).toBe(1)
  expect(posts('/quotes')[0]).toMatchObject({
    amountType: 'RECEIVE',
    transactionType: { scenario: 'REFUND', initiator: 'PAYER', refundInfo: { refundReason: 'رد' } },
  })
})

test('is not moved by a wrong key, another bank, another amount, or what comes after its end', async () => {
  await inProcess(run)
  const other = { transferAmount: { currency: 'ILS', amount: '24' } }
  expect(await told('quotes', { body: { ...QUOTED, ...other } })).toMatchObject({ status: 400 })
  expect(await told('transfers', { body: COMMITTED })).toMatchObject({ status: 400, outcomes: [] })
  await told('quotes', { body: QUOTED })
  const wrong = { fulfilment: Buffer.alloc(32, 8).toString('base64url') }
  expect(await told('transfers', { body: { ...COMMITTED, ...wrong } })).toMatchObject({ status: 400, outcomes: [] })
  const stranger = { source: 'other-bank', key: OTHER_BANK_KEYS.privateKey }
  expect(await told('transfers', { body: COMMITTED, ...stranger })).toMatchObject({ status: 400, outcomes: [] })
  expect((await refundOf())?.state).toBe('quoted')
  await told('transfers', { body: COMMITTED })
  await told('transfers', { body: { ...COMMITTED, transferState: 'ABORTED' } })
  expect((await refundOf())?.state).toBe('committed')
})
