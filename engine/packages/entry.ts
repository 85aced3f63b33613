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
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE
  const expected = isFolder(entry) ? FOLDER : REGULAR
  return [
    ...(bad ? [bad] : []),
    ...faultIf(type !== 0 && type !== expected, name, ORDINARY, `type ${type.toString(8)}`),
    ...faultIf(
      entry.isEncrypted(),
      name,
      { en: 'files that are not encrypted', ar: 'ملفات غير معمّاة' },
      'an encrypted one',
    ),
    ...faultIf(
      ![STORED, DEFLATED].includes(entry.compressionMethod),
      name,
      { en: 'files stored or deflated', ar: 'ملفات مخزنة أو مضغوطة بطريقة deflate' },
      `method ${String(entry.compressionMethod)}`,
    ),
    ...faultIf(
      entry.extraFields.some((it) => it.id === UNICODE_PATH),
      name,
      { en: 'one name per file', ar: 'اسم واحد لكل ملف' },
      'a second, hidden one',
    ),
    ...faultIf(
      entry.uncompressedSize > RATIO_COUNTS_FROM &&
        entry.uncompressedSize > entry.compressedSize * PACKAGE_LIMITS.ratio,
      name,
      {
        en: `files at most ${String(PACKAGE_LIMITS.ratio)} times larger than packed`,
        ar: `ملفات لا يزيد حجمها على ${String(PACKAGE_LIMITS.ratio)} ضعف حجمها المضغوط`,
      },
      `${String(entry.uncompressedSize)} bytes out of ${String(entry.compressedSize)}`,
    ),
    ...faultIf(
      isFolder(entry) && entry.uncompressedSize > 0,
      name,
      { en: 'folders without content', ar: 'مجلدات بلا محتوى' },
      'content',
    ),
  ]
}

const ORDINARY: Text = { en: 'ordinary files and folders', ar: 'ملفات ومجلدات عادية' }

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
    findings.push(
      ...faultIf(
        entry.start < reached || entry.end > size,
        entry.name,
        { en: 'entries beside each other', ar: 'مدخلات متجاورة' },
        'one that overlaps another',
      ),
      ...faultIf(
        entry.localName !== entry.name,
        entry.name,
        { en: 'one name per entry', ar: 'اسم واحد لكل مدخل' },
        quoted(entry.localName),
      ),
    )
    reached = Math.max(reached, entry.end)
  }
  return findings
}

function faultIf(holds: boolean, file: string, expected: Text, found: string): readonly Finding[] {
  if (!holds) return []
  return [
    mistake(
      'package/zip',
      { file: file.slice(0, 200) },
      { en: `Expected ${expected.en}, but found ${found}`, ar: `المتوقع ${expected.ar}، لكن وُجد: ${found}` },
      { en: 'Pack the folder again with "masar pack"', ar: 'احزم المجلد من جديد بالأمر ‎"masar pack"‎' },
    ),
  ]
}
