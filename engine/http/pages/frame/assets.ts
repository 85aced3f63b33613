/**
 * Stylesheets, scripts and fonts of the pages: built once in memory when the server starts, served from a cookie-less path
 * under names that change with their content, so that a browser fetches each of them once.
 */
import { basename, join, resolve } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build, stop, type Plugin } from 'esbuild'
import type { FastifyInstance } from 'fastify'
import { notFound, ProblemError } from '../../../core/problem.ts'
import { everyone } from '../../policy.ts'
import { about, params } from '../../schema.ts'

export interface Assets {
  /** Address of a stylesheet or script by its plain name, "desk.css". */
  href(name: string): string
  /** By the name in the address, "desk-AB12CD34.css". */
  file(hashed: string): Asset | undefined
}

export interface Asset {
  readonly type: string
  readonly plain: Buffer
  /** Nothing for what is packed already. */
  readonly packed?: Readonly<Record<Encoding, () => Buffer>>
}

type Encoding = 'br' | 'gzip'

/** Plain name -> source file: "desk.css" -> "…/desk/desk.css", "apply.js" -> "…/portal/apply.browser.ts". */
export type AssetSources = Readonly<Record<string, string>>

const PATH = '/assets'
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
}
/** Telephones of five years ago. */
const TARGET = ['es2020', 'chrome87', 'firefox84', 'safari14.1']

const built = new Map<string, Promise<Assets>>()

export function buildAssets(sources: AssetSources): Promise<Assets> {
  const key = JSON.stringify(sources)
  const assets = built.get(key) ?? bundle(sources)
  built.set(key, assets)
  return assets
}

async function bundle(sources: AssetSources): Promise<Assets> {
  const { outputFiles } = await build({
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
    logLevel: 'silent',
  })
  // Its process would wait for more for as long as the server runs.
  await stop()
  const files = new Map<string, Asset>()
  const hrefs = new Map<string, string>()
  for (const { path, contents } of outputFiles) {
    const hashed = basename(path)
    files.set(hashed, assetOf(hashed, Buffer.from(contents)))
    hrefs.set(hashed.replace(/-[A-Z0-9]{8}(?=\.\w+$)/, ''), `${PATH}/${hashed}`)
  }
  return { href: (name) => hrefs.get(name) ?? unknownName(name, hrefs), file: (hashed) => files.get(hashed) }
}

/** Whoever needs the engine of regular expressions at once gets what loads it when it is asked to. */
const PATTERNS_LATER: Plugin = {
  name: 'patterns later',
  setup(bundling) {
    const path = resolve(import.meta.dirname, '../../../../forms/browser/patterns.ts')
    bundling.onResolve({ filter: /^re2js$/ }, ({ kind }) => (kind === 'dynamic-import' ? undefined : { path }))
  },
}

function assetOf(name: string, plain: Buffer): Asset {
  const extension = name.split('.').at(-1) ?? ''
  const type = TYPES[extension] ?? 'application/octet-stream'
  if (extension === 'woff2') return { type, plain }
  const packed = { br: once(() => brotliCompressSync(plain)), gzip: once(() => gzipSync(plain, { level: 9 })) }
  return { type, plain, packed }
}

/** Packing well takes its time: when somebody asks first, not while a server that was stopped is waited for. */
function once(pack: () => Buffer): () => Buffer {
  let packed: Buffer | undefined
  return () => (packed ??= pack())
}

function unknownName(name: string, known: ReadonlyMap<string, string>): never {
  throw new Error(`Expected one of the assets ${[...known.keys()].join(', ')}, but found "${name}"`)
}

export function assetRoutes(app: FastifyInstance): void {
  app.get<{ Params: { name: string } }>(
    `${PATH}/:name`,
    {
      config: { policy: everyone, rateLimit: false as never },
      schema: { ...about('pages', 'Stylesheets, scripts and fonts of the pages'), params: params('name'), hide: true },
    },
    (request, reply) => {
      const asset = app.assets.file(request.params.name)
      if (asset === undefined)
        throw new ProblemError(notFound('route.not-found', 'Expected the name of an asset that a page of now uses'))
      const encoding = encodingOf(request.headers['accept-encoding'], asset)
      reply.type(asset.type).header('cache-control', 'public, max-age=31536000, immutable')
      if (asset.packed) reply.header('vary', 'Accept-Encoding')
      const packed = encoding && asset.packed?.[encoding]()
      return packed === undefined ? reply.send(asset.plain) : reply.header('content-encoding', encoding).send(packed)
    },
  )
}

const encodingOf = (accepted: string | undefined, { packed }: Asset): Encoding | undefined =>
  packed && (['br', 'gzip'] as const).find((name) => accepts(accepted, name))

/** As browsers say it: by name, without a weight of nothing. */
export const accepts = (header: string | undefined, encoding: string): boolean =>
  new RegExp(`(?:^|,)\\s*${encoding}\\s*(?:,|;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))|$)`, 'i').test(header ?? '')
