/**
 * How an application that is tried stands after a step: what people, registers and the calendar are waited for, what was
 * handed out, and what the procedure knows. What an analyst sees beside the drawing, step by step.
 */
import type { FormSource } from '../../forms/form.ts'
import type { LiveData } from '../../forms/browser/live-data.ts'
import type { Channel } from '../core/channel.ts'
import type { IncidentCause, InstanceStatus } from '../core/instance.ts'
import type { JsonObject } from '../core/json.ts'
import type { Money } from '../core/money.ts'
import type { OfficeDaysData } from '../core/office-days.ts'
import type { Problem } from '../core/problem.ts'
import type { ElementKind } from '../core/program.ts'
import type { Text } from '../core/text.ts'
import type { BusReply } from '../core/trial/scenario.ts'

/** An element of a drawing. */
export interface Place {
  /** Process id; that of a shared package where a called procedure stands there. */
  readonly process: string
  /** "common.pay"; the id of the tried package where it is its own. */
  readonly packageId: string
  readonly element: string
  readonly name: Text
  /** Absent where the drawing is not at hand. */
  readonly elementKind?: ElementKind
}

export interface Moment {
  /** 0 is the start, 1 the first step of the scenario. */
  readonly step: number
  /** Epoch milliseconds, as all moments here. */
  readonly at: number
  /** Whose days are counted, as they are known then. */
  readonly calendar: { readonly timeZone: string; readonly days: OfficeDaysData }
  readonly reference: string
  readonly status: InstanceStatus
  /** Why the step was not taken; nothing else changed by it. */
  readonly refused?: Problem
  /** What the scenario expected of this step and did not find. */
  readonly failures: readonly Text[]
  readonly tokens: readonly Token[]
  /** What happened in this step, in its order. */
  readonly trace: readonly Traced[]
  readonly tasks: readonly TriedTask[]
  /** That wait for the payer. */
  readonly charges: readonly Money[]
  /** Paid so far, and how often anything was asked for. */
  readonly paid: readonly Money[]
  readonly charged: number
  readonly timers: readonly (Place & { readonly due: number })[]
  readonly messages: readonly (Place & { readonly message: string; readonly key: string })[]
  readonly signals: readonly (Place & { readonly signal: string })[]
  /** Of the agency's own workers. */
  readonly jobs: readonly (Place & { readonly type: string; readonly due: number; readonly given: JsonObject })[]
  /** Steps of ad-hoc subprocesses that somebody may choose now. */
  readonly choices: readonly (Place & { readonly steps: readonly Place[] })[]
  readonly incidents: readonly (Place & {
    readonly cause: IncidentCause
    readonly message: string
    /** Only because a register has no answer yet: that is asked for among `calls`. */
    readonly unanswered: boolean
  })[]
  readonly clocks: readonly TriedClock[]
  /** Handed out, sent and asked in this step. */
  readonly documents: readonly { readonly template: string; readonly title?: Text; readonly serial: string }[]
  readonly notices: readonly JsonObject[]
  readonly calls: readonly TriedCall[]
  readonly refunds: readonly Money[]
  readonly revoked: number
  /** Of the whole procedure, as they are now or were at its end. */
  readonly variables: JsonObject
}

export interface Token extends Place {
  readonly count: number
  /** Before it, for others that have to come first. */
  readonly waiting?: true
}

/** An element began, ended or was broken off; or a flow was taken. */
export type Traced =
  | (Place & { readonly kind: 'entered' | 'left' | 'canceled' })
  | { readonly kind: 'flow'; readonly process: string; readonly packageId: string; readonly flow: string }

/** A form as somebody meets it there: what it is shown with, in whatever language, and the answers it begins with. */
export interface TriedForm {
  readonly source: FormSource
  readonly context: Omit<LiveData['context'], 'language'>
  readonly days?: OfficeDaysData
  readonly opening: JsonObject
}

export interface TriedTask extends Place {
  readonly form?: TriedForm
  readonly assignee?: string
  readonly groups: readonly string[]
  readonly users: readonly string[]
  readonly due?: number
  readonly fourEyes: readonly string[]
  readonly openedAt: number
}

/** What a register was asked. */
export interface TriedCall {
  readonly service: string
  readonly input: JsonObject
  /** undefined: the scenario has no answer to it, and somebody has to give one. */
  readonly answered: 'reply' | NonNullable<BusReply['fault']> | undefined
}

export interface TriedClock {
  readonly deadline: string
  readonly title: Text
  readonly unit: 'workingDays' | 'days'
  readonly due?: number
  readonly left: number
  readonly overdue: boolean
  readonly stopped: boolean
  readonly byHand: boolean
  /** Articles under which a supervisor may stop it by hand. */
  readonly articles: readonly { readonly id: string; readonly title: Text }[]
}

/** How an application of the package may begin. */
export interface Beginning {
  readonly packageId: string
  readonly title: Text
  readonly channels: readonly Channel[]
  /** Who may apply. */
  readonly people: boolean
  readonly companies: boolean
  /** Several where a start event is chosen; one without an event where nothing is. */
  readonly ways: readonly { readonly event?: string; readonly name?: Text; readonly form?: TriedForm }[]
  /** Candidate groups with their titles. */
  readonly roles: Readonly<Record<string, Text>>
  /** Process id -> drawing of the package. */
  readonly drawings: Readonly<Record<string, string>>
}

/** A scenario played from its start, with what stood after each step. */
export interface Tried {
  readonly kind: 'tried'
  readonly beginning: Beginning
  /** The first is the start; empty where nothing was begun. */
  readonly moments: readonly Moment[]
  /** Why the application could not begin. */
  readonly refused?: Problem
  readonly passed: boolean
  readonly failures: readonly Text[]
}
