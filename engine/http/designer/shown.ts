/** How a draft reads in the designer: times as RFC 3339, people by their names. */
import type { DraftWithFiles, NamedDraft } from '../../commands/package-drafts/draft.ts'

export const instant = (at: number): string => new Date(at).toISOString()

export const draftSummary = (draft: NamedDraft): object => ({
  id: draft.id,
  packageId: draft.packageId,
  title: draft.title,
  agency: draft.agency,
  rev: draft.rev,
  ...(draft.base && { base: draft.base }),
  ...(draft.inForce && { inForce: draft.inForce }),
  changedAt: instant(draft.changedAt),
  changedBy: draft.changedByName,
  ...(draft.lock && { lock: { by: draft.lock.by, name: draft.lock.name, until: instant(draft.lock.until) } }),
})

export const draftContent = ({ draft, files }: DraftWithFiles): object => ({
  ...draftSummary(draft),
  files: Object.fromEntries(files),
})
