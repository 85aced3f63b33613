/** What the server knows of publishing a draft; shapes as engine/http/designer/publish.ts gives them. */
import type { Difference } from '../../engine/core/package/difference/difference.ts'
import type { Text } from '../../engine/core/text.ts'
import { ask } from '../server/client.ts'

export interface Signature {
  readonly role: string
  readonly title: Text
  readonly signed?: { readonly byName: string; readonly at: number; readonly remark?: string }
  readonly lapsed: boolean
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

export interface PublishingPlan {
  readonly packageId: string
  readonly rev: number
  readonly against?: string
  readonly differences: readonly Difference[]
  readonly proposed: string
  readonly signatures: readonly Signature[]
  readonly running: readonly RunningVersion[]
  readonly versions: readonly string[]
  readonly publications: readonly {
    readonly version: string
    readonly byName: string
    readonly at: number
    readonly restores?: string
    readonly remark?: string
  }[]
  readonly drawings: Readonly<Record<string, string>>
}

const ofDraft = (id: string): string => `/drafts/${encodeURIComponent(id)}`

export const PUBLISHING = {
  plan: (id: string) => ask<PublishingPlan>(`${ofDraft(id)}/diff`),
  signers: (id: string) => ask<{ readonly groups: readonly SignerGroup[] }>(`${ofDraft(id)}/signers`),
  sign: (id: string, body: { readonly rev: number; readonly role: string }) =>
    ask<object>(`${ofDraft(id)}/sign-offs`, { method: 'POST', body }),
  publish: (id: string, body: { readonly rev: number; readonly version: string; readonly remark?: string }) =>
    ask<object>(`${ofDraft(id)}/publish`, { method: 'POST', body }),
  rollBack: (packageId: string, body: { readonly to: string; readonly remark?: string }) =>
    ask<object>(`/packages/${encodeURIComponent(packageId)}/roll-back`, { method: 'POST', body }),
} as const
