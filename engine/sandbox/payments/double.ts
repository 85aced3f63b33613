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
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CourierDeps, CourierTiming } from './courier.ts'
import { effects, type Effect } from './effects.ts'
import { answer } from './faces/door.ts'
import type { Participant } from './faces/strictness.ts'
import { faults, type Fault } from './faults.ts'
import { memory } from './memory.ts'
import type { Order } from './order.ts'
import type { Call, Room, Wallet } from './room.ts'
import { rounds, type Rounds } from './rounds.ts'
import { decide } from './wallet.ts'

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
const MAX_CALLS = 10_000

export async function startSwitchDouble(options: SwitchDoubleOptions): Promise<SwitchDouble> {
  const timing = { ...TIMING, ...options.timing }
  const wallet = openWallet(options, timing.transferLife)
  const calls: Call[] = []
  const note = (call: Call): void => {
    calls.push(call)
    if (calls.length > MAX_CALLS) calls.shift()
  }
  let masarUrl = options.masar.url
  const courier: CourierDeps = {
    ...wallet,
    privateKey: options.privateKey,
    peerUrl: () => masarUrl,
    timing,
    note: (method, path, status, forged) =>
      note({ direction: 'out', method, path, status, ...(forged ? { fault: 'forgedSignature' } : {}) }),
  }
  const day = rounds(wallet, courier)
  const room: Room = { ...wallet, masar: options.masar, calls, note, wake: day.wake }
  const server = createServer((request, response) => void answer(room, request, response))
  await listen(server, options)
  day.wake()
  return {
    ...handles(room, day),
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    masarAt(url) {
      masarUrl = url
      day.wake()
    },
    async close() {
      await day.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      wallet.effects.close()
    },
  }
}

function openWallet(options: SwitchDoubleOptions, transferLife: number): Wallet {
  return {
    self: options.fspId ?? 'switch-double',
    peer: options.masar.fspId,
    now: () => options.clock?.now() ?? Date.now(),
    memory: memory(options.stateFile),
    effects: effects(options.ledgerFile),
    faults: faults(),
    transferLife,
  }
}

/** What a test in the same process may do without HTTP. */
function handles(room: Room, day: Rounds): Omit<SwitchDouble, 'url' | 'masarAt' | 'close'> {
  const decided = (id: string, decision: 'approve' | 'reject') => {
    const order = decide(room, id, decision)
    day.wake()
    return order
  }
  return {
    fspId: room.self,
    orders: () => room.memory.orders(),
    approve: (id) => decided(id, 'approve'),
    reject: (id) => decided(id, 'reject'),
    fault: (fault) => room.faults.add(fault),
    clearFaults: () => room.faults.clear(),
    calls: () => room.calls,
    effects: () => room.effects.all(),
    quiet: day.quiet,
  }
}

async function listen(server: Server, options: SwitchDoubleOptions): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve)
  })
}
