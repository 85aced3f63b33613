/**
 * Looks at a file while it streams past, and says what it is or why it is not taken; holds no more of it than its first and last bytes.
 *
 * A file that is two things at once is refused whatever else it is: a picture that a browser could take for a page, a
 * PDF that is also an archive.
 */
import type { FileFault, FileKind, FileWarning, MediaType } from './file-type.ts'
import { kindOf } from './table.ts'

export type Inspection =
  | { readonly kind: 'file'; readonly mediaType: MediaType; readonly size: number; readonly warning?: FileWarning }
  | { readonly kind: 'fault'; readonly fault: FileFault }

export interface Inspector {
  /** A fault as soon as there can be no other end of it. */
  add(bytes: Uint8Array): FileFault | undefined
  end(): Inspection
}

const START = 64
const HEAD = 256 * 1024
/** An archive's own end stands within so many bytes of the file's. */
const TAIL = 66 * 1024
/** Marks are shorter than this, so that none is lost between two pieces. */
const OVERLAP = 64
/** Where a browser or a reader of PDF would look for the beginning of something else. */
const DOUBLE = 1024

const PAGE = /<(?:!doctype\s+html|html|head|body|script|svg|iframe|\?xml-stylesheet)/i

/** @param allowed kinds that are taken here */
export function inspector(allowed: readonly MediaType[]): Inspector {
  let head = ''
  let tail = ''
  let size = 0
  let kind: FileKind | undefined
  const seen = new Set<string>()

  function recognise(): FileFault | undefined {
    kind ??= kindOf(head.slice(0, START))
    if (kind === undefined) return 'unknown'
    return allowed.includes(kind.mediaType) ? undefined : 'refused'
  }

  return {
    add(bytes) {
      const text = textOf(bytes)
      size += text.length
      if (head.length < HEAD) head += text.slice(0, HEAD - head.length)
      const early = head.length < START ? undefined : recognise()
      if (early) return early
      const passing = tail.slice(-OVERLAP) + text
      for (const [name, mark] of Object.entries(kind?.marks ?? {})) if (mark.test(passing)) seen.add(name)
      tail = (tail + text).slice(-TAIL)
      return undefined
    },
    end() {
      if (size === 0) return { kind: 'fault', fault: 'empty' }
      const fault = recognise()
      if (fault !== undefined || kind === undefined) return { kind: 'fault', fault: fault ?? 'unknown' }
      for (const [name, mark] of Object.entries(kind.marks)) if (size < START && mark.test(head)) seen.add(name)
      const glance = { head, tail, size, seen }
      const found = isDouble(head, tail) ? 'disguised' : kind.fault(glance)
      if (found) return { kind: 'fault', fault: found }
      const warning = kind.warning(glance)
      return { kind: 'file', mediaType: kind.mediaType, size, ...(warning ? { warning } : {}) }
    },
  }
}

function isDouble(head: string, tail: string): boolean {
  const start = head.slice(0, DOUBLE)
  return PAGE.test(start) || start.lastIndexOf('%PDF-') > 0 || endsArchive(tail)
}

/** An archive's end says how long the comment behind it is: by chance the two hardly agree. */
function endsArchive(tail: string): boolean {
  const at = tail.lastIndexOf('PK\x05\x06')
  if (at < 0) return false
  const comment = tail.charCodeAt(at + 20) + 256 * tail.charCodeAt(at + 21)
  return at + 22 + comment === tail.length
}

/** One character a byte. */
function textOf(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return parts.join('')
}
