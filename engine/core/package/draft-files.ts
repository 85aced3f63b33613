/** What a draft may hold: as much as a package may, under its names, in text that reads as it stands; sound or not. */
import type { DraftFiles, FileChanges } from './file-changes.ts'
import type { Finding } from '../problem.ts'
import { readText } from './content.ts'
import { sizeFindings, type FileSizes, type PackageFiles } from './files.ts'

const encoder = new TextEncoder()

export const bytesOf = (files: DraftFiles): PackageFiles =>
  new Map([...files].map(([path, text]) => [path, encoder.encode(text)]))

/** Every file as text, or what is none. A mark of the byte order stays where it stands. */
export function textsOf(
  files: PackageFiles,
): { readonly ok: true; readonly files: DraftFiles } | { readonly ok: false; readonly findings: readonly Finding[] } {
  const texts = new Map<string, string>()
  const findings: Finding[] = []
  for (const [path, bytes] of files) {
    const text = readText(path, bytes)
    if (text.ok) texts.set(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
    else findings.push(...text.findings)
  }
  return findings.length > 0 ? { ok: false, findings } : { ok: true, files: texts }
}

/** @param sizes of the files as they are before */
export function changeFindings(changes: FileChanges, sizes: FileSizes): readonly Finding[] {
  const next = new Map(sizes)
  const findings: Finding[] = []
  for (const [path, content] of changes) {
    if (content === null) {
      next.delete(path)
      continue
    }
    const bytes = encoder.encode(content)
    const text = readText(path, bytes)
    if (!text.ok) findings.push(...text.findings)
    next.set(path, bytes.length)
  }
  return [...sizeFindings(next), ...findings]
}
