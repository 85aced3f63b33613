/** How a telephone was held: the one thing of EXIF that the picture needs, or else it lies on its side. */

const TAG = 0x0112
const ENTRY = 12
const UPRIGHT = 1
const MOST = 8

const MARKER = [0xff, 0xe1, 0, 34]
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0]
const TIFF = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8]
/** One entry: this tag, a short number, one of it. */
const ONE_ENTRY = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0]
const NO_MORE = [0, 0, 0, 0]

/** @param tiff what stands in an EXIF segment; undefined where it says none, or that the picture is upright */
export function orientationIn(tiff: Uint8Array): number | undefined {
  const isLittle = tiff[0] === 0x49
  const number = (at: number, bytes: number): number => {
    const part = [...tiff.subarray(at, at + bytes)]
    return (isLittle ? part.toReversed() : part).reduce((sum, byte) => sum * 256 + byte, 0)
  }
  const directory = number(4, 4)
  const entries = number(directory, 2)
  for (let at = directory + 2; at < directory + 2 + entries * ENTRY && at + ENTRY <= tiff.length; at += ENTRY) {
    if (number(at, 2) !== TAG) continue
    const value = number(at + 8, 2)
    return value > UPRIGHT && value <= MOST ? value : undefined
  }
  return undefined
}

/** An EXIF segment that says this and nothing else. */
export const orientationSegment = (value: number): Uint8Array =>
  Uint8Array.from([MARKER, EXIF, TIFF, ONE_ENTRY, [value, 0, 0], NO_MORE].flat())
