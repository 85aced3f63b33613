/** A document in PDF: begins with its mark, ends with its own, is not locked; one that can run something is marked. */
import type { FileKind } from './file-type.ts'

export const pdf: FileKind = {
  mediaType: 'application/pdf',
  extensions: ['pdf'],
  isStart: (start) => start.startsWith('%PDF-'),
  marks: {
    locked: /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/,
    active: /\/(?:(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA)(?![A-Za-z])|JS\s*(?:\(|<|\d+\s+\d+\s+R))/,
  },
  fault({ tail, seen }) {
    if (seen.has('locked')) return 'encrypted'
    return tail.includes('%%EOF') ? undefined : 'damaged'
  },
  warning: ({ seen }) => (seen.has('active') ? 'active' : undefined),
}
