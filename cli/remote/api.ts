/** A Masar server as the command line speaks to it: JSON over HTTP, refusals as problems (RFC 9457). */
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import { unavailable, type Finding, type Problem, type ProblemKind } from '../../engine/core/problem.ts'
import { STATUS } from '../../engine/http/problem.ts'
import type { Terminal } from '../terminal.ts'

export interface Api {
  readonly server: string
  /** What the server answers is taken to have the shape of its API description. */
  get<T>(path: string, query?: Query): Promise<T | Problem>
  send<T>(
    method: 'POST' | 'PUT' | 'DELETE' | 'PATCH',
    path: string,
    body?: JsonValue,
    headers?: Headers,
  ): Promise<T | Problem>
  /** Packages, together in one request. */
  upload<T>(path: string, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<T | Problem>
  download(path: string): Promise<Uint8Array | Problem>
}

export type Query = Readonly<Record<string, string | undefined>>
type Headers = Readonly<Record<string, string>>

const LONGEST = 60_000

export function openApi(server: string, token: string | undefined, terminal: Terminal): Api {
  const call = (path: string, init: RequestInit): Promise<Response | Problem> =>
    reach(server, path, token, init, terminal)
  async function json<T>(path: string, init: RequestInit): Promise<T | Problem> {
    const response = await call(path, init)
    if (!(response instanceof Response)) return response
    if (response.status === 204) return {} as T
    const body = await bodyOf(response)
    if (body === undefined) return strange(server, response, terminal)
    return response.ok ? (body as T) : problemOf(body, server, response, terminal)
  }
  return {
    server,
    get: (path, query = {}) => json(path + queryText(query), { method: 'GET' }),
    send: (method, path, body, headers = {}) =>
      json(path, {
        method,
        ...(body === undefined ? { headers } : { headers: { ...headers, ...JSON_BODY }, body: JSON.stringify(body) }),
      }),
    upload(path, files) {
      const form = new FormData()
      for (const { name, bytes } of files)
        form.append('package', new Blob([Uint8Array.from(bytes)], { type: 'application/zip' }), name)
      return json(path, { method: 'POST', body: form })
    },
    async download(path) {
      const response = await call(path, { method: 'GET' })
      if (!(response instanceof Response)) return response
      if (response.ok) return new Uint8Array(await response.arrayBuffer())
      return problemOf(await bodyOf(response), server, response, terminal)
    },
  }
}

const JSON_BODY = { 'content-type': 'application/json' }

async function reach(
  server: string,
  path: string,
  token: string | undefined,
  init: RequestInit,
  { language, say }: Terminal,
): Promise<Response | Problem> {
  try {
    return await fetch(server + path, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.timeout(LONGEST),
      headers: {
        'accept-language': language,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(init.headers as Headers | undefined),
      },
    })
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const reason = cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : String(cause)
    return unavailable('server.unreachable', say('server.unreachable', { server, reason }))
  }
}

async function bodyOf(response: Response): Promise<JsonObject | undefined> {
  if (!/json/.test(response.headers.get('content-type') ?? '')) return undefined
  try {
    const body = (await response.json()) as JsonValue
    return isJsonObject(body) ? body : undefined
  } catch {
    return undefined
  }
}

const strange = (server: string, response: Response, { say }: Terminal): Problem =>
  unavailable('server.strange', say('server.strange', { server, status: response.status }))

/** Throws on the server's own faults: those are bugs, with a request number for the operator. */
function problemOf(body: JsonObject | undefined, server: string, response: Response, terminal: Terminal): Problem {
  const kinds = Object.entries(STATUS) as [ProblemKind, number][]
  const kind =
    kinds.find(([, status]) => status === response.status)?.[0] ?? (response.status === 400 ? 'invalid' : undefined)
  const { code, detail, findings, instance } = body ?? {}
  if (typeof code !== 'string' || typeof detail !== 'string') return strange(server, response, terminal)
  if (kind === undefined) throw new Error(`${detail} (${String(instance)})`)
  return { kind, code, detail, ...(Array.isArray(findings) ? { findings: findings as unknown as Finding[] } : {}) }
}

function queryText(query: Query): string {
  const given = Object.entries(query).filter((it): it is [string, string] => it[1] !== undefined)
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`
}
