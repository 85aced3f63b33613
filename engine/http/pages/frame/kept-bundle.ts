/**
 * The bundle of the pages, kept from one start of the server to the next: it is made again when a file it was made of has
 * another content.
 *
 * It is one file, written under a name of its own and then renamed: whoever is killed while writing leaves the one before,
 * and of several servers that start at once the last one's stays, the same as the others'. A folder nobody may write to
 * means a bundle at every start, as does a file that cannot be read. What was changed while it was bundled is not kept.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOT, type AssetSources, type Bundle } from './bundle.ts'

/** What the file holds: each input's hash, and each file's content in base64. */
interface Kept {
  readonly inputs: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, string>>
}

/** Milliseconds after which whoever was writing is taken for dead. */
const PATIENCE = 60_000
const WRITING = '.writing'

export async function keptBundle(
  folder: string,
  sources: AssetSources,
  bundle: (sources: AssetSources) => Promise<Bundle>,
): Promise<Bundle> {
  const file = join(folder, `pages-${keyOf(sources)}.json`)
  const kept = read(file)
  if (kept) return kept
  const began = Date.now()
  const made = await bundle(sources)
  if (made.inputs.every((input) => statSync(join(ROOT, input)).mtimeMs < began)) keep(folder, file, made)
  return made
}

/** Of the names, so that different servers' bundles stand side by side and a newer one takes an older one's place. */
const keyOf = (sources: AssetSources): string =>
  digest(JSON.stringify(Object.entries(sources).map(([name, file]) => [name, relative(ROOT, file)]))).slice(0, 16)

const digest = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex')

function read(file: string): Bundle | undefined {
  try {
    const { inputs, files } = JSON.parse(readFileSync(file, 'utf8')) as Kept
    if (!Object.entries(inputs).every(([input, hash]) => digest(readFileSync(join(ROOT, input))) === hash))
      return undefined
    return {
      files: new Map(Object.entries(files).map(([name, content]) => [name, Buffer.from(content, 'base64')])),
      inputs: Object.keys(inputs),
    }
  } catch {
    return undefined
  }
}

function keep(folder: string, file: string, { inputs, files }: Bundle): void {
  const kept: Kept = {
    inputs: Object.fromEntries(inputs.map((input) => [input, digest(readFileSync(join(ROOT, input)))])),
    files: Object.fromEntries([...files].map(([name, content]) => [name, content.toString('base64')])),
  }
  const writing = join(folder, `${randomUUID()}${WRITING}`)
  try {
    mkdirSync(folder, { recursive: true })
    sweep(folder)
    writeFileSync(writing, JSON.stringify(kept))
    renameSync(writing, file)
  } catch {
    // The next start bundles again, and sweeps away what was written of this one.
  }
}

/** What those left who were killed while writing, or had no room left. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder).filter((it) => it.endsWith(WRITING))) {
    const left = join(folder, name)
    if (existsSync(left) && Date.now() - statSync(left).mtimeMs > PATIENCE) rmSync(left, { force: true })
  }
}
