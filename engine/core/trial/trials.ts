/** The port behind which a draft is tried and tested: beside the server, never in it, since nobody knows yet what its author wrote. */
import type { AgencyId } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import type { PackageFiles } from '../package/files.ts'
import type { Finding, Problem } from '../problem.ts'

export interface Trials {
  /** Problem: it took too much time or memory, or too many are waiting. One at a time for each agency. */
  run(agency: AgencyId, draft: PackageFiles, request: TrialRequest): Promise<TrialAnswer | Problem>
  close(): Promise<void>
}

export type TrialRequest =
  | {
      readonly kind: 'try'
      /** As `tests/*.test.json` holds it; judged before it is played. */
      readonly scenario: JsonObject
      /** What is typed into a form meanwhile; without an element: into that an application begins with. */
      readonly filling?: { readonly element?: string; readonly answers: JsonObject }
    }
  | { readonly kind: 'test' }

export type TrialAnswer =
  /** What engine/trial/moment.ts describes as Tried, and engine/trial/coverage.ts as TestRun. */
  | { readonly kind: 'tried' | 'tested'; readonly [more: string]: unknown }
  /** The draft is not sound, so nothing of it can run. */
  | { readonly kind: 'unsound'; readonly findings: readonly Finding[] }
  /** The scenario itself is none. */
  | { readonly kind: 'unreadable'; readonly findings: readonly Finding[] }
