/** A picture in WebP: taken where the installation says so, since not every office can open it. */
import type { FileKind } from './file-type.ts'

export const webp: FileKind = {
  mediaType: 'image/webp',
  extensions: ['webp'],
  isStart: (start) => start.startsWith('RIFF') && /^WEBPVP8[ LX]/.test(start.slice(8)),
  marks: {},
  fault({ head, size }) {
    const said = [3, 2, 1, 0].reduce((sum, i) => sum * 256 + head.charCodeAt(4 + i), 0)
    return said + 8 > size ? 'damaged' : undefined
  },
  warning: () => undefined,
}
