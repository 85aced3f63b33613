/**
 * The title page of a service package, `workflow.json`: what the service is, whose it is, under which law, who may do
 * what. Everything else in the package hangs on it.
 */
import type { ApplicantKind } from './applicant.ts'
import type { Channel } from './channel.ts'
import type { ExecutorName } from './executor.ts'
import type { AgencyId, UserId } from './ids.ts'
import type { JsonObject } from './json.ts'
import type { SignOffRole } from './publication.ts'
import type { LastDay } from './statutory-clock.ts'
import type { Text } from './text.ts'

export interface Workflow {
  /** e.g. "moj.non-conviction"; lower-case words joined by dots and hyphens. */
  readonly id: string
  /** Semantic version; immutable once deployed. */
  readonly version: string
  readonly title: Text
  readonly description?: Text
  readonly agency: AgencyId
  /** Runs its applications; as the installation says, unless said here. */
  readonly executor?: ExecutorName
  /** true: the package only holds called processes and is not offered to citizens. */
  readonly shared?: boolean
  /** Shared packages whose processes this one calls, with the pinned version: { "common.pay": "1.1.0" }. */
  readonly uses?: Readonly<Record<string, string>>
  /** How an application begins; absent on shared packages. */
  readonly start?: WorkflowStart
  /** Candidate groups the diagrams name, each with a title people read: { "judicial-record-clerk": {...} }. */
  readonly roles?: Readonly<Record<string, Text>>
  readonly legalBasis?: readonly LegalBasis[]
  readonly dataAgreements?: readonly DataAgreement[]
  readonly fees?: readonly Fee[]
  readonly deadlines?: readonly Deadline[]
  readonly retention?: readonly Retention[]
  /** Roles that must sign a draft before it is published, [{ "role": "legal", "title": {...} }]; groups of accounts. */
  readonly signOff?: readonly SignOffRole[]
  readonly calendar?: WorkflowCalendar
  /** What a clerk finds an application by: JSON pointers into its variables, e.g. "/nationalId", "/person/fullName". */
  readonly search?: readonly string[]
  /** Constants the procedure reads as variable `policy`: { "straightThrough": false, "validityMonths": 3 }. */
  readonly policy?: Readonly<Record<string, unknown>>
  /** Decisions people see on the paper trail, e.g. refusal grounds: code -> text, read as variable `texts`. */
  readonly texts?: Readonly<Record<string, Text>>
}

/** What every application of the package knows from its title page, as variables. */
export const constantsOf = ({ policy, texts }: Workflow): JsonObject =>
  ({ ...(policy && { policy }), ...(texts && { texts }) }) as JsonObject

export interface WorkflowStart {
  /** Process id of the diagram that starts. */
  readonly process: string
  /** Form the applicant fills. */
  readonly form?: string
  readonly channels: readonly Channel[]
  /** Who may apply; absent: people. */
  readonly applicants?: readonly ApplicantKind[]
  /** Where the process has several start events without a trigger: one of them is chosen. Read from the drawing. */
  readonly choices?: readonly StartChoice[]
}

/** One of several ways to begin a service, e.g. a first licence or its renewal. */
export interface StartChoice {
  /** Id of the start event. */
  readonly event: string
  readonly name: string
  readonly form?: string
}

export interface LegalBasis {
  readonly id: string
  readonly title: Text
  readonly article?: Text
  /** false: an assumption still to be confirmed by the agency. */
  readonly verified: boolean
}

/** Permission to ask another agency's register for something, for a purpose. */
export interface DataAgreement {
  /** Bus service id, "PS/GOV/MOI/civil-registry/getPerson". */
  readonly service: string
  readonly purpose: Text
  readonly legalBasis: string
}

export interface Fee {
  readonly id: string
  readonly title: Text
  /** Decision that gives the amount. */
  readonly decision: string
  /** Cases a citizen recognises; what each costs is asked of the decision, so that the page never says another amount than the bill. */
  readonly examples?: readonly FeeExample[]
  readonly legalBasis?: string
  readonly verified: boolean
}

export interface FeeExample {
  /** "A private car of 1,400 cc, petrol, one year". */
  readonly title: Text
  /** FEEL, "={vehicle: {type: \"private\"}}": the variables the decision reads as the procedure has them when it asks; `policy` is there already. */
  readonly given: string
}

export interface Deadline {
  readonly id: string
  readonly title: Text
  /** ISO 8601 duration, or "P3WD" for working days. */
  readonly duration: string
  readonly legalBasis?: string
  readonly verified: boolean
  /** Kept by the statutory clock (statutory-clock.ts): it stands still while the citizen is asked, and follows the calendar. */
  readonly statutory?: boolean
  /** Where its last day is a day off: `moves` to the next working day, as deadlines in days do, or `stays`. Statutory only. */
  readonly dayOff?: LastDay['dayOff']
  /** On its last day: at the `hour` it began (unless said), with the `day`, or when the `office` closes. Statutory only. */
  readonly ends?: LastDay['ends']
  /** A supervisor may let it stand still by hand; absent: nobody may. Statutory only. */
  readonly stop?: StopPolicy
  /** What the law makes of it when nobody decides in time; an event on the clock does it. */
  readonly silence?: 'approval' | 'refusal'
}

/** When and how long the law lets a supervisor stop a deadline. */
export interface StopPolicy {
  /** Articles one of which is named each time: ids of `legalBasis`. */
  readonly legalBasis: readonly string[]
  /** Of one stop, "P10D" or "P5WD"; it then goes on by itself. */
  readonly longest: string
  /** How often in one application. */
  readonly times: number
}

export interface Retention {
  readonly what: Text
  readonly duration: string
  readonly verified: boolean
}

export interface WorkflowCalendar {
  readonly timeZone?: string
  readonly workingDays?: readonly number[]
  readonly holidays?: readonly string[]
  /** When the office closes, "15:00"; earlier on days announced as shorter. */
  readonly closes?: string
}

/** A deployed version: immutable, named by the digest of its content. */
export interface Deployment {
  readonly packageId: string
  readonly version: string
  readonly agency: AgencyId
  readonly digest: string
  readonly deployedAt: number
  readonly deployedBy: UserId | string
}
