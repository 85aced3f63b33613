/**
 * Unpacks the browser from its npm package into a folder of our own, whole or not at all.
 *
 * The package's own unpacking writes to one shared place in the temporary folder, piece by piece. Ours goes to a folder
 * of this user alone and appears by rename, so that two servers starting at once never run half a file, and nobody else
 * can put a program there.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, lstat, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'

const packed = (name: string): string =>
  join(dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium')))), 'bin', name)

/** A folder of this user alone, made if needed. */
export async function ownFolder(): Promise<string> {
  const user = process.getuid?.() ?? 0
  const folder = join(tmpdir(), `masar-chromium-${user}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const found = await lstat(folder)
  if (!found.isDirectory() || (process.getuid !== undefined && found.uid !== user))
    throw new Error(`Expected ${folder} to be a folder of this user, but it is not; remove it or set cacheFolder`)
  return folder
}

/** @returns path of the program; named by the size of its archive, so that a new version is unpacked anew */
export async function unpackBrowser(folder: string): Promise<string> {
  const source = packed('chromium.br')
  const target = join(folder, `chromium-${(await stat(source)).size}`)
  return once(target, async (partial) => {
    await pipeline(createReadStream(source), createBrotliDecompress(), createWriteStream(partial))
    await chmod(partial, 0o700)
  })
}

/** @param archive "al2023.tar.br" (libraries) or "fonts.tar.br" @returns the folder with its files, side by side */
export async function unpackFolder(folder: string, archive: string): Promise<string> {
  const bytes = await readFile(packed(archive))
  return once(join(folder, `${basename(archive, '.tar.br')}-${bytes.length}`), async (partial) => {
    await mkdir(partial, { mode: 0o700 })
    for (const { name, content } of tarFiles(brotliDecompressSync(bytes)))
      await writeFile(join(partial, basename(name)), content, { mode: 0o700 })
  })
}

/** For a system without any fonts, where the browser would not start. @returns a folder with a fonts.conf */
export async function unpackFonts(folder: string): Promise<string> {
  const fonts = await unpackFolder(folder, 'fonts.tar.br')
  const lines = [`<dir>${fonts}</dir>`, `<cachedir>${join(folder, 'font-cache')}</cachedir>`]
  await writeFile(join(fonts, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${lines.join('')}</fontconfig>`)
  return fonts
}

async function once(target: string, make: (partial: string) => Promise<void>): Promise<string> {
  if (await exists(target)) return target
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const place = await mkdtemp(join(dirname(target), 'partial-'))
  const partial = join(place, 'content')
  try {
    await make(partial)
    await rename(partial, target).catch(async (error: unknown) => {
      if (!(await exists(target))) throw error
    })
  } finally {
    await rm(place, { recursive: true, force: true })
  }
  return target
}

const BLOCK = 512

/** Regular files of a ustar archive, in order. */
function* tarFiles(tar: Buffer): Generator<{ name: string; content: Buffer }> {
  const field = (from: number, length: number): string =>
    tar
      .toString('latin1', from, from + length)
      .replace(/\0.*$/s, '')
      .trim()
  for (let at = 0; at + BLOCK <= tar.length && field(at, 100) !== '';) {
    const size = Number.parseInt(field(at + 124, 12), 8)
    const kind = field(at + 156, 1)
    if (kind === '0' || kind === '')
      yield { name: field(at, 100), content: tar.subarray(at + BLOCK, at + BLOCK + size) }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
}

export const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )
