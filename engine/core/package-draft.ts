/**
 * A service package that is being written: what an analyst has open in the designer, on the server from the first step on.
 *
 * A draft is its agency's: every analyst there may open it, one at a time writes (`lock`: a minute from the last sign of
 * life, then it is free; taking it over from somebody is written down). It may be as unsound as it likes; only names,
 * sizes and characters of its files are judged. `rev` counts its changes. A change names the rev it was made on and is
 * refused where another came first; and it has a name of its own, so that one whose answer was lost is known when it is
 * sent again, and done once. Of every revision the changed files are kept, with who, when and what it was.
 *
 * An agency has so much room for its drafts (`DraftRoom`). Where it is used up, what was thrown away is forgotten before
 * its time and old revisions are thinned out further, and only then is writing refused.
 */
import type { DraftFiles, FileChanges } from './package/file-changes.ts'
import type { AgencyId, PackageDraftId, UserId } from './ids.ts'
import type { FileSizes } from './package/files.ts'
import type { Text } from './text.ts'

export interface PackageDraft {
  readonly id: PackageDraftId
  readonly agency: AgencyId
  /** As its title page says, or said when it could last be read. */
  readonly packageId: string
  readonly title: Text
  /** 1 for a new one. */
  readonly rev: number
  /** The deployed version it was opened from. */
  readonly base?: { readonly packageId: string; readonly version: string }
  readonly createdAt: number
  readonly createdBy: UserId
  readonly changedAt: number
  readonly changedBy: UserId
  /** The last one; free again where it has run out. */
  readonly lock?: EditLock
  /** Thrown away; it can be had back for a while. */
  readonly discarded?: { readonly at: number; readonly by: UserId }
}

export interface EditLock {
  readonly by: UserId
  /** Epoch ms. */
  readonly until: number
}

/** Who keeps others from writing now; undefined: nobody. */
export const lockOf = ({ lock }: Pick<PackageDraft, 'lock'>, now: number): EditLock | undefined =>
  lock !== undefined && lock.until > now ? lock : undefined

/** created: how it began. restored: the files of an earlier one again. */
export type RevisionKind = 'created' | 'changed' | 'restored'

export interface DraftRevision {
  readonly rev: number
  readonly at: number
  readonly by: UserId
  readonly kind: RevisionKind
  /** What was done, as the designer called it. */
  readonly label?: Text
}

export interface DraftChange {
  /** The one it was made on. */
  readonly rev: number
  /** A UUID made by who sends it. */
  readonly name: string
  readonly kind: Exclude<RevisionKind, 'created'>
  readonly files: FileChanges
  readonly label?: Text
  readonly at: number
  readonly by: UserId
  /** What the title page says after it. */
  readonly packageId: string
  readonly title: Text
  /** How long the lock of who holds it lasts then. */
  readonly lockedUntil: number
}

/** repeated: this very change was taken before and became `rev`. stale: another came first. locked: somebody else writes. */
export type DraftChanged =
  | { readonly kind: 'changed' | 'repeated'; readonly rev: number }
  | { readonly kind: 'stale'; readonly draft: PackageDraft }
  | { readonly kind: 'locked'; readonly lock: EditLock }
  | { readonly kind: 'gone' }
  | Full

/** The agency's drafts would take so many bytes too many. */
export interface Full {
  readonly kind: 'full'
  readonly lacking: number
}

/** taken: there is one by this id. many: the agency has as many as it may. */
export type DraftAdded = { readonly kind: 'added' | 'taken' | 'many' } | Full

/** What one agency may keep. */
export interface DraftRoom {
  /** Not counting those thrown away. */
  readonly drafts: number
  /** Packed, of all its drafts with all their revisions, those thrown away too. */
  readonly bytes: number
}

export const DRAFT_ROOM: DraftRoom = { drafts: 400, bytes: 1_000_000_000 }

export type LockTaken =
  | { readonly kind: 'held'; readonly lock: EditLock }
  | { readonly kind: 'locked'; readonly lock: EditLock }
  | { readonly kind: 'gone' }

/** That somebody went on writing where somebody else still did. */
export interface Takeover {
  readonly at: number
  readonly by: UserId
  readonly from: UserId
}

export interface PackageDraftStore {
  add(draft: PackageDraft, files: DraftFiles, label?: Text, room?: DraftRoom): Promise<DraftAdded>
  /** Also where it was thrown away, until it is forgotten. */
  get(id: PackageDraftId): Promise<PackageDraft | undefined>
  /** Those not thrown away, the one changed last first; all agencies where none is named; 500 at most. */
  list(query: { readonly agency?: AgencyId }): Promise<readonly PackageDraft[]>
  /** Those that can be had back, the one thrown away last first; 100 at most. */
  discarded(query: { readonly agency?: AgencyId }): Promise<readonly PackageDraft[]>
  /** As they were after this revision. */
  files(id: PackageDraftId, rev: number): Promise<DraftFiles>
  sizes(id: PackageDraftId, rev: number): Promise<FileSizes>
  /** Newest first. */
  revisions(id: PackageDraftId, limit: number): Promise<readonly DraftRevision[]>
  change(id: PackageDraftId, change: DraftChange, room?: DraftRoom): Promise<DraftChanged>
  /** @param steal also where somebody else holds it, which is written down */
  lock(
    id: PackageDraftId,
    taken: { readonly by: UserId; readonly now: number; readonly until: number; readonly steal: boolean },
  ): Promise<LockTaken>
  /** Nothing happens where somebody else holds it. */
  unlock(id: PackageDraftId, by: UserId): Promise<void>
  /** Newest first; 200 at most. */
  takeovers(id: PackageDraftId): Promise<readonly Takeover[]>
  /** locked: somebody else writes now, and nothing was done. */
  discard(
    id: PackageDraftId,
    discarded: { readonly at: number; readonly by: UserId },
  ): Promise<'discarded' | 'locked' | 'gone'>
  /** gone: it was not thrown away, or is forgotten. many: the agency has as many as it may. */
  recover(id: PackageDraftId, room?: DraftRoom): Promise<'recovered' | 'many' | 'gone'>
  /** For ever, what was thrown away before; at most `limit` at once. */
  forget(before: number, limit: number): Promise<number>
  /** Forgets what an agency threw away, the longest ago first, until so many bytes are free. @returns how many are */
  giveUp(agency: AgencyId, bytes: number): Promise<number>
  /** Clears away a piece of what is forgotten. False where there is nothing. */
  clear(): Promise<boolean>
  /** Whose revisions were thinned out before then or never, the longest ago first; of one agency where it is named. */
  unthinned(before: number, limit: number, agency?: AgencyId): Promise<readonly PackageDraftId[]>
  /** Each of these revisions is one with a later one from now on, which keeps its own label, name and time. */
  fold(id: PackageDraftId, folds: readonly Fold[], at: number): Promise<void>
}

export interface Fold {
  readonly rev: number
  readonly into: number
}

/** As many as are looked at together: more than a draft that people write is left with. */
export const MOST_REVISIONS = 20_000

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * 3_600_000

/** Of revisions older than that, how far apart those are that stay; the oldest first. */
export type Thinning = readonly { readonly olderThan: number; readonly apart: number }[]

/** After two days the last of each ten minutes is enough, after two weeks the last of each day. */
export const THINNING: Thinning = [
  { olderThan: 14 * DAY, apart: DAY },
  { olderThan: 2 * DAY, apart: 10 * MINUTE },
]

/** Where an agency has no room left. */
export const CLOSE_THINNING: Thinning = [
  { olderThan: 2 * DAY, apart: DAY },
  { olderThan: HOUR, apart: 10 * MINUTE },
]

/**
 * Which revisions need not be kept any more. Never one into somebody else's; how it began, what was restored and the newest
 * always stay.
 *
 * @param revisions newest first
 */
export function surplus(revisions: readonly DraftRevision[], now: number, thinning = THINNING): readonly Fold[] {
  const folds: Fold[] = []
  let into: DraftRevision | undefined
  for (const one of revisions) {
    if (into !== undefined && one.kind === 'changed' && isOneWith(one, into, now, thinning))
      folds.push({ rev: one.rev, into: into.rev })
    else into = one
  }
  return folds
}

function isOneWith(earlier: DraftRevision, later: DraftRevision, now: number, thinning: Thinning): boolean {
  const apart = thinning.find(({ olderThan }) => now - earlier.at > olderThan)?.apart
  if (apart === undefined || later.kind !== 'changed' || earlier.by !== later.by) return false
  return Math.floor(earlier.at / apart) === Math.floor(later.at / apart)
}
