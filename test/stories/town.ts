/**
 * A town to tell stories in: the data bus, the payment switch and the post office as doubles, and Masar in a process of
 * its own, started by its command line, that can be killed and started again on the same data.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Role } from '../../engine/core/actor.ts'
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import { newCertificateKey } from '../../engine/connectors/documents/certificate.ts'
import { hashPassword } from '../../engine/http/password.ts'
import { SWITCH_PATH } from '../../engine/http/api/callbacks.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { systemClock } from '../../engine/system.ts'
import { startDatabusDouble } from '../../engine/sandbox/databus/double.ts'
import { startNotifyDouble } from '../../engine/sandbox/notify/double.ts'
import { startSwitchDouble } from '../../engine/sandbox/payments/double.ts'
import { keyPair } from '../../engine/sandbox/payments/keys.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const PASSWORD = 'correct horse battery'
const PATIENCE = 60_000
const AGAIN_AFTER = 100

export interface Person {
  readonly id: string
  readonly agency: string
  readonly roles: readonly Role[]
  readonly groups: readonly string[]
}

export interface Town {
  readonly url: string
  readonly folder: string
  readonly bus: Awaited<ReturnType<typeof startDatabusDouble>>
  readonly payments: Awaited<ReturnType<typeof startSwitchDouble>>
  readonly post: Awaited<ReturnType<typeof startNotifyDouble>>
  /** kill -9, then start again on the same data. */
  restart(): Promise<void>
  /** As this person, over HTTP; signs in when needed. */
  as(person: string): Caller
  close(): Promise<void>
}

export interface Caller {
  get<T = unknown>(path: string): Promise<Answer<T>>
  post<T = unknown>(path: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<Answer<T>>
  put<T = unknown>(path: string, body: object): Promise<Answer<T>>
  form<T = unknown>(path: string, form: FormData): Promise<Answer<T>>
  bytes(path: string): Promise<Uint8Array>
  /** Of a GET whose body is not looked at. */
  status(path: string): Promise<number>
}

export interface Answer<T> {
  readonly status: number
  readonly body: T
}

export async function openTown(people: readonly Person[]): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), 'masar-town-'))
  const ours = keyPair()
  const theirs = keyPair()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const bus = await startDatabusDouble({ clock: systemClock, ledger: join(folder, 'bus.ledger') })
  const payments = await startSwitchDouble({
    privateKey: theirs.privateKey,
    masar: { fspId: 'treasury', publicKey: ours.publicKey, url: `${url}${SWITCH_PATH}` },
    ledgerFile: join(folder, 'switch.ledger'),
  })
  const post = await startNotifyDouble({ clock: systemClock, token: 'post-office-token' })
  const config = join(folder, 'masar.json')
  const settings = {
    data: join(folder, 'data'),
    port,
    publicUrl: url,
    logLevel: 'warn',
    requestsPerMinute: 1_000_000,
    signInsPerMinute: 1_000,
    databus: {
      connections: { main: { dialect: 'xroad-r1', baseUrl: bus.url, instances: ['PS'] } },
      agencies: {
        moj: { client: 'PS/GOV/MOJ/masar', connection: 'main' },
        mne: { client: 'PS/GOV/MNE/masar', connection: 'main' },
        mot: { client: 'PS/GOV/MOT/masar', connection: 'main' },
      },
    },
    payments: {
      fspId: 'treasury',
      switchId: payments.fspId,
      baseUrl: payments.url,
      privateKey: ours.privateKey,
      keys: { [payments.fspId]: theirs.publicKey },
      ilpSecret: 'a secret of the stories, forty characters',
      payees: { police: { name: 'الشرطة · Police', id: 'police-fines' } },
    },
    documents: { signing: { key: await newCertificateKey() } },
    notify: {
      sms: { url: `${post.url}/sms`, token: 'post-office-token' },
      smtp: { host: post.smtp.host, port: post.smtp.port, secure: false, from: 'masar@example.ps' },
    },
  }
  writeFileSync(config, JSON.stringify(settings))
  await settle(join(folder, 'data'), people)
  let server = await startMasar(config, url)
  const tokens = new Map<string, string>()
  return {
    url,
    folder,
    bus,
    payments,
    post,
    async restart() {
      await stop(server, 'SIGKILL')
      server = await startMasar(config, url)
    },
    as: (person) => caller(url, () => tokenOf(url, tokens, person)),
    async close() {
      await stop(server, 'SIGTERM')
      await Promise.all([bus.close(), payments.close(), post.close()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** People have accounts before the server first starts, as after an installation. */
async function settle(data: string, people: readonly Person[]): Promise<void> {
  mkdirSync(data, { recursive: true })
  const store = openSqlite({ file: join(data, 'masar.db') })
  const password = await hashPassword(PASSWORD)
  for (const person of people)
    await store.accounts.put({
      ...person,
      id: person.id as UserId,
      agency: person.agency as AgencyId,
      name: person.id,
      password,
      disabled: false,
      createdAt: systemClock.now(),
    })
  await store.close()
}

async function startMasar(config: string, url: string): Promise<ChildProcess> {
  const server = spawn(process.execPath, [join(ROOT, 'cli/masar.ts'), 'serve', '--config', config], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await until(async () => (await fetch(`${url}/ready`)).ok, 'Masar to be ready')
  return server
}

async function stop(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  server.kill(signal)
  await gone
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('Expected a port')
  return address.port
}

/** Asks again until the answer is truthy; failures to reach anything count as no answer. */
export async function until<T>(ask: () => Promise<T | undefined | false>, what: string): Promise<T> {
  const deadline = performance.now() + PATIENCE
  let last: unknown
  while (performance.now() < deadline) {
    try {
      const answer = await ask()
      if (answer) return answer
      last = answer
    } catch (error) {
      last = error
    }
    await pause(AGAIN_AFTER)
  }
  throw new Error(`Expected ${what}, but it did not happen: ${String(last)}`)
}

async function tokenOf(url: string, tokens: Map<string, string>, person: string): Promise<string> {
  const known = tokens.get(person)
  if (known !== undefined) return known
  const answer = await fetch(`${url}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: person, password: PASSWORD }),
  })
  const { token } = (await answer.json()) as { token: string }
  tokens.set(person, token)
  return token
}

function caller(url: string, token: () => Promise<string>): Caller {
  const send = async (
    method: string,
    path: string,
    body?: BodyInit,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> =>
    fetch(`${url}${path}`, {
      method,
      ...(body === undefined ? {} : { body }),
      headers: { authorization: `Bearer ${await token()}`, ...headers },
    })
  const json = async <T>(sent: Promise<Response>): Promise<Answer<T>> => {
    const response = await sent
    const text = await response.text()
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T }
  }
  const type = { 'content-type': 'application/json' }
  return {
    get: (path) => json(send('GET', path)),
    post: (path, body, headers) =>
      json(
        body === undefined
          ? send('POST', path, undefined, headers)
          : send('POST', path, JSON.stringify(body), { ...type, ...headers }),
      ),
    put: (path, body) => json(send('PUT', path, JSON.stringify(body), type)),
    form: (path, form) => json(send('POST', path, form)),
    status: async (path) => (await send('GET', path)).status,
    bytes: async (path) => new Uint8Array(await (await send('GET', path)).arrayBuffer()),
  }
}

export const folderOf = (name: string): string => join(ROOT, 'workflows', name)
