/** Pictures come in with where they were taken and what somebody hid in them, and stay without. */
import { createCanvas, loadImage } from '@napi-rs/canvas'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleaner } from '../../engine/core/file/clean.ts'
import { inspector } from '../../engine/core/file/inspect.ts'
import { orientationIn } from '../../engine/core/file/orientation.ts'
import { pdf } from '../http/deed.ts'
import { besideJpeg, besidePng, jpegPicture, pngPicture, SECRET } from './picture.ts'

function clean(bytes: Uint8Array, piece = 1_000): { readonly bytes: Buffer; readonly fault: string | undefined } {
  const cleaning = cleaner()
  const kept: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += piece) kept.push(cleaning.add(bytes.slice(at, at + piece)))
  const { rest, fault } = cleaning.end()
  return { bytes: Buffer.concat([...kept, rest]), fault }
}

/** Its points, as a browser paints them; turned as the picture says it was held. */
async function painted(bytes: Uint8Array): Promise<{ readonly size: readonly number[]; readonly points: Buffer }> {
  const image = await loadImage(Buffer.from(bytes))
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  return { size: [image.width, image.height], points: Buffer.from(data) }
}

const says = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(text, 0, 'latin1')
const whatItIs = (bytes: Uint8Array): string => {
  const inspect = inspector(['image/jpeg', 'image/png'])
  inspect.add(bytes)
  const found = inspect.end()
  return found.kind === 'file' ? found.mediaType : found.fault
}

describe.each([
  ['JPEG', jpegPicture, besideJpeg, 'image/jpeg'],
  ['PNG', pngPicture, besidePng, 'image/png'],
] as const)('a %s', (_kind, picture, beside, mediaType) => {
  test('keeps every point and loses all that stands beside and behind it', async () => {
    const [plain, full] = [picture(), beside(picture())]
    expect([says(full, SECRET), says(full, 'Makernote'), whatItIs(full)]).toEqual([true, true, mediaType])
    const { bytes, fault } = clean(full)
    expect([fault, says(bytes, SECRET), says(bytes, 'Makernote'), whatItIs(bytes)]).toEqual([
      undefined,
      false,
      false,
      mediaType,
    ])
    expect(await painted(bytes)).toEqual(await painted(plain))
  })

  test('that has nothing to lose stays as it is, byte for byte', () => {
    const { bytes: once } = clean(picture())
    expect(clean(once).bytes.equals(once)).toBe(true)
  })

  test('comes out the same in pieces of any size', () => {
    const full = beside(picture())
    const whole = clean(full, full.length).bytes
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), (piece) => {
        expect(clean(full, piece).bytes.equals(whole)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('that breaks off anywhere is damaged', () => {
    const plain = picture()
    fc.assert(
      fc.property(fc.integer({ min: 64, max: plain.length - 1 }), (end) => {
        expect(clean(plain.subarray(0, end)).fault).toBe('damaged')
      }),
      { numRuns: 100 },
    )
  })

  test('whatever is done to its bytes, comes to an end, no larger than it was', () => {
    const full = beside(picture())
    const change = fc.record({ at: fc.nat(full.length - 1), byte: fc.nat(255) })
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 500 }),
        (changes, piece) => {
          const bytes = Uint8Array.from(full)
          for (const { at, byte } of changes) bytes[at] = byte
          expect(clean(bytes, piece).bytes.length).toBeLessThanOrEqual(full.length + 36)
        },
      ),
    )
  })
})

describe('a photograph that was taken with the telephone on its side', () => {
  test.each([3, 6, 8])('is still upright: %i', async (orientation) => {
    const full = besideJpeg(jpegPicture(), orientation)
    const { bytes } = clean(full)
    expect(says(bytes, SECRET)).toBe(false)
    expect(await painted(bytes)).toEqual(await painted(full))
    expect(orientationIn(bytes.subarray(bytes.indexOf('Exif') + 6))).toBe(orientation)
    expect(clean(bytes).bytes.equals(bytes)).toBe(true)
  })
})

test('what is no picture stays as it is', () => {
  for (const bytes of [pdf('as it is', 2_000), new Uint8Array(), Uint8Array.of(1, 2, 3), Buffer.from('x'.repeat(500))])
    expect(clean(bytes)).toEqual({ bytes: Buffer.from(bytes), fault: undefined })
})
