/**
 * Completing tasks over HTTP at a steady 200 requests a second: the server in a process of its own, requests sent on
 * schedule whether or not the ones before were answered, so that a slow answer is not hidden by a late question.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { DEFAULT_CONFIG } from '../../engine/config.ts'
import type { UserId } from '../../engine/core/ids.ts'
import { digestOfToken } from '../../engine/http/session.ts'
import { startServer } from '../../engine/server.ts'
import { begin, FIRST_TASK, good, MOJ } from './durable.ts'
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
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const began = performance.now()
  const warmUp = WARM_UP_SECONDS * PER_SECOND
  const answers: Promise<number>[] = []
  for (const [n, task] of tasks.entries()) {
    const due = began + (n * 1_000) / PER_SECOND
    const early = due - performance.now()
    if (early > 1) await pause(early)
    const answer = complete(agent, `${url}/api/tasks/${task}/complete`, due)
    if (n >= warmUp) answers.push(answer)
  }
  const times = (await Promise.all(answers)).sort((a, b) => a - b)
  agent.destroy()
  const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? Number.NaN) * 10) / 10
  return { p50: at(0.5), p99: at(0.99) }
}

function complete(agent: Agent, url: string, due: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' }
    const sent = request(url, { agent, method: 'POST', headers }, (answer) => {
      answer.resume()
      answer.once('end', () => {
        if (answer.statusCode === 200) resolve(performance.now() - due)
        else reject(new Error(`Expected the task to be completed, but the answer was ${answer.statusCode}`))
      })
    })
    sent.once('error', reject)
    sent.end('{"variables":{"note":"complete; the documents were seen"}}')
  })
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
