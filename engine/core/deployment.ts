/** Which versions of which services are in force: immutable, each named by the digest of its content. */
import type { AgencyId, Digest, ProgramKey } from './ids.ts'
import type { Publication } from './publication.ts'
import type { StartTimerRow } from './start-timer.ts'

export interface DeploymentRow {
  readonly packageId: string
  readonly version: string
  readonly agency: AgencyId
  readonly digest: Digest
  readonly deployedAt: number
  readonly deployedBy: string
}

export interface NewDeployment extends DeploymentRow {
  /** The package zipped, as `engine/packages/zip.ts` packs it. */
  readonly zip: Uint8Array
  /** Replace those of the package's older versions, when this is the highest version. */
  readonly startTimers: readonly Omit<StartTimerRow, 'agency'>[]
  readonly startMessages: readonly {
    readonly program: ProgramKey
    readonly element: string
    readonly name: string
    /** One running application per correlation key of the message. */
    readonly keyed: boolean
  }[]
  readonly startSignals: readonly { readonly program: ProgramKey; readonly element: string; readonly name: string }[]
  readonly startConditions: readonly StartCondition[]
}

/** A conditional start event, whose condition stands in its program. */
export interface StartCondition {
  readonly program: ProgramKey
  readonly element: string
}

export interface DeploymentStore {
  /** All of them or none. unchanged: same id, version and digest was there. conflict: same id and version, other content. */
  add(
    deployments: readonly NewDeployment[],
    /** Written with it, or nothing is. stale: the draft it is made of went on meanwhile. */
    publication?: Publication,
  ): Promise<
    | { readonly kind: 'deployed' | 'unchanged' }
    | { readonly kind: 'stale' }
    | { readonly kind: 'conflict'; readonly packageId: string; readonly version: string; readonly digest: Digest }
  >
  list(query: { readonly agency?: AgencyId; readonly packageId?: string }): Promise<readonly DeploymentRow[]>
  get(packageId: string, version: string): Promise<DeploymentRow | undefined>
  /** The highest semantic version. */
  latest(packageId: string): Promise<DeploymentRow | undefined>
  /** Of the latest versions of the agency's packages, or of one of them. */
  startConditions(query: { readonly agency: AgencyId; readonly packageId?: string }): Promise<readonly StartCondition[]>
  zip(packageId: string, version: string): Promise<Uint8Array | undefined>
}
