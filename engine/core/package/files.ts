/**
 * A service package as files, wherever they came from: the names it may hold and how much of it there may be.
 *
 * Names are lower-case and plain, so that no file system, zip tool or language can read one name as another.
 */
import { mistake, quoted } from '../finding.ts'
import type { Finding } from '../problem.ts'
import type { Text } from '../text.ts'

/** Content by path within the package, "forms/apply.form.json". */
export type PackageFiles = ReadonlyMap<string, Uint8Array>

export const PACKAGE_LIMITS = {
  /** Bytes of the zip, bytes of all files, of all packages deployed together, number of files, times a file may be larger than packed, folders deep. */
  zipped: 5_000_000,
  unpacked: 20_000_000,
  together: 60_000_000,
  files: 500,
  ratio: 100,
  depth: 8,
} as const

/** How much there may be of each kind in all its files: what is slow to read is bounded for the package, not the file. */
const KIND_LIMITS: Readonly<Partial<Record<FileKind, { readonly files: number; readonly bytes: number }>>> = {
  bpmn: { files: 50, bytes: 4_000_000 },
  dmn: { files: 50, bytes: 4_000_000 },
  form: { files: 100, bytes: 2_000_000 },
  template: { files: 100, bytes: 2_000_000 },
  test: { files: 200, bytes: 5_000_000 },
}

const FILE_KINDS = {
  workflow: { fits: /^workflow\.json$/, like: 'workflow.json' },
  bpmn: { fits: /^[a-z0-9_.-]+\.bpmn$/, like: '<name>.bpmn' },
  dmn: { fits: /^[a-z0-9_.-]+\.dmn$/, like: '<name>.dmn' },
  form: { fits: /^forms\/[a-z0-9_.-]+\.form\.json$/, like: 'forms/<id>.form.json' },
  template: { fits: /^templates\/[a-z0-9_./-]+\.hbs$/, like: 'templates/<name>.hbs' },
  test: { fits: /^tests\/[a-z0-9_.-]+\.test\.json$/, like: 'tests/<name>.test.json' },
  readme: { fits: /^README\.md$/, like: 'README.md' },
} as const

export type FileKind = keyof typeof FILE_KINDS

export function fileKindOf(path: string): FileKind | undefined {
  for (const [kind, { fits }] of Object.entries(FILE_KINDS)) if (fits.test(path)) return kind as FileKind
  return undefined
}

/** What follows the folder and stands before the ending: "apply" of "forms/apply.form.json". */
export function nameWithin(path: string, folder: string, ending: string): string {
  return path.slice(folder.length, path.length - ending.length)
}

/** Why a name may not stand in a package; asked before anything is unpacked or read. */
export function pathFinding(path: string): Finding | undefined {
  const reason = reasonAgainst(path)
  if (reason === undefined) return undefined
  return mistake(
    'package/path',
    { file: path.slice(0, 200) },
    { en: `Expected ${reason.en}, but found ${quoted(path)}`, ar: `المتوقع ${reason.ar}، لكن وُجد ${quoted(path)}` },
    {
      en: `Rename or remove the file; a package holds ${Object.values(FILE_KINDS)
        .map((it) => it.like)
        .join(', ')}`,
      ar: `أعد تسمية الملف أو احذفه؛ تحتوي الحزمة على ${Object.values(FILE_KINDS)
        .map((it) => it.like)
        .join('، ')}`,
    },
  )
}

function reasonAgainst(path: string): Text | undefined {
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path))
    return { en: 'a path inside the package', ar: 'مسار داخل الحزمة' }
  if (path.includes('\\')) return { en: 'a path with "/" between folders', ar: 'مسار تفصل "/" بين مجلداته' }
  if (path.split('/').some((it) => it === '..' || it === '.' || it === ''))
    return { en: 'a path without "..", "." or empty folders', ar: 'مسار بلا ".." أو "." أو مجلدات فارغة' }
  if (path.split('/').length > PACKAGE_LIMITS.depth || path.length > 200)
    return {
      en: `at most ${String(PACKAGE_LIMITS.depth)} folders and 200 characters`,
      ar: `${String(PACKAGE_LIMITS.depth)} مجلدات و200 محرف على الأكثر`,
    }
  if (path !== 'README.md' && !/^[a-z0-9/_.-]+$/.test(path))
    return {
      en: 'a name of lower-case letters, digits, "_", "." and "-"',
      ar: 'اسم من حروف لاتينية صغيرة وأرقام و"_" و"." و"-"',
    }
  if (fileKindOf(path) === undefined)
    return { en: 'a kind of file that belongs in a package', ar: 'نوع ملف ينتمي إلى الحزمة' }
  return undefined
}

/** Two names that one file system or another would take for the same. */
export function twinFindings(paths: readonly string[]): readonly Finding[] {
  const first = new Map<string, string>()
  const findings: Finding[] = []
  for (const path of paths) {
    const key = path.normalize('NFKC').toLowerCase()
    const other = first.get(key)
    if (other === undefined) first.set(key, path)
    else
      findings.push(
        mistake(
          'package/twins',
          { file: path.slice(0, 200) },
          {
            en: `Expected every file once, but ${quoted(path)} and ${quoted(other)} are one name`,
            ar: `يجب أن يظهر كل ملف مرة واحدة، لكن ${quoted(path)} و${quoted(other)} اسم واحد`,
          },
          { en: 'Remove one of the two', ar: 'احذف أحدهما' },
        ),
      )
  }
  return findings
}

export function tooMuch(what: Text, most: number, found: number, file?: string): Finding {
  return mistake(
    'package/too-large',
    file === undefined ? {} : { file },
    {
      en: `Expected at most ${String(most)} ${what.en}, but found ${String(found)}`,
      ar: `الحد الأقصى ${String(most)} ${what.ar}، لكن وُجد ${String(found)}`,
    },
    { en: 'Remove what the service does not need', ar: 'احذف ما لا تحتاجه الخدمة' },
  )
}

export const sizeOf = (files: PackageFiles): number => [...files.values()].reduce((sum, it) => sum + it.length, 0)

/** Bytes of each file by its path. */
export type FileSizes = ReadonlyMap<string, number>

/** Names and sizes of a package that is in memory. */
export const filesFindings = (files: PackageFiles): readonly Finding[] =>
  sizeFindings(new Map([...files].map(([path, content]) => [path, content.length])))

/** Names and sizes of a package whose content is not at hand. */
export function sizeFindings(files: FileSizes): readonly Finding[] {
  const paths = [...files.keys()]
  const findings = [...paths.flatMap((it) => pathFinding(it) ?? []), ...twinFindings(paths)]
  if (files.size > PACKAGE_LIMITS.files) findings.push(tooMuch(FILES, PACKAGE_LIMITS.files, files.size))
  const bytes = [...files.values()].reduce((sum, it) => sum + it, 0)
  if (bytes > PACKAGE_LIMITS.unpacked) findings.push(tooMuch(BYTES, PACKAGE_LIMITS.unpacked, bytes))
  return firstOf([...findings, ...kindFindings(files)])
}

function kindFindings(files: FileSizes): readonly Finding[] {
  return Object.entries(KIND_LIMITS).flatMap(([kind, most]) => {
    const sizes = [...files].filter(([path]) => fileKindOf(path) === kind).map(([, size]) => size)
    const bytes = sizes.reduce((sum, it) => sum + it, 0)
    const what = (of: Text): Text => ({ en: `${of.en} of kind ${kind}`, ar: `${of.ar} من النوع ${kind}` })
    return [
      ...(sizes.length > most.files ? [tooMuch(what(FILES), most.files, sizes.length)] : []),
      ...(bytes > most.bytes ? [tooMuch(what(BYTES), most.bytes, bytes)] : []),
    ]
  })
}

const MOST_FINDINGS = 500

/** As many findings as a person can read; the last says how many there were. */
export function firstOf(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MOST_FINDINGS) return findings
  const told = findings.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
  return [...told.slice(0, MOST_FINDINGS - 1), tooMuch({ en: 'findings', ar: 'ملاحظة' }, MOST_FINDINGS, findings.length)]
}

export const FILES: Text = { en: 'files', ar: 'ملف' }
export const BYTES: Text = { en: 'bytes', ar: 'بايت' }
