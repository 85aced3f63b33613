/** An application as the server shows it. */
import type { ClockView } from '../../engine/commands/clocks.ts'
import type { Charge } from '../../engine/core/charge.ts'
import type { DocumentRow } from '../../engine/core/document.ts'
import type { Event } from '../../engine/core/event.ts'
import type { InstanceState, InstanceStatus } from '../../engine/core/instance.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import type { Refund } from '../../engine/core/refund.ts'

export interface ShownInstance {
  readonly id: string
  readonly reference: string
  readonly agency: string
  readonly program: string
  readonly status: InstanceStatus
  readonly applicant?: string
  readonly startedAt: string
  readonly changedAt: string
  readonly endedAt?: string
}

/** The last four only for staff. */
export interface ShownInstanceDetail extends ShownInstance {
  readonly documents: readonly DocumentRow[]
  readonly charges: readonly Pick<Charge, 'id' | 'billNo' | 'money' | 'state' | 'receiptNo' | 'completedAt'>[]
  readonly refunds: readonly Pick<Refund, 'id' | 'charge' | 'money' | 'state' | 'completedAt'>[]
  readonly clocks?: readonly ShownClock[]
  readonly variables?: JsonObject
  readonly elements?: InstanceState['elements']
  readonly waits?: InstanceState['waits']
  readonly incidents?: InstanceState['incidents']
}

/** A statutory deadline. */
export interface ShownClock extends Pick<
  ClockView,
  'id' | 'deadline' | 'title' | 'unit' | 'spent' | 'left' | 'overdue' | 'silence' | 'stoppedBy'
> {
  readonly startedAt: string
  readonly due?: string
  readonly stoppedSince?: string
  readonly stoppedByHand?: { readonly until: string; readonly legalBasis: string; readonly reason: string }
}

export interface ShownRecord {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly command: string
  readonly events: readonly Event[]
}

export const instancePlace = (name: string): string => `/api/instances/${encodeURIComponent(name)}`
