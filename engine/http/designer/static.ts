/**
 * The files the designer was built into (`npm run build`, designer/build.ts), read when somebody first asks, each packed
 * beside itself by the build. Their names change with their content, so that a browser fetches each of them once.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { notFound, ProblemError, unavailable } from '../../core/problem.ts'
import { accepts } from '../pages/frame/assets.ts'
import { everyone } from '../policy.ts'
import { about, params } from '../schema.ts'

const FOLDER = resolve(import.meta.dirname, '../../../designer/dist')

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  woff: 'font/woff',
  svg: 'image/svg+xml',
  png: 'image/png',
}

/** What the page loads first, as addresses. */
export interface Entry {
  readonly script: string
  /** What the script begins by asking for: fetched with it, not after it. */
  readonly modules: readonly string[]
  readonly styles: readonly string[]
}

interface BuiltChunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly css?: readonly string[]
  /** Keys of the manifest. */
  readonly imports?: readonly string[]
}

const address = (file: string): string => `/designer/assets/${basename(file)}`

/** @throws ProblemError unavailable, where nobody has built the app */
export function designerEntry(): Entry {
  const manifest = join(FOLDER, 'manifest.json')
  if (!existsSync(manifest))
    throw new ProblemError(
      unavailable('designer.unbuilt', 'Expected the designer to be built, but it is not; run: npm run build'),
    )
  const chunks = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, BuiltChunk>
  const entry = Object.values(chunks).find(({ isEntry }) => isEntry)
  if (entry === undefined) throw new Error(`Expected an entry in ${manifest}, but it names none`)
  const modules = (entry.imports ?? []).flatMap((key) => chunks[key]?.file ?? []).map(address)
  return { script: address(entry.file), modules, styles: (entry.css ?? []).map(address) }
}

export function staticRoutes(app: FastifyInstance): void {
  app.get<{ Params: { name: string } }>(
    '/designer/assets/:name',
    {
      config: { policy: everyone, rateLimit: false as never },
      schema: {
        ...about('pages', 'Scripts, stylesheets and fonts of the designer'),
        params: params('name'),
        hide: true,
      },
    },
    (request, reply) => {
      const { name } = request.params
      const folder = join(FOLDER, 'assets')
      const known = existsSync(folder) ? readdirSync(folder) : []
      if (!known.includes(name) || !Object.hasOwn(TYPES, name.split('.').at(-1) ?? ''))
        throw new ProblemError(notFound('route.not-found', 'Expected the name of a file of the designer as it is now'))
      reply
        .type(TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
        .header('cache-control', 'public, max-age=31536000, immutable')
      // The check runs in a worker, which has a policy of its own: it loads itself, and asks this server for shared packages.
      if (name.endsWith('.js'))
        reply.header('content-security-policy', "default-src 'none'; script-src 'self'; connect-src 'self'")
      const packed = (['br', 'gz'] as const).find(
        (ending) =>
          known.includes(`${name}.${ending}`) && accepts(request.headers['accept-encoding'], ENCODINGS[ending]),
      )
      reply.header('vary', 'Accept-Encoding')
      if (packed === undefined) return reply.send(readFileSync(join(folder, name)))
      return reply.header('content-encoding', ENCODINGS[packed]).send(readFileSync(join(folder, `${name}.${packed}`)))
    },
  )
}

const ENCODINGS = { br: 'br', gz: 'gzip' } as const
