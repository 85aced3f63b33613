/**
 * A telephone company and a mail server to try against: real SMTP and HTTP on this machine, an outbox one can read.
 *
 * A double: nothing reaches a real person, and everything it says says so (`X-Masar-Double: notify`).
 */
import { createServer as createWebServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from 'node:net'
import type { Clock } from '../../core/clock.ts'
import { type Faults, FaultQueue, type Trouble } from './faults.ts'
import { type Gateway, json, type Reply, ROUTES } from './gateway.ts'
import { readMail } from './mail.ts'
import { openOutbox, type Taken } from './outbox.ts'
import { serveSmtp } from './smtp.ts'

export interface NotifyDoubleOptions {
  readonly clock: Clock
  /** HTTP: SMS gateway and outbox; 0, the default, takes a free one. */
  readonly port?: number
  readonly smtpPort?: number
  readonly host?: '127.0.0.1'
  /** Asked of senders of SMS. */
  readonly token?: string
  /** File of everything taken, appended to and synced before each answer, read again at the next start. */
  readonly ledger?: string
}

export interface NotifyDouble {
  /** `<url>/sms` takes messages, `<url>/outbox` shows them. */
  readonly url: string
  readonly smtp: { readonly host: string; readonly port: number }
  readonly faults: Faults
  /** Oldest first. */
  outbox(): readonly Taken[]
  close(): Promise<void>
}

const longestBody = 64 * 1024

export async function startNotifyDouble(options: NotifyDoubleOptions): Promise<NotifyDouble> {
  const { clock, host = '127.0.0.1', token } = options
  const outbox = openOutbox(options.ledger)
  const faults = new FaultQueue()
  const gateway: Gateway = { clock, outbox, faults, ...(token === undefined ? {} : { token }) }
  const sockets = new Set<Socket>()
  const web = createWebServer(
    (request, response) => void serve(gateway, request, response).catch(() => response.destroy()),
  )
  const mail = createSocketServer((socket) => {
    serveSmtp(socket, {
      trouble: () => faults.take('email'),
      take({ to, raw }) {
        const { subject, from, messageId, text } = readMail(raw)
        for (const one of to)
          outbox.add({ at: clock.now(), channel: 'email', to: one, from, key: messageId, subject, text })
      },
    })
  })
  for (const server of [web, mail])
    server.on('connection', (socket: Socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    })
  const port = await listen(web, options.port ?? 0, host)
  const smtpPort = await listen(mail, options.smtpPort ?? 0, host)
  return {
    url: `http://${host}:${port}`,
    smtp: { host, port: smtpPort },
    faults,
    outbox: () => outbox.all(),
    async close() {
      for (const socket of sockets) socket.destroy()
      await Promise.all([stop(web), stop(mail)])
      outbox.close()
    },
  }
}

async function serve(gateway: Gateway, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const route = `${request.method ?? ''} ${(request.url ?? '/').split('?')[0]}`
  const handler = Object.hasOwn(ROUTES, route) ? ROUTES[route] : undefined
  const body = await read(request)
  const trouble = route === 'POST /sms' ? gateway.faults.take('sms') : undefined
  if (trouble?.kind === 'resetBefore') return void request.socket.resetAndDestroy()
  if (trouble?.kind === 'refuse') return send(response, json(trouble.status ?? 503, { message: 'Refused on request' }))
  if (body === undefined) return send(response, json(413, { message: `Expected at most ${longestBody} bytes` }))
  const reply = handler
    ? handler(gateway, request, body)
    : json(404, { message: `Expected one of ${Object.keys(ROUTES).join(', ')}` })
  answerAfter(trouble, request, () => send(response, reply))
}

function answerAfter(trouble: Trouble | undefined, request: IncomingMessage, answer: () => void): void {
  if (trouble?.kind === 'resetAfterDelivery') request.socket.resetAndDestroy()
  else if (trouble?.kind === 'delay') setTimeout(answer, trouble.milliseconds)
  else if (trouble?.kind !== 'silence') answer()
}

function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { 'Content-Type': reply.mediaType, 'X-Masar-Double': 'notify' })
  response.end(reply.body)
}

/** Undefined when it is too long. */
async function read(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= longestBody) chunks.push(chunk)
  }
  return size > longestBody ? undefined : Buffer.concat(chunks).toString('utf8')
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
  })
