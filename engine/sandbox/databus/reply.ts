/** What goes back over the wire, before a fault on request spoils it. */
import type { ServerResponse } from 'node:http'

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** On every answer of the double, so that nobody takes it for a real registry. */
const DOUBLE_HEADER = { 'X-Masar-Double': 'databus' } as const

export const jsonReply = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'Content-Type': 'application/json;charset=utf-8', ...headers },
  body: Buffer.from(JSON.stringify(value), 'utf8'),
})

export function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { ...reply.headers, ...DOUBLE_HEADER, 'Content-Length': reply.body.length })
  response.end(reply.body)
}

/** The same answer as bytes, for faults that write to the socket. */
export function rawReply(reply: Reply): Buffer {
  const headers = { ...reply.headers, ...DOUBLE_HEADER, 'Content-Length': String(reply.body.length) }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${reply.status} Double\r\n${lines.join('')}\r\n`, 'latin1'), reply.body])
}
