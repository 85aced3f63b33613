/** A picture in PNG: its header says how large it is, and it ends with its last chunk. */
import { isVast, numberAt, type FileKind } from './file-type.ts'
import { pngCleaner } from './png-cleaner.ts'

const SIGNATURE = '\x89PNG\r\n\x1a\n'
/** Behind the signature stands the chunk IHDR: length, name, width, height. */
const NAME = 12
const WIDTH = 16
const HEIGHT = 20

export const png: FileKind = {
  mediaType: 'image/png',
  extensions: ['png'],
  isStart: (start) => start.startsWith(SIGNATURE),
  marks: {},
  fault({ head, tail }) {
    if (head.slice(NAME, NAME + 4) !== 'IHDR' || !tail.includes('IEND')) return 'damaged'
    return isVast(numberAt(head, WIDTH, 4), numberAt(head, HEIGHT, 4)) ? 'vast' : undefined
  },
  warning: () => undefined,
  cleaner: pngCleaner,
}
