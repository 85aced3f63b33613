import { deflateSync, inflateSync } from 'node:zlib'
import * as fc from 'fast-check'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { EXIT } from '../../cli/exit-codes.ts'
import { readQr, type Grid } from '../../cli/paper/qr.ts'
import { squaresIn } from '../../cli/paper/squares.ts'
import {
  certificateSigner,
  newCertificateKey,
  verifyUrl,
  type CertificateClaims,
} from '../../engine/connectors/documents/certificate.ts'
import { pageOf } from '../../engine/connectors/documents/printing/page.ts'
import { startPrinter } from '../../engine/connectors/documents/printing/printer.ts'
import { drawQr } from '../../engine/connectors/documents/qr.ts'
import { folderForTest, masar, masarJson } from './masar.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const folder = folderForTest()
const place = (name: string): string => join(folder, name)
const DAY = 86_400
const now = Math.floor(Date.now() / 1000)

const CLAIMS: CertificateClaims = {
  iss: 'moj',
  sub: 'MOJ-2026-8F3K2M',
  doc: 'certificate',
  name: 'سلمى خالد يوسف الزيتاوي',
  id4: '0014',
  iat: now - DAY,
  exp: now + DAY,
  dig: 'x'.repeat(43),
}

const signer = await certificateSigner({ key: await newCertificateKey() })
const stranger = await certificateSigner({ key: await newCertificateKey() })
const token = await signer.sign(CLAIMS)
const address = verifyUrl('https://masar.example.ps', token)

const printer = startPrinter()
afterAll(() => printer.close())

async function print(name: string, body: string): Promise<Uint8Array> {
  const pdf = await printer.print(await pageOf({ title: name, language: 'ar', body }), now * 1000)
  writeFileSync(place(name), pdf)
  return pdf
}

beforeAll(async () => {
  writeFileSync(place('keys.json'), JSON.stringify(signer.keys))
  writeFileSync(place('strangers.json'), JSON.stringify(stranger.keys))
  await print('certificate.pdf', `<h1>شهادة</h1><p>${CLAIMS.name}</p><div style="width:5cm">${drawQr(address)}</div>`)
  await print('receipt.pdf', '<h1>وصل</h1><svg viewBox="0 0 9 9"><path d="M0 0h3v3h-3z"/></svg>')
})

/** The drawing of the only page that has a square. */
function pageDrawing(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1')
  for (const { index, 0: head } of text.matchAll(/\/Length (\d+)>>\s*stream\n/g)) {
    const begins = index + head.length
    try {
      const drawing = inflateSync(pdf.subarray(begins, begins + Number(/\d+/.exec(head)?.[0])))
      if (drawing.includes(' m\n') && drawing.includes('\nf')) return drawing
    } catch {
      continue
    }
  }
  throw new Error('Expected a page with a drawing in the PDF, but found none')
}

/** With as many blanks behind it as it takes until its checksum ends so. */
function packedEnding(drawing: Buffer, last: number): Buffer {
  for (let blanks = 0; blanks < 100_000; blanks++) {
    const packed = deflateSync(Buffer.concat([drawing, Buffer.alloc(blanks, '\n')]), { level: 1 })
    if (packed.at(-1) === last) return packed
  }
  throw new Error(`Expected packed bytes that end with ${last}, but found none`)
}

const verify = (what: string, keys = 'keys.json') =>
  masarJson<{ readonly genuine: boolean; readonly reason?: string }>(['verify', what, '--keys', place(keys)])

/** The drawing taken apart again, as a telephone's camera would see it. */
function gridOf(svg: string): Grid {
  const whole = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const size = whole - 8
  const dark = new Set<number>()
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let i = 0; i < Number(length); i++) dark.add((Number(y) - 4) * size + Number(x) - 4 + i)
  return { size, dark: (x, y) => dark.has(y * size + x) }
}

describe('the square on a certificate', () => {
  test('is read back whole, whatever text is in it', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 900 }),
      fc.string({ unit: fc.constantFrom(...'ABC019 $%*+-./:'), minLength: 1, maxLength: 900 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
      fc.string({ unit: fc.constantFrom(...'abcXYZ_-.#/0189ش'), minLength: 1, maxLength: 700 }),
    )
    fc.assert(
      fc.property(text, (it) => {
        expect(readQr(gridOf(drawQr(it)))).toBe(it)
      }),
    )
  })

  test('is found in the PDF as it was printed', async () => {
    const pdf = await print('again.pdf', `<div style="width:3cm">${drawQr(address)}</div><div>${drawQr('2')}</div>`)
    expect(squaresIn(pdf).map(readQr)).toEqual([address, '2'])
  })

  test('is found whatever bytes its packed drawing ends with, those of a line’s end too', async () => {
    const pdf = Buffer.from(await print('ends.pdf', `<div>${drawQr('2')}</div>`))
    const [square] = squaresIn(pdf)
    const drawing = pageDrawing(pdf)
    for (const last of [0x0a, 0x0d, 0x20, 0x65]) {
      const packed = packedEnding(drawing, last)
      const made = Buffer.concat([
        Buffer.from(`%PDF-1.4\n1 0 obj\n<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n`),
        packed,
        Buffer.from('\nendstream\nendobj\n'),
      ])
      const [found] = squaresIn(made)
      expect(found?.size, `ending with ${last}`).toBe(square?.size)
    }
  })

  test('is not made up where there is none', () => {
    expect(squaresIn(Buffer.from('%PDF-1.4 /FlateDecode >> stream\nnot packed\nendstream'))).toEqual([])
    expect(readQr({ size: 21, dark: () => true })).toBeUndefined()
    expect(readQr({ size: 25, dark: () => false })).toBeUndefined()
  })
})

describe('verify', () => {
  test('finds a genuine certificate genuine: from its PDF, its QR text, the bare mark or a file with it', async () => {
    writeFileSync(place('scanned.txt'), `${address}\n`)
    for (const what of [place('certificate.pdf'), address, token, place('scanned.txt')])
      expect(await verify(what)).toMatchObject({ code: EXIT.ok, json: { genuine: true, claims: CLAIMS } })
  })

  test('tells the reader whom and what it is about, in their language', async () => {
    const { code, out } = await masar([
      'verify',
      place('certificate.pdf'),
      '--keys',
      place('keys.json'),
      '--lang',
      'ar',
    ])
    expect(code).toBe(EXIT.ok)
    for (const fact of ['شهادة صحيحة', CLAIMS.sub, CLAIMS.name, CLAIMS.id4]) expect(out).toContain(fact)
  })

  test('tells forged, foreign, expired and other texts apart', async () => {
    const [head, , seal] = token.split('.')
    const other = Buffer.from(JSON.stringify({ ...CLAIMS, name: 'غيرها' })).toString('base64url')
    const old = await signer.sign({ ...CLAIMS, iat: now - 2 * DAY, exp: now - DAY })
    expect(await verify(`${head}.${other}.${seal}`)).toMatchObject({
      code: EXIT.invalid,
      json: { reason: 'bad-signature' },
    })
    expect(await verify(token, 'strangers.json')).toMatchObject({ json: { genuine: false, reason: 'unknown-key' } })
    expect(await verify(old)).toMatchObject({ code: EXIT.invalid, json: { genuine: false, reason: 'expired' } })
    expect(await verify('a.b.c')).toMatchObject({ code: EXIT.invalid, json: { genuine: false, reason: 'malformed' } })
  })

  test('says what to do where there is no mark, no file or no key set', async () => {
    expect(await verify(place('receipt.pdf'))).toMatchObject({ json: { problem: { code: 'verify.no-mark' } } })
    expect(await verify(place('nothing.pdf'))).toMatchObject({ code: EXIT.notFound })
    expect(await verify(token, 'nothing.json')).toMatchObject({ code: EXIT.notFound })
    expect(await verify(token, 'certificate.pdf')).toMatchObject({ code: EXIT.invalid })
  })
})
