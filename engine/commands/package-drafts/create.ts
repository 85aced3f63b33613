/** Beginning a draft: from nothing, from a version in force, from a copy of one under a new name, or from a file. */
import type { Actor } from '../../core/actor.ts'
import type { Note } from '../../core/bpmn/import/note.ts'
import { packageDraftId, type PackageDraftId } from '../../core/ids.ts'
import type { PackageDraft } from '../../core/package-draft.ts'
import { changeFindings } from '../../core/package/draft-files.ts'
import { isAuthor, mayAuthor } from '../../core/policy/authoring.ts'
import { conflict, forbidden, isProblem, type Problem } from '../../core/problem.ts'
import type { EngineDeps } from '../../deps.ts'
import { unfitFiles, withFiles, type DraftWithFiles } from './draft.ts'
import { noRoom, tooMany, withRoom } from './room.ts'
import type { NewPackageDraft } from './source.ts'
import { sourceOf } from './sources.ts'

export interface CreatedDraft extends DraftWithFiles {
  /** What was rewritten in a drawing that was made for another engine, and what a person has to look at. */
  readonly notes: readonly Note[]
}

/** The same id again gives the draft that is there: a request whose answer was lost. */
export async function createPackageDraft(
  deps: EngineDeps,
  actor: Actor,
  request: NewPackageDraft & { readonly id?: string },
): Promise<CreatedDraft | Problem> {
  if (!isAuthor(actor))
    return forbidden('package-draft.author', 'Expected an analyst or operator of an agency to write packages')
  const id = packageDraftId(request.id ?? deps.ids.uuid())
  if (isProblem(id)) return id
  const before = await deps.store.packageDrafts.get(id)
  if (before) return thereAlready(deps, actor, before)
  const source = await sourceOf(deps, actor, request)
  if (isProblem(source)) return source
  const findings = changeFindings(source.files, new Map())
  if (findings.length > 0) return unfitFiles(findings)
  const { files, label, notes = [], ...rest } = source
  const draft = newDraft(deps, id, { ...rest, by: actor.id })
  const added = await withRoom(deps, draft.agency, (room) => deps.store.packageDrafts.add(draft, files, label, room))
  switch (added.kind) {
    case 'added':
      return { ...(await withFiles(deps, draft)), notes }
    case 'taken':
      return thereAlready(deps, actor, await deps.store.packageDrafts.get(id))
    case 'many':
      return tooMany(deps)
    case 'full':
      return noRoom(deps)
  }
}

function newDraft(
  { clock }: EngineDeps,
  id: PackageDraftId,
  { by, ...known }: Pick<PackageDraft, 'agency' | 'packageId' | 'title' | 'base'> & { by: PackageDraft['createdBy'] },
): PackageDraft {
  const at = clock.now()
  return { id, ...known, rev: 1, createdAt: at, createdBy: by, changedAt: at, changedBy: by }
}

async function thereAlready(
  deps: EngineDeps,
  actor: Actor,
  draft: PackageDraft | undefined,
): Promise<CreatedDraft | Problem> {
  if (draft && !draft.discarded && mayAuthor(actor, draft.agency) && draft.createdBy === actor.id)
    return { ...(await withFiles(deps, draft)), notes: [] }
  return conflict('package-draft.id', 'Expected a new id for a new draft, but this one is taken; make another one')
}
