/** What the pages are bundled into is kept between two starts of the server, and never read where it is not what the sources say. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { bundle, ROOT, type AssetSources, type Bundle } from '../../engine/http/pages/frame/bundle.ts'
import { keptBundle } from '../../engine/http/pages/frame/kept-bundle.ts'

let folder: string
let kept: string
let sources: AssetSources
let bundled: number

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'masar-bundle-'))
  kept = join(folder, 'kept')
  sources = { 'page.js': join(folder, 'page.ts'), 'page.css': join(folder, 'page.css') }
  write('page.ts', `import { word } from './word.ts'\ndocument.title = word\n`)
  write('word.ts', `export const word: string = 'entry'\n`)
  write('page.css', 'main { color: teal }\n')
  bundled = 0
  return () => rmSync(folder, { recursive: true, force: true })
})

/** As somebody wrote it a while ago. */
function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text)
  utimesSync(join(folder, name), 1_000, 1_000)
}

async function counted(asked: AssetSources): Promise<Bundle> {
  bundled += 1
  return bundle(asked)
}

const start = (): Promise<Bundle> => keptBundle(kept, sources, counted)

const named = (made: Bundle, name: RegExp): string => [...made.files.keys()].find((file) => name.test(file)) ?? ''

const script = (made: Bundle): string => made.files.get(named(made, /^page-.*\.js$/))?.toString('utf8') ?? ''

describe('a server that starts again', () => {
  test('finds what was bundled, the same to the byte under the same names', async () => {
    const first = await start()
    const second = await start()
    expect(bundled).toBe(1)
    expect(new Map(second.files)).toEqual(new Map(first.files))
    expect([...second.files.keys()].map((name) => name.replace(/-[A-Z0-9]{8}\./, '.')).sort()).toEqual([
      'page.css',
      'page.js',
    ])
  })

  test('bundles again after any source was changed, however deep it is imported', async () => {
    const before = await start()
    write('word.ts', `export const word: string = 'leave'\n`)
    const after = await start()
    expect(bundled).toBe(2)
    expect(script(after)).toContain('leave')
    expect(named(after, /\.js$/)).not.toBe(named(before, /\.js$/))
    expect(named(after, /\.css$/)).toBe(named(before, /\.css$/))
    await start()
    expect(bundled).toBe(2)
  })

  test('bundles again after a source was taken away, and says what is missing', async () => {
    await start()
    rmSync(join(folder, 'word.ts'))
    await expect(start()).rejects.toThrow(/word\.ts/)
  })

  test('takes nothing from a file that was torn', async () => {
    const whole = await start()
    const [name = ''] = readdirSync(kept)
    const text = readFileSync(join(kept, name), 'utf8')
    writeFileSync(join(kept, name), text.slice(0, text.length / 2))
    expect((await start()).files).toEqual(whole.files)
    expect(bundled).toBe(2)
    expect(readFileSync(join(kept, name), 'utf8')).toBe(text)
  })

  test('does without where nothing can be kept', async () => {
    writeFileSync(kept, 'no folder')
    expect(script(await start())).toContain('entry')
    expect(script(await start())).toContain('entry')
    expect(bundled).toBe(2)
  })

  test('keeps nothing that was changed while it was bundled', async () => {
    const made = await keptBundle(kept, sources, async (asked) => {
      const early = await bundle(asked)
      writeFileSync(join(folder, 'word.ts'), `export const word: string = 'leave'\n`)
      utimesSync(join(folder, 'word.ts'), Date.now() / 1_000 + 60, Date.now() / 1_000 + 60)
      return early
    })
    expect(script(made)).toContain('entry')
    expect(script(await start())).toContain('leave')
  })
})

describe('servers that start at once', () => {
  test('each get the whole bundle, and one of them is kept', async () => {
    const made = await bundle(sources)
    const all = await Promise.all(Array.from({ length: 4 }, () => keptBundle(kept, sources, async () => made)))
    for (const one of all) expect(one.files).toEqual(made.files)
    expect(readdirSync(kept)).toHaveLength(1)
    expect((await start()).files).toEqual(made.files)
    expect(bundled).toBe(0)
  })

  test('clear away what one left who was killed while writing, and leave alone what one writes now', async () => {
    await start()
    write('kept/dead.writing', '{ "inputs": {')
    writeFileSync(join(kept, 'alive.writing'), '{ "inputs": {')
    write('word.ts', `export const word: string = 'leave'\n`)
    await start()
    expect(readdirSync(kept).filter((name) => name.endsWith('.writing'))).toEqual(['alive.writing'])
  })
})

test('the bundle names everything it was made of: sources, the bundler and how it is told to bundle', async () => {
  const { inputs } = await start()
  for (const name of ['page.ts', 'word.ts', 'page.css']) expect(inputs).toContain(relative(ROOT, join(folder, name)))
  expect(inputs).toContain('engine/http/pages/frame/bundle.ts')
  expect(inputs).toContainEqual(expect.stringMatching(/node_modules\/esbuild\//))
})
