/** The pages' stylesheets, scripts and fonts made into what a telephone of five years ago reads, under names that change with their content. */
import { basename, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'

/** Plain name -> source file: "desk.css" -> "…/desk/desk.css", "apply.js" -> "…/portal/apply.browser.ts". */
export type AssetSources = Readonly<Record<string, string>>

export interface Bundle {
  /** By the name in the address, "desk-AB12CD34.css". */
  readonly files: ReadonlyMap<string, Buffer>
  /** Every file it was made of, and with, from the root of the house: the same contents make the same bundle. */
  readonly inputs: readonly string[]
}

export const ROOT = resolve(import.meta.dirname, '../../../..')
/** Where the addresses begin. */
export const PATH = '/assets'

const TARGET = ['es2020', 'chrome87', 'firefox84', 'safari14.1']

export async function bundle(sources: AssetSources): Promise<Bundle> {
  // Read where something has to be bundled: a server that finds its bundle kept starts without it.
  const { build, stop } = await import('esbuild')
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: Object.entries(sources).map(([name, file]) => ({ in: file, out: name.replace(/\.(css|js)$/, '') })),
    outdir: join('/', PATH),
    publicPath: PATH,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    loader: { '.woff2': 'file' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    plugins: [PATTERNS_LATER],
    target: TARGET,
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  // Its process would wait for more for as long as the server runs.
  await stop()
  return {
    files: new Map(outputFiles.map(({ path, contents }) => [basename(path), Buffer.from(contents)])),
    inputs: [...Object.keys(metafile.inputs), ...MADE_WITH],
  }
}

/** The bundler, how it is told to bundle here, and what it reads by itself. */
const MADE_WITH = [
  fileURLToPath(import.meta.resolve('esbuild')),
  import.meta.filename,
  join(ROOT, 'tsconfig.json'),
].map((file) => relative(ROOT, file))

/** Whoever needs the engine of regular expressions at once gets what loads it when it is asked to. */
const PATTERNS_LATER: Plugin = {
  name: 'patterns later',
  setup(bundling) {
    const path = join(ROOT, 'forms/browser/patterns.ts')
    bundling.onResolve({ filter: /^re2js$/ }, ({ kind }) => (kind === 'dynamic-import' ? undefined : { path }))
  },
}
