/**
 * Where applications stand in a procedure, for an analyst who looks at a version at work: how many at each step, since
 * when, and which stand still. Numbers and reference numbers only; what an application holds is in its record.
 *
 * Every element instance that is still at work when a step is over has a row, under the procedure it stands in: that of
 * the application or one it calls. Tokens that wait before a join are none: they are in the state of their application.
 */
import type { AgencyId, InstanceId, LocalId, ProgramKey, Reference } from './ids.ts'
import type { InstanceState } from './instance.ts'
import type { Page } from './page.ts'

/** One that came, or that goes on as another element. */
export interface EnteredElement {
  readonly id: LocalId
  readonly element: string
  readonly program: ProgramKey
}

/** How many stand at an element; epoch ms of the one that came first, and of the middle one. */
export interface ElementLoad {
  readonly element: string
  readonly count: number
  readonly oldest: number
  readonly median: number
}

export interface StandingInstance {
  readonly instance: InstanceId
  readonly reference: Reference
  readonly since: number
}

export interface LoadQuery {
  readonly program: ProgramKey
  /** Absent: of all agencies. */
  readonly agency?: AgencyId
}

export interface ElementInstanceStore {
  /** Of one application, in the order in which they came. */
  of(instance: InstanceId): Promise<readonly EnteredElement[]>
  /** Of one procedure, in no certain order. */
  loads(query: LoadQuery): Promise<readonly ElementLoad[]>
  /** How many faults stand open, by element. */
  incidents(query: LoadQuery): Promise<ReadonlyMap<string, number>>
  /**
   * States of applications in which tokens wait before joins, of the procedure or another they run through.
   *
   * @param query.looked how many running applications are looked at: their states are read whole
   */
  joining(query: LoadQuery & { readonly looked: number }): Promise<readonly InstanceState[]>
  /** Those that wait longest first. */
  standing(
    query: LoadQuery & { readonly element: string; readonly after?: string; readonly limit: number },
  ): Promise<Page<StandingInstance>>
}
