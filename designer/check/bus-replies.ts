/** What the services of the data bus answer, as their providers describe it: asked for once, beside the check, and again where the bus was away. */
import type { JsonObject } from '../../engine/core/json.ts'
import type { Replies } from '../../engine/core/package/variables/given.ts'
import type { OfferedService } from '../../engine/core/service-catalogue.ts'

export interface BusReplies {
  readonly replies: Replies
  /** Asks the bus where nobody has; whoever asks does not wait for it. */
  ask(): void
}

/** Milliseconds for which a bus that is away is left alone. */
const PATIENCE = 60_000

export function busReplies(learned: () => void): BusReplies {
  let services: readonly OfferedService[] = []
  let next = 0
  const look = async (): Promise<void> => {
    try {
      const response = await fetch('/designer/api/databus/services', { headers: { accept: 'application/json' } })
      if (!response.ok) return
      const offered = (await response.json()) as { readonly services: readonly OfferedService[] }
      services = offered.services
      next = Infinity
      if (services.length > 0) learned()
    } catch {
      // Away: asked again later.
    }
  }
  return {
    replies: (asked) => replyIn(services, asked),
    ask() {
      const now = performance.now()
      if (now < next) return
      next = now + PATIENCE
      void look()
    },
  }
}

/** The operation the step was made from, else the one with its method. */
export function replyIn(
  services: readonly OfferedService[],
  { service, method, template }: Parameters<Replies>[0],
): JsonObject | undefined {
  const operations = services.find(({ id }) => id === service)?.operations ?? []
  const fitting = operations.filter((it) => it.method === method)
  const named = fitting.find((it) => template?.endsWith(`#${it.method}${it.path === '' ? '' : ` ${it.path}`}`))
  const reply = (named ?? (fitting.length === 1 ? fitting[0] : undefined))?.reply
  return reply !== undefined && Object.keys(reply).length > 0 ? reply : undefined
}
