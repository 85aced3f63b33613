/**
 * Undo across everything: every step of an analyst, whichever view made it, with what takes it back. Steps in a row under one
 * `merge` key, such as letters typed into one field, become one.
 */
import {
  changed,
  differenceOf,
  inverseOf,
  type DraftFiles,
  type FileChanges,
} from '../../engine/core/package/file-changes.ts'
import type { Text } from '../../engine/core/text.ts'

interface Entry {
  readonly label: Text
  readonly forth: FileChanges
  readonly back: FileChanges
  readonly merge: string | undefined
}

export interface History {
  readonly undoLabel: Text | undefined
  readonly redoLabel: Text | undefined
  /** Nothing is kept of a step that changes nothing. */
  record(files: DraftFiles, label: Text, changes: FileChanges, merge?: string): DraftFiles
  undo(files: DraftFiles): DraftFiles
  redo(files: DraftFiles): DraftFiles
  /** Every content of a file that a step leads to, forth or back, as this makes it; a step that then changes nothing is none. */
  rewrite(path: string, made: (content: string) => string): void
  /** What comes next is a step of its own, whatever its key. */
  seal(): void
  forget(): void
}

/** Steps back an analyst can go; the oldest fall off. */
const MOST = 500

export function history(): History {
  let done: Entry[] = []
  let undone: Entry[] = []
  let sealed = true
  return {
    get undoLabel() {
      return done.at(-1)?.label
    },
    get redoLabel() {
      return undone.at(-1)?.label
    },
    record(files, label, changes, merge) {
      const next = changed(files, changes)
      const forth = differenceOf(files, next)
      if (forth.size === 0) return files
      const last = done.at(-1)
      if (last && merge !== undefined && last.merge === merge && !sealed) {
        const before = changed(files, last.back)
        const whole = differenceOf(before, next)
        done = [...done.slice(0, -1), { ...last, forth: whole, back: inverseOf(before, whole) }]
      } else done = [...done.slice(-(MOST - 1)), { label, forth, back: inverseOf(files, forth), merge }]
      undone = []
      sealed = false
      return next
    },
    undo(files) {
      const entry = done.pop()
      if (entry === undefined) return files
      undone.push(entry)
      sealed = true
      return changed(files, entry.back)
    },
    redo(files) {
      const entry = undone.pop()
      if (entry === undefined) return files
      done.push(entry)
      sealed = true
      return changed(files, entry.forth)
    },
    rewrite(path, made) {
      const over = (changes: FileChanges): FileChanges =>
        new Map([...changes].map(([at, content]) => [at, at === path && content !== null ? made(content) : content]))
      const all = (entries: readonly Entry[]): Entry[] =>
        entries
          .map((entry) => ({ ...entry, forth: over(entry.forth), back: over(entry.back) }))
          .filter(({ forth, back }) => [...forth].some(([at, content]) => content !== back.get(at)))
      done = all(done)
      undone = all(undone)
      sealed = true
    },
    seal: () => (sealed = true),
    forget() {
      done = []
      undone = []
    },
  }
}
