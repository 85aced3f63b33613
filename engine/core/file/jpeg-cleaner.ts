/** A JPEG with the segments that make the picture, upright as it was taken, and none beside or behind them. */
import { steps, type Cleaner } from './cleaner.ts'
import { orientationIn, orientationSegment } from './orientation.ts'

const MARKER = 0xff
const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const COM = 0xfe
const JFIF = 0xe0
const EXIF = 0xe1
const COLOURS = 0xe2
/** Says how colours are mixed: without it some pictures turn green. */
const ADOBE = 0xee

const isApplication = (code: number): boolean => code >= 0xe0 && code <= 0xef
/** Stands alone, without a length. */
const isBare = (code: number): boolean => code === 0x01 || (code >= 0xd0 && code <= SOI)
/** Within the points: a restart, or 0xff itself, which is written with a 0 behind. */
const isOfPoints = (code: number): boolean => code === 0 || (code >= 0xd0 && code <= 0xd7)

/** Of the small picture in a JFIF segment its size, which becomes none. */
const JFIF_HEAD = 18
const JFIF_LENGTH = 16

export function jpegCleaner(): Cleaner {
  let isWithinPoints = false
  let isEnded = false
  /** Bytes of the segment that are still to come, and whether they stay. */
  let left = 0
  let isKept = true

  const begin = (length: number, kept: boolean): undefined => {
    left = length
    isKept = kept
  }

  return steps((waiting) => {
    if (left > 0) {
      if (waiting.length === 0) return undefined
      const use = Math.min(left, waiting.length)
      left -= use
      return { use, keep: isKept ? [waiting.subarray(0, use)] : [] }
    }
    if (isEnded) return 'end'
    if (isWithinPoints) {
      const use = pointsIn(waiting)
      if (use > 0) return { use, keep: [waiting.subarray(0, use)] }
      if (waiting.length < 2) return undefined
      isWithinPoints = false
    }
    // What stands between two segments belongs to none.
    const stray = waiting.findIndex((byte) => byte === MARKER)
    if (stray !== 0) return waiting.length === 0 ? undefined : { use: stray < 0 ? waiting.length : stray, keep: [] }
    const code = waiting[1]
    if (code === undefined) return undefined
    if (code === MARKER) return { use: 1, keep: [] }
    if (code === EOI || isBare(code)) {
      isEnded = code === EOI
      return { use: 2, keep: [waiting.subarray(0, 2)] }
    }
    if (waiting.length < 4) return undefined
    const length = 2 + Math.max(2, (waiting[2] ?? 0) * 256 + (waiting[3] ?? 0))
    isWithinPoints = code === SOS
    const plain = !isApplication(code) && code !== COM
    if (plain || code === ADOBE) begin(length, true)
    else if (waiting.length < length) return undefined
    else return { use: length, keep: segment(code, waiting.subarray(0, length)) }
    return { use: 0, keep: [] }
  })
}

/** How many bytes are points, up to the next marker or to a byte that may be the half of one. */
function pointsIn(waiting: Uint8Array): number {
  for (let at = waiting.indexOf(MARKER); at >= 0; at = waiting.indexOf(MARKER, at + 2)) {
    const next = waiting[at + 1]
    if (next === undefined || !isOfPoints(next)) return at
  }
  return waiting.length
}

/** What stays of a whole segment that is not the picture itself. */
function segment(code: number, whole: Uint8Array): readonly Uint8Array[] {
  const begins = (text: string): boolean => [...text].every((letter, at) => whole[4 + at] === letter.charCodeAt(0))
  if (code === COLOURS) return begins('ICC_PROFILE\0') ? [whole] : []
  if (code === JFIF && begins('JFIF\0') && whole.length >= JFIF_HEAD) {
    const head = whole.slice(0, JFIF_HEAD)
    head.set([0, JFIF_LENGTH], 2)
    head.set([0, 0], JFIF_LENGTH)
    return [head]
  }
  if (code !== EXIF || !begins('Exif\0\0')) return []
  const orientation = orientationIn(whole.subarray(10))
  return orientation === undefined ? [] : [orientationSegment(orientation)]
}
