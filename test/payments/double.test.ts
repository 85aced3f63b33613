/** The switch's double is as strict as a switch, and remembers through its own kill. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../engine/core/json.ts'
import { canonical, sealHeader } from '../../engine/sandbox/payments/canonical.ts'
import { startSwitchDouble, type SwitchDouble } from '../../engine/sandbox/payments/double.ts'
import { readEffects } from '../../engine/sandbox/payments/effects.ts'
import { MASAR_KEYS, OTHER_BANK_KEYS, SWITCH_KEYS } from './street.ts'

let folder: string
let double: SwitchDouble
const start = () =>
  startSwitchDouble({
    privateKey: SWITCH_KEYS.privateKey,
    masar: { fspId: 'masar', publicKey: MASAR_KEYS.publicKey },
    stateFile: join(folder, 'state.json'),
    ledgerFile: join(folder, 'ledger.jsonl'),
  })

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'switch-'))
  double = await start()
})
afterEach(async () => {
  await double.close()
  rmSync(folder, { recursive: true })
})

const ID = '1b0b6a0e-6f0a-4f7e-9d53-0d5e3c3a0001'
const request = (more: JsonObject = {}): JsonObject => ({
  transactionRequestId: ID,
  payee: {
    partyIdInfo: { partyIdType: 'BUSINESS', partyIdentifier: 'moj', fspId: 'masar' },
    name: 'وزارة العدل <b>',
  },
  payer: { partyIdType: 'MSISDN', partyIdentifier: '970591234567' },
  amount: { currency: 'ILS', amount: '25' },
  transactionType: { scenario: 'PAYMENT', initiator: 'PAYEE', initiatorType: 'BUSINESS' },
  note: '<script>alert(1)</script>',
  expiration: new Date(Date.now() + 3_600_000).toISOString(),
  ...more,
})

async function send(body: JsonObject, headers: Record<string, string> = {}, key = MASAR_KEYS.privateKey) {
  const uri = '/transactionRequests'
  const date = new Date().toUTCString()
  const sealed = { method: 'POST', uri, source: 'masar', destination: 'switch-double', date }
  const text = canonical(body)
  const response = await fetch(double.url + uri, {
    method: 'POST',
    body: text,
    headers: {
      'Content-Type': 'application/vnd.interoperability.transactionRequests+json;version=1.1',
      Accept: 'application/vnd.interoperability.transactionRequests+json;version=1',
      Date: date,
      'FSPIOP-Source': 'masar',
      'FSPIOP-Destination': 'switch-double',
      'FSPIOP-URI': uri,
      'FSPIOP-HTTP-Method': 'POST',
      'FSPIOP-Signature': sealHeader(sealed, text, key),
      ...headers,
    },
  })
  expect(response.headers.get('x-masar-double')).toBe('payments')
  const answer = await response.text()
  return { status: response.status, code: /"errorCode":"(\d+)"/.exec(answer)?.[1] }
}

test('a good request is taken', async () => {
  expect(await send(request())).toEqual({ status: 202, code: undefined })
  expect(double.orders()).toHaveLength(1)
})

describe('a request is refused', () => {
  test.each([
    ['with trailing zeros in the amount', { amount: { currency: 'ILS', amount: '25.00' } }, '3101'],
    ['with an amount as number', { amount: { currency: 'ILS', amount: 25 } }, '3101'],
    ['with an unknown field', { colour: 'green' }, '3101'],
    ['with an id that is no UUID', { transactionRequestId: '7' }, '3101'],
    ['with an expiration without milliseconds', { expiration: '2026-11-23T09:00:00Z' }, '3101'],
    ['with a note over 128 characters', { note: 'ش'.repeat(129) }, '3101'],
  ])('%s', async (_name, change, code) => {
    expect(await send(request(change))).toEqual({ status: 400, code })
    expect(double.orders()).toEqual([])
  })

  test('without a payer', async () => {
    const { payer: _payer, ...rest } = request()
    expect(await send(rest)).toEqual({ status: 400, code: '3102' })
  })

  test.each([
    ['another content type', { 'Content-Type': 'application/json' }, '3001'],
    [
      'another version accepted',
      { Accept: 'application/vnd.interoperability.transactionRequests+json;version=2' },
      '3001',
    ],
    ['another source', { 'FSPIOP-Source': 'other-bank' }, '3105'],
    ['another destination', { 'FSPIOP-Destination': 'other-bank' }, '3105'],
    ['another address in the header', { 'FSPIOP-URI': '/quotes' }, '3105'],
    ['another method in the header', { 'FSPIOP-HTTP-Method': 'PUT' }, '3105'],
    ['a broken signature', { 'FSPIOP-Signature': '{}' }, '3105'],
  ])('with %s', async (_name, headers, code) => {
    expect(await send(request(), headers)).toEqual({ status: 400, code })
    expect(double.orders()).toEqual([])
  })

  test('signed by somebody else', async () => {
    expect(await send(request(), {}, OTHER_BANK_KEYS.privateKey)).toEqual({ status: 400, code: '3105' })
  })
})

test('the same id with another body is noted as modified and changes nothing', async () => {
  await send(request())
  await send(request({ amount: { currency: 'ILS', amount: '26' } }))
  expect(double.orders()).toMatchObject([{ amount: '25' }])
  expect(double.effects()).toMatchObject([{ kind: 'charge' }, { kind: 'repeat', same: false }])
})

test('bills and ledger survive a kill, also one in the middle of a line', async () => {
  await send(request())
  await double.close()
  appendFileSync(join(folder, 'ledger.jsonl'), '{"kind":"comm')
  double = await start()
  expect(double.orders()).toMatchObject([{ id: ID, stage: 'pending' }])
  expect(double.approve(ID)?.stage).toBe('quoting')
  await send(request())
  const ledger = readEffects(readFileSync(join(folder, 'ledger.jsonl'), 'utf8'))
  expect(ledger.map((effect) => effect.kind)).toEqual(['charge', 'repeat'])
})

test('the payer’s pages are Arabic first, say that they are a double, and show texts as texts', async () => {
  await send(request())
  const list = await fetch(`${double.url}/payer`)
  expect(await list.text()).toContain(`/payer/${ID}`)
  const page = await fetch(`${double.url}/payer/${ID}`)
  const html = await page.text()
  expect(html).toMatch(/<html lang="ar" dir="rtl">/)
  expect(html).toContain('double · نسخة تجريبية')
  expect(html).not.toContain('<script')
  expect(html).not.toContain('<b>')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('a script decides with JSON, and a decision stands', async () => {
  await send(request())
  const decide = (what: string) =>
    fetch(`${double.url}/payer/${ID}/${what}`, { method: 'POST', headers: { accept: 'application/json' } })
  expect(await (await decide('reject')).json()).toMatchObject({ double: true, stage: 'rejected' })
  expect(await (await decide('approve')).json()).toMatchObject({ stage: 'rejected' })
  const other = await fetch(`${double.url}/payer/${ID.replace('1b', '2b')}/approve`, { method: 'POST' })
  expect(other.status).toBe(404)
})

test('trouble is asked for over HTTP and used up', async () => {
  const ask = (body: string) => fetch(`${double.url}/__double/faults`, { method: 'POST', body })
  expect((await ask('{"kind":"weather"}')).status).toBe(400)
  expect((await ask('not json')).status).toBe(400)
  expect((await ask('{"kind":"refuse","times":1,"resource":"transactionRequests"}')).status).toBe(201)
  expect(await send(request())).toEqual({ status: 503, code: '2003' })
  expect(await send(request())).toEqual({ status: 202, code: undefined })
  const calls = (await (await fetch(`${double.url}/__double/calls`)).json()) as { calls: { fault?: string }[] }
  expect(calls.calls.map((call) => call.fault)).toEqual(['refuse', undefined])
})
