/** A PNG with the chunks that make the picture, and none beside or behind them. */
import { steps, type Cleaner, type Step } from './cleaner.ts'

/** The points and how to read their colours. Not: texts, times, EXIF, what moves, what nobody knows. */
const KEPT: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
])
const SIGNATURE = 8
/** Length and name before, a sum behind what is in a chunk. */
const HEAD = 8
const SUM = 4

export function pngCleaner(): Cleaner {
  let part: 'signature' | 'chunk' | 'end' = 'signature'
  let left = 0
  let isKept = true
  const pass = (waiting: Uint8Array): ReturnType<Step> => {
    if (waiting.length === 0) return undefined
    const use = Math.min(left, waiting.length)
    left -= use
    return { use, keep: isKept ? [waiting.subarray(0, use)] : [] }
  }
  return steps((waiting) => {
    if (part === 'signature') {
      part = 'chunk'
      left = SIGNATURE
    }
    if (left > 0) return pass(waiting)
    if (part === 'end') return 'end'
    if (waiting.length < HEAD) return undefined
    const name = String.fromCharCode(...waiting.subarray(4, HEAD))
    left = HEAD + lengthOf(waiting) + SUM
    isKept = KEPT.has(name)
    if (name === 'IEND') part = 'end'
    return pass(waiting)
  })
}

const lengthOf = (chunk: Uint8Array): number =>
  [...chunk.subarray(0, 4)].reduce((number, byte) => number * 256 + byte, 0)
