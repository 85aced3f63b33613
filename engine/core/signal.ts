/**
 * News for everybody at once: the law has changed, the office closes, a state of emergency begins.
 *
 * A signal is told to all in the agency who wait for its name at that moment, and kept for nobody who comes later. Who
 * that is, is written down in the very write that throws it; the deliveries are then made one by one, each at least once
 * and accepted once.
 */
import type { AgencyId, InstanceId, LocalId, ProgramKey } from './ids.ts'
import type { JsonObject } from './json.ts'

export interface NewSignal {
  /** The sender's own id, unique per agency and name while it is remembered; absent on signals of applications. */
  readonly signalId?: string
  readonly name: string
  readonly variables: JsonObject
}

export interface SignalRow {
  readonly signalId: string
  readonly agency: AgencyId
  readonly name: string
  readonly thrownAt: number
  /** How many deliveries it began with. */
  readonly reached: number
}

export type SignalTarget =
  | { readonly kind: 'instance'; readonly instance: InstanceId; readonly waits: readonly LocalId[] }
  /** A signal start event of a package's latest version. */
  | { readonly kind: 'start'; readonly program: ProgramKey; readonly element: string }

export interface SignalDelivery {
  readonly signal: number
  readonly agency: AgencyId
  readonly name: string
  readonly variables: JsonObject
  readonly due: number
  /** Deliveries of the signals with which applications answered the first of them, and each other. */
  readonly followed: number
  /** Where an application threw it: that one, or the first of those that started each other. */
  readonly origin?: InstanceId
  readonly to: SignalTarget
}

export interface SignalStore {
  /** Open waits in the agency, by instance; the first thousand. */
  waiting(agency: AgencyId, name: string): Promise<readonly { readonly instance: InstanceId; readonly id: LocalId }[]>
  /** A signal that was thrown under this id. */
  get(agency: AgencyId, name: string, signalId: string): Promise<SignalRow | undefined>
  /** Deliveries due at or before `now`: agencies in turn, of each the earliest first. */
  due(now: number, limit: number): Promise<readonly SignalDelivery[]>
  /** When the next one is due, for the worker's sleep. */
  next(): Promise<number | undefined>
  /** A delivery that could not be made is tried again at `until`. */
  putOff(delivery: SignalDelivery, until: number): Promise<void>
  /** Forget signals thrown before `before` whose deliveries are all done with. Returns how many. */
  forget(before: number): Promise<number>
}
