/**
 * How the app asks the server: JSON under /designer/api. Nothing is thrown: an answer is a value, a refusal (RFC 9457) is one,
 * and so is a server that cannot be reached, since an analyst's work goes on without it.
 */
import type { Finding } from '../../engine/core/problem.ts'
import { csrfToken } from './page.ts'

export interface Refusal {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly findings?: readonly Finding[]
  /** What the server says beside it: who changed a draft, until when it is locked. */
  readonly more: Readonly<Record<string, unknown>>
}

export type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Nobody answered: no network, no server, or something in between that is no Masar. */
  | { readonly kind: 'unreachable' }

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface Asking {
  readonly method?: Method
  readonly body?: object
  readonly signal?: AbortSignal
  /** Goes on while the page goes away; small bodies only. */
  readonly keepalive?: boolean
}

export async function ask<T>(path: string, asking: Asking = {}): Promise<Answer<T>> {
  const response = await send(path, asking)
  if (response === undefined) return { kind: 'unreachable' }
  const told = await jsonOf(response)
  // What answers without JSON is no Masar, or nothing was to be told.
  if (response.ok && (told !== undefined || response.status === 204)) return { kind: 'ok', value: told as T }
  return isProblem(told) ? { kind: 'refused', refusal: refusalOf(response.status, told) } : { kind: 'unreachable' }
}

/** What is not JSON: a package as a zip, a paper as a PDF. */
export async function fetchFile(path: string, asking: Asking = {}): Promise<Answer<Blob>> {
  const response = await send(path, asking)
  if (response === undefined) return { kind: 'unreachable' }
  if (response.ok) return wholeOf(response)
  const told = await jsonOf(response)
  return isProblem(told) ? { kind: 'refused', refusal: refusalOf(response.status, told) } : { kind: 'unreachable' }
}

/** The line can be cut after the first byte, and whoever asked can lose interest. */
async function wholeOf(response: Response): Promise<Answer<Blob>> {
  try {
    return { kind: 'ok', value: await response.blob() }
  } catch {
    return { kind: 'unreachable' }
  }
}

async function send(path: string, { method = 'GET', body, signal, keepalive }: Asking): Promise<Response | undefined> {
  try {
    return await fetch(`/designer/api${path}`, {
      method,
      headers: {
        accept: 'application/json',
        'accept-language': document.documentElement.lang,
        ...(method === 'GET' ? {} : { 'x-csrf-token': csrfToken() }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal && { signal }),
      ...(keepalive && { keepalive }),
    })
  } catch {
    return undefined
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

const isProblem = (told: unknown): told is Record<string, unknown> =>
  typeof told === 'object' && told !== null && 'code' in told

function refusalOf(status: number, { code, title, detail, findings, ...more }: Record<string, unknown>): Refusal {
  return {
    status,
    code: String(code),
    title: String(title ?? ''),
    detail: String(detail ?? ''),
    ...(Array.isArray(findings) && { findings: findings as readonly Finding[] }),
    more,
  }
}
