/** An agency with its server, its people and a service, spoken to over real sockets; its clock stands until it is moved. */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEFAULT_CONFIG, type ServerConfig } from '../../engine/config.ts'
import type { Account } from '../../engine/core/account.ts'
import type { Role } from '../../engine/core/actor.ts'
import type { AgencyId, Digest, InstanceId, UserId } from '../../engine/core/ids.ts'
import type { Engine } from '../../engine/engine.ts'
import { startServer, type RunningServer } from '../../engine/server.ts'
import { permit, type PermitOptions } from './permit.ts'

/** 2026-11-23 09:00 UTC. */
const MORNING = Date.UTC(2026, 10, 23, 9)

export interface Person {
  readonly agency?: string
  readonly roles: readonly Role[]
  readonly groups?: readonly string[]
}

export const PEOPLE = {
  'clerk.rana': { roles: ['clerk'], groups: ['clerks'] },
  'clerk.sami': { roles: ['clerk'], groups: ['clerks', 'supervisors'] },
  'supervisor.huda': { roles: ['supervisor'], groups: ['supervisors'] },
  'analyst.nour': { roles: ['analyst'] },
  'operator.omar': { roles: ['operator'] },
  'auditor.aya': { roles: ['auditor'] },
  'worker.stamps': { roles: ['worker'] },
  '900000001': { agency: 'public', roles: ['citizen'] },
  '900000002': { agency: 'public', roles: ['citizen'] },
  'clerk.other': { agency: 'moh', roles: ['clerk'], groups: ['clerks'] },
  'supervisor.other': { agency: 'moh', roles: ['supervisor'], groups: ['supervisors'] },
  'analyst.other': { agency: 'moh', roles: ['analyst'] },
  'operator.other': { agency: 'moh', roles: ['operator'] },
  'auditor.other': { agency: 'moh', roles: ['auditor'] },
  'worker.other': { agency: 'moh', roles: ['worker'] },
  'operator.platform': { agency: 'egov', roles: ['operator'] },
  'nobody.yet': { roles: [] },
} as const satisfies Readonly<Record<string, Person>>

export type Name = keyof typeof PEOPLE

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body read as JSON; {} where it is none. */
  readonly json: Json
}

/** An answer as a test reads it: whatever is asked for is there, or the test fails on it. */
export interface Json {
  readonly [key: string]: unknown
}

export interface Call {
  readonly as?: Name
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

export interface Browse {
  readonly as?: Name
  readonly form?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** What a script of a page sends, as JSON. */
  readonly body?: object
}

export interface House extends AsyncDisposable {
  readonly url: string
  readonly server: RunningServer
  readonly engine: Engine
  readonly clock: { now(): number; move(milliseconds: number): void }
  tokenOf(name: Name): string
  /** Opens the sessions again that were ended, under the same tokens. */
  letInAgain(): Promise<void>
  call(method: string, path: string, options?: Call): Promise<Answer>
  /** As a browser does it: known by the cookie, a form with the token that stands on the page of that visit. */
  browse(method: string, path: string, visit?: Browse): Promise<Answer>
  close(): Promise<void>
}

export async function openHouse(config: Partial<ServerConfig> = {}): Promise<House> {
  const data = await mkdtemp(join(tmpdir(), 'masar-http-'))
  let now = MORNING
  const clock = { now: () => now, move: (milliseconds: number) => void (now += milliseconds) }
  const server = await startServer(
    { ...DEFAULT_CONFIG, data, port: 0, logLevel: 'silent', requestsPerMinute: 1_000_000, ...config },
    { clock },
  )
  const { engine, url } = server
  const names = Object.keys(PEOPLE) as Name[]
  const tokens = new Map(names.map((name) => [name, engine.deps.ids.secret()]))
  const letIn = (name: Name) => welcome(engine, name, tokens.get(name) ?? '', clock.now())
  await Promise.all(names.map(letIn))
  const tokenOf = (name: Name): string => tokens.get(name) ?? ''
  const close = async (): Promise<void> => {
    await server.close()
    await rm(data, { recursive: true, force: true })
  }
  return {
    url,
    server,
    engine,
    clock,
    tokenOf,
    async letInAgain() {
      for (const name of names) await engine.deps.store.accounts.closeSessionsOf(name as UserId)
      await Promise.all(names.map(letIn))
    },
    call: (method, path, options = {}) => send(url, method, path, options, tokenOf),
    browse: (method, path, visit = {}) => browse(url, method, path, visit, tokenOf),
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** Signed in without the cost of a password. */
async function welcome(engine: Engine, name: Name, token: string, now: number): Promise<void> {
  const { roles, ...rest }: Person = PEOPLE[name]
  const account: Account = {
    id: name as UserId,
    agency: (rest.agency ?? 'moj') as AgencyId,
    name,
    roles,
    groups: rest.groups ?? [],
    password: 'scrypt$2$1$1$AAAA$AAAA',
    disabled: false,
    createdAt: now,
  }
  const { accounts } = engine.deps.store
  const session = {
    tokenDigest: createHash('sha256').update(token).digest('hex'),
    user: account.id,
    createdAt: now,
    lastSeenAt: now,
    expires: now + 12 * 3_600_000,
  }
  await Promise.all([accounts.put(account), accounts.openSession(session)])
}

async function send(
  url: string,
  method: string,
  path: string,
  { as, token, body, headers = {}, signal }: Call,
  tokenOf: (name: Name) => string,
): Promise<Answer> {
  const bearer = token ?? (as === undefined ? undefined : tokenOf(as))
  const raw = body instanceof Uint8Array || body instanceof FormData || typeof body === 'string'
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: jsonOf(text) }
}

async function browse(
  url: string,
  method: string,
  path: string,
  { as, form, body, headers = {} }: Browse,
  tokenOf: (name: Name) => string,
): Promise<Answer> {
  const session = as === undefined ? '' : `masar=${tokenOf(as)}`
  const writes = method !== 'GET' && method !== 'HEAD'
  const page = writes ? await fetch(`${url}/sign-in`, { headers: { cookie: session } }) : undefined
  const visit = page?.headers.get('set-cookie')?.split(';')[0] ?? ''
  const csrf = /name="csrf" value="([^"]+)"/.exec((await page?.text()) ?? '')?.[1] ?? ''
  const response = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: {
      accept: 'text/html',
      cookie: [session, visit].filter((cookie) => cookie !== '').join('; '),
      ...sentBy(method, csrf, body),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(method === 'POST' && body === undefined && { body: new URLSearchParams({ csrf, ...form }).toString() }),
  })
  // News never end by themselves.
  const isEndless = response.headers.get('content-type')?.startsWith('text/event-stream') === true
  if (isEndless) await response.body?.cancel()
  const text = isEndless ? '' : await response.text()
  return { status: response.status, headers: response.headers, text, json: jsonOf(text) }
}

/** A form carries its seal in a field, a script in a header. */
function sentBy(method: string, csrf: string, body: object | undefined): Record<string, string> {
  if (body !== undefined) return { 'content-type': 'application/json', 'x-csrf-token': csrf }
  if (method === 'POST') return { 'content-type': 'application/x-www-form-urlencoded' }
  return csrf === '' ? {} : { 'x-csrf-token': csrf }
}

function jsonOf(text: string): Json {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Json) : {}
  } catch {
    return {}
  }
}

export async function deployPermit(house: House, options: PermitOptions = {}): Promise<void> {
  const agency = (options.agency ?? 'moj') as AgencyId
  const deployed = await house.engine.deployFiles({ kind: 'system', id: 'setup', agency }, [permit(options)])
  if (!('deployments' in deployed)) throw new Error(JSON.stringify(deployed))
}

export const items = (answer: Answer): readonly Json[] => answer.json['items'] as readonly Json[]

export interface Case {
  readonly id: InstanceId
  readonly reference: string
  /** Path of the application. */
  readonly path: string
}

/** A citizen applies in the portal. */
export async function apply(house: House, as: Name = '900000001', packageId = 'test.permit'): Promise<Case> {
  const answer = await house.call('POST', '/api/instances', {
    as,
    body: { packageId, variables: { purpose: 'work' } },
  })
  if (answer.status !== 201) throw new Error(answer.text)
  const id = answer.json['id'] as InstanceId
  return { id, reference: String(answer.json['reference']), path: `/api/instances/${id}` }
}

/** A citizen begins to fill in an application. */
export async function beginDraft(house: House, as: Name = '900000001', packageId = 'test.permit'): Promise<string> {
  const answer = await house.browse('POST', `/services/${packageId}`, { as, form: {} })
  const draft = /^\/apply\/([0-9a-f-]{36})$/.exec(answer.headers.get('location') ?? '')?.[1]
  if (draft === undefined) throw new Error(answer.text)
  return draft
}

/** An analyst begins to write a package. */
export async function beginPackage(house: House, as: Name = 'analyst.nour'): Promise<string> {
  const body = { kind: 'blank', packageId: 'moj.parcel', title: { ar: 'طرد', en: 'Parcel' } }
  const answer = await house.browse('POST', '/designer/api/drafts', { as, body })
  if (answer.status !== 201) throw new Error(answer.text)
  return String(answer.json['id'])
}

/** Path of the open task of an application. */
export async function taskOf(house: House, { reference }: Case): Promise<string> {
  const found = await house.call('GET', `/api/tasks?reference=${reference}`, { as: 'supervisor.huda' })
  const [task] = items(found)
  if (task === undefined) throw new Error(`Expected an open task of ${reference}, but found none`)
  return `/api/tasks/${String(task['id'])}`
}

export async function complete(house: House, path: string, as: Name, variables: object): Promise<Answer> {
  const answer = await house.call('POST', `${path}/complete`, { as, body: { variables } })
  if (answer.status !== 200) throw new Error(answer.text)
  return answer
}

/** As far as the stamp: reviewed by one, approved by another. */
export async function toStamp(house: House, as: Name = '900000001'): Promise<Case> {
  const begun = await apply(house, as)
  await complete(house, await taskOf(house, begun), 'clerk.rana', { fit: true })
  await complete(house, await taskOf(house, begun), 'supervisor.huda', {})
  return begun
}

export interface Leased {
  /** Path of the job. */
  readonly path: string
  readonly id: string
  readonly token: number
  readonly instance: string
}

export async function lease(
  house: House,
  types: readonly string[] = ['stamp'],
  limit = 100,
): Promise<readonly Leased[]> {
  const answer = await house.call('POST', '/api/jobs/activate', {
    as: 'worker.stamps',
    body: { types, worker: 'one', limit },
  })
  if (answer.status !== 200) throw new Error(answer.text)
  return items(answer).map((job) => ({
    path: `/api/jobs/${String(job['id'])}`,
    id: String(job['id']),
    token: Number(job['token']),
    instance: String(job['instance']),
  }))
}

/** As far as the wait for the court's news. */
export async function toNews(house: House): Promise<Case> {
  const begun = await toStamp(house)
  const job = (await lease(house)).find(({ instance }) => instance === begun.id)
  if (job === undefined) throw new Error('Expected the job to stamp')
  await house.call('POST', `${job.path}/complete`, { as: 'worker.stamps', body: { token: job.token } })
  return begun
}

export const document = new TextEncoder().encode('%PDF-1.7 a permit')
export const documentDigest = createHash('sha256').update(document).digest('hex') as Digest

/** A paper kept with the application, with a certificate in the register. */
export async function giveDocument(house: House, { id }: Case, serial: string, name = 'رخصة.pdf'): Promise<void> {
  const kept = { digest: documentDigest, agency: 'moj' as AgencyId, instance: id }
  const at = house.clock.now()
  await house.engine.deps.store.documents.add(
    { ...kept, source: `${id}:99`, mediaType: 'application/pdf', name, size: document.length, createdAt: at },
    document,
    { ...kept, serial, issuedAt: at, validUntil: at + 90 * 86_400_000, status: 'valid' },
  )
}

/** Of the permits of version 1.0.0 to 1.1.0. */
export async function beginMigration(house: House, more: object = {}): Promise<string> {
  await deployPermit(house, { version: '1.1.0' })
  const body = { packageId: 'test.permit', from: '1.0.0', to: '1.1.0', ...more }
  const begun = await house.call('POST', '/api/migrations', { as: 'operator.omar', body })
  if (begun.status !== 201) throw new Error(begun.text)
  return String(begun.json['id'])
}
