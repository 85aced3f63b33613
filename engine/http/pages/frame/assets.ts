/**
 * Stylesheets, scripts and fonts of the pages: bundled when a server starts that finds no bundle of them as they are now,
 * held in memory, served from a cookie-less path under names that change with their content, so that a browser fetches
 * each of them once.
 */
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { notFound, ProblemError } from '../../../core/problem.ts'
import { everyone } from '../../policy.ts'
import { about, params } from '../../schema.ts'
import { bundle, PATH, ROOT, type AssetSources } from './bundle.ts'
import { keptBundle } from './kept-bundle.ts'

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

/** Where tools keep what they can make again. */
const KEPT = join(ROOT, 'node_modules/.cache/masar')
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
}

const built = new Map<string, Promise<Assets>>()

export function buildAssets(sources: AssetSources): Promise<Assets> {
  const key = JSON.stringify(sources)
  const assets = built.get(key) ?? read(sources)
  built.set(key, assets)
  return assets
}

async function read(sources: AssetSources): Promise<Assets> {
  const bundled = await keptBundle(KEPT, sources, bundle)
  const files = new Map([...bundled.files].map(([hashed, content]) => [hashed, assetOf(hashed, content)]))
  const hrefs = new Map<string, string>()
  for (const hashed of files.keys()) hrefs.set(hashed.replace(/-[A-Z0-9]{8}(?=\.\w+$)/, ''), `${PATH}/${hashed}`)
  return { href: (name) => hrefs.get(name) ?? unknownName(name, hrefs), file: (hashed) => files.get(hashed) }
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
