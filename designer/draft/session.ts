/**
 * A draft while somebody works on it: its files as they are now, every step undoable, everything saved by itself.
 *
 * Views read `files`, change them by `change` and hear of every change, whoever made it: another view, undo, or a colleague
 * whose saved work was taken in. What is not saved yet is in the browser's own copy; saving is autosave.ts.
 */
import type { DraftFiles, FileChanges } from '../../engine/core/package/file-changes.ts'
import { useEffect, useState } from 'preact/hooks'
import type { Text } from '../../engine/core/text.ts'
import { TITLE_PAGE, versioned } from '../../engine/core/package/title-page.ts'
import type { DraftContent } from '../server/drafts.ts'
import { autosave, type Autosave, type Keeper, type Saving } from './autosave.ts'
import { history } from './history.ts'

export interface DraftSession {
  readonly id: string
  readonly draft: Omit<DraftContent, 'files' | 'rev'>
  readonly files: DraftFiles
  readonly saving: Saving
  /** What undo would take back, in both languages; nothing to undo: undefined. */
  readonly undoLabel: Text | undefined
  readonly redoLabel: Text | undefined
  /** The sealed steps of one `merge` key in a row count as one. No step is recorded where nothing changes, or while read only. */
  change(label: Text, changes: FileChanges, merge?: string): void
  undo(): void
  redo(): void
  /** Somebody left the field: what comes next is another step. */
  seal(): void
  /** Called before undo, saving and leaving, so that an editor that is behind hands in what it has; returns how to stop. */
  beforeSteps(flush: () => void): () => void
  subscribe(hear: () => void): () => void
  /** Everything handed in and sent; resolves when the server has it or cannot be reached. */
  save(): Promise<void>
  /** It was published under this version: the draft goes on from there, and what was done before can be undone still. */
  published(version: string): Promise<void>
  /** Ends the reader's way out of a conflict: mine are written over theirs, or theirs are taken and mine go to undo. */
  resolve(way: 'mine' | 'theirs'): Promise<void>
  /** Work where another person holds the lock. */
  takeOver(): Promise<void>
  close(): void
}

export async function openSession(content: DraftContent, keeper: Keeper): Promise<DraftSession> {
  const { files: sent, rev, ...draft } = content
  const steps = history()
  const flushers = new Set<() => void>()
  const hearers = new Set<() => void>()
  let files: DraftFiles = new Map(Object.entries(sent))
  const tell = (): void => {
    for (const hear of hearers) hear()
  }
  const saver: Autosave = await autosave(draft.id, { rev, files }, keeper, {
    current: () => files,
    took(next) {
      files = next
      tell()
    },
    replaced(label, changes) {
      files = steps.record(files, label, changes)
      tell()
    },
    tell,
  })
  const flush = (): void => {
    for (const hand of flushers) hand()
  }
  const step = (take: (from: DraftFiles) => DraftFiles): void => {
    const next = take(files)
    if (next === files) return
    files = next
    saver.changed()
    tell()
  }
  return {
    id: draft.id,
    draft,
    get files() {
      return files
    },
    get saving() {
      return saver.state
    },
    get undoLabel() {
      return steps.undoLabel
    },
    get redoLabel() {
      return steps.redoLabel
    },
    change(label, changes, merge) {
      if (saver.state.kind !== 'readonly') step((from) => steps.record(from, label, changes, merge))
    },
    undo() {
      flush()
      if (saver.state.kind !== 'readonly') step((from) => steps.undo(from))
    },
    redo() {
      flush()
      if (saver.state.kind !== 'readonly') step((from) => steps.redo(from))
    },
    seal: () => steps.seal(),
    beforeSteps(hand) {
      flushers.add(hand)
      return () => flushers.delete(hand)
    },
    subscribe(hear) {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    async save() {
      flush()
      await saver.save()
    },
    async published(version) {
      flush()
      // Whatever a step before it leads back to is of the version that came of it.
      steps.rewrite(TITLE_PAGE, (content) => versioned(content, version))
      await saver.takeIn()
    },
    resolve: (way) => saver.resolve(way),
    takeOver: () => saver.takeOver(),
    close() {
      flush()
      saver.close()
    },
  }
}

/** The files, and the component drawn again whenever they change. */
export function useFiles(session: DraftSession): DraftFiles {
  const [, setHeard] = useState(0)
  // Also where files stay and only what became of them changes: saved, read only, what can be undone.
  useEffect(() => {
    const hear = (): void => setHeard((it) => it + 1)
    hear()
    return session.subscribe(hear)
  }, [session])
  return session.files
}

/** One file; undefined while there is none. */
export const useFile = (session: DraftSession, path: string): string | undefined => useFiles(session).get(path)
