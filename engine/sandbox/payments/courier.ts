/**
 * Carries the double's messages to Masar, in the order they arose, and again with growing pauses while Masar is away.
 * Faults on request are played here: a message lost, doubled, overtaken, or preceded by a forgery.
 */
import { request } from 'node:http'
import { sealHeader } from './canonical.ts'
import type { Faults } from './faults.ts'
import { keyPair } from './keys.ts'
import type { Errand, Memory } from './memory.ts'

export interface CourierTiming {
  /** First and longest pause between tries, and how long an answer may take, in milliseconds. */
  readonly retryFirst: number
  readonly retryMost: number
  readonly answer: number
}

export interface CourierDeps {
  readonly memory: Memory
  readonly faults: Faults
  readonly now: () => number
  readonly self: string
  readonly privateKey: string
  readonly peer: string
  /** Where Masar listens now; undefined while that is not known. */
  readonly peerUrl: () => string | undefined
  readonly timing: CourierTiming
  readonly note: (method: string, path: string, status: number, forged: boolean) => void
}

/** Delivers everything that is due; returns how many messages left. */
export async function deliver(deps: CourierDeps): Promise<number> {
  let left = 0
  for (const errand of [...deps.memory.errands()].sort((a, b) => a.due - b.due || a.id - b.id)) {
    if (errand.due > deps.now() || deps.peerUrl() === undefined) continue
    left++
    await carry(deps, errand)
  }
  return left
}

async function carry(deps: CourierDeps, errand: Errand): Promise<void> {
  const { memory, faults, now, timing } = deps
  const fault = faults.take(errand.resource, ['reorder', 'silence', 'duplicate', 'forgedSignature'])
  if (fault?.kind === 'reorder') return memory.write({ update: { ...errand, due: now() + 2 * timing.retryFirst } })
  if (fault?.kind === 'forgedSignature') await post(deps, errand, true)
  if (fault?.kind === 'duplicate') await post(deps, errand, false)
  const status = fault?.kind === 'silence' ? 202 : await post(deps, errand, false)
  const taken = status >= 200 && status < 500 && status !== 408 && status !== 429
  const over = taken && (errand.until === 'accepted' || status >= 400)
  if (over) return memory.write({ done: (it) => it.id === errand.id })
  const pause = taken ? timing.answer : Math.min(timing.retryMost, timing.retryFirst * 2 ** Math.min(errand.tries, 20))
  // The answer may have come while we waited for the acknowledgement: then the errand is gone already and stays gone.
  memory.write({ update: { ...errand, tries: errand.tries + 1, due: now() + pause } })
}

/** HTTP status, 0 where there was none. */
function post(deps: CourierDeps, errand: Errand, forged: boolean): Promise<number> {
  const base = new URL(deps.peerUrl() ?? '')
  const body = forged ? errand.body.replace(/"amount":"[^"]*"/, '"amount":"1"') : errand.body
  const date = new Date(deps.now()).toUTCString()
  const sealed = { method: errand.method, uri: errand.path, source: deps.self, destination: deps.peer, date }
  const key = forged ? keyPair().privateKey : deps.privateKey
  return new Promise((resolve) => {
    const done = (status: number): void => {
      deps.note(errand.method, errand.path, status, forged)
      resolve(status)
    }
    const call = request(
      base,
      {
        method: errand.method,
        path: base.pathname.replace(/\/$/, '') + errand.path,
        agent: false,
        timeout: 10_000,
        headers: {
          'Content-Type': `application/vnd.interoperability.${errand.resource}+json;version=1.1`,
          'Content-Length': Buffer.byteLength(body),
          ...(errand.method === 'POST'
            ? { Accept: `application/vnd.interoperability.${errand.resource}+json;version=1` }
            : {}),
          Date: date,
          'FSPIOP-Source': sealed.source,
          'FSPIOP-Destination': sealed.destination,
          'FSPIOP-URI': sealed.uri,
          'FSPIOP-HTTP-Method': sealed.method,
          'FSPIOP-Signature': sealHeader(sealed, body, key),
        },
      },
      (response) => {
        response.resume()
        response.on('end', () => done(response.statusCode ?? 0))
        response.on('error', () => done(0))
      },
    )
    call.on('timeout', () => call.destroy(new Error('no answer')))
    call.on('error', () => done(0))
    call.end(body)
  })
}
