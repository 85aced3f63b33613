/** A package as the folder an analyst works in. */
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mistake } from '../core/finding.ts'
import { BYTES, FILES, filesFindings, PACKAGE_LIMITS, pathFinding, tooMuch } from '../core/package/files.ts'
import type { Finding } from '../core/problem.ts'
import { readZip, type PackageRead } from './zip.ts'

/** A folder or a `.masar` file; throws where there is neither. */
export async function readPackage(path: string): Promise<PackageRead> {
  const found = await lstat(path)
  if (found.isDirectory()) return readFolder(path)
  if (found.size > PACKAGE_LIMITS.zipped)
    return { ok: false, findings: [tooMuch(BYTES, PACKAGE_LIMITS.zipped, found.size)] }
  return readZip(await readFile(path))
}

export async function readFolder(folder: string): Promise<PackageRead> {
  const walk: Walk = { files: [], findings: [] }
  await collect(folder, '', walk)
  if (walk.findings.length > 0) return { ok: false, findings: walk.findings }
  const files = new Map<string, Uint8Array>()
  let left = PACKAGE_LIMITS.unpacked
  for (const path of walk.files.sort()) {
    const { size } = await lstat(join(folder, path))
    left -= size
    if (left < 0)
      return { ok: false, findings: [tooMuch(BYTES, PACKAGE_LIMITS.unpacked, PACKAGE_LIMITS.unpacked - left, path)] }
    files.set(path, new Uint8Array(await readFile(join(folder, path))))
  }
  const findings = filesFindings(files)
  return findings.length > 0 ? { ok: false, findings } : { ok: true, files }
}

interface Walk {
  readonly files: string[]
  readonly findings: Finding[]
}

async function collect(folder: string, within: string, walk: Walk): Promise<void> {
  for (const entry of await readdir(join(folder, within), { withFileTypes: true })) {
    const path = within === '' ? entry.name : `${within}/${entry.name}`
    if (entry.isFile() && isPacked(path)) continue
    if (entry.isDirectory() && path.split('/').length < PACKAGE_LIMITS.depth) await collect(folder, path, walk)
    else if (entry.isFile()) note(path, walk)
    else walk.findings.push(notAFile(path))
    if (walk.files.length > PACKAGE_LIMITS.files) {
      walk.findings.push(tooMuch(FILES, PACKAGE_LIMITS.files, walk.files.length))
      return
    }
  }
}

/** What `masar pack .` leaves beside the title page: made of the package, no part of it. */
const isPacked = (path: string): boolean => !path.includes('/') && path.endsWith('.masar')

function note(path: string, { files, findings }: Walk): void {
  const finding = pathFinding(path)
  if (finding) findings.push(finding)
  files.push(path)
}

function notAFile(path: string): Finding {
  return mistake(
    'package/path',
    { file: path },
    {
      en: 'Expected ordinary files at most eight folders deep, but found a link, a device or a deeper folder',
      ar: 'يجب أن تحتوي الحزمة ملفات عادية ضمن ثمانية مجلدات على الأكثر، لكن وُجد رابط أو جهاز أو مجلد أعمق',
    },
    { en: 'Replace it by the file itself, or remove it', ar: 'استبدله بالملف نفسه أو احذفه' },
  )
}
