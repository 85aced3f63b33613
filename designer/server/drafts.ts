/** The drafts of the reader's agency, asked of the server; shapes as engine/http/designer/drafts.ts gives them. */
import type { Text } from '../../engine/core/text.ts'
import { ask, fetchFile, type Answer } from './client.ts'

export interface DraftSummary {
  readonly id: string
  readonly packageId: string
  readonly title: Text
  readonly agency: string
  readonly rev: number
  /** The version it was opened from or published as last. */
  readonly base?: { readonly packageId: string; readonly version: string }
  /** restores: the earlier version whose content it holds again. */
  readonly inForce?: { readonly version: string; readonly restores?: string }
  /** RFC 3339. */
  readonly changedAt: string
  readonly changedBy: string
  readonly lock?: Lock
}

/** Thrown away, and to be had back until then. */
export interface DiscardedDraft extends DraftSummary {
  /** RFC 3339, both. */
  readonly discardedAt: string
  readonly discardedBy: string
  readonly until: string
}

export interface Lock {
  readonly by: string
  readonly name: string
  /** RFC 3339. */
  readonly until: string
}

export interface DraftContent extends DraftSummary {
  readonly files: Readonly<Record<string, string>>
}

export type NewDraft =
  | { readonly kind: 'blank'; readonly packageId: string; readonly title: Text; readonly flow: 'ltr' | 'rtl' }
  | { readonly kind: 'version'; readonly packageId: string; readonly version: string }
  /** content: base64. */
  | { readonly kind: 'import'; readonly name: string; readonly content: string }
  | {
      readonly kind: 'template'
      readonly template: string
      readonly packageId: string
      readonly title: Text
      readonly flow: 'ltr' | 'rtl'
    }

export interface Changes {
  readonly rev: number
  /** Made here: the same change sent again is known by it. */
  readonly change: string
  readonly files: Readonly<Record<string, string | null>>
  readonly label?: Text
}

export interface Revision {
  readonly rev: number
  readonly at: string
  readonly by: string
  readonly label?: Text
}

export interface OpenablePackage {
  readonly packageId: string
  readonly title: Text
  readonly agency: string
  readonly versions: readonly string[]
  readonly shared?: boolean
  /** Of this agency: its versions may be changed; others may be copied. */
  readonly own?: boolean
}

/** A service to begin from, shipped with Masar. */
export interface Starter {
  readonly template: string
  readonly title: Text
  readonly description: Text
}

const at = (id: string): string => `/drafts/${encodeURIComponent(id)}`

export const DRAFTS = {
  list: () => ask<{ readonly items: readonly DraftSummary[] }>('/drafts'),
  create: (body: NewDraft) => ask<DraftContent>('/drafts', { method: 'POST', body }),
  get: (id: string) => ask<DraftContent>(at(id)),
  change: (id: string, body: Changes, keepalive = false) =>
    ask<{ readonly rev: number }>(`${at(id)}/changes`, { method: 'POST', body, keepalive }),
  lock: (id: string, steal = false) =>
    ask<{ readonly until: string }>(`${at(id)}/lock`, { method: 'POST', body: steal ? { steal } : {} }),
  unlock: (id: string) => ask<unknown>(`${at(id)}/lock`, { method: 'DELETE', keepalive: true }),
  revisions: (id: string) => ask<{ readonly items: readonly Revision[] }>(`${at(id)}/revisions`),
  restore: (id: string, revision: number) =>
    ask<DraftContent>(`${at(id)}/restore`, { method: 'POST', body: { revision } }),
  discarded: () => ask<{ readonly items: readonly DiscardedDraft[] }>('/drafts/discarded'),
  recover: (id: string) => ask<DraftContent>(`${at(id)}/recover`, { method: 'POST', body: {} }),
  remove: (id: string) => ask<unknown>(at(id), { method: 'DELETE' }),
  packageFile: (id: string): Promise<Answer<Blob>> => fetchFile(`${at(id)}/package`),
  packages: () =>
    ask<{ readonly items: readonly OpenablePackage[]; readonly starters?: readonly Starter[] }>('/packages'),
} as const
