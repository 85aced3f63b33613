/**
 * Builds the designer into designer/dist, where the server finds it, unless what it is made of has not changed since. Run by
 * `npm start`, `npm run build` and the tests that open it; two at a time wait for each other.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const HERE = import.meta.dirname
const ROOT = resolve(HERE, '..')
const DIST = join(HERE, 'dist')
const STAMP = join(DIST, 'stamp')
const LOCK = join(HERE, 'dist.lock')
/** Rooms of the house the app is made of, and what pins the rest. */
const SOURCES = [
  'designer',
  'forms',
  'engine/core',
  'engine/executors/kernel',
  'engine/http/pages/frame',
  'package-lock.json',
]
/** Milliseconds after which whoever holds the lock is taken for dead. */
const PATIENCE = 180_000

export async function buildDesigner(): Promise<void> {
  const stamp = stampOf()
  if (isBuilt(stamp)) return
  await alone(async () => {
    if (isBuilt(stamp)) return
    const [{ build }, { default: config }] = await Promise.all([import('vite'), import('./vite.config.ts')])
    await build({ ...config, configFile: false })
    pack(join(DIST, 'assets'))
    writeFileSync(STAMP, stamp)
  })
}

const isBuilt = (stamp: string): boolean => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp

function stampOf(): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((place) => filesIn(join(ROOT, place))).sort())
    hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function filesIn(place: string): readonly string[] {
  if (place === DIST || place === LOCK) return []
  return statSync(place).isDirectory() ? readdirSync(place).flatMap((name) => filesIn(join(place, name))) : [place]
}

async function alone(work: () => Promise<void>): Promise<void> {
  while (!takes()) {
    if (existsSync(LOCK) && Date.now() - statSync(LOCK).mtimeMs > PATIENCE)
      rmSync(LOCK, { recursive: true, force: true })
    await setTimeout(200)
  }
  try {
    await work()
  } finally {
    rmSync(LOCK, { recursive: true, force: true })
  }
}

function takes(): boolean {
  try {
    mkdirSync(LOCK)
    return true
  } catch {
    return false
  }
}

function pack(folder: string): void {
  for (const name of readdirSync(folder).filter((it) => /\.(js|css|svg)$/.test(it))) {
    const bytes = readFileSync(join(folder, name))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }))
    writeFileSync(
      join(folder, `${name}.br`),
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    )
  }
}

if (import.meta.main) await buildDesigner()
