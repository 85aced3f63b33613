/**
 * A payment switch and a payer's wallet to try Masar against: a strict double of the real protocol over HTTP on this
 * machine. It moves no money, and every answer and page says that it is a double.
 *
 * /payer                             the payer's page: bills waiting, approve or reject
 * POST /payer/{id}/approve|reject    the same for scripts, with JSON
 * /transactionRequests /quotes /transfers   FSPIOP 1.1
 * GET POST DELETE /__double/faults   trouble on request; GET /__double/calls, /__double/effects: what happened
 *
 * With a state file it survives its own kill; with a ledger file every charge and every movement of money is on disk
 * before it is acknowledged.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { canonical } from './canonical.ts'
import { resourceOf, serve } from './counter.ts'
import { deliver, type CourierDeps, type CourierTiming } from './courier.ts'
import { effects, type Effect, type Effects } from './effects.ts'
import { faults, readFault, type Fault, type Faults } from './faults.ts'
import { memory, type Memory } from './memory.ts'
import type { Order } from './order.ts'
import { billPage, billsPage, STYLE_POLICY } from './payer-page.ts'
import type { Participant } from './strictness.ts'
import { objectionBody, wallet, type Wallet } from './wallet.ts'

export interface SwitchDoubleOptions {
  readonly port?: number
  readonly host?: '127.0.0.1'
  /** Its name as switch and as the payer's bank; "switch-double" unless said otherwise. */
  readonly fspId?: string
  /** PEM; Masar holds the public half. */
  readonly privateKey: string
  /** Masar: its FSP id and public key, and where it takes callbacks (may be told later with `masarAt`). */
  readonly masar: Participant & { readonly url?: string }
  readonly stateFile?: string
  readonly ledgerFile?: string
  readonly clock?: { now(): number }
  readonly timing?: Partial<CourierTiming & { readonly transferLife: number }>
}

export interface SwitchDouble {
  readonly url: string
  readonly fspId: string
  masarAt(url: string): void
  orders(): readonly Order[]
  approve(id: string): Order | undefined
  reject(id: string): Order | undefined
  fault(fault: Fault): void
  clearFaults(): void
  calls(): readonly Call[]
  effects(): readonly Effect[]
  /** Resolves when no message to Masar is due any more. */
  quiet(): Promise<void>
  close(): Promise<void>
}

/** in: from Masar. out: to Masar. Status 0: no answer. */
export interface Call {
  readonly direction: 'in' | 'out'
  readonly method: string
  readonly path: string
  readonly status: number
  readonly fault?: string
}

const TIMING = { retryFirst: 200, retryMost: 10_000, answer: 5000, transferLife: 60_000 }
const MAX_BODY = 6 * 1024 * 1024
const MAX_CALLS = 10_000

interface Room {
  readonly self: string
  readonly masar: Participant
  readonly now: () => number
  readonly memory: Memory
  readonly effects: Effects
  readonly faults: Faults
  readonly wallet: Wallet
  readonly calls: Call[]
  readonly note: (call: Call) => void
  readonly wake: () => void
}

export async function startSwitchDouble(options: SwitchDoubleOptions): Promise<SwitchDouble> {
  const self = options.fspId ?? 'switch-double'
  const now = () => options.clock?.now() ?? Date.now()
  const timing = { ...TIMING, ...options.timing }
  const kept = memory(options.stateFile)
  const book = effects(options.ledgerFile)
  const trouble = faults()
  const calls: Call[] = []
  let masarUrl = options.masar.url
  const note = (call: Call): void => {
    calls.push(call)
    if (calls.length > MAX_CALLS) calls.shift()
  }
  const courier: CourierDeps = {
    memory: kept,
    faults: trouble,
    now,
    self,
    privateKey: options.privateKey,
    peer: options.masar.fspId,
    peerUrl: () => masarUrl,
    timing,
    note: (method, path, status, forged) =>
      note({ direction: 'out', method, path, status, ...(forged ? { fault: 'forgedSignature' } : {}) }),
  }
  const payer = wallet({
    memory: kept,
    effects: book,
    faults: trouble,
    now,
    self,
    peer: options.masar.fspId,
    transferLife: timing.transferLife,
  })
  const rounds = courierRounds(courier, payer)
  const room: Room = {
    self,
    masar: options.masar,
    now,
    memory: kept,
    effects: book,
    faults: trouble,
    wallet: payer,
    calls,
    note,
    wake: rounds.wake,
  }
  const server = createServer((request, response) => void answer(room, request, response))
  await listen(server, options)
  const { port } = server.address() as AddressInfo
  rounds.wake()
  const decide = (id: string, decision: 'approve' | 'reject') => {
    const order = payer.decide(id, decision)
    rounds.wake()
    return order
  }
  return {
    url: `http://127.0.0.1:${port}`,
    fspId: self,
    masarAt(url) {
      masarUrl = url
      rounds.wake()
    },
    orders: () => kept.orders(),
    approve: (id) => decide(id, 'approve'),
    reject: (id) => decide(id, 'reject'),
    fault: (fault) => trouble.add(fault),
    clearFaults: () => trouble.clear(),
    calls: () => calls,
    effects: () => book.all(),
    quiet: rounds.quiet,
    async close() {
      await rounds.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      book.close()
    },
  }
}

/** One round of deliveries at a time; the next when something is due. */
function courierRounds(courier: CourierDeps, payer: Wallet) {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let stopped = false
  const wake = (): void => {
    if (stopped || running !== undefined) return
    clearTimeout(timer)
    running = round().finally(() => {
      running = undefined
      if (stopped) return
      const due = courier.memory.errands().map((errand) => errand.due - courier.now())
      timer = setTimeout(wake, Math.max(1, Math.min(1000, ...due)))
    })
  }
  async function round(): Promise<void> {
    payer.expire()
    await deliver(courier)
  }
  return {
    wake,
    async quiet() {
      while (courier.memory.errands().some((errand) => errand.until === 'accepted' || errand.tries === 0)) {
        wake()
        await (running ?? new Promise((resolve) => setTimeout(resolve, 1)))
      }
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

async function listen(server: Server, options: SwitchDoubleOptions): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve)
  })
}

async function answer(room: Room, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('X-Masar-Double', 'payments')
  const path = request.url ?? '/'
  try {
    const body = await bodyOf(request)
    if (path.startsWith('/__double/')) return administer(room, request, response, body)
    if (path === '/' || path.startsWith('/payer')) return payerFace(room, request, response)
    await protocolFace(room, request, response, body)
  } catch (error) {
    if (!response.headersSent) json(response, 500, { error: String(error) })
  }
}

async function protocolFace(room: Room, request: IncomingMessage, response: ServerResponse, body: Buffer) {
  const { method = '', url: path = '' } = request
  const fault = room.faults.take(resourceOf(path) ?? '', ['refuse', 'delay', 'resetBefore', 'resetAfterDelivery'])
  const note = (status: number): void =>
    room.note({ direction: 'in', method, path, status, ...(fault === undefined ? {} : { fault: fault.kind }) })
  if (fault?.kind === 'resetBefore') {
    note(0)
    return void request.socket.destroy()
  }
  if (fault?.kind === 'refuse') {
    note(503)
    return json(response, 503, objectionBody({ code: '2003', description: 'Service currently unavailable' }))
  }
  if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 200))
  const result = serve({ method, path, headers: request.headers, body }, room.wallet, room.self, room.masar, room.now())
  room.wake()
  if (fault?.kind === 'resetAfterDelivery') {
    note(0)
    return void request.socket.destroy()
  }
  const status = typeof result === 'number' ? result : result.code === '3002' ? 404 : 400
  note(status)
  if (typeof result === 'number') response.writeHead(result).end()
  else json(response, status, objectionBody(result))
}

function payerFace(room: Room, request: IncomingMessage, response: ServerResponse): void {
  const [, , id = '', decision] = (request.url ?? '').split('?')[0]?.split('/') ?? []
  const wantsJson = /json/.test(`${request.headers.accept ?? ''} ${request.headers['content-type'] ?? ''}`)
  if (request.method === 'POST' && (decision === 'approve' || decision === 'reject')) {
    const order = room.wallet.decide(id, decision)
    room.wake()
    if (order === undefined) return json(response, 404, { double: true, error: `No bill ${id}` })
    if (wantsJson) return json(response, 200, { double: true, id, stage: order.stage })
    return void response.writeHead(303, { Location: `/payer/${id}` }).end()
  }
  if (id === '' && wantsJson) return json(response, 200, { double: true, orders: room.memory.orders() })
  if (id === '') return html(response, 200, billsPage(room.memory.orders()))
  const order = room.memory.order(id)
  if (order === undefined) return html(response, 404, billsPage(room.memory.orders()))
  if (wantsJson) return json(response, 200, { double: true, ...order })
  return html(response, 200, billPage(order))
}

function administer(room: Room, request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const what = `${request.method ?? ''} ${request.url ?? ''}`
  if (what === 'GET /__double/calls') return json(response, 200, { double: true, calls: room.calls })
  if (what === 'GET /__double/effects') return json(response, 200, { double: true, effects: room.effects.all() })
  if (what === 'GET /__double/faults') return json(response, 200, { double: true, faults: room.faults.list() })
  if (what === 'DELETE /__double/faults') {
    room.faults.clear()
    return json(response, 200, { double: true, faults: [] })
  }
  if (what !== 'POST /__double/faults') return json(response, 404, { double: true, error: 'Unknown address' })
  const fault = readFault(parsed(body))
  if (fault === undefined)
    return json(response, 400, { double: true, error: 'Expected {kind, times?, resource?, ms?}' })
  room.faults.add(fault)
  return json(response, 201, { double: true, faults: room.faults.list() })
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MAX_BODY) chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const json = (response: ServerResponse, status: number, body: object): void =>
  void response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(canonical(body))

const html = (response: ServerResponse, status: number, body: string): void =>
  void response
    .writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': STYLE_POLICY })
    .end(body)
