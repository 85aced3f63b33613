/** Messages that claim a payment and are not genuine: none is believed, and nothing of Masar changes (T15). */
import { createHmac, sign } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SwitchRequest } from '../../engine/connectors/payments/inbound/exchange.ts'
import { canonical, sealHeader } from '../../engine/sandbox/payments/canonical.ts'
import { MASAR_KEYS, OTHER_BANK_KEYS, SWITCH_KEYS } from './street.ts'
import {
  drawer,
  genuine,
  letter,
  NOW,
  office,
  OTHER_TRANSFER,
  quoteAnswer,
  quoteBody,
  TRANSFER,
  transferBody,
  type Drawer,
  type Office,
} from './switchboard.ts'

let box: Drawer
let quoted: Awaited<ReturnType<typeof quoteAnswer>>
beforeAll(async () => {
  box = await drawer()
  quoted = await quoteAnswer(box)
})
afterAll(() => box.close())

const seal = (message: SwitchRequest): { signature: string; protectedHeader: string } =>
  JSON.parse(String(message.headers['fspiop-signature'])) as { signature: string; protectedHeader: string }

const fields = (message: SwitchRequest): Record<string, unknown> =>
  JSON.parse(Buffer.from(seal(message).protectedHeader, 'base64url').toString()) as Record<string, unknown>

const withHeaders = (message: SwitchRequest, headers: SwitchRequest['headers']): SwitchRequest => ({
  ...message,
  headers: { ...message.headers, ...headers },
})

const withSignature = (message: SwitchRequest, signature: unknown): SwitchRequest =>
  withHeaders(message, { 'fspiop-signature': typeof signature === 'string' ? signature : JSON.stringify(signature) })

/** Properly signed by the switch's key, over whatever protected header. */
function signedOver(message: SwitchRequest, header: Record<string, unknown>, key = SWITCH_KEYS.privateKey) {
  const protectedHeader = Buffer.from(JSON.stringify(header)).toString('base64url')
  const input = Buffer.from(`${protectedHeader}.${Buffer.from(message.body).toString('base64url')}`)
  return withSignature(message, { protectedHeader, signature: sign('RSA-SHA256', input, key).toString('base64url') })
}

function redated(message: SwitchRequest, date: string): SwitchRequest {
  return withHeaders(signedOver(message, { ...fields(message), Date: date }), { date })
}

/** The last letter of 256 bytes in base64url carries four bits that decode to nothing. */
function nextLetter(signature: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return signature.slice(0, -1) + (letters[letters.indexOf(signature.slice(-1)) + 1] ?? '')
}

const ELSEWHERE = '/transfers/1b0b6a0e-6f0a-4f7e-9d53-0d5e3c3a9999'

const FORGERIES: Readonly<Record<string, (message: SwitchRequest) => SwitchRequest>> = {
  'without a signature': (m) => withHeaders(m, { 'fspiop-signature': undefined }),
  'with an empty signature header': (m) => withSignature(m, ''),
  'with a signature header that is no JSON': (m) => withSignature(m, 'signed, the switch'),
  'with a signature header that is a list': (m) => withSignature(m, [seal(m)]),
  'with an empty signature': (m) => withSignature(m, { ...seal(m), signature: '' }),
  'with a truncated signature': (m) => withSignature(m, { ...seal(m), signature: seal(m).signature.slice(0, -8) }),
  'with a changed signature': (m) =>
    withSignature(m, { ...seal(m), signature: seal(m).signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')) }),
  'with a padded signature': (m) => withSignature(m, { ...seal(m), signature: `${seal(m).signature}==` }),
  'with stray bits at the end of the signature': (m) =>
    withSignature(m, { ...seal(m), signature: nextLetter(seal(m).signature) }),
  'with a space after the signature': (m) => withSignature(m, { ...seal(m), signature: `${seal(m).signature} ` }),
  'with a line break in the signature': (m) =>
    withSignature(m, { ...seal(m), signature: seal(m).signature.replace(/^.{10}/, '$&\n') }),
  'with a third part in the signature header': (m) => withSignature(m, { ...seal(m), kid: 'the-switch' }),
  'with two signature headers': (m) =>
    withHeaders(m, { 'fspiop-signature': [JSON.stringify(seal(m)), JSON.stringify(seal(m))] }),
  'with the algorithm "none"': (m) =>
    withSignature(m, {
      protectedHeader: Buffer.from(JSON.stringify({ ...fields(m), alg: 'none' })).toString('base64url'),
      signature: '',
    }),
  'with our public key of the switch as HMAC secret': (m) => {
    const protectedHeader = Buffer.from(JSON.stringify({ ...fields(m), alg: 'HS256' })).toString('base64url')
    const input = `${protectedHeader}.${Buffer.from(m.body).toString('base64url')}`
    const signature = createHmac('sha256', SWITCH_KEYS.publicKey).update(input).digest('base64url')
    return withSignature(m, { protectedHeader, signature })
  },
  'that calls its algorithm RS512': (m) => signedOver(m, { ...fields(m), alg: 'RS512' }),
  'signed with the key of another bank': (m) => signedOver(m, fields(m), OTHER_BANK_KEYS.privateKey),
  'signed with our own key': (m) => signedOver(m, fields(m), MASAR_KEYS.privateKey),
  'with a critical extension': (m) => signedOver(m, { ...fields(m), crit: ['b64'], b64: false }),
  'with one bit of the body changed': (m) => {
    const body = Buffer.from(m.body)
    body.writeUInt8(body.readUInt8(body.length - 3) ^ 1, body.length - 3)
    return { ...m, body }
  },
  'with a field added': (m) => ({ ...m, body: Buffer.from(`{"a":1,${Buffer.from(m.body).toString().slice(1)}`) }),
  'with a field removed': (m) => ({
    ...m,
    body: Buffer.from(
      Buffer.from(m.body)
        .toString()
        .replace(/,"[^"]+":[^,]+?}$/, '}') + ' {}',
    ),
  }),
  'with an empty body': (m) => ({ ...m, body: Buffer.alloc(0) }),
  'with the body of another message': (m) => ({ ...m, body: Buffer.from('{"transferState":"COMMITTED"}') }),
  'for another address': (m) => ({ ...m, path: ELSEWHERE }),
  'for another address, headers too': (m) => ({ ...withHeaders(m, { 'fspiop-uri': ELSEWHERE }), path: ELSEWHERE }),
  'with another FSPIOP-URI': (m) => withHeaders(m, { 'fspiop-uri': ELSEWHERE }),
  'without FSPIOP-URI': (m) => withHeaders(m, { 'fspiop-uri': undefined }),
  'with a query after the address': (m) => ({ ...m, path: `${m.path}?state=COMMITTED` }),
  'with the address in another case': (m) => ({ ...m, path: m.path.toUpperCase() }),
  'sent with another method': (m) => ({ ...m, method: 'DELETE' }),
  'with another FSPIOP-HTTP-Method': (m) => withHeaders(m, { 'fspiop-http-method': 'OPTIONS' }),
  'in the name of another bank': (m) => withHeaders(m, { 'fspiop-source': 'other-bank' }),
  'in the name of a stranger': (m) => withHeaders(m, { 'fspiop-source': 'stranger' }),
  'in the name of a property every object has': (m) => withHeaders(m, { 'fspiop-source': 'constructor' }),
  'without a source': (m) => withHeaders(m, { 'fspiop-source': undefined }),
  'meant for another ministry': (m) => withHeaders(m, { 'fspiop-destination': 'other-ministry' }),
  'meant for another ministry and signed so': (m) =>
    withHeaders(signedOver(m, { ...fields(m), 'FSPIOP-Destination': 'other-ministry' }), {
      'fspiop-destination': 'other-ministry',
    }),
  'without a destination': (m) => withHeaders(m, { 'fspiop-destination': undefined }),
  'with another Date than signed': (m) => withHeaders(m, { date: new Date(NOW + 1000).toUTCString() }),
  'without a Date': (m) => withHeaders(m, { date: undefined }),
  'without a signed Date': (m) => {
    const { Date: _date, ...rest } = fields(m)
    return signedOver(m, rest)
  },
  'six minutes old': (m) => redated(m, new Date(NOW - 360_000).toUTCString()),
  'six minutes ahead': (m) => redated(m, new Date(NOW + 360_000).toUTCString()),
  'dated in another format': (m) => redated(m, new Date(NOW).toISOString()),
  'without the address in what is signed': (m) => {
    const { 'FSPIOP-URI': _uri, ...rest } = fields(m)
    return signedOver(m, rest)
  },
  'with a signed header that is no object': (m) => {
    const protectedHeader = Buffer.from('"RS256"').toString('base64url')
    const input = Buffer.from(`${protectedHeader}.${Buffer.from(m.body).toString('base64url')}`)
    const signature = sign('RSA-SHA256', input, SWITCH_KEYS.privateKey).toString('base64url')
    return withSignature(m, { protectedHeader, signature })
  },
  'with the seal of a message to another address': (m) => {
    const other = letter({ method: m.method, path: ELSEWHERE, body: JSON.parse(Buffer.from(m.body).toString()) })
    return withSignature(m, seal(other))
  },
}

const KINDS = ['accepted', 'rejected', 'quote', 'transfer', 'committed', 'committedByQuery', 'aborted'] as const

/** A case in which every kind of message would change something if it were believed. */
async function caseFor(kind: (typeof KINDS)[number]): Promise<{ office: Office; message: SwitchRequest }> {
  const { charge, quote } = quoted
  const messages = genuine(charge, quote)
  const one = await office(box.url)
  const before = { accepted: [], rejected: [], quote: [], transfer: ['quote'] as const }
  const needed = kind in before ? before[kind as keyof typeof before] : (['quote', 'transfer'] as const)
  for (const name of needed) await one.give(messages[name])
  await one.payments.settled()
  return { office: one, message: messages[kind] }
}

describe.each(KINDS)('a message "%s"', (kind) => {
  test.each(Object.entries(FORGERIES))('%s is turned away and nothing changes', async (_name, forge) => {
    const { office: one, message } = await caseFor(kind)
    const before = one.charges.snapshot()
    const answer = await one.give(forge(message))
    await one.payments.settled()
    expect(answer.status).toBe(400)
    expect(answer.body).toContain('"errorCode":"3105"')
    expect(one.charges.snapshot()).toBe(before)
    expect(one.told).toEqual([])
  })

  test('that is genuine changes the charge, so the refusals above mean something', async () => {
    const { office: one, message } = await caseFor(kind)
    const before = one.charges.snapshot()
    expect([200, 202]).toContain((await one.give(message)).status)
    await one.payments.settled()
    expect(one.charges.snapshot()).not.toBe(before)
  })

  test('replayed after six minutes is turned away', async () => {
    const { office: one, message } = await caseFor(kind)
    await one.give(message)
    await one.payments.settled()
    one.clock.at += 360_000
    const before = one.charges.snapshot()
    expect((await one.give(message)).body).toContain('3105')
    expect(one.charges.snapshot()).toBe(before)
  })
})

test('only the switch may say COMMITTED, not another bank with a good signature', async () => {
  const { office: one, message } = await caseFor('committed')
  const body = JSON.parse(Buffer.from(message.body).toString())
  const before = one.charges.snapshot()
  for (const method of ['PATCH', 'PUT']) {
    const forged = letter({ method, path: message.path, body, source: 'other-bank', key: OTHER_BANK_KEYS.privateKey })
    expect((await one.give(forged)).status).toBe(400)
  }
  expect(one.charges.snapshot()).toBe(before)
})

test.each([
  ['another amount', { amount: { currency: 'ILS', amount: '1' } }, '5103'],
  ['another currency', { amount: { currency: 'USD', amount: '25' } }, '5103'],
  ['an amount in a wrong form', { amount: { currency: 'ILS', amount: '25.00' } }, '5103'],
  [
    'another payee',
    { payee: { partyIdInfo: { partyIdType: 'BUSINESS', partyIdentifier: 'mot', fspId: 'masar' } } },
    '5103',
  ],
  ['a bill that is not ours', { transactionRequestId: OTHER_TRANSFER }, '3206'],
  ['a time that is over', { expiration: new Date(NOW - 1).toISOString() }, '3302'],
])('a quote for %s is refused by callback', async (_name, change, code) => {
  const one = await office(box.url)
  const charge = await one.charge()
  box.sent.length = 0
  const message = letter({ method: 'POST', path: '/quotes', body: quoteBody(charge, change) })
  expect((await one.give(message)).status).toBe(202)
  await one.payments.settled()
  expect(box.sent).toMatchObject([{ method: 'PUT', body: { errorInformation: { errorCode: code } } }])
  expect((await one.charge()).state).toBe('requested')
})

test.each([
  ['another amount', { amount: { currency: 'ILS', amount: '24' } }, '5105'],
  ['another condition', { condition: 'A'.repeat(43) }, '5105'],
  ['another packet', { ilpPacket: 'AQ' }, '5105'],
  ['another payee bank', { payeeFsp: 'other-bank' }, '5105'],
  ['a time that is over', { expiration: new Date(NOW - 1).toISOString() }, '3303'],
  ['no time', { expiration: 'soon' }, '3102'],
])('a transfer with %s gets no key', async (_name, change, code) => {
  const { quote } = quoted
  const { office: one } = await caseFor('transfer')
  box.sent.length = 0
  await one.give(letter({ method: 'POST', path: '/transfers', body: transferBody(quote, change) }))
  await one.payments.settled()
  expect(box.sent).toMatchObject([
    { path: `/transfers/${TRANSFER}/error`, body: { errorInformation: { errorCode: code } } },
  ])
  expect((await one.charge()).state).toBe('quoted')
})

test('the same id with another body is refused as modified, and the first one stands', async () => {
  const { quote } = quoted
  const { office: one } = await caseFor('committed')
  const before = await one.charge()
  box.sent.length = 0
  const body = transferBody(quote, { expiration: new Date(NOW + 50_000).toISOString() })
  expect((await one.give(letter({ method: 'POST', path: '/transfers', body }))).status).toBe(202)
  await one.payments.settled()
  expect(box.sent).toMatchObject([
    { path: `/transfers/${TRANSFER}/error`, body: { errorInformation: { errorCode: '3106' } } },
  ])
  expect(await one.charge()).toEqual(before)
})

test('a second transfer for a charge that is promised gets no key', async () => {
  const { quote } = quoted
  const { office: one } = await caseFor('committed')
  box.sent.length = 0
  await one.give(
    letter({ method: 'POST', path: '/transfers', body: transferBody(quote, { transferId: OTHER_TRANSFER }) }),
  )
  await one.payments.settled()
  expect(box.sent).toMatchObject([{ path: `/transfers/${OTHER_TRANSFER}/error` }])
  expect((await one.charge()).transferId).toBe(TRANSFER)
})

test('a body sent in another spelling than was signed is accepted when its sorted form was signed', async () => {
  const one = await office(box.url)
  const charge = await one.charge()
  const message = letter({ method: 'POST', path: '/quotes', body: quoteBody(charge) })
  const spaced = Buffer.from(JSON.stringify(JSON.parse(Buffer.from(message.body).toString()), null, 2))
  expect((await one.give({ ...message, body: spaced })).status).toBe(202)
  await one.payments.settled()
  expect((await one.charge()).state).toBe('quoted')
})

test('an unknown version, a wrong content type and an unknown address each get their own answer', async () => {
  const one = await office(box.url)
  const charge = await one.charge()
  const message = letter({ method: 'POST', path: '/quotes', body: quoteBody(charge) })
  const typed = (type: string) => withHeaders(message, { 'content-type': type })
  expect((await one.give(typed('application/vnd.interoperability.quotes+json;version=2.0'))).status).toBe(406)
  expect((await one.give(typed('application/json'))).status).toBe(400)
  expect((await one.give(letter({ method: 'POST', path: '/parties', body: {} }))).status).toBe(404)
  expect((await one.give(letter({ method: 'POST', path: `/quotes/${charge.id}`, body: {} }))).status).toBe(405)
})

test('a question without a signature is only answered where the operator allows it', async () => {
  const one = await office(box.url)
  const date = new Date(NOW).toUTCString()
  const path = `/transfers/${TRANSFER}`
  const unsigned: SwitchRequest = {
    method: 'GET',
    path,
    headers: { date, 'fspiop-source': 'the-switch', 'fspiop-destination': 'masar' },
    body: Buffer.alloc(0),
  }
  expect((await one.give(unsigned)).body).toContain('3105')
  const sealed = { method: 'GET', uri: path, source: 'the-switch', destination: 'masar', date }
  const signature = sealHeader(sealed, '', SWITCH_KEYS.privateKey)
  const headers = { 'fspiop-uri': path, 'fspiop-http-method': 'GET', 'fspiop-signature': signature }
  expect((await one.give(withHeaders(unsigned, headers))).status).toBe(202)
})

test('the forged corpus has more than a hundred variants', () => {
  expect(Object.keys(FORGERIES).length * KINDS.length).toBeGreaterThan(100)
  expect(canonical({ b: 'ب', a: [{ d: 1, c: null }] })).toBe('{"a":[{"c":null,"d":1}],"b":"ب"}')
})
