/**
 * News from outside for an application: a judgment was registered, an inspection was passed, a deposit arrived.
 *
 * A message and the place that waits for it may come in either order: the message is kept until it expires, the
 * subscription until it is closed, and whichever comes second finds the first.
 */
import type { JsonObject } from './json.ts'
import type { AgencyId, InstanceId, LocalId, ProgramKey } from './ids.ts'

export interface MessageRow {
  readonly messageId: string
  readonly agency: AgencyId
  readonly name: string
  readonly key: string
  readonly variables: JsonObject
  readonly publishedAt: number
  readonly expires: number
  /** Where an application published it: that one, or the first of those that started each other by messages. */
  readonly origin?: InstanceId
}

export interface SubscriptionRow {
  readonly instance: InstanceId
  readonly id: LocalId
  readonly agency: AgencyId
  readonly program: ProgramKey
  readonly name: string
  readonly key: string
}

/** Where a message begins a process of a package's latest version. */
export interface StartSubscriptionRow {
  readonly agency: AgencyId
  readonly program: ProgramKey
  readonly element: string
  readonly name: string
  /** A message with a correlation key begins no second application while one it began with that key is running. */
  readonly keyed: boolean
}

export interface MessageStore {
  get(agency: AgencyId, name: string, messageId: string): Promise<MessageRow | undefined>
  /** Open subscriptions this message fits whose process has not taken it yet; the first thousand. */
  subscribers(agency: AgencyId, name: string, key: string, messageId: string): Promise<readonly SubscriptionRow[]>
  starts(agency: AgencyId, name: string): Promise<readonly StartSubscriptionRow[]>
  /** Messages this subscription's process has not taken and that are there still, oldest first: their time to live stands still while the instance is suspended. */
  buffered(query: {
    readonly agency: AgencyId
    readonly name: string
    readonly key: string
    readonly process: string
    readonly instance: InstanceId
    readonly now: number
    readonly limit: number
  }): Promise<readonly MessageRow[]>
  /** Pairs that fit but did not meet, e.g. after a crash between two writes; `skip` those that were tried in vain. */
  unmet(
    now: number,
    limit: number,
    skip: number,
  ): Promise<readonly { readonly message: MessageRow; readonly subscription: SubscriptionRow }[]>
  /** The same for what was kept for suspended applications that go on now. */
  sought(
    now: number,
    limit: number,
    skip: number,
  ): Promise<readonly { readonly message: MessageRow; readonly subscription: SubscriptionRow }[]>
  /** Messages that came while a service or agency was held and begin an application of it, whose suspension is being lifted. */
  kept(
    service: { readonly agency: AgencyId; readonly packageId?: string },
    limit: number,
    skip: number,
  ): Promise<readonly { readonly message: MessageRow; readonly start: StartSubscriptionRow }[]>
  /** How many applications the messages of this one have started, directly or through others. */
  descendants(origin: InstanceId): Promise<number>
  /** Unexpired messages that start a service and have not, e.g. after a crash between two writes. */
  unstarted(
    now: number,
    limit: number,
    skip: number,
  ): Promise<readonly { readonly message: MessageRow; readonly start: StartSubscriptionRow }[]>
  /** Forget messages that expired before `before` (kept a while longer for dedup) and that nobody may take later. Returns how many. @param now absent: the same */
  forget(before: number, now?: number): Promise<number>
}
