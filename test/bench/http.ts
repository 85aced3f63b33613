/**
 * Completing tasks over HTTP at a steady 200 requests a second: the server in a process of its own, requests sent on
 * schedule whether or not the ones before were answered, so that a slow answer is not hidden by a late question.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEFAULT_CONFIG } from '../../engine/config.ts'
import type { UserId } from '../../engine/core/ids.ts'
import { digestOfToken } from '../../engine/http/session.ts'
import { startServer } from '../../engine/server.ts'
import { begin, FIRST_TASK, good, MOJ } from './durable.ts'
import { steadyTimes } from './steady.ts'
import { tenPackage } from './ten-process.ts'

const PER_SECOND = 200
const SECONDS = 15
const WARM_UP_SECONDS = 3
const TOKEN = 'bench-token-of-a-clerk-for-one-run'

interface Ready {
  readonly url: string
  readonly tasks: readonly string[]
}

export interface HttpTimes {
  /** Milliseconds from when a request was due to its answer. */
  readonly p50: number
  readonly p99: number
}

export async function httpTimes(): Promise<HttpTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'masar-http-'))
  const child = fork(fileURLToPath(import.meta.url), [folder])
  try {
    const [ready] = (await once(child, 'message')) as [Ready]
    return await drive(ready)
  } finally {
    await end(child)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function drive({ url, tasks }: Ready): Promise<HttpTimes> {
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' }
  const body = '{"variables":{"note":"complete; the documents were seen"}}'
  const asks = tasks.map((task) => ({ url: `${url}/api/tasks/${task}/complete`, method: 'POST', headers, body }))
  return steadyTimes(PER_SECOND, WARM_UP_SECONDS * PER_SECOND, asks)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** The server's process: the service deployed, a clerk signed in, one open task per request to come. */
async function serve(folder: string): Promise<void> {
  const server = await startServer({
    ...DEFAULT_CONFIG,
    data: folder,
    port: 0,
    logLevel: 'silent',
    requestsPerMinute: 1_000_000,
  })
  const { engine } = server
  const { accounts } = engine.deps.store
  const now = Date.now()
  good(await engine.deployFiles({ kind: 'system', id: 'setup', agency: MOJ }, [tenPackage()]))
  const user = 'clerk.one' as UserId
  await accounts.put({
    id: user,
    agency: MOJ,
    name: 'Clerk',
    roles: ['clerk'],
    groups: ['clerks'],
    password: 'none',
    disabled: false,
    createdAt: now,
  })
  await accounts.openSession({
    tokenDigest: digestOfToken(TOKEN),
    user,
    createdAt: now,
    lastSeenAt: now,
    expires: now + 3_600_000,
  })
  const tasks: string[] = []
  while (tasks.length < (SECONDS + WARM_UP_SECONDS) * PER_SECOND)
    tasks.push(`${(await begin(engine)).id}:${FIRST_TASK}`)
  process.once('SIGTERM', () => void server.close().then(() => process.exit(0)))
  process.send?.({ url: server.url, tasks } satisfies Ready)
}

const [, script, folder] = process.argv
if (script === fileURLToPath(import.meta.url) && folder !== undefined) await serve(folder)
