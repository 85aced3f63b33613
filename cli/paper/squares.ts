/**
 * The square a telephone would scan, taken from the drawing inside a certificate's PDF as Masar prints it: one path of
 * upright rectangles on a whole grid. A scan of the paper holds a picture instead; that is for a telephone to read.
 */
import { inflateSync } from 'node:zlib'
import type { Grid } from './qr.ts'

/** Bytes a page's drawing may have; a certificate has a hundredth of it. */
const LARGEST_DRAWING = 32 * 1024 * 1024
const FEWEST_RECTANGLES = 50
const QUIET = 4

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'

export function squaresIn(pdf: Uint8Array): readonly Grid[] {
  return drawingsIn(pdf).flatMap(fills).flatMap(gridOf)
}

function drawingsIn(pdf: Uint8Array): readonly string[] {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  return [...text.matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n/g)].flatMap((found) => {
    const begins = found.index + found[0].length
    const ends = begins + lengthOf(text.slice(text.lastIndexOf('<<', found.index), begins))
    try {
      const packed = pdf.subarray(begins, ends)
      return [inflateSync(packed, { maxOutputLength: LARGEST_DRAWING }).toString('latin1')]
    } catch {
      return []
    }
  })
}

/** As its dictionary says: where packed bytes end cannot be seen from them, they may be those of a line's end. */
const lengthOf = (dictionary: string): number => Number(/\/Length\s+(\d+)(?!\d|\s+\d+\s+R)/.exec(dictionary)?.[1] ?? 0)

/** Every filled path that consists of upright rectangles alone. */
function fills(drawing: string): readonly (readonly Rectangle[])[] {
  const found: (readonly Rectangle[])[] = []
  let numbers: number[] = []
  let corners: [number, number][] = []
  let rectangles: Rectangle[] = []
  let upright = true
  const close = (): void => {
    const rectangle = rectangleOf(corners)
    if (rectangle !== undefined) rectangles.push(rectangle)
    else if (corners.length > 0) upright = false
    corners = []
  }
  for (const word of drawing.split(/\s+/)) {
    const number = Number(word)
    if (word !== '' && !Number.isNaN(number)) {
      numbers.push(number)
      continue
    }
    const [x = 0, y = 0] = numbers
    if (word === 'm') close()
    if (word === 'm' || word === 'l') corners.push([x, y])
    else if (word === 'h') close()
    else if (word === 'f' || word === 'f*') {
      close()
      if (upright && rectangles.length >= FEWEST_RECTANGLES) found.push(rectangles)
    }
    if (!['m', 'l', 'h'].includes(word)) [rectangles, upright] = [[], true]
    numbers = []
  }
  return found
}

function rectangleOf(corners: readonly (readonly [number, number])[]): Rectangle | undefined {
  const xs = [...new Set(corners.map(([x]) => x))].sort((a, b) => a - b)
  const ys = [...new Set(corners.map(([, y]) => y))].sort((a, b) => a - b)
  const [left, right] = xs
  const [top, bottom] = ys
  if (xs.length !== 2 || ys.length !== 2) return undefined
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return undefined
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Modules of one unit, side by side; nothing when the rectangles are some other drawing. */
function gridOf(rectangles: readonly Rectangle[]): readonly Grid[] {
  const unit = Math.min(...rectangles.map(({ height }) => height))
  const cells = rectangles.flatMap(({ x, y, width }) =>
    Array.from(
      { length: Math.round(width / unit) },
      (_, i) => [Math.round(x / unit) + i - QUIET, Math.round(y / unit) - QUIET] as const,
    ),
  )
  const size = Math.max(...cells.map(([x, y]) => Math.max(x, y))) + 1
  if (size < 21 || size > 177 || size % 4 !== 1) return []
  const dark = new Set(cells.map(([x, y]) => y * size + x))
  return [{ size, dark: (x, y) => dark.has(y * size + x) }]
}
