/** Every kind of file there is a reader for. */
import type { FileKind, MediaType } from './file-type.ts'
import { heic } from './heic.ts'
import { jpeg } from './jpeg.ts'
import { pdf } from './pdf.ts'
import { png } from './png.ts'
import { webp } from './webp.ts'

export const FILE_KINDS: { readonly [Type in MediaType]: FileKind } = {
  'application/pdf': pdf,
  'image/jpeg': jpeg,
  'image/png': png,
  'image/webp': webp,
  'image/heic': heic,
}

export const kindOf = (start: string): FileKind | undefined =>
  Object.values(FILE_KINDS).find((kind) => kind.isStart(start))
