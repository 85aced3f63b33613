/** The forms on the wire: seal, sorted text, packet and lock, error codes, ids, durations. */
import { createPrivateKey, createPublicKey } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chargeId } from '../../engine/connectors/payments/charge-id.ts'
import { account } from '../../engine/connectors/payments/config.ts'
import { milliseconds } from '../../engine/connectors/payments/duration.ts'
import { errorClass } from '../../engine/connectors/payments/wire/error-codes.ts'
import { fits, lockOf, readPacket, writePacket } from '../../engine/connectors/payments/wire/ilp.ts'
import { isSealed, readSeal, seal } from '../../engine/connectors/payments/wire/jws.ts'
import { checkContentType } from '../../engine/connectors/payments/wire/media-type.ts'
import { sortedJson } from '../../engine/connectors/payments/wire/sorted-json.ts'
import type { GlobalId } from '../../engine/core/ids.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { canonical, sealFault } from '../../engine/sandbox/payments/canonical.ts'
import { ILP_SECRET, MASAR_KEYS, OTHER_BANK_KEYS, SWITCH_KEYS } from './street.ts'

const ENVELOPE = {
  uri: '/quotes',
  method: 'POST',
  source: 'masar',
  destination: 'the-switch',
  date: 'Mon, 23 Nov 2026 09:00:00 GMT',
}

test('an Arabic body is signed in its sorted compact form, which a peer that sorts again verifies', () => {
  const body = { نص: 'رسم شهادة', z: 1, a: { ج: [1, { ب: null, أ: true }] } }
  const text = sortedJson(body)
  expect(text).toBe('{"a":{"ج":[1,{"أ":true,"ب":null}]},"z":1,"نص":"رسم شهادة"}')
  const header = seal(ENVELOPE, text, createPrivateKey(MASAR_KEYS.privateKey))
  expect(sealFault(header, ENVELOPE, canonical(body), MASAR_KEYS.publicKey)).toBeUndefined()
  expect(sealFault(header, ENVELOPE, JSON.stringify(body), MASAR_KEYS.publicKey)).toMatch(/does not fit/)
  expect(sealFault(header, { ...ENVELOPE, uri: '/transfers' }, text, MASAR_KEYS.publicKey)).toMatch(/FSPIOP-URI/)
})

test('the sorted form is the same however the fields were ordered', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse()) as JsonObject
      expect(sortedJson(reversed)).toBe(sortedJson(value as JsonObject))
      expect(JSON.parse(sortedJson(value as JsonObject))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('a seal fits only its own body and key', () => {
  const header = readSeal(seal(ENVELOPE, '{"a":1}', createPrivateKey(MASAR_KEYS.privateKey)))
  if (header === undefined) throw new Error('Expected a readable seal')
  const key = createPublicKey(MASAR_KEYS.publicKey)
  expect(isSealed(header, Buffer.from('{"a":1}'), key)).toBe(true)
  expect(isSealed(header, Buffer.from('{"a":2}'), key)).toBe(false)
  expect(isSealed(header, Buffer.from('{"a":1}'), createPublicKey(OTHER_BANK_KEYS.publicKey))).toBe(false)
})

test('a packet reads back as it was written, long texts included', () => {
  for (const length of [0, 100, 127, 128, 255, 256, 40_000]) {
    const packet = {
      amount: 2500n,
      account: 'g.ps.masar.0f',
      transaction: { note: 'ش'.repeat(length), amount: { amount: '25', currency: 'ILS' } },
    }
    expect(readPacket(writePacket(packet))).toEqual(packet)
  }
})

test('whatever arrives as a packet is read or refused, never a crash', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const packet = readPacket(Buffer.from(bytes).toString('base64url'))
      expect(packet === undefined || typeof packet.account === 'string').toBe(true)
    }),
  )
})

test('a packet cut short anywhere is refused', () => {
  const whole = Buffer.from(writePacket({ amount: 1n, account: 'g.ps.masar.0f', transaction: { a: 'b' } }), 'base64url')
  for (let length = 0; length < whole.length; length++)
    expect(readPacket(whole.subarray(0, length).toString('base64url'))).toBeUndefined()
})

test('the key fits the lock of its own packet and secret only', () => {
  const lock = lockOf('packet', ILP_SECRET)
  expect(fits(lockOf('packet', ILP_SECRET), lock.condition)).toBe(true)
  expect(fits(lockOf('packets', ILP_SECRET), lock.condition)).toBe(false)
  expect(fits(lockOf('packet', `${ILP_SECRET}!`), lock.condition)).toBe(false)
  expect(lock.condition).toMatch(/^[A-Za-z0-9_-]{43}$/)
})

test.each([
  ['4101', 'payer'],
  ['4001', 'payer'],
  ['4400', 'payer'],
  ['3301', 'expired'],
  ['3206', 'missing'],
  ['1001', 'retry'],
  ['2001', 'retry'],
  ['2003', 'retry'],
  ['2004', 'retry'],
  ['2005', 'retry'],
  ['2002', 'incident'],
  ['3105', 'incident'],
  ['3201', 'incident'],
  ['5104', 'incident'],
  ['9999', 'incident'],
])('the switch’s code %s means %s', (code, meaning) => {
  expect(errorClass(code)).toBe(meaning)
})

test('a job has one charge id, a version 5 UUID, and another job another', () => {
  const first = chargeId('01JDA0000000000000000000AB:7' as GlobalId)
  expect(first).toBe(chargeId('01JDA0000000000000000000AB:7' as GlobalId))
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(first).not.toBe(chargeId('01JDA0000000000000000000AB:8' as GlobalId))
})

test.each([
  ['P3D', 259_200_000],
  ['PT30M', 1_800_000],
  ['P1W', 604_800_000],
  ['P1DT12H', 129_600_000],
  ['P', undefined],
  ['PT', undefined],
  ['P1M', undefined],
  ['-P1D', undefined],
])('the duration %s is %s milliseconds', (text, expected) => {
  expect(milliseconds(text)).toBe(expected)
})

test.each([
  ['application/vnd.interoperability.quotes+json;version=1.1', 'ok'],
  ['application/vnd.interoperability.quotes+json;version=1', 'ok'],
  ['application/vnd.interoperability.quotes+json; charset=utf-8; version=1.0', 'ok'],
  ['application/vnd.interoperability.quotes+json;version=2.0', 'version'],
  ['application/vnd.interoperability.transfers+json;version=1.1', 'wrong'],
  ['application/json', 'wrong'],
])('the content type %s of a quote is %s', (header, verdict) => {
  expect(checkContentType(header, 'quotes')).toBe(verdict)
})

test('a configuration that could not work is refused at the start, with what was expected', () => {
  const good = {
    fspId: 'masar',
    switchId: 'the-switch',
    baseUrl: 'https://switch.example/fsp',
    privateKey: MASAR_KEYS.privateKey,
    keys: { 'the-switch': SWITCH_KEYS.publicKey },
    ilpSecret: ILP_SECRET,
  }
  expect(account(good).baseUrl.hostname).toBe('switch.example')
  expect(() => account({ ...good, ilpSecret: 'short' })).toThrow(/at least 32 characters in "ilpSecret"/)
  expect(() => account({ ...good, keys: {} })).toThrow(/public key for the switch/)
  expect(() => account({ ...good, baseUrl: 'file:///etc' })).toThrow(/http or https/)
  expect(() => account({ ...good, baseUrl: 'switch' })).toThrow(/http or https/)
  expect(() => account({ ...good, privateKey: 'secret text' })).toThrow(
    /RSA key of at least 2048 bits as PEM in "privateKey"/,
  )
  expect(() => account(JSON.parse('{}'))).toThrow(/a text in "fspId"/)
  expect(() => account({ ...good, fspId: 'a b' })).toThrow(/"fspId"/)
})
