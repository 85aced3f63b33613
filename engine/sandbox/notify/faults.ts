/**
 * What is to go wrong next with a notice, asked for by a test or by an operator who wants to see how a case survives it.
 *
 * A fault strikes the next `times` notices of its channel (both if none is named), after letting `skip` pass.
 */
import { isJsonObject } from '../../core/json.ts'

const CHANNELS = ['sms', 'email'] as const
export type Channel = (typeof CHANNELS)[number]

export type Trouble =
  /** Not taken, with a status (SMS: 503 unless said; e-mail: 451, or 550 for a status of 400 to 499). */
  | { readonly kind: 'refuse'; readonly status?: number }
  /** Taken, answered late. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | { readonly kind: 'resetBefore' }
  /** Taken, but the answer is lost. */
  | { readonly kind: 'resetAfterDelivery' }
  /** Taken, never answered. */
  | { readonly kind: 'silence' }

export type FaultOrder = Trouble & { readonly channel?: Channel; readonly times?: number; readonly skip?: number }

export interface Faults {
  add(order: FaultOrder): void
  clear(): void
  pending(): readonly FaultOrder[]
}

interface Pending {
  readonly order: FaultOrder
  left: number
  toSkip: number
}

export class FaultQueue implements Faults {
  #pending: Pending[] = []

  add(order: FaultOrder): void {
    this.#pending.push({ order, left: order.times ?? 1, toSkip: order.skip ?? 0 })
  }

  clear(): void {
    this.#pending = []
  }

  pending(): readonly FaultOrder[] {
    return this.#pending.map(({ order, left }) => ({ ...order, times: left }))
  }

  /** The trouble for this notice, counted down. */
  take(channel: Channel): Trouble | undefined {
    const found = this.#pending.find(({ order }) => order.channel === undefined || order.channel === channel)
    if (found === undefined) return undefined
    if (found.toSkip > 0) {
      found.toSkip--
      return undefined
    }
    found.left--
    if (found.left <= 0) this.#pending = this.#pending.filter((it) => it !== found)
    return found.order
  }
}

export const FAULT_KINDS = ['refuse', 'delay', 'resetBefore', 'resetAfterDelivery', 'silence'] as const

/** An order as it came over HTTP; undefined if it is none. */
export function readFault(value: unknown): FaultOrder | undefined {
  if (!isJsonObject(value) || !FAULT_KINDS.some((kind) => kind === value['kind'])) return undefined
  const { kind, channel, times, skip, milliseconds, status } = value
  const framed = (channel === undefined || CHANNELS.some((it) => it === channel)) && isCount(times) && isCount(skip)
  if (!framed || !isCount(status) || (kind === 'delay' && !Number.isSafeInteger(milliseconds))) return undefined
  return value as unknown as FaultOrder
}

const isCount = (value: unknown): boolean => value === undefined || (Number.isSafeInteger(value) && Number(value) >= 0)
