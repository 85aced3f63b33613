import { describe, expect, test } from 'vitest'
import {
  type CertificateClaims,
  certificateSigner,
  newCertificateKey,
  signCertificate,
  verifyCertificate,
  verifyUrl,
} from '../../engine/connectors/documents/certificate.ts'
import { drawQr } from '../../engine/connectors/documents/qr.ts'
import { dayOf, endOfDay } from '../../engine/connectors/documents/validity.ts'

const key = await newCertificateKey()
const signer = await certificateSigner({ key })
const claims: CertificateClaims = {
  iss: 'moj',
  sub: 'MOJ-2026-8F3K2MQ7',
  doc: 'non-conviction',
  name: 'ليلى محمود حسن الخطيب',
  id4: '6789',
  iat: 1_795_435_200,
  exp: 1_803_000_000,
  dig: 'x'.repeat(43),
}

describe('the mark on a certificate', () => {
  test('is verified with the published keys alone, from the token or the whole address', async () => {
    const token = await signer.sign(claims)
    const published = JSON.parse(JSON.stringify(signer.keys))
    for (const text of [token, verifyUrl('https://masar.example.ps/', token)])
      expect(await verifyCertificate(text, published)).toEqual({ ok: true, claims })
    expect(JSON.stringify(published)).not.toContain('"d"')
  })

  test('fits a square that a cheap telephone reads', async () => {
    const size = verifyUrl('https://masar.example.ps', await signer.sign(claims)).length
    expect(size).toBeLessThan(520)
    expect(drawQr('x'.repeat(size))).toMatch(/viewBox="0 0 (\d{2}) /)
  })

  test('is refused when a single letter of it is changed, anywhere', async () => {
    const token = await signer.sign(claims)
    const [head = '', body = ''] = token.split('.')
    const places = Array.from({ length: token.length - 1 }, (_, n) => n).filter((n) => n % 7 === 0 && token[n] !== '.')
    for (const at of places) {
      const other = token[at] === 'A' ? 'B' : 'A'
      const forged = token.slice(0, at) + other + token.slice(at + 1)
      expect(await verifyCertificate(forged, signer.keys)).toMatchObject({ ok: false })
    }
    const name = Buffer.from(JSON.stringify({ ...claims, name: 'آخر' })).toString('base64url')
    expect(await verifyCertificate(token.replace(body, name), signer.keys)).toEqual({
      ok: false,
      reason: 'bad-signature',
    })
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url')
    expect(await verifyCertificate(`${unsigned}.${body}.`, signer.keys)).toMatchObject({ ok: false })
    expect(await verifyCertificate(`${head}.${body}.`, signer.keys)).toMatchObject({ ok: false })
  })

  test('of another key is refused as unknown, and of the same name as badly signed', async () => {
    const other = await newCertificateKey()
    const stranger = await signCertificate(claims, { key: other })
    expect(await verifyCertificate(stranger, signer.keys)).toEqual({ ok: false, reason: 'unknown-key' })
    const { kid = '' } = signer.keys.keys[0] ?? {}
    const impostor = await signCertificate(claims, { key: other, keyId: kid })
    expect(await verifyCertificate(impostor, signer.keys)).toEqual({ ok: false, reason: 'bad-signature' })
  })

  test('says when it is past its validity, to who gives the time', async () => {
    const token = await signer.sign(claims)
    expect(await verifyCertificate(token, signer.keys, 1_803_000_001_000)).toEqual({ ok: false, reason: 'expired' })
    expect(await verifyCertificate(token, signer.keys, 1_802_000_000_000)).toMatchObject({ ok: true })
  })

  test.each(['', 'x', 'a.b.c', 'https://masar.example.ps/verify#', '#..', 'eyJ.eyJ.x'])(
    'is not there in "%s"',
    async (text) => {
      expect(await verifyCertificate(text, signer.keys)).toEqual({ ok: false, reason: 'malformed' })
    },
  )

  test('stays verifiable after the operator changes keys', async () => {
    const token = await signer.sign(claims)
    const next = await certificateSigner({ key: await newCertificateKey(), earlierKeys: signer.keys.keys })
    expect(await verifyCertificate(token, next.keys)).toMatchObject({ ok: true })
  })

  test('needs a private P-256 key, and says so', async () => {
    for (const wrong of [
      'nonsense',
      '{"kty":"oct","k":"AAAA"}',
      '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----',
    ])
      await expect(certificateSigner({ key: wrong })).rejects.toThrow('Expected a private P-256 key')
  })
})

describe('the validity of a certificate', () => {
  test.each([
    ['2027-02-23', '2027-02-23T21:59:59.000Z'],
    ['2026-07-01', '2026-07-01T20:59:59.000Z'],
    ['2026-07-01T08:00:00+03:00', '2026-07-01T20:59:59.000Z'],
    ['2028-02-29', '2028-02-29T21:59:59.000Z'],
  ])('to %s ends there with the day', (day, end) => {
    const at = endOfDay(day, 'Asia/Hebron')
    expect(new Date(Number(at)).toISOString()).toBe(end)
    expect(dayOf(Number(at), 'Asia/Hebron')).toBe(day.slice(0, 10))
  })

  test.each(['2026-02-30', '23/11/2026', '', 'soon'])('is not "%s"', (day) => {
    expect(endOfDay(day, 'Asia/Hebron')).toMatchObject({ kind: 'invalid' })
  })
})
