/** A picture in JPEG, as telephones and scanners make it: segments, of which one says how large it is. */
import { isVast, numberAt, type FileKind } from './file-type.ts'
import { jpegCleaner } from './jpeg-cleaner.ts'

const MARKER = 0xff
/** Frame headers: SOF0 to SOF15 without DHT, JPG and DAC, which stand among them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
/** Stand alone, without a length. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

export const jpeg: FileKind = {
  mediaType: 'image/jpeg',
  extensions: ['jpg', 'jpeg', 'jfif'],
  isStart: (start) => start.startsWith('\xff\xd8\xff'),
  marks: { end: /\xff\xd9/ },
  fault({ head, seen }) {
    const frame = frameIn(head)
    if (frame === undefined || !seen.has('end')) return 'damaged'
    return isVast(numberAt(head, frame + 7, 2), numberAt(head, frame + 5, 2)) ? 'vast' : undefined
  },
  warning: () => undefined,
  cleaner: jpegCleaner,
}

/** Where the frame header stands; undefined where the segments do not lead to one. */
function frameIn(head: string): number | undefined {
  let at = 2
  while (at + 9 < head.length) {
    if (head.charCodeAt(at) !== MARKER) return undefined
    const marker = head.charCodeAt(at + 1)
    if (marker === MARKER) at += 1
    else if (isFrame(marker)) return at
    else if (isBare(marker)) at += 2
    else at += 2 + Math.max(2, numberAt(head, at + 2, 2))
  }
  return undefined
}
