/** The files of a draft, all of them text: path -> content; and what is different between two states of them. */
export type DraftFiles = ReadonlyMap<string, string>

/** New contents by path; null: the file is gone. */
export type FileChanges = ReadonlyMap<string, string | null>

export function changed(files: DraftFiles, changes: FileChanges): DraftFiles {
  const next = new Map(files)
  for (const [path, content] of changes)
    if (content === null) next.delete(path)
    else next.set(path, content)
  return next
}

/** What makes `after` of `before`. */
export function differenceOf(before: DraftFiles, after: DraftFiles): FileChanges {
  const changes = new Map<string, string | null>()
  for (const [path, content] of after) if (before.get(path) !== content) changes.set(path, content)
  for (const path of before.keys()) if (!after.has(path)) changes.set(path, null)
  return changes
}

/** What takes the changes back. */
export function inverseOf(files: DraftFiles, changes: FileChanges): FileChanges {
  return new Map([...changes.keys()].map((path) => [path, files.get(path) ?? null]))
}
