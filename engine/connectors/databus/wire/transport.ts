/**
 * One request over the line and its answer, or how it was lost.
 *
 * `delivered` is the question everything else hangs on: false only when the connection (with TLS, the handshake) never
 * stood, so that the security server cannot have read the request. A redirect is an answer like any other: nobody
 * follows it.
 */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { Line } from './connection.ts'

export interface WireRequest {
  readonly method: string
  /** Path and query as they go over the wire. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Buffer
  /** Milliseconds for the whole exchange. */
  readonly totalMs: number
  /** Not over a kept connection. */
  readonly fresh: boolean
}

export type Sent =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer }
  | {
      readonly kind: 'tooLarge'
      readonly status: number
      readonly headers: IncomingHttpHeaders
      readonly limit: number
    }
  | { readonly kind: 'lost'; readonly delivered: boolean; readonly code: string }

/** Alerts by which a TLS server refuses us after our side of the handshake: it has not read the request. */
const TLS_ALERT = /ALERT|HANDSHAKE/

export function exchange(line: Line, wire: WireRequest, signal: AbortSignal): Promise<Sent> {
  const { promise, resolve } = Promise.withResolvers<Sent>()
  const request = line.request({
    ...addressOf(line),
    method: wire.method,
    path: wire.path,
    headers: wire.headers,
    agent: wire.fresh ? line.fresh : line.kept,
  })
  let delivered = false
  const lose = (code: string): void => {
    settle({ kind: 'lost', delivered: delivered && !TLS_ALERT.test(code), code })
    request.destroy()
  }
  const connectTimer = setTimeout(() => !delivered && lose('CONNECT_TIMEOUT'), line.connectMs)
  const totalTimer = setTimeout(() => lose('TIMEOUT'), wire.totalMs)
  const onAbort = (): void => lose('ABORTED')
  signal.addEventListener('abort', onAbort, { once: true })
  const settle = (sent: Sent): void => {
    clearTimeout(connectTimer)
    clearTimeout(totalTimer)
    signal.removeEventListener('abort', onAbort)
    resolve(sent)
  }
  request.on('socket', (socket) => {
    whenConnected(socket, request.reusedSocket, () => {
      delivered = true
      clearTimeout(connectTimer)
    })
  })
  request.on('error', (error) => lose(codeOf(error)))
  request.on('response', async (response) => {
    try {
      const sent = await readAnswer(response, line.replyBytes)
      settle(sent)
      if (sent.kind === 'tooLarge') request.destroy()
    } catch (error) {
      lose(codeOf(error))
    }
  })
  if (signal.aborted) onAbort()
  else request.end(wire.body)
  return promise
}

function addressOf(line: Line): { protocol: string; host: string; port?: string } {
  const { protocol, hostname, port } = line.baseUrl
  return { protocol, host: hostname.replace(/^\[|\]$/g, ''), ...(port === '' ? {} : { port }) }
}

function whenConnected(socket: Socket, reused: boolean, connected: () => void): void {
  if (reused) connected()
  else if (socket instanceof TLSSocket) socket.once('secureConnect', connected)
  else if (socket.connecting) socket.once('connect', connected)
  else connected()
}

async function readAnswer(response: IncomingMessage, limit: number): Promise<Sent> {
  const { headers } = response
  const status = response.statusCode ?? 0
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) return { kind: 'tooLarge', status, headers, limit }
    chunks.push(chunk)
  }
  return { kind: 'answer', status, headers, body: Buffer.concat(chunks) }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.name : 'UNKNOWN'
}
