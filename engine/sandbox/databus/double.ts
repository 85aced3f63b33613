/**
 * A data bus to try against: a strict double of an X-Road security server over real HTTP, with a few registers behind it.
 *
 * It refuses what a real one refuses, in the same words, and goes wrong on request. Every answer carries
 * `X-Masar-Double: databus`. With TLS it asks for the client's certificate as a security server does.
 */
import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Clock } from '../../core/clock.ts'
import { everythingFor, SANDBOX_CLIENTS, type AccessRight } from './security-server/access.ts'
import { answerAdmin } from './admin.ts'
import type { ErrorCodes } from './security-server/bus-fault.ts'
import { CallLog, type SeenCall } from './calls.ts'
import { FaultQueue, type Faults } from './faults.ts'
import { openLedger, type Delivery } from './ledger.ts'
import { listClients } from './security-server/metadata.ts'
import { homePage } from './page.ts'
import { REGISTRIES } from './registries/registries.ts'
import type { Registry } from './registries/registry.ts'
import { jsonReply, send } from './reply.ts'
import { handle, headerOf, type Arrived, type SecurityServer } from './security-server/security-server.ts'
import { answerWith } from './trouble.ts'

export interface DatabusDoubleOptions {
  readonly clock: Clock
  /** 0, the default, takes a free one. */
  readonly port?: number
  readonly host?: '127.0.0.1'
  /** Instead of the registers that come with the sandbox. */
  readonly registries?: readonly Registry[]
  /** Registered subsystems; "PS/GOV/MOJ/masar" unless said otherwise. */
  readonly clients?: readonly string[]
  /** Everything for every client unless said otherwise. */
  readonly access?: readonly AccessRight[]
  /** Service name -> notice, for services switched off. */
  readonly disabled?: Readonly<Record<string, string>>
  /** 'camel': as security servers up to 7.7 spell their codes. */
  readonly errorCodes?: ErrorCodes
  /** PEM texts; with them the double speaks HTTPS and demands a certificate signed by `ca`. */
  readonly tls?: { readonly key: string; readonly cert: string; readonly ca: string }
  /** File of the effect ledger, appended to and synced before each answer. */
  readonly ledger?: string
}

export interface DatabusDouble {
  readonly url: string
  readonly faults: Faults
  /** Every request under /r1 that was seen, oldest first. */
  calls(): readonly SeenCall[]
  /** What the registers carried out since the start. */
  deliveries(): readonly Delivery[]
  /** Nobody listens any more, as when the machine is down; kept connections are cut. */
  goDown(): Promise<void>
  comeBack(): Promise<void>
  close(): Promise<void>
}

const BODY_BYTES = 20 * 1024 * 1024

export async function startDatabusDouble(options: DatabusDoubleOptions): Promise<DatabusDouble> {
  const host = options.host ?? '127.0.0.1'
  const faults = new FaultQueue((milliseconds) => setImmediate(() => void refuse(milliseconds)))
  const server = securityServer(options, faults)
  const listener = (request: http.IncomingMessage, response: http.ServerResponse): void => {
    void serve(server, options.clock, request, response)
  }
  const { tls } = options
  const web = tls
    ? https.createServer({ ...tls, requestCert: true, rejectUnauthorized: false }, listener)
    : http.createServer(listener)
  await listen(web, options.port ?? 0, host)
  const { port } = web.address() as AddressInfo

  const goDown = (): Promise<void> => stop(web)
  const comeBack = async (): Promise<void> => {
    if (!web.listening) await listen(web, port, host)
  }
  let awaited: NodeJS.Timeout | undefined
  async function refuse(milliseconds: number): Promise<void> {
    clearTimeout(awaited)
    await goDown()
    awaited = setTimeout(() => void comeBack(), milliseconds)
  }
  return {
    url: `${tls ? 'https' : 'http'}://${host}:${port}`,
    faults,
    calls: () => server.calls.all(),
    deliveries: () => server.ledger.entries(),
    goDown,
    comeBack,
    async close() {
      clearTimeout(awaited)
      await stop(web)
      server.ledger.close()
    },
  }
}

function securityServer(options: DatabusDoubleOptions, faults: FaultQueue): SecurityServer {
  const registries = options.registries ?? REGISTRIES
  const clients = options.clients ?? SANDBOX_CLIENTS
  const access = options.access ?? everythingFor(clients, registries)
  return {
    directory: { registries, clients, access, disabled: options.disabled ?? {} },
    faults,
    calls: new CallLog(),
    ledger: openLedger(options.ledger),
    errorCodes: options.errorCodes ?? 'snake',
  }
}

async function serve(
  server: SecurityServer,
  clock: Clock,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const body = await readBody(request)
  if (body === undefined) {
    response.socket?.resetAndDestroy()
    return
  }
  const { socket } = request
  const arrived: Arrived = {
    method: request.method ?? '',
    address: request.url ?? '',
    headers: pairs(request.rawHeaders),
    body,
    socket,
    connection: socket.remotePort ?? 0,
    now: clock.now(),
  }
  const path = arrived.address.split('?')[0] ?? ''
  if (path.startsWith('/r1/')) {
    const { reply, trouble } = handle(server, arrived)
    answerWith(trouble, response, reply)
  } else if (path.startsWith('/__double')) send(response, answerAdmin(server, arrived))
  else if (path === '/listClients') {
    const query = new URLSearchParams(arrived.address.split('?')[1] ?? '')
    send(response, listClients(server.directory, query, headerOf(arrived, 'accept')[0]))
  } else if (path === '/') send(response, homePage(server.directory.registries))
  else send(response, jsonReply(404, { double: true, message: 'Expected an address under /r1/ or /listClients' }))
}

/** Undefined when it is cut off or larger than anything a security server takes. */
async function readBody(request: http.IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > BODY_BYTES) return undefined
      chunks.push(chunk)
    }
  } catch {
    return undefined
  }
  return Buffer.concat(chunks)
}

function pairs(raw: readonly string[]): readonly (readonly [string, string])[] {
  const list: (readonly [string, string])[] = []
  for (let i = 0; i + 1 < raw.length; i += 2) list.push([raw[i] ?? '', raw[i + 1] ?? ''])
  return list
}

function listen(web: http.Server, port: number, host: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  web.once('error', reject)
  web.listen(port, host, () => {
    web.off('error', reject)
    resolve()
  })
  return promise
}

function stop(web: http.Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  if (!web.listening) return Promise.resolve()
  web.close(() => resolve())
  web.closeAllConnections()
  return promise
}
