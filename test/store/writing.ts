/** Drafts and what is done to them, the same each time: for the server that dies and for who looks at what it left. */
import { changed, type DraftFiles } from '../../engine/core/package/file-changes.ts'
import type { AgencyId, PackageDraftId, UserId } from '../../engine/core/ids.ts'
import type { DraftChange, PackageDraft } from '../../engine/core/package-draft.ts'

export const DRAFTS = 4
export const STEPS = 6

const BY = 'analyst.nour' as UserId
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const idOf = (n: number): PackageDraftId => uuid(n) as PackageDraftId

export function begun(n: number): { readonly draft: PackageDraft; readonly files: DraftFiles } {
  const draft: PackageDraft = {
    id: idOf(n),
    agency: 'moj' as AgencyId,
    packageId: `moj.service-${n}`,
    title: { ar: 'خدمة', en: 'Service' },
    rev: 1,
    createdAt: 1,
    createdBy: BY,
    changedAt: 1,
    changedBy: BY,
  }
  return { draft, files: new Map([['workflow.json', `{"id":"moj.service-${n}"}`]]) }
}

/** Made on this revision: the drawing anew, and every second time another file comes or goes. */
export function step(n: number, rev: number): DraftChange {
  return {
    rev,
    name: uuid(1_000 * (n + 1) + rev),
    kind: 'changed',
    files: new Map([
      ['service.bpmn', `<definitions n="${rev}"/>`],
      ...(rev % 2 === 0 ? [['forms/apply.form.json', rev % 4 === 0 ? null : '{}'] as const] : []),
    ]),
    at: rev,
    by: BY,
    packageId: `moj.service-${n}`,
    title: { ar: 'خدمة', en: 'Service' },
    lockedUntil: rev,
  }
}

/** What must be there when it stands at this revision. */
export function filesAt(n: number, rev: number): DraftFiles {
  let { files } = begun(n)
  for (let made = 1; made < rev; made++) files = changed(files, step(n, made).files)
  return files
}
