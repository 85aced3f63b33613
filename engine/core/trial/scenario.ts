/**
 * A package's own test, `tests/*.test.json`: given these answers, replies, payments and jumps of time, expect this.
 *
 * Analysts write it, `masar test` runs it with a virtual clock and no network. See workflows/README.md, "Tests".
 */
import type { Channel } from '../channel.ts'
import type { Company } from '../company.ts'
import type { Text } from '../text.ts'
import type { JsonObject, JsonValue } from '../json.ts'

export interface Scenario {
  readonly title: Text
  /** When it begins; ISO 8601 with zone. Default 2026-01-04T08:00:00Z, a Sunday. */
  readonly now?: string
  /** Who takes part besides the applicant: their candidate groups. */
  readonly people?: Readonly<Record<string, { readonly groups: readonly string[]; readonly roles?: readonly string[] }>>
  readonly start: {
    readonly channel?: Channel
    /** The applicant's user name; nine digits = their national id. Default "900000001". */
    readonly applicant?: string
    /** The company the applicant acts for; absent: for themselves. */
    readonly company?: Company
    /** Which of several start events without a trigger. */
    readonly event?: string
    readonly variables: JsonObject
    /** Expect the start to be refused with this problem code. */
    readonly refused?: string
  }
  readonly given?: Given
  readonly steps?: readonly Step[]
  readonly expect: Expectation
}

export interface Given {
  /** What registers answer; the first entry that fits is used, `times` bounds how often. */
  readonly bus?: readonly BusReply[]
  /** What the payer does with each charge in order; the last one repeats. Default approve. */
  readonly payments?: readonly PaymentAnswer[]
  /** What the citizen's bank does each time money is to go back; the last one repeats. Default approve. */
  readonly refunds?: readonly RefundAnswer[]
  /** Papers the printer cannot make: each attempt fails, `times` bounds how often. */
  readonly unprintable?: readonly Unprintable[]
  /** Constants of `policy` in workflow.json that are to be others in this test: what if the agency decided so? */
  readonly policy?: JsonObject
}

export type RefundAnswer = 'approve' | 'reject'

export interface Unprintable {
  readonly template: string
  readonly times?: number
}

export interface BusReply {
  /** "PS/GOV/MOI/civil-registry/getPerson/v1" */
  readonly service: string
  /** Only calls whose inputs contain this. */
  readonly when?: JsonObject
  readonly times?: number
  /** Body of the answer. */
  readonly reply?: JsonValue
  /** Instead of an answer: unavailable = nothing was delivered; notFound, refused = BPMN errors; ambiguous = incident. */
  readonly fault?: 'unavailable' | 'notFound' | 'refused' | 'ambiguous'
}

/** wait: nobody answers until a step `pay` does. */
export type PaymentAnswer = 'approve' | 'reject' | 'expire' | 'wait'

export type Step =
  | {
      /** Element id of an open user task; of several, the one assigned to `as`, else the oldest. */
      readonly complete: string
      readonly as: string
      readonly answers?: JsonObject
      /** Expect the command to be refused with this problem code. */
      readonly refused?: string
    }
  | { readonly claim: string; readonly as: string; readonly refused?: string }
  /** ISO 8601 duration; everything that falls due on the way happens at its time. */
  | { readonly advance: string }
  /** The agency announces days on which it does not work, this one or until `last`, past ones too. */
  | {
      readonly holiday: string
      readonly last?: string
      readonly governorate?: string
      /** It works, but closes at this time: "12:00". */
      readonly closes?: string
      readonly title?: Text
    }
  /** A supervisor stops this statutory deadline by hand under an article, or lets it go on. */
  | { readonly stopClock: string; readonly as: string; readonly article: string; readonly refused?: string }
  | { readonly continueClock: string; readonly as: string; readonly refused?: string }
  /** This statutory deadline must run now, and stand so. `left` in the days it counts. */
  | {
      readonly clock: string
      readonly due?: string
      readonly left?: number
      readonly stopped?: boolean
      readonly overdue?: boolean
    }
  /** News from outside; `{reference}` in the key is that of the application. */
  | { readonly message: string; readonly key?: string; readonly variables?: JsonObject; readonly id?: string }
  | { readonly signal: string; readonly variables?: JsonObject }
  /** A worker of the agency's own takes the oldest job of this type and reports: a result, a failure, or a BPMN error. */
  | { readonly job: string; readonly gives?: JsonObject; readonly fails?: string; readonly error?: string }
  /** Somebody chooses these steps of an ad-hoc subprocess; `in` names it where several are open. */
  | { readonly activate: readonly string[]; readonly in?: string; readonly as: string; readonly refused?: string }
  /** Answers the oldest waiting charge. */
  | { readonly pay: Exclude<PaymentAnswer, 'wait'> }
  /** A user task must be open now, with these attributes. */
  | { readonly task: string; readonly due?: string; readonly groups?: readonly string[]; readonly assignee?: string }
  /** No user task of this element may be open now. */
  | { readonly noTask: string }
  /** The variables of the application must contain this now. */
  | { readonly variables: JsonObject }
  | { readonly retryIncidents: true }

export interface Expectation {
  readonly status: 'active' | 'completed' | 'terminated'
  /** Element ids completed in this order, others may lie between. */
  readonly path?: readonly string[]
  /** Element ids never activated. */
  readonly never?: readonly string[]
  /** Templates of the documents issued, in order. */
  readonly documents?: readonly string[]
  /** Serial-less count of revocations. */
  readonly revoked?: number
  /** Charges committed: "25.00 ILS". */
  readonly paid?: readonly string[]
  /** Charges ever asked for, committed or not. */
  readonly charges?: number
  /** Payments given back, in order: "25.00 ILS". */
  readonly refunded?: readonly string[]
  /** Notices sent; each must contain this text in Arabic or English. */
  readonly notices?: readonly string[]
  /** Elements with open incidents. */
  readonly incidents?: readonly string[]
  readonly variables?: JsonObject
  /** Bus services called, with how often. */
  readonly calls?: Readonly<Record<string, number>>
}
