/** What stands around a drawing in its package: the forms, decisions, roles and processes its steps may name. */
import type { Decision } from '../dmn/decision.ts'
import type { ProgramKey } from '../ids.ts'
import type { KeptTime } from '../kept-deadline.ts'

export interface Links {
  /** Key of a process of this package. */
  key(processId: string): ProgramKey
  /** Processes a call activity may name: this package's own, then those of the shared packages it uses. */
  readonly processes: ReadonlyMap<string, CallableProcess>
  readonly forms: ReadonlySet<string>
  /** true: a shared package, whose forms and templates may also come from the package that calls it. */
  readonly open: boolean
  readonly decisions: ReadonlyMap<string, Decision>
  /** Files of the package could not be read, so a decision or process that seems to be missing may stand in one of them. */
  readonly unread: boolean
  /** Candidate groups of workflow.json. */
  readonly roles: ReadonlySet<string>
  /** The same by their titles in both languages, for lanes that are called by one. */
  readonly roleTitles?: ReadonlyMap<string, string>
  readonly deadlines: ReadonlySet<string>
  /** Articles of workflow.json. */
  readonly legalBasis?: ReadonlySet<string>
  /** Those on the statutory clock, by id. */
  readonly statutory?: ReadonlyMap<string, KeptTime>
  /** Templates by the name a header uses: "certificate" for templates/certificate.hbs. */
  readonly templates: ReadonlySet<string>
  /** Data-bus services with a data agreement. */
  readonly services: ReadonlySet<string>
}

export interface CallableProcess {
  readonly key: ProgramKey
  /** Only a process that begins without a trigger can be called. */
  readonly begins: boolean
  /** None start events out of which the call names one; empty where there is nothing to choose. */
  readonly choices: readonly string[]
}
