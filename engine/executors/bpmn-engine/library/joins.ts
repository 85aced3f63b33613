/** Tokens the library keeps at its joins. It can only let them go on; when their scope is broken off they must vanish. */
import type { Activity, Inside } from './package.ts'

interface Kept {
  readonly content: { readonly id: string }
  ack(): void
}

/** The scope no longer waits for tokens on these flows. */
export function forget(inside: Inside, flows: ReadonlySet<string>): void {
  const { postponed } = part<{ readonly postponed: Set<Kept> }>(inside, 'elements')
  for (const message of postponed) {
    if (!flows.has(message.content.id)) continue
    postponed.delete(message)
    message.ack()
  }
}

/** The join has no tokens. */
export function emptyJoin(join: Activity): void {
  part<{ readonly inboundJoinFlows?: Set<unknown> }>(join, 'flows').inboundJoinFlows?.clear()
  join.broker.getQueue('inbound-q')?.purge()
}

/** The library keeps its own under symbols of the global registry. */
const part = <T>(owner: object, name: string): T => (owner as Readonly<Record<symbol, unknown>>)[Symbol.for(name)] as T
