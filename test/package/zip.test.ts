import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { digestOf } from '../../engine/core/package/digest.ts'
import { readFolder, readPackage } from '../../engine/packages/folder.ts'
import { packZip, readZip } from '../../engine/packages/zip.ts'
import { bytes, parcel } from './parcel.ts'

/** One entry of a zip written by hand, so that it may lie. */
interface Raw {
  readonly name: string
  readonly content: Uint8Array
  readonly method?: number
  readonly mode?: number
  readonly flags?: number
  /** What the headers claim. */
  readonly size?: number
  readonly crc?: number
  readonly localName?: string
  /** Point at the data of this entry instead. */
  readonly sameAs?: number
  readonly extra?: Buffer
}

function rawZip(entries: readonly Raw[], count = entries.length): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  const offsets: number[] = []
  let at = 0
  for (const entry of entries) {
    const { head, body } = local(entry)
    const offset = entry.sameAs === undefined ? at : (offsets[entry.sameAs] ?? 0)
    offsets.push(offset)
    directory.push(central(entry, body.length, offset))
    if (entry.sameAs !== undefined) continue
    bodies.push(head, body)
    at += head.length + body.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...bodies, listing, end]))
}

function local(entry: Raw): { readonly head: Buffer; readonly body: Buffer } {
  const body = entry.method === 0 ? Buffer.from(entry.content) : deflateRawSync(entry.content)
  const name = Buffer.from(entry.localName ?? entry.name)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  fill(head, 4, entry, body.length, name.length, 0)
  return { head: Buffer.concat([head, name]), body }
}

function central(entry: Raw, packed: number, offset: number): Buffer {
  const name = Buffer.from(entry.name)
  const extra = entry.extra ?? Buffer.alloc(0)
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(0x031e, 4)
  fill(head, 6, entry, packed, name.length, extra.length)
  head.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38)
  head.writeUInt32LE(offset, 42)
  return Buffer.concat([head, name, extra])
}

/** The part that local and central headers share. */
function fill(head: Buffer, at: number, entry: Raw, packed: number, name: number, extra: number): void {
  head.writeUInt16LE(20, at)
  head.writeUInt16LE(entry.flags ?? 0, at + 2)
  head.writeUInt16LE(entry.method ?? 8, at + 4)
  head.writeUInt32LE(entry.crc ?? crc32(entry.content), at + 10)
  head.writeUInt32LE(packed, at + 14)
  head.writeUInt32LE(entry.size ?? entry.content.length, at + 18)
  head.writeUInt16LE(name, at + 22)
  head.writeUInt16LE(extra, at + 24)
}

const entry = (name: string, more: Partial<Raw> = {}): Raw => ({ name, content: bytes('x'), ...more })
const unicodePath = Buffer.concat([Buffer.from([0x75, 0x70, 9, 0, 1, 0, 0, 0, 0]), Buffer.from('evil')])

const HOSTILE: readonly (readonly [says: string, zip: Uint8Array, rule: string, file: string | undefined])[] = [
  ['a file that climbs out', rawZip([entry('../../evil.bpmn')]), 'package/path', '../../evil.bpmn'],
  ['an absolute path', rawZip([entry('/abs.bpmn')]), 'package/path', '/abs.bpmn'],
  ['a backslash', rawZip([entry('..\\evil.bpmn')]), 'package/path', '..\\evil.bpmn'],
  ['a drive', rawZip([entry('c:/evil.bpmn')]), 'package/path', 'c:/evil.bpmn'],
  ['a folder that climbs out', rawZip([entry('../', { content: bytes(''), mode: 0o040755 })]), 'package/path', '../'],
  ['a folder with content', rawZip([entry('forms/', { mode: 0o040755 })]), 'package/zip', 'forms/'],
  [
    'a symbolic link',
    rawZip([entry('workflow.json', { mode: 0o120777, content: bytes('/etc/passwd') })]),
    'package/zip',
    'workflow.json',
  ],
  ['a device', rawZip([entry('workflow.json', { mode: 0o020666 })]), 'package/zip', 'workflow.json'],
  ['an encrypted file', rawZip([entry('workflow.json', { flags: 1 })]), 'package/zip', 'workflow.json'],
  ['an unknown compression', rawZip([entry('workflow.json', { method: 12 })]), 'package/zip', 'workflow.json'],
  ['one name twice', rawZip([entry('workflow.json'), entry('workflow.json')]), 'package/twins', 'workflow.json'],
  ['two names that differ in case', rawZip([entry('a.bpmn'), entry('A.bpmn')]), 'package/path', 'A.bpmn'],
  ['a name that is not ASCII', rawZip([entry('é.bpmn')]), 'package/path', 'Ã©.bpmn'],
  ['a second, hidden name', rawZip([entry('a.bpmn', { extra: unicodePath })]), 'package/zip', 'a.bpmn'],
  ['another name in the local header', rawZip([entry('a.bpmn', { localName: 'b.bpmn' })]), 'package/zip', 'a.bpmn'],
  [
    'entries that share their bytes',
    rawZip([entry('a.bpmn'), entry('b.bpmn', { sameAs: 0 })]),
    'package/zip',
    'b.bpmn',
  ],
  ['a wrong checksum', rawZip([entry('a.bpmn', { crc: 1 })]), 'package/zip', 'a.bpmn'],
  [
    'a size that lies',
    rawZip([entry('a.bpmn', { content: bytes('x'.repeat(1000)), size: 10 })]),
    'package/zip',
    'a.bpmn',
  ],
  [
    'a bomb that says so',
    rawZip([entry('README.md', { content: new Uint8Array(30_000_000) })]),
    'package/zip',
    'README.md',
  ],
  [
    'a bomb that lies',
    rawZip([entry('README.md', { content: new Uint8Array(30_000_000), size: 1000 })]),
    'package/zip',
    'README.md',
  ],
  [
    'files that are too much together',
    rawZip(
      Array.from({ length: 30 }, (_, i) =>
        entry(`templates/t${i}.hbs`, {
          size: 1_000_000,
          content: bytes(Array.from({ length: 20_000 }, (_, n) => String(n * 7919 * (i + 1))).join('')),
        }),
      ),
    ),
    'package/too-large',
    undefined,
  ],
  [
    '501 files',
    rawZip(Array.from({ length: 501 }, (_, i) => entry(`templates/t${i}.hbs`))),
    'package/too-large',
    undefined,
  ],
  ['a count that lies', rawZip([entry('a.bpmn')], 40), 'package/zip', undefined],
  ['6 MB', new Uint8Array(6_000_000), 'package/too-large', undefined],
  ['something else than a zip', bytes('hello'), 'package/zip', undefined],
  ['half a zip', rawZip([entry('a.bpmn')]).slice(0, 40), 'package/zip', undefined],
  ['nothing', new Uint8Array(), 'package/zip', undefined],
]

test.each(HOSTILE)('a zip is refused for %s', async (_, zip, rule, file) => {
  const read = await readZip(zip)
  expect(read.ok).toBe(false)
  if (read.ok) return
  expect(read.findings).toContainEqual(
    expect.objectContaining({ rule, severity: 'error', ...(file === undefined ? {} : { file }) }),
  )
  for (const it of read.findings) expect(it.messageAr).toMatch(/\p{Script=Arabic}/u)
})

describe('packing', () => {
  test('and reading gives the same files and the same digest', async () => {
    const files = parcel()
    const read = await readZip(await packZip(files))
    if (!read.ok) throw new Error(JSON.stringify(read.findings))
    expect(read.files).toEqual(new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))))
    expect(await digestOf(read.files)).toBe(await digestOf(files))
  })

  test('gives the same bytes whatever the order of the files', async () => {
    const files = parcel()
    expect(await packZip(new Map([...files].reverse()))).toEqual(await packZip(files))
  })

  test('a zip of another tool, with folders and other settings, has the same digest', async () => {
    const files = parcel()
    const other = rawZip([
      entry('forms/', { content: bytes(''), mode: 0o040755 }),
      ...[...files].reverse().map(([name, content]) => ({ name, content, method: 0 })),
    ])
    const read = await readZip(other)
    if (!read.ok) throw new Error(JSON.stringify(read.findings))
    expect(await digestOf(read.files)).toBe(await digestOf(files))
  })

  test('two packages whose bytes run together the same way keep two names', async () => {
    const one = await digestOf(new Map([['a.bpmn', bytes('bc')]]))
    const other = await digestOf(new Map([['a.bpmnb', bytes('c')]]))
    expect(one).not.toBe(other)
  })
})

describe('a folder', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'masar-package-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function written(name: string): Promise<string> {
    const path = join(folder, name)
    for (const [file, content] of parcel()) {
      await mkdir(join(path, file, '..'), { recursive: true })
      await writeFile(join(path, file), content)
    }
    return path
  }

  test('is read like its zip', async () => {
    const path = await written('good')
    await writeFile(join(folder, 'good.masar'), await packZip(parcel()))
    const [asFolder, asZip] = [await readPackage(path), await readPackage(join(folder, 'good.masar'))]
    expect(asFolder).toEqual(asZip)
    expect(asFolder.ok).toBe(true)
  })

  test('is refused with a link in it', async () => {
    const path = await written('linked')
    await symlink('/etc/passwd', join(path, 'forms', 'secret.form.json'))
    const read = await readFolder(path)
    expect(read).toMatchObject({ ok: false, findings: [{ rule: 'package/path', file: 'forms/secret.form.json' }] })
  })

  test('is refused with files that do not belong in a package', async () => {
    const path = await written('littered')
    await writeFile(join(path, '.DS_Store'), 'x')
    const read = await readFolder(path)
    expect(read).toMatchObject({ ok: false, findings: [{ rule: 'package/path', file: '.DS_Store' }] })
  })
})
