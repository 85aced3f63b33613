/**
 * The line to a security server: kept open between calls, with our certificate if the operator gave one.
 *
 * A call that must not be carried out twice gets a fresh line of its own: on a kept one, a server that has just hung up
 * cannot be told from one that hung up after reading.
 */
import { readFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import { CONNECT_MS, REPLY_BYTES, TOTAL_MS, type BusConnection, type BusTls } from '../config.ts'

export interface Line {
  readonly baseUrl: URL
  readonly request: (options: http.RequestOptions) => http.ClientRequest
  readonly kept: http.Agent
  readonly fresh: http.Agent
  readonly connectMs: number
  readonly totalMs: number
  readonly replyBytes: number
}

/** Sockets to one security server at a time. */
const MAX_SOCKETS = 64

export function openLine(connection: BusConnection): Line {
  const baseUrl = new URL(connection.baseUrl)
  const secure = baseUrl.protocol === 'https:'
  const agent = (keepAlive: boolean): http.Agent => {
    const options = { keepAlive, maxSockets: MAX_SOCKETS, maxFreeSockets: 8 }
    return secure ? new https.Agent({ ...options, ...tlsOptions(connection.tls) }) : new http.Agent(options)
  }
  return {
    baseUrl,
    request: secure ? (options) => https.request(options) : (options) => http.request(options),
    kept: agent(true),
    fresh: agent(false),
    connectMs: connection.connectMs ?? CONNECT_MS,
    totalMs: connection.totalMs ?? TOTAL_MS,
    replyBytes: connection.replyBytes ?? REPLY_BYTES,
  }
}

export function closeLine(line: Line): void {
  line.kept.destroy()
  line.fresh.destroy()
}

function tlsOptions(tls: BusTls | undefined): https.AgentOptions {
  const { key, cert, ca, servername } = tls ?? {}
  return {
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    ...(key === undefined ? {} : { key: readFileSync(key) }),
    ...(cert === undefined ? {} : { cert: readFileSync(cert) }),
    ...(ca === undefined ? {} : { ca: readFileSync(ca) }),
    ...(servername === undefined ? {} : { servername }),
  }
}
