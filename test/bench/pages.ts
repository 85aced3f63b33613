/**
 * Pages of the portal: what each weighs on the way to a telephone (HTML and its styles, compressed as browsers ask for it),
 * and how long the server takes at a steady 100 a second, beside an answer that says nothing.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEFAULT_CONFIG } from '../../engine/config.ts'
import type { Actor } from '../../engine/core/actor.ts'
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import { URLS } from '../../engine/http/pages/urls.ts'
import { digestOfToken } from '../../engine/http/session.ts'
import { readFolder } from '../../engine/packages/folder.ts'
import { startServer } from '../../engine/server.ts'
import { good } from './durable.ts'
import { median } from './median.ts'
import { steadyTimes, type Times } from './steady.ts'

const PER_SECOND = 100
const SECONDS = 10
const WARM_UP_SECONDS = 3
const TOKEN = 'bench-token-of-a-citizen-for-one-run'
const SERVICE = 'moj.non-conviction'
const PACKAGES = ['identify', 'pay', 'correct', 'issue', 'notify', 'refuse'].map((name) => `common.${name}`)
const ANSWERS = {
  applicantType: 'self',
  identityBy: 'nationalId',
  nationalId: '400000105',
  purpose: 'work',
  language: 'both',
  copies: 1,
  deliveryMode: 'digital',
  phone: '0599123456',
  declaration: true,
}
const COOKIE = { cookie: `masar=${TOKEN}`, accept: 'text/html', 'accept-language': 'ar' }
const AGENT = new Agent({ keepAlive: true })
const COMPRESSED = { ...COOKIE, 'accept-encoding': 'gzip, br' }

interface Ready {
  readonly url: string
  readonly paths: readonly string[]
}

export interface PageFigures {
  /** Of the heaviest page, in KB of 1,000 bytes. */
  readonly heaviestKb: number
  readonly heaviest: string
  readonly times: Times
  /** Median of a page / median of an answer that says nothing, asked one after the other in turn. */
  readonly ratio: number
}

export async function pageFigures(): Promise<PageFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'masar-pages-'))
  const child = fork(fileURLToPath(import.meta.url), [folder])
  try {
    const [{ url, paths }] = (await once(child, 'message')) as [Ready]
    const weights = await Promise.all(paths.map(async (path) => ({ path, bytes: await weightOf(url, path) })))
    const [heaviest] = weights.sort((a, b) => b.bytes - a.bytes)
    const times = await timesOf(paths.map((path) => url + path))
    const ratio = await ratioOf(
      paths.map((path) => url + path),
      `${url}/health`,
    )
    return {
      heaviestKb: Math.round((heaviest?.bytes ?? Number.NaN) / 100) / 10,
      heaviest: heaviest?.path ?? '',
      times,
      ratio,
    }
  } finally {
    AGENT.destroy()
    await end(child)
    rmSync(folder, { recursive: true, force: true })
  }
}

function timesOf(urls: readonly string[]): Promise<Times> {
  const count = (SECONDS + WARM_UP_SECONDS) * PER_SECOND
  const asks = Array.from({ length: count }, (_, n) => ({ url: urls[n % urls.length] ?? '', headers: COMPRESSED }))
  return steadyTimes(PER_SECOND, WARM_UP_SECONDS * PER_SECOND, asks)
}

const TURNS = 300

async function ratioOf(pages: readonly string[], nothing: string): Promise<number> {
  const taken = async (url: string): Promise<number> => {
    const began = performance.now()
    await bytesOf(url)
    return performance.now() - began
  }
  const of: { readonly pages: number[]; readonly nothing: number[] } = { pages: [], nothing: [] }
  for (let n = 0; n < TURNS; n++) {
    of.pages.push(await taken(pages[n % pages.length] ?? ''))
    of.nothing.push(await taken(nothing))
  }
  return Math.round((median(of.pages) / median(of.nothing)) * 10) / 10
}

/** The page and every stylesheet it names, as they come off the wire. */
async function weightOf(url: string, path: string): Promise<number> {
  const page = await fetch(url + path, { headers: COOKIE })
  if (page.status !== 200) throw new Error(`Expected the page ${path}, but the answer was ${page.status}`)
  const styles = [...(await page.text()).matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href)
  const sizes = await Promise.all([path, ...styles].map((part) => bytesOf(`${url}${part}`)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** `fetch` would unpack it first. */
function bytesOf(url: string): Promise<number> {
  return new Promise((settle, reject) => {
    get(url, { agent: AGENT, headers: COMPRESSED }, (answer) => {
      let size = 0
      answer.on('data', (piece: Buffer) => (size += piece.length))
      answer.once('end', () => settle(size))
    }).once('error', reject)
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** The server's process: a service deployed, a citizen signed in, one application begun and one under way. */
async function serve(folder: string): Promise<void> {
  const quiet = { port: 0, logLevel: 'silent', requestsPerMinute: 1_000_000 }
  const server = await startServer({ ...DEFAULT_CONFIG, ...quiet, data: folder })
  const { engine } = server
  const setup: Actor = { kind: 'system', id: 'setup', agency: 'egov' as AgencyId }
  const workflows = resolve(import.meta.dirname, '../../workflows')
  const read = await Promise.all([...PACKAGES, SERVICE].map((name) => readFolder(join(workflows, name))))
  good(
    await engine.deployFiles(
      setup,
      read.flatMap((one) => (one.ok ? [one.files] : [])),
    ),
  )
  const citizen = await citizenOf(engine)
  const draft = good(await engine.beginDraft(citizen, { packageId: SERVICE }))
  const started = good(
    await engine.startInstance(citizen, { packageId: SERVICE, channel: 'portal', variables: ANSWERS }),
  )
  const paths = [
    URLS.home(),
    URLS.service(SERVICE),
    `/apply/${draft.id}`,
    URLS.my(),
    URLS.application(started.reference),
    URLS.signIn(),
  ]
  process.once('SIGTERM', () => void server.close().then(() => process.exit(0)))
  process.send?.({ url: server.url, paths } satisfies Ready)
}

async function citizenOf({ deps }: Awaited<ReturnType<typeof startServer>>['engine']): Promise<Actor> {
  const { accounts } = deps.store
  const person = { id: '400000105' as UserId, agency: 'egov' as AgencyId, roles: ['citizen'], groups: [] } as const
  const now = Date.now()
  await accounts.put({ ...person, name: 'وليد', password: 'none', disabled: false, createdAt: now })
  const session = { user: person.id, createdAt: now, lastSeenAt: now, expires: now + 3_600_000 }
  await accounts.openSession({ ...session, tokenDigest: digestOfToken(TOKEN) })
  return { kind: 'user', ...person }
}

const [, script, folder] = process.argv
if (script === fileURLToPath(import.meta.url) && folder !== undefined) await serve(folder)
