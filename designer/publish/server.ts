/** What the server knows of publishing a draft; shapes as engine/http/designer/publish.ts gives them. */
import type { Difference } from '../../engine/core/package/difference/difference.ts'
import type { SummaryPart } from '../../engine/core/package/difference/summary.ts'
import type { Text } from '../../engine/core/text.ts'
import { ask } from '../server/client.ts'

export interface Signature {
  readonly role: string
  readonly title: Text
  readonly signed?: { readonly byName: string; readonly at: number; readonly remark?: string }
  readonly lapsed: boolean
  /** Why the reader cannot give it. */
  readonly hindrance?: 'group' | 'own-change' | 'other-role'
  /** Who could, by name. */
  readonly people: readonly string[]
}

/** Who could sign for a group of accounts, by name. */
export interface SignerGroup {
  readonly group: string
  readonly people: readonly string[]
}

export interface RunningVersion {
  readonly version: string
  readonly running: number
  readonly homeless: readonly {
    readonly process: string
    readonly element: string
    readonly name: Text
    readonly count: number
    readonly reason: 'gone' | 'kind'
  }[]
}

/** Drawings by path. */
export type Drawings = Readonly<Record<string, string>>

export interface PublishingPlan {
  readonly packageId: string
  readonly rev: number
  readonly against?: string
  /** The version the draft was opened from, or became last. */
  readonly base?: string
  readonly differences: readonly Difference[]
  /** Where nothing is in force yet. */
  readonly summary?: readonly SummaryPart[]
  readonly proposed: string
  readonly signatures: readonly Signature[]
  readonly signed: number
  readonly running: readonly RunningVersion[]
  readonly versions: readonly string[]
  readonly publications: readonly {
    readonly version: string
    readonly byName: string
    readonly at: number
    readonly restores?: string
    readonly remark?: string
  }[]
  /** Those that differ. */
  readonly drawings: { readonly before: Drawings; readonly after: Drawings }
}

/** What may have come about since a plan was read. */
export type News = Pick<PublishingPlan, 'rev' | 'against' | 'signed'>

export interface RollBackPlan extends Pick<PublishingPlan, 'differences' | 'proposed' | 'running' | 'drawings'> {
  readonly from: string
}

interface Read {
  readonly rev: number
  /** null: none was in force. */
  readonly against: string | null
  readonly remark?: string
}

const ofDraft = (id: string): string => `/drafts/${encodeURIComponent(id)}`
const back = (packageId: string): string => `/packages/${encodeURIComponent(packageId)}/roll-back`

export const PUBLISHING = {
  plan: (id: string) => ask<PublishingPlan>(`${ofDraft(id)}/diff`),
  news: (id: string) => ask<News>(`${ofDraft(id)}/publishing-news`),
  signers: (id: string) => ask<{ readonly groups: readonly SignerGroup[] }>(`${ofDraft(id)}/signers`),
  sign: (id: string, body: Read & { readonly role: string }) =>
    ask<object>(`${ofDraft(id)}/sign-offs`, { method: 'POST', body }),
  publish: (id: string, body: Read & { readonly version: string }) =>
    ask<object>(`${ofDraft(id)}/publish`, { method: 'POST', body }),
  rollBackPlan: (packageId: string, to: string) => ask<RollBackPlan>(`${back(packageId)}/${encodeURIComponent(to)}`),
  rollBack: (packageId: string, body: { readonly to: string; readonly from: string; readonly remark?: string }) =>
    ask<object>(back(packageId), { method: 'POST', body }),
} as const
