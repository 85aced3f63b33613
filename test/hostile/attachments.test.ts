import { describe, expect, test } from 'vitest'
import { fileName } from '../../engine/core/file/file-name.ts'
import { MEDIA_TYPES, type MediaType } from '../../engine/core/file/file-type.ts'
import { inspector, type Inspection } from '../../engine/core/file/inspect.ts'
import { PNG, pdf } from '../http/deed.ts'

const USUAL: readonly MediaType[] = ['application/pdf', 'image/jpeg', 'image/png']

/** In pieces of a size, as a slow line sends it. */
function look(bytes: Uint8Array, allowed: readonly MediaType[] = USUAL, piece = 1_000): Inspection {
  const inspect = inspector(allowed)
  for (let at = 0; at < bytes.length; at += piece) {
    const fault = inspect.add(bytes.subarray(at, at + piece))
    if (fault) return { kind: 'fault', fault }
  }
  return inspect.end()
}

const bytesOf = (...parts: readonly (string | Uint8Array | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

const fault = (bytes: Uint8Array, allowed?: readonly MediaType[]): string => {
  const found = look(bytes, allowed)
  return found.kind === 'fault' ? found.fault : found.mediaType
}

/** A picture of these measures, as far as its header says. */
const jpegOf = (width: number, height: number, comment = ''): Uint8Array =>
  bytesOf(
    [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10],
    'JFIF\0',
    [1, 1, 0, 0, 1, 0, 1, 0, 0],
    [0xff, 0xfe, 0, comment.length + 2],
    comment,
    [0xff, 0xc0, 0x00, 0x0b, 0x08, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0],
    [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0],
    new Uint8Array(100).fill(7),
    [0xff, 0xd9],
  )
const pngOf = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.from(PNG)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}
const ARCHIVE_END = bytesOf('PK\x05\x06', new Uint8Array(18))
const HEIC = bytesOf([0, 0, 0, 24], 'ftypheic', new Uint8Array(60), 'mdat', new Uint8Array(100))
const WEBP = bytesOf('RIFF', [100, 0, 0, 0], 'WEBPVP8 ', new Uint8Array(92))

describe('a file', () => {
  test.each<readonly [string, Uint8Array, string]>([
    ['a PDF', pdf('x'), 'application/pdf'],
    ['a JPEG', jpegOf(800, 600), 'image/jpeg'],
    ['a PNG', PNG, 'image/png'],
    ['a WebP, which is not asked for', WEBP, 'refused'],
    ['a HEIC, which is not asked for', HEIC, 'refused'],
    ['nothing', new Uint8Array(), 'empty'],
    ['one byte', bytesOf('%'), 'unknown'],
    ['a page', bytesOf('<!doctype html><script>alert(1)</script>'), 'unknown'],
    ['a page that begins with spaces', bytesOf(' '.repeat(500), '<html>'), 'unknown'],
    ['an SVG', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'unknown'],
    ['an SVG as XML', bytesOf('<?xml version="1.0"?><svg onload="alert(1)"/>'), 'unknown'],
    ['a program for Windows', bytesOf('MZ', new Uint8Array(200)), 'unknown'],
    ['an archive, or an Office document', bytesOf('PK\x03\x04', new Uint8Array(200), ARCHIVE_END), 'unknown'],
    ['a GIF', bytesOf('GIF89a', new Uint8Array(100)), 'unknown'],
    ['a PDF with something before its mark', bytesOf('\n%PDF-1.7\n%%EOF'), 'unknown'],
    ['a PDF with a page at its beginning', bytesOf('%PDF-1.7\n<html><script>1</script>\n%%EOF'), 'disguised'],
    ['a PDF that is an archive as well', bytesOf(pdf('x'), ARCHIVE_END), 'disguised'],
    ['a PNG that is an archive as well', bytesOf(PNG, 'PK\x05\x06', new Uint8Array(16), [3, 0], 'abc'), 'disguised'],
    ['a JPEG that is a page as well', jpegOf(8, 8, '--><SCRIPT>alert(1)</SCRIPT>'), 'disguised'],
    ['a JPEG that is a PDF as well', jpegOf(8, 8, '%PDF-1.4'), 'disguised'],
    [
      'a PDF locked by a password',
      bytesOf('%PDF-1.7\n', new Uint8Array(5_000), 'trailer<</Encrypt 5 0 R>>%%EOF'),
      'encrypted',
    ],
    ['a PDF that breaks off', bytesOf('%PDF-1.7\n', new Uint8Array(5_000)), 'damaged'],
    ['a PNG that breaks off', PNG.slice(0, -12), 'damaged'],
    ['a JPEG that breaks off', jpegOf(800, 600).slice(0, -50), 'damaged'],
    [
      'a JPEG without a picture',
      bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0], new Uint8Array(100), [0xff, 0xd9]),
      'damaged',
    ],
    ['a PNG of 60000 by 60000 points', pngOf(60_000, 60_000), 'vast'],
    ['a PNG of no points', pngOf(0, 5), 'vast'],
    ['a JPEG of 60000 by 60000 points', jpegOf(60_000, 60_000), 'vast'],
  ])('that is %s is known for what it is', (_what, bytes, expected) => {
    expect(fault(bytes)).toBe(expected)
  })

  test('is known the same however it is cut into pieces', () => {
    const locked = bytesOf('%PDF-1.7\n', new Uint8Array(900), '/Encrypt   12 0 R', new Uint8Array(900), '%%EOF')
    for (let piece = 1; piece < 200; piece += 7)
      expect(look(locked, USUAL, piece)).toEqual({ kind: 'fault', fault: 'encrypted' })
    for (const piece of [1, 3, 64, 65, 100_000])
      expect(look(PNG, USUAL, piece)).toMatchObject({ mediaType: 'image/png', size: PNG.length })
  })

  test('of a kind an installation takes beside the usual is taken there', () => {
    expect([fault(WEBP, MEDIA_TYPES), fault(HEIC, MEDIA_TYPES)]).toEqual(['image/webp', 'image/heic'])
  })

  test.each(['/JavaScript', '/JS (app.alert)', '/JS 4 0 R', '/Launch', '/EmbeddedFiles', '/RichMedia', '/XFA'])(
    'that runs something when opened is marked: %s',
    (mark) => {
      const found = look(bytesOf('%PDF-1.7\n<<', mark, ' /S>>\n', new Uint8Array(100), '%%EOF'))
      expect(found).toMatchObject({ mediaType: 'application/pdf', warning: 'active' })
    },
  )

  test('that is refused is refused from its first bytes, before the rest has come', () => {
    expect(inspector(USUAL).add(bytesOf('<html>', new Uint8Array(100)))).toBe('unknown')
    expect(inspector(['application/pdf']).add(bytesOf(PNG, new Uint8Array(100)))).toBe('refused')
  })
})

describe('the name of a file', () => {
  test.each<readonly [string, MediaType, string]>([
    ['سند الملكية.pdf', 'application/pdf', 'سند الملكية.pdf'],
    ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
    ['C:\\Users\\x\\deed.PDF', 'application/pdf', 'deed.pdf'],
    ['invoice\u202Egpj.exe', 'image/jpeg', 'invoicegpj.exe.jpg'],
    ['a\u0000b\r\nSet-Cookie: x.png', 'image/png', 'abSet-Cookie_ x.png'],
    ['page.html', 'application/pdf', 'page.html.pdf'],
    ['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
    ['"><img src=x onerror=alert(1)>.png', 'image/png', '___img src=x onerror=alert(1)_.png'],
    ['', 'image/png', 'file.png'],
    ['...', 'image/png', 'file.png'],
    ['.pdf', 'application/pdf', 'file.pdf'],
    ['CON.pdf', 'application/pdf', '_CON.pdf'],
    ['\u200b\u2066\ufeff.pdf', 'application/pdf', 'file.pdf'],
    ['صورة ١٢ ۳.png', 'image/png', 'صورة 12 3.png'],
    ['e\u0301.pdf', 'application/pdf', '\u00e9.pdf'],
  ])('%j of %s is kept as %j', (name, mediaType, expected) => {
    expect(fileName(name, mediaType)).toBe(expected)
  })

  test('fits the national field library, whatever it was', () => {
    const fits = /^[^\p{Cc}\p{Cf}/\\]+$/u
    for (const name of ['ا'.repeat(5_000), '\ud800', '💾'.repeat(300), '/'.repeat(99), '\u2028x', '. . .'])
      for (const mediaType of MEDIA_TYPES) {
        const kept = fileName(name, mediaType)
        expect([fits.test(kept), kept.length <= 255, kept.isWellFormed()]).toEqual([true, true, true])
      }
  })
})
