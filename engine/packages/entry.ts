/** One entry of a package's zip before it is unpacked: what it claims to be, and where it lies in the archive. */
import type { Entry } from 'yauzl'
import { mistake, quoted } from '../core/finding.ts'
import { PACKAGE_LIMITS, pathFinding } from '../core/package/files.ts'
import type { Finding } from '../core/problem.ts'
import type { Text } from '../core/text.ts'

/** As the bytes stand; anything beyond ASCII is refused with the name. */
export const nameOf = (entry: Entry): string => entry.fileNameRaw.toString('latin1')

export const isFolder = (entry: Entry): boolean => nameOf(entry).endsWith('/')

const FILE_TYPE = 0o170000
const REGULAR = 0o100000
const FOLDER = 0o040000
const STORED = 0
const DEFLATED = 8
/** Info-ZIP's other name for an entry: tools that believe it would see another package. */
const UNICODE_PATH = 0x7075
/** A small file may be mostly blanks. */
const RATIO_COUNTS_FROM = 100_000

export function entryFindings(entry: Entry): readonly Finding[] {
  const name = nameOf(entry)
  const bad = isFolder(entry) ? folderFinding(name) : pathFinding(name)
  const faults = FAULTS.flatMap(({ found, expected }) => {
    const what = found(entry)
    return what === undefined ? [] : [fault(name, expected, what)]
  })
  return [...(bad ? [bad] : []), ...faults]
}

interface EntryFault {
  readonly expected: Text
  /** What is wrong with the entry, or undefined. */
  found(entry: Entry): string | undefined
}

const FAULTS: readonly EntryFault[] = [
  {
    expected: { en: 'ordinary files and folders', ar: 'ملفات ومجلدات عادية' },
    found(entry) {
      const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE
      return type === 0 || type === (isFolder(entry) ? FOLDER : REGULAR) ? undefined : `type ${type.toString(8)}`
    },
  },
  {
    expected: { en: 'files that are not encrypted', ar: 'ملفات غير معمّاة' },
    found: (entry) => (entry.isEncrypted() ? 'an encrypted one' : undefined),
  },
  {
    expected: { en: 'files stored or deflated', ar: 'ملفات مخزنة أو مضغوطة بطريقة deflate' },
    found: ({ compressionMethod: method }) =>
      method === STORED || method === DEFLATED ? undefined : `method ${String(method)}`,
  },
  {
    expected: { en: 'one name per file', ar: 'اسم واحد لكل ملف' },
    found: (entry) => (entry.extraFields.some((it) => it.id === UNICODE_PATH) ? 'a second, hidden one' : undefined),
  },
  {
    expected: {
      en: `files at most ${String(PACKAGE_LIMITS.ratio)} times larger than packed`,
      ar: `ملفات لا يزيد حجمها على ${String(PACKAGE_LIMITS.ratio)} ضعف حجمها المضغوط`,
    },
    found: ({ uncompressedSize: size, compressedSize: packed }) =>
      size > RATIO_COUNTS_FROM && size > packed * PACKAGE_LIMITS.ratio
        ? `${String(size)} bytes out of ${String(packed)}`
        : undefined,
  },
  {
    expected: { en: 'folders without content', ar: 'مجلدات بلا محتوى' },
    found: (entry) => (isFolder(entry) && entry.uncompressedSize > 0 ? 'content' : undefined),
  },
]

/** A folder entry carries no content; its name must still lead nowhere else. */
function folderFinding(name: string): Finding | undefined {
  const plain = /^[a-z0-9_.-]+(?:\/[a-z0-9_.-]+)*\/$/.test(name) && !name.split('/').includes('..')
  return plain ? undefined : (pathFinding(name) ?? pathFinding('..'))
}

/** Where an entry lies, from its local header to the end of its data. */
export interface Placed {
  readonly name: string
  readonly localName: string
  readonly start: number
  readonly end: number
}

/** Entries that share bytes unpack to far more than is there; a local header of another name shows other tools another file. */
export function overlapFindings(entries: readonly Placed[], size: number): readonly Finding[] {
  const findings: Finding[] = []
  let reached = 0
  for (const entry of entries.toSorted((a, b) => a.start - b.start)) {
    if (entry.start < reached || entry.end > size) findings.push(fault(entry.name, BESIDE, 'one that overlaps another'))
    if (entry.localName !== entry.name) findings.push(fault(entry.name, ONE_NAME, quoted(entry.localName)))
    reached = Math.max(reached, entry.end)
  }
  return findings
}

const BESIDE: Text = { en: 'entries beside each other', ar: 'مدخلات متجاورة' }
const ONE_NAME: Text = { en: 'one name per entry', ar: 'اسم واحد لكل مدخل' }

function fault(file: string, expected: Text, found: string): Finding {
  return mistake(
    'package/zip',
    { file: file.slice(0, 200) },
    { en: `Expected ${expected.en}, but found ${found}`, ar: `المتوقع ${expected.ar}، لكن وُجد: ${found}` },
    { en: 'Pack the folder again with "masar pack"', ar: 'احزم المجلد من جديد بالأمر ‎"masar pack"‎' },
  )
}
