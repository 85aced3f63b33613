/** What the double remembers, in one small file that survives a kill: bills, money given back, and the callbacks it still owes. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import type { Order } from './order.ts'
import type { Payback } from './payback.ts'

/** A message to Masar that is not taken yet. */
export interface Errand {
  readonly id: number
  readonly order: string
  readonly method: 'POST' | 'PUT' | 'PATCH'
  readonly resource: 'transactionRequests' | 'quotes' | 'transfers'
  readonly path: string
  readonly body: string
  /** accepted: done once it is taken. answered: repeated until the callback that answers it arrives. */
  readonly until: 'accepted' | 'answered'
  readonly tries: number
  readonly due: number
}

/** The question of this order that still waits for its answer. */
export const awaiting = (resource: Errand['resource'], order: Order) => (errand: Errand) =>
  errand.order === order.id && errand.resource === resource && errand.until === 'answered'

export interface Memory {
  order(id: string): Order | undefined
  orderBy(key: 'quoteId' | 'transferId', value: string): Order | undefined
  orders(): readonly Order[]
  payback(id: string): Payback | undefined
  paybacks(): readonly Payback[]
  errands(): readonly Errand[]
  /** One durable step: what changes together survives together. */
  write(change: Change): void
}

export interface Change {
  readonly order?: Order
  readonly payback?: Payback
  readonly add?: readonly Omit<Errand, 'id' | 'tries'>[]
  readonly update?: Errand
  readonly done?: (errand: Errand) => boolean
}

interface Content {
  orders: Order[]
  paybacks: Payback[]
  errands: Errand[]
  next: number
}

export function memory(file: string | undefined): Memory {
  const kept = file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Content) : undefined
  const content: Content = { orders: [], paybacks: [], errands: [], next: 1, ...kept }
  return {
    order: (id) => content.orders.find((order) => order.id === id),
    orderBy: (key, value) => content.orders.find((order) => order[key] === value),
    orders: () => content.orders,
    payback: (id) => content.paybacks.find((payback) => payback.id === id),
    paybacks: () => content.paybacks,
    errands: () => content.errands,
    write(change) {
      apply(content, change)
      if (file !== undefined) save(file, content)
    },
  }
}

function apply(content: Content, { order, payback, add = [], update, done }: Change): void {
  if (order !== undefined) content.orders = [...content.orders.filter((other) => other.id !== order.id), order]
  if (payback !== undefined)
    content.paybacks = [...content.paybacks.filter((other) => other.id !== payback.id), payback]
  if (done !== undefined) content.errands = content.errands.filter((errand) => !done(errand))
  if (update !== undefined)
    content.errands = content.errands.map((errand) => (errand.id === update.id ? update : errand))
  for (const errand of add) content.errands = [...content.errands, { ...errand, id: content.next++, tries: 0 }]
}

function save(file: string, content: Content): void {
  const handle = openSync(`${file}.new`, 'w')
  writeSync(handle, JSON.stringify(content))
  fsyncSync(handle)
  closeSync(handle)
  renameSync(`${file}.new`, file)
}
