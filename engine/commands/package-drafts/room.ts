/** The room an agency has for its drafts: what is done where it is used up, and what an author is told where that is not enough. */
import { mistake } from '../../core/finding.ts'
import type { AgencyId, PackageDraftId } from '../../core/ids.ts'
import {
  CLOSE_THINNING,
  DRAFT_ROOM,
  MOST_REVISIONS,
  surplus,
  THINNING,
  type DraftRoom,
  type Full,
} from '../../core/package-draft.ts'
import { conflict, tooLarge, type Problem } from '../../core/problem.ts'
import type { EngineDeps } from '../../deps.ts'

const MINUTE = 60_000
/** Thinned out together where there is no room, the largest first, and how long each is left alone then. */
const AT_ONCE = 10
const REST = 10 * MINUTE
/** Revisions made one with others in one write: everybody else's wait for it. */
const PIECE = 200

export const roomOf = ({ draftRoom }: Pick<EngineDeps, 'draftRoom'>): DraftRoom => draftRoom ?? DRAFT_ROOM

/** Writes; where there is no room, makes some and writes again. */
export async function withRoom<T extends { readonly kind: string }>(
  deps: EngineDeps,
  agency: AgencyId,
  write: (room: DraftRoom) => Promise<T | Full>,
): Promise<T | Full> {
  const written = await write(roomOf(deps))
  if (!isFull(written) || written.lacking > roomOf(deps).bytes) return written
  await makeRoom(deps, agency, written.lacking)
  return write(roomOf(deps))
}

const isFull = (written: { readonly kind: string }): written is Full => written.kind === 'full'

async function makeRoom(deps: EngineDeps, agency: AgencyId, bytes: number): Promise<void> {
  const { packageDrafts } = deps.store
  if ((await packageDrafts.giveUp(agency, bytes)) >= bytes) return
  const now = deps.clock.now()
  for (const id of await packageDrafts.unthinned(now - REST, AT_ONCE, agency)) await thin(deps, id, now, CLOSE_THINNING)
}

/** All revisions there are, however many somebody made. */
export async function thin(
  { store: { packageDrafts } }: EngineDeps,
  id: PackageDraftId,
  now: number,
  thinning = THINNING,
): Promise<void> {
  for (;;) {
    const revisions = await packageDrafts.revisions(id, MOST_REVISIONS)
    const folds = surplus(revisions, now, thinning)
    for (let done = 0; done === 0 || done < folds.length; done += PIECE)
      await packageDrafts.fold(id, folds.slice(done, done + PIECE), now)
    if (folds.length === 0 || revisions.length < MOST_REVISIONS) return
  }
}

export const tooMany = (deps: EngineDeps): Problem =>
  conflict(
    'package-draft.too-many',
    `Expected at most ${roomOf(deps).drafts} drafts of an agency; throw away one that nobody works on`,
  )

export function noRoom(deps: EngineDeps): Problem {
  const most = Math.round(roomOf(deps).bytes / 1_000_000)
  return tooLarge(
    'package-draft.full',
    `Expected the drafts of an agency to take at most ${most} MB, but with this they would take more; throw away drafts that nobody works on`,
    [
      mistake(
        'package-draft/full',
        {},
        {
          en: `Expected the drafts of an agency with their revisions to take at most ${most} MB, but with this they would take more`,
          ar: `الحد الأقصى لمسودات الجهة مع نسخها ${most} ميغابايت، لكنها ستزيد عليه بهذا التعديل`,
        },
        {
          en: 'Throw away drafts that nobody works on, then save again',
          ar: 'احذف المسودات التي لا يعمل عليها أحد، ثم أعد الحفظ',
        },
      ),
    ],
  )
}
