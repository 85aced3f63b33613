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
import { deliver, type CourierDeps, type CourierTiming } from './courier.ts'
import { effects, type Effect } from './effects.ts'
import { administer } from './faces/admin.ts'
import { payerFace } from './faces/payer.ts'
import { protocolFace } from './faces/protocol.ts'
import { json } from './faces/response.ts'
import type { Participant } from './faces/strictness.ts'
import { faults, type Fault } from './faults.ts'
import { memory } from './memory.ts'
import type { Order } from './order.ts'
import type { Call, Room } from './room.ts'
import { wallet, type Wallet } from './wallet.ts'

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

const TIMING = { retryFirst: 200, retryMost: 10_000, answer: 5000, transferLife: 60_000 }
const MAX_BODY = 6 * 1024 * 1024
const MAX_CALLS = 10_000

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

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MAX_BODY) chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
