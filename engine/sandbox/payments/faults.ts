/**
 * Trouble on request: what can go wrong between a ministry and a payment switch, played a given number of times.
 *
 * Towards Masar's requests: refuse (503, nothing kept), delay, resetBefore (connection cut, nothing kept),
 * resetAfterDelivery (kept, connection cut). In the switch's own messages: duplicate, reorder (overtaken by the next
 * one), forgedSignature (a forgery goes ahead of the genuine one), silence (never leaves). In the payment itself: abort,
 * noPatch (the commit is told only to those who ask), refuseRefund (the citizen's bank does not take money back).
 */
export const FAULT_KINDS = [
  'refuse',
  'delay',
  'resetBefore',
  'resetAfterDelivery',
  'duplicate',
  'reorder',
  'forgedSignature',
  'silence',
  'abort',
  'noPatch',
  'refuseRefund',
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

export interface Fault {
  readonly kind: FaultKind
  /** How often it happens; once unless said otherwise. */
  readonly times?: number
  /** Only on this resource; on any if absent. */
  readonly resource?: string
  /** Length of a delay, 200 ms unless said otherwise. */
  readonly ms?: number
}

export interface Faults {
  add(fault: Fault): void
  /** Uses up one occurrence. */
  take(resource: string, kinds: readonly FaultKind[]): Fault | undefined
  list(): readonly Fault[]
  clear(): void
}

export function faults(): Faults {
  let open: Fault[] = []
  return {
    add: (fault) => void open.push({ times: 1, ...fault }),
    take(resource, kinds) {
      const found = open.find(
        (fault) => kinds.includes(fault.kind) && (fault.resource === undefined || fault.resource === resource),
      )
      if (found !== undefined)
        open = open.flatMap((fault) => {
          if (fault !== found) return [fault]
          const times = (fault.times ?? 1) - 1
          return times > 0 ? [{ ...fault, times }] : []
        })
      return found
    },
    list: () => open,
    clear: () => void (open = []),
  }
}

/** The fault a tester asks for over HTTP, or undefined where it is not one. */
export function readFault(value: unknown): Fault | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { kind, times, resource, ms } = value as Record<string, unknown>
  const known = FAULT_KINDS.find((name) => name === kind)
  if (known === undefined) return undefined
  return {
    kind: known,
    ...(typeof times === 'number' && Number.isInteger(times) && times > 0 ? { times } : {}),
    ...(typeof resource === 'string' ? { resource } : {}),
    ...(typeof ms === 'number' && ms >= 0 ? { ms } : {}),
  }
}
