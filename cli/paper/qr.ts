/**
 * Reads the text in a QR square whose modules are known exactly (ISO/IEC 18004, error level M, as Masar draws it).
 *
 * Nothing is corrected: the modules come from a drawing, not from a camera, and what they say is proved by its
 * signature. Numbers, capitals and bytes are read; other kinds of text are not.
 */

export interface Grid {
  readonly size: number
  /** Column, row; from the upper left corner. */
  dark(x: number, y: number): boolean
}

/** By version from 1: codewords for correction in each block, and number of blocks, at level M. */
const CORRECTION = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28,
  28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
]
const BLOCKS = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35,
  37, 38, 40, 43, 45, 47, 49,
]
const LEVEL_M = 0
const FORMAT_MASK = 0x5412

type Mask = (x: number, y: number) => boolean

const MASKS: readonly Mask[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** undefined: not a square this can read. */
export function readQr(grid: Grid): string | undefined {
  const version = (grid.size - 17) / 4
  const format = formatOf(grid)
  const mask = MASKS[(format >> 10) & 7]
  if (format >> 13 !== LEVEL_M || mask === undefined) return undefined
  return textOf(inOrder(codewords(grid, version, mask), version), version)
}

function formatOf({ dark }: Grid): number {
  const places = [0, 1, 2, 3, 4, 5, 7, 8].map((y) => [8, y] as const)
  const rest = [7, 5, 4, 3, 2, 1, 0].map((x) => [x, 8] as const)
  return [...places, ...rest].reduce((bits, [x, y], i) => bits | (Number(dark(x, y)) << i), 0) ^ FORMAT_MASK
}

/** Two columns at a time from the right, up and down in turn, past everything that is no data. */
function codewords({ size, dark }: Grid, version: number, mask: Mask): readonly number[] {
  const fixed = fixedModules(size, version)
  const bits: number[] = []
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step
      for (const x of [right, right - 1]) if (!fixed(x, y)) bits.push(Number(dark(x, y) !== mask(x, y)))
    }
  }
  return Array.from({ length: bits.length >> 3 }, (_, i) =>
    bits.slice(i * 8, i * 8 + 8).reduce((value, bit) => value * 2 + bit, 0),
  )
}

/** Finders, timing, alignment, format and version. */
function fixedModules(size: number, version: number): (x: number, y: number) => boolean {
  const places = alignment(size, version)
  const last = places.length - 1
  const isCorner = (i: number, j: number): boolean => (i === 0 && (j === 0 || j === last)) || (i === last && j === 0)
  const centres = places.flatMap((x, i) => places.flatMap((y, j) => (isCorner(i, j) ? [] : [[x, y] as const])))
  const isVersion = (a: number, b: number): boolean => version >= 7 && a < 6 && b >= size - 11
  return (x, y) =>
    (x <= 8 && y <= 8) ||
    (x >= size - 8 && y <= 8) ||
    (x <= 8 && y >= size - 8) ||
    x === 6 ||
    y === 6 ||
    isVersion(x, y) ||
    isVersion(y, x) ||
    centres.some(([cx, cy]) => Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2)
}

function alignment(size: number, version: number): readonly number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2
  return [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - i * step).reverse()]
}

/** The blocks were dealt out in turn, like cards; the first ones are one codeword shorter. */
function inOrder(dealt: readonly number[], version: number): readonly number[] {
  const blocks = BLOCKS[version - 1] ?? 1
  const short = Math.floor(dealt.length / blocks) - (CORRECTION[version - 1] ?? 0)
  const firstLong = blocks - (dealt.length % blocks)
  const data: number[][] = Array.from({ length: blocks }, () => [])
  let at = 0
  for (let i = 0; i <= short; i++)
    for (let block = i < short ? 0 : firstLong; block < blocks; block++) data[block]?.push(dealt[at++] ?? 0)
  return data.flat()
}

const CAPITALS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

function textOf(data: readonly number[], version: number): string | undefined {
  let at = 0
  const take = (count: number): number => {
    let value = 0
    for (const end = at + count; at < end; at++) value = value * 2 + (((data[at >> 3] ?? 0) >> (7 - (at & 7))) & 1)
    return value
  }
  const wide = version < 10 ? 0 : version < 27 ? 1 : 2
  const bytes: number[] = []
  const write = (text: string): void => void bytes.push(...Buffer.from(text))
  while (at + 4 <= data.length * 8) {
    const mode = take(4)
    if (mode === 0) break
    if (mode === 1) readDigits(take([10, 12, 14][wide] ?? 0), take, write)
    else if (mode === 2) readCapitals(take([9, 11, 13][wide] ?? 0), take, write)
    else if (mode === 4) for (let left = take(wide === 0 ? 8 : 16); left > 0; left--) bytes.push(take(8))
    else return undefined
  }
  return Buffer.from(bytes).toString('utf8')
}

type Take = (bits: number) => number
type Write = (text: string) => void

function readDigits(count: number, take: Take, write: Write): void {
  for (let left = count; left > 0; left -= 3) {
    const digits = Math.min(3, left)
    write(String(take([0, 4, 7, 10][digits] ?? 0)).padStart(digits, '0'))
  }
}

function readCapitals(count: number, take: Take, write: Write): void {
  for (let left = count; left > 0; left -= 2) {
    const value = take(left === 1 ? 6 : 11)
    const letters = left === 1 ? [value] : [Math.floor(value / 45), value % 45]
    write(letters.map((it) => CAPITALS[it] ?? '').join(''))
  }
}
