/**
 * A package on its way from the analyst to the operator: one `.masar` file, a zip that is read with suspicion.
 *
 * Unpacked into memory only, never to a path. Before a byte is unpacked, every entry's name, kind, size and place in the
 * archive is judged; while unpacking, real bytes are counted, whatever the headers say. The door to yauzl and yazl.
 */
import { crc32 } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { ZipFile as ZipWriter } from 'yazl'
import { mistake } from '../core/finding.ts'
import {
  BYTES,
  FILES,
  PACKAGE_LIMITS,
  pathFinding,
  tooMuch,
  twinFindings,
  type PackageFiles,
} from '../core/package/files.ts'
import type { Finding } from '../core/problem.ts'
import { entryFindings, isFolder, nameOf, overlapFindings, type Placed } from './entry.ts'

export type PackageRead =
  | { readonly ok: true; readonly files: PackageFiles }
  | { readonly ok: false; readonly findings: readonly Finding[] }

export async function readZip(zip: Uint8Array): Promise<PackageRead> {
  if (zip.length > PACKAGE_LIMITS.zipped)
    return { ok: false, findings: [tooMuch(BYTES, PACKAGE_LIMITS.zipped, zip.length)] }
  try {
    const archive = await fromBufferPromise(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength), {
      lazyEntries: true,
      decodeStrings: false,
    })
    return await readArchive(archive, zip.length)
  } catch (error) {
    return { ok: false, findings: [broken(error)] }
  }
}

async function readArchive(archive: ZipFile, size: number): Promise<PackageRead> {
  if (archive.entryCount > PACKAGE_LIMITS.files)
    return { ok: false, findings: [tooMuch(FILES, PACKAGE_LIMITS.files, archive.entryCount)] }
  const entries: Entry[] = []
  for await (const entry of archive.eachEntry()) entries.push(entry)
  const findings = [...entries.flatMap(entryFindings), ...twinFindings(entries.map(nameOf))]
  const declared = entries.reduce((sum, it) => sum + it.uncompressedSize, 0)
  if (declared > PACKAGE_LIMITS.unpacked) findings.push(tooMuch(BYTES, PACKAGE_LIMITS.unpacked, declared))
  if (findings.length > 0) return { ok: false, findings }
  const placed = await Promise.all(entries.map((it) => place(archive, it)))
  const overlaps = overlapFindings(placed, size)
  if (overlaps.length > 0) return { ok: false, findings: overlaps }
  return unpack(
    archive,
    entries.filter((it) => !isFolder(it)),
  )
}

async function place(archive: ZipFile, entry: Entry): Promise<Placed> {
  const local = await archive.readLocalFileHeaderPromise(entry)
  return {
    name: nameOf(entry),
    localName: local.fileName.toString('latin1'),
    start: entry.relativeOffsetOfLocalHeader,
    end: local.fileDataStart + entry.compressedSize,
  }
}

async function unpack(archive: ZipFile, entries: readonly Entry[]): Promise<PackageRead> {
  const files = new Map<string, Uint8Array>()
  let left = PACKAGE_LIMITS.unpacked
  for (const entry of entries.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))) {
    const content = await contentOf(archive, entry, left)
    if (!(content instanceof Uint8Array)) return { ok: false, findings: [content] }
    files.set(nameOf(entry), content)
    left -= content.length
  }
  return { ok: true, files }
}

async function contentOf(archive: ZipFile, entry: Entry, most: number): Promise<Uint8Array | Finding> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      if (!Buffer.isBuffer(chunk)) throw new Error('Expected bytes from an unzipping stream')
      size += chunk.length
      if (size > most) return tooMuch(BYTES, PACKAGE_LIMITS.unpacked, PACKAGE_LIMITS.unpacked + 1, nameOf(entry))
      chunks.push(chunk)
    }
  } catch (error) {
    return broken(error, nameOf(entry))
  }
  const content = Buffer.concat(chunks)
  if (crc32(content) !== entry.crc32 >>> 0) return broken(new Error('its checksum is wrong'), nameOf(entry))
  return new Uint8Array(content)
}

function broken(error: unknown, file?: string): Finding {
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, 200)
  return mistake(
    'package/zip',
    file === undefined ? {} : { file },
    { en: `Expected a whole zip file, but: ${reason}`, ar: `يجب أن يكون ملف zip سليمًا، لكن: ${reason}` },
    { en: 'Pack the folder again with "masar pack"', ar: 'احزم المجلد من جديد بالأمر ‎"masar pack"‎' },
  )
}

/** Local time on purpose: zip keeps no zone, so this gives the same bytes wherever it runs. */
const NO_DATE = new Date(1980, 0, 1)

/** The same files give the same bytes: names sorted, no dates. Throws on names that `readZip` would refuse. */
export async function packZip(files: PackageFiles): Promise<Uint8Array> {
  const writer = new ZipWriter()
  for (const path of [...files.keys()].sort()) {
    const finding = pathFinding(path)
    if (finding) throw new Error(finding.message)
    writer.addBuffer(Buffer.from(files.get(path) ?? []), path, {
      mtime: NO_DATE,
      mode: 0o100644,
      forceDosTimestamp: true,
    })
  }
  writer.end()
  const chunks: Buffer[] = []
  for await (const chunk of writer.outputStream) chunks.push(Buffer.from(chunk))
  return new Uint8Array(Buffer.concat(chunks))
}
