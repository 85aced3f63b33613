/**
 * What is to go wrong next, asked for by a test or by an operator who wants to see how a case survives it.
 *
 * A fault strikes the next `times` requests to its service (every service if none is named), after letting `skip` pass.
 * `delivered` says whether the registry carries the request out before the trouble.
 */
import { isJsonObject } from '../../core/json.ts'

export type Trouble =
  /** Nobody listens on the port for so long. */
  | { readonly kind: 'refuse'; readonly milliseconds: number }
  /** Carried out, answered late. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | { readonly kind: 'resetBefore' }
  | { readonly kind: 'resetAfterDelivery' }
  /** The provider's own status, with an address to go to if it is a redirect. */
  | {
      readonly kind: 'status'
      readonly status: number
      /** JSON; `text` is the body as it stands. */
      readonly body?: unknown
      readonly text?: string
      readonly location?: string
      readonly delivered?: boolean
    }
  /** A security server's fault, e.g. "server.serverproxy.service_failed". */
  | { readonly kind: 'xroadError'; readonly code: string; readonly message?: string; readonly delivered?: boolean }
  | { readonly kind: 'garbage'; readonly form: GarbageForm }
  | { readonly kind: 'duplicateReply' }
  /** Carried out, never answered. */
  | { readonly kind: 'silence' }

/** bytes: not HTTP. json: broken off. huge: 11 MiB. otherMessage: the answer to another message. proxy: a 404 of something in between. */
const GARBAGE_FORMS = ['bytes', 'json', 'huge', 'otherMessage', 'proxy'] as const
export type GarbageForm = (typeof GARBAGE_FORMS)[number]

export type FaultOrder = Trouble & { readonly service?: string; readonly times?: number; readonly skip?: number }

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
  readonly #onRefuse: (milliseconds: number) => void
  #pending: Pending[] = []

  constructor(onRefuse: (milliseconds: number) => void) {
    this.#onRefuse = onRefuse
  }

  add(order: FaultOrder): void {
    if (order.kind === 'refuse') this.#onRefuse(order.milliseconds)
    else this.#pending.push({ order, left: order.times ?? 1, toSkip: order.skip ?? 0 })
  }

  clear(): void {
    this.#pending = []
  }

  pending(): readonly FaultOrder[] {
    return this.#pending.map(({ order, left }) => ({ ...order, times: left }))
  }

  /** The trouble for this request, counted down. */
  take(service: string): Trouble | undefined {
    const found = this.#pending.find(({ order }) => order.service === undefined || service.startsWith(order.service))
    if (!found) return undefined
    if (found.toSkip > 0) {
      found.toSkip--
      return undefined
    }
    found.left--
    if (found.left <= 0) this.#pending = this.#pending.filter((it) => it !== found)
    return found.order
  }
}

const KINDS: Readonly<Record<Trouble['kind'], (value: Readonly<Record<string, unknown>>) => boolean>> = {
  refuse: (it) => isCount(it['milliseconds']),
  delay: (it) => isCount(it['milliseconds']),
  resetBefore: () => true,
  resetAfterDelivery: () => true,
  status: (it) => isCount(it['status']) && Number(it['status']) >= 200 && Number(it['status']) <= 599,
  xroadError: (it) => typeof it['code'] === 'string' && /^[A-Za-z_.]{1,100}$/.test(it['code']),
  garbage: (it) => GARBAGE_FORMS.some((form) => form === it['form']),
  duplicateReply: () => true,
  silence: () => true,
}

/** An order as it came over HTTP; undefined if it is none. */
export function readFault(value: unknown): FaultOrder | undefined {
  if (!isJsonObject(value) || typeof value['kind'] !== 'string' || !Object.hasOwn(KINDS, value['kind']))
    return undefined
  const { service, times, skip } = value
  const framed =
    (service === undefined || typeof service === 'string') && isOptionalCount(times) && isOptionalCount(skip)
  return framed && KINDS[value['kind'] as Trouble['kind']](value) ? (value as unknown as FaultOrder) : undefined
}

export const FAULT_KINDS = Object.keys(KINDS)

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0
const isOptionalCount = (value: unknown): boolean => value === undefined || isCount(value)
