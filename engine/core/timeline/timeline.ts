/**
 * What a citizen sees of their application: what happened, in order, and how it stands now. Made of the record and of what the
 * package says; the pages put it into sentences.
 *
 * A step is one activity of the service's own procedure that somebody was busy with. What a called procedure does inside
 * belongs to the step that calls it. Fees, papers, refusals and questions to the citizen have entries of their own; what
 * Masar decides in a moment, and messages, have none.
 */
import type { ConsentKind } from '../assistance.ts'
import type { Charge } from '../charge.ts'
import type { DocumentRow } from '../document.ts'
import type { HistoryRecord } from '../history.ts'
import type { GlobalId, InstanceId, ProgramKey, UserId } from '../ids.ts'
import type { Money } from '../money.ts'
import type { Program } from '../program.ts'
import type { Refund } from '../refund.ts'
import type { CalendarChange } from '../statutory-clock.ts'
import type { Text } from '../text.ts'
import type { Deadline, LegalBasis, Workflow } from '../workflow.ts'
import { activitiesOf } from './activities.ts'
import { endings } from './endings.ts'
import { fees } from './fees.ts'
import { papers } from './papers.ts'
import { refusals } from './refusals.ts'
import { standingOf } from './standing.ts'
import { steps } from './steps.ts'
import { termsTold } from './terms-told.ts'

export interface Told {
  readonly instance: InstanceId
  readonly applicant?: UserId
  readonly records: readonly HistoryRecord[]
  readonly documents: readonly DocumentRow[]
  readonly charges: readonly Charge[]
  readonly refunds: readonly Refund[]
  /** Of every program that stands in the record, see `programsIn`. */
  readonly drawing: (program: ProgramKey) => Drawing | undefined
}

export interface Drawing {
  readonly program: Program
  readonly workflow: Workflow
}

/** Who has it: never which person. */
export type Holder =
  /** Staff of the agency, by the titles their groups have in the package. */
  | { readonly kind: 'role'; readonly titles: readonly Text[] }
  /** A register of an agency is being asked over the data bus. */
  | { readonly kind: 'register'; readonly service: string }
  | { readonly kind: 'applicant' }
  /** Somebody else who takes part, as the founder who has to sign. */
  | { readonly kind: 'participant' }
  /** A machine of the agency. */
  | { readonly kind: 'system' }

/** What the law gives for a step, as the package says it. */
export interface Term {
  readonly deadline: Deadline
  readonly legalBasis?: LegalBasis
}

interface At {
  /** Epoch ms. */
  readonly at: number
}

export interface StepEntry extends At {
  readonly kind: 'step'
  readonly name: Text
  readonly holder: Holder
  readonly due?: number
  readonly term?: Term
  /** Absent while it lasts. */
  readonly ended?: { readonly at: number; readonly outcome: 'done' | 'calledOff' }
}

/** Something is asked of the applicant. */
export interface AskedEntry extends At {
  readonly kind: 'asked'
  readonly task: GlobalId
  readonly name: Text
  /** In the words of whoever asks. */
  readonly question?: string
  readonly due?: number
  readonly ended?: { readonly at: number; readonly outcome: 'answered' | 'lapsed' }
}

export interface FeeEntry extends At {
  readonly kind: 'fee'
  readonly change: 'asked' | 'paid' | 'notPaid' | 'unknown'
  readonly charge: string
  readonly money: Money
  readonly billNo: string
  readonly expires: number
  readonly receiptNo?: string
}

export interface RefundEntry extends At {
  readonly kind: 'refund'
  readonly change: 'asked' | 'given' | 'notTaken'
  readonly money: Money
}

export interface PaperEntry extends At {
  readonly kind: 'paper'
  readonly digest: DocumentRow['digest']
  readonly name: string
}

export interface Ground {
  readonly text: Text
  readonly article?: Text
  readonly detail?: Text
}

export interface RefusedEntry extends At {
  readonly kind: 'refused'
  readonly grounds: readonly Ground[]
  /** Until when and to whom an appeal may be made. */
  readonly appeal?: { readonly days: number; readonly until: number; readonly to: Text }
  /** Why the fee is not given back. */
  readonly feeStatement?: Text
}

/** An end of the procedure that is called something: "Issued", "Cancelled unpaid". */
export interface ReachedEntry extends At {
  readonly kind: 'reached'
  readonly name: Text
}

interface OfTerm extends At {
  /** What the deadline is called. */
  readonly deadline: Text
  /** Afterwards. */
  readonly due?: number
}

export type TermEntry =
  | (OfTerm & {
      readonly kind: 'termStopped'
      readonly until: number
      readonly reason: string
      readonly legalBasis?: LegalBasis
    })
  | (OfTerm & { readonly kind: 'termContinued'; readonly reason: string })
  | (OfTerm & {
      readonly kind: 'termMoved'
      readonly before: number
      /** Days that were announced or withdrawn. */
      readonly because: readonly CalendarChange[]
    })

export type TimelineEntry =
  /** consent: staff applied for the applicant, who agreed in this way. */
  | (At & { readonly kind: 'received'; readonly consent?: ConsentKind })
  | StepEntry
  | AskedEntry
  | FeeEntry
  | RefundEntry
  | PaperEntry
  | RefusedEntry
  | ReachedEntry
  | TermEntry
  | (At & { readonly kind: 'held' | 'goesOn' | 'over' | 'calledOff' })

/** How it stands: the first of these that is so. */
export type Standing =
  | { readonly kind: 'calledOff' | 'held' }
  /** It stands still because of a fault, and operators see it. */
  | { readonly kind: 'fault'; readonly since: number }
  /** The citizen is asked for something. */
  | { readonly kind: 'answer'; readonly asked: readonly AskedEntry[] }
  | { readonly kind: 'pay'; readonly fee: FeeEntry }
  /** The switch has not said whether the money moved. */
  | { readonly kind: 'verifying'; readonly fee: FeeEntry }
  | { readonly kind: 'with'; readonly steps: readonly StepEntry[] }
  /** For something to happen outside: a message of another agency, a day. */
  | { readonly kind: 'waiting'; readonly for: readonly Text[]; readonly since: number }
  /** Nobody has anything to do; it may go on by itself, as a certificate that runs out. */
  | { readonly kind: 'decided'; readonly by: RefusedEntry | ReachedEntry | undefined; readonly isOver: boolean }

export interface Timeline {
  /** Oldest first. */
  readonly entries: readonly TimelineEntry[]
  readonly standing: Standing
}

export function timelineOf(told: Told): Timeline {
  const course = activitiesOf(told)
  const entries = [
    ...steps(course, told),
    ...fees(told),
    ...papers(told),
    ...refusals(course),
    ...endings(course),
    ...termsTold(course, told),
    ...course.moments,
  ].sort((a, b) => a.at - b.at || RANK[a.kind] - RANK[b.kind])
  return { entries, standing: standingOf(entries, course) }
}

/** Of what happened in the same moment, what is told first. */
const RANK: Readonly<Record<TimelineEntry['kind'], number>> = {
  received: 0,
  goesOn: 1,
  fee: 2,
  refund: 3,
  step: 4,
  asked: 5,
  termMoved: 6,
  termStopped: 6,
  termContinued: 6,
  refused: 6,
  paper: 7,
  reached: 8,
  held: 9,
  over: 10,
  calledOff: 11,
}
