/**
 * Writing in a draft: new contents on the revision they were made on, and an earlier revision taken back as a new one.
 *
 * A change says its own name, so that one sent again after its answer was lost is done once. Whoever writes keeps the
 * lock they have; without one, a change is judged by its revision alone.
 */
import { differenceOf, type FileChanges } from '../../core/package/file-changes.ts'
import type { Actor } from '../../core/actor.ts'
import { MOST_REVISIONS, type DraftChange, type PackageDraft } from '../../core/package-draft.ts'
import { changeFindings } from '../../core/package/draft-files.ts'
import { TITLE_PAGE, titlePageOf } from '../../core/package/title-page.ts'
import { noSuchPackageDraft, type Author } from '../../core/policy/authoring.ts'
import { invalid, isProblem, notFound, type Problem } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'
import type { EngineDeps } from '../../deps.ts'
import { changedBefore, findDraft, lockedBy, unfitFiles, withFiles, type DraftWithFiles } from './draft.ts'
import { LOCK_LIFE } from './lock.ts'
import { noRoom, withRoom } from './room.ts'

export interface ChangeRequest {
  /** The revision it was made on. */
  readonly rev: number
  readonly files: FileChanges
  /** A UUID; without one it cannot be known when it is sent again. */
  readonly change?: string
  readonly label?: Text
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function changePackageDraft(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  { rev, files, change: name = deps.ids.uuid(), label }: ChangeRequest,
): Promise<{ readonly rev: number } | Problem> {
  const found = await findDraft(deps, actor, id)
  if (isProblem(found)) return found
  if (!UUID.test(name)) return invalid('package-draft.change', 'Expected the name of a change to be a UUID')
  const { draft, author } = found
  const sizes = await deps.store.packageDrafts.sizes(draft.id, rev)
  const findings = changeFindings(files, sizes)
  if (findings.length > 0) return unfitFiles(findings)
  return write(deps, draft, author, { rev, name, kind: 'changed', files, ...(label && { label }) })
}

/** Nothing of what was done since is lost: it stays among the revisions. */
export async function restorePackageDraft(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  revision: number,
): Promise<DraftWithFiles | Problem> {
  const found = await findDraft(deps, actor, id)
  if (isProblem(found)) return found
  const { draft, author } = found
  const { packageDrafts } = deps.store
  const known = await packageDrafts.revisions(draft.id, MOST_REVISIONS)
  if (!known.some((one) => one.rev === revision))
    return notFound(
      'package-draft.revision',
      `Expected a revision that is kept, but ${revision} is none; choose one of the list`,
    )
  const [now, then] = await Promise.all([
    packageDrafts.files(draft.id, draft.rev),
    packageDrafts.files(draft.id, revision),
  ])
  const written = await write(deps, draft, author, {
    rev: draft.rev,
    name: deps.ids.uuid(),
    kind: 'restored',
    files: differenceOf(now, then),
    label: { ar: `استعادة النسخة ${revision}`, en: `Restored revision ${revision}` },
  })
  if (isProblem(written)) return written
  const after = await findDraft(deps, actor, id)
  return isProblem(after) ? after : withFiles(deps, after.draft)
}

async function write(
  deps: EngineDeps,
  draft: PackageDraft,
  { id: by }: Author,
  made: Pick<DraftChange, 'rev' | 'name' | 'kind' | 'files' | 'label'>,
): Promise<{ readonly rev: number } | Problem> {
  const at = deps.clock.now()
  const page = titlePageOf(made.files.get(TITLE_PAGE) ?? undefined)
  const change: DraftChange = {
    ...made,
    at,
    by,
    packageId: page.packageId ?? draft.packageId,
    title: page.title ?? draft.title,
    lockedUntil: at + LOCK_LIFE,
  }
  const result = await withRoom(deps, draft.agency, (room) => deps.store.packageDrafts.change(draft.id, change, room))
  switch (result.kind) {
    case 'changed':
    case 'repeated':
      return { rev: result.rev }
    case 'stale':
      return changedBefore(deps, result.draft, made.rev)
    case 'locked':
      return lockedBy(deps, result.lock)
    case 'full':
      return noRoom(deps)
    case 'gone':
      return noSuchPackageDraft
  }
}
