/** A picture as iPhones keep it: taken where the installation says so, since not every browser shows it. */
import type { FileKind } from './file-type.ts'

export const heic: FileKind = {
  mediaType: 'image/heic',
  extensions: ['heic', 'heif'],
  isStart: (start) => start.slice(4, 8) === 'ftyp' && /^(?:heic|heix|heim|heis|mif1)/.test(start.slice(8)),
  marks: { data: /mdat/ },
  fault: ({ seen }) => (seen.has('data') ? undefined : 'damaged'),
  warning: () => undefined,
}
