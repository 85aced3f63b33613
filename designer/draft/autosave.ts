/**
 * How a draft gets to the server by itself, and what happens when it cannot.
 *
 *     saved -> unsaved -> saving -> saved          half a second after the last change, one request at a time
 *     saving -> offline -> saving                  nobody answered: kept in the browser, tried again, ever slower
 *     saving -> conflict -> (mine | theirs)        a colleague saved meanwhile, and both changed the same file
 *     any -> readonly                              a colleague has the lock; `takeOver` goes on
 *     saving -> signedOut                          the session ran out: signed in again in another window, it goes on
 *
 * Changes of different files do not disturb each other: theirs are taken in and mine are sent on top. Every save has a name of
 * its own, so that one whose answer was lost is known when it is sent again.
 */
import {
  changed,
  differenceOf,
  inverseOf,
  type DraftFiles,
  type FileChanges,
} from '../../engine/core/package/file-changes.ts'
import type { Text } from '../../engine/core/text.ts'
import type { Answer, Refusal } from '../server/client.ts'
import type { Changes, DraftContent } from '../server/drafts.ts'
import type { LocalCopy } from './local-copy.ts'

export type Saving =
  /** full: the agency has no room for more until somebody makes some. */
  | { readonly kind: 'saved' | 'unsaved' | 'saving' | 'offline' | 'signedOut' | 'full' }
  | { readonly kind: 'conflict'; readonly by: string; readonly paths: readonly string[] }
  | { readonly kind: 'readonly'; readonly by: string }
  /** The server will not have it, whoever sends it: too large, a name that cannot be. */
  | { readonly kind: 'refused'; readonly detail: string }

/** What saving stands on; tests give their own. */
export interface Keeper {
  readonly copy: LocalCopy
  get(id: string): Promise<Answer<DraftContent>>
  change(id: string, changes: Changes, keepalive?: boolean): Promise<Answer<{ readonly rev: number }>>
  lock(id: string, steal?: boolean): Promise<Answer<{ readonly until: string }>>
  unlock(id: string): Promise<unknown>
  newName(): string
  /** Calls after so many milliseconds; returns how to call it off. */
  later(milliseconds: number, work: () => void): () => void
}

interface Owner {
  current(): DraftFiles
  /** These are the files now, and no step of the reader's. */
  took(files: DraftFiles): void
  /** A step of the reader's that can be undone. */
  replaced(label: Text, changes: FileChanges): void
  tell(): void
}

export interface Autosave {
  readonly state: Saving
  changed(): void
  save(): Promise<void>
  resolve(way: 'mine' | 'theirs'): Promise<void>
  takeOver(): Promise<void>
  /** What the server wrote by itself, as what a colleague saved. */
  takeIn(): Promise<void>
  close(): void
}

const PAUSE = 500
const HEARTBEAT = 20_000
const RETRY = { first: 2_000, most: 60_000 } as const
/** What a browser sends while its page goes away. */
const MOST_ON_LEAVING = 60_000

const THEIRS: Text = { ar: 'أخذ تعديلات الزميل', en: 'Taking a colleague’s changes' }

export async function autosave(
  id: string,
  saved: { rev: number; files: DraftFiles },
  keeper: Keeper,
  owner: Owner,
): Promise<Autosave> {
  let state: Saving = { kind: 'saved' }
  let sending: Promise<void> | undefined
  let pending: { readonly change: string; readonly files: FileChanges; readonly result: DraftFiles } | undefined
  let stopWaiting = (): void => {}
  let stopBeating = (): void => {}
  let retry: number = RETRY.first
  let theirs: { rev: number; files: DraftFiles } | undefined
  let closed = false

  const show = (next: Saving): void => {
    state = next
    owner.tell()
  }
  const unsaved = (): FileChanges => differenceOf(saved.files, owner.current())

  async function keepCopy(): Promise<void> {
    const changes = unsaved()
    if (changes.size === 0) await keeper.copy.forget(id)
    else await keeper.copy.keep(id, saved.rev, changes)
  }

  function schedule(milliseconds: number): void {
    stopWaiting()
    if (!closed) stopWaiting = keeper.later(milliseconds, () => void save())
  }

  async function save(): Promise<void> {
    stopWaiting()
    if (state.kind === 'conflict' || state.kind === 'readonly') return
    sending ??= send().finally(() => (sending = undefined))
    await sending
  }

  async function send(): Promise<void> {
    for (;;) {
      const changes = unsaved()
      if (changes.size === 0 && pending === undefined) return show({ kind: 'saved' })
      show({ kind: 'saving' })
      // The same save under the same name until somebody answers, whatever was changed since.
      pending ??= { change: keeper.newName(), files: changes, result: owner.current() }
      const { change, files, result } = pending
      const answer = await keeper.change(id, { rev: saved.rev, change, files: Object.fromEntries(files) })
      if (answer.kind === 'unreachable') return wait({ kind: 'offline' })
      pending = undefined
      if (answer.kind === 'ok') {
        retry = RETRY.first
        saved = { rev: answer.value.rev, files: result }
        await keepCopy()
        continue
      }
      if (!(await mended(answer.refusal))) return
    }
  }

  function wait(next: Saving): void {
    show(next)
    schedule(retry)
    retry = Math.min(retry * 2, RETRY.most)
  }

  /** Whether saving can go on. */
  async function mended(refusal: Refusal): Promise<boolean> {
    if (refusal.status === 401 || refusal.code === 'request.forged') {
      wait({ kind: 'signedOut' })
      return false
    }
    if (refusal.status === 423 || refusal.code === 'package-draft.locked') {
      show({ kind: 'readonly', by: String(refusal.more['lockedBy'] ?? refusal.more['by'] ?? '') })
      return false
    }
    if (refusal.status === 409) return merged(String(refusal.more['changedBy'] ?? ''))
    if (refusal.status >= 500 || refusal.status === 429) {
      wait({ kind: 'offline' })
      return false
    }
    if (refusal.code === 'package-draft.full') {
      wait({ kind: 'full' })
      return false
    }
    show({ kind: 'refused', detail: refusal.detail })
    return false
  }

  async function merged(by: string): Promise<boolean> {
    const answer = await keeper.get(id)
    if (answer.kind !== 'ok') {
      wait({ kind: 'offline' })
      return false
    }
    const now = { rev: answer.value.rev, files: new Map(Object.entries(answer.value.files)) }
    const mine = unsaved()
    const foreign = differenceOf(saved.files, now.files)
    const both = [...mine.keys()].filter(
      (path) => foreign.has(path) && now.files.get(path) !== owner.current().get(path),
    )
    if (both.length > 0) {
      theirs = now
      show({ kind: 'conflict', by: by || answer.value.changedBy, paths: both })
      return false
    }
    saved = now
    owner.took(changed(now.files, mine))
    return true
  }

  async function resolve(way: 'mine' | 'theirs'): Promise<void> {
    if (theirs === undefined) return
    const mine = unsaved()
    const foreign = differenceOf(saved.files, theirs.files)
    const both = [...mine.keys()].filter((path) => foreign.has(path))
    const merged = changed(theirs.files, mine)
    saved = theirs
    theirs = undefined
    owner.took(merged)
    if (way === 'theirs')
      owner.replaced(THEIRS, new Map(both.map((path) => [path, saved.files.get(path) ?? null] as const)))
    show({ kind: 'unsaved' })
    await keepCopy()
    await save()
  }

  async function hold(steal = false): Promise<void> {
    stopBeating()
    if (closed) return
    const answer = await keeper.lock(id, steal)
    if (closed) return
    if (answer.kind === 'refused' && answer.refusal.status === 409)
      show({ kind: 'readonly', by: String(answer.refusal.more['lockedBy'] ?? answer.refusal.more['by'] ?? '') })
    else if (answer.kind === 'ok' && state.kind === 'readonly') await comeBack()
    stopBeating = keeper.later(HEARTBEAT, () => void hold())
  }

  /** The lock is ours again: what the colleague saved meanwhile is taken in first. */
  async function comeBack(): Promise<void> {
    show({ kind: 'saved' })
    if (await merged('')) await save()
  }

  const copy = await keeper.copy.read(id)
  await hold()
  if (copy && copy.changes.length > 0) {
    const left = new Map(copy.changes)
    if (copy.rev === saved.rev) {
      owner.took(changed(saved.files, left))
      schedule(0)
    } else {
      // Saved elsewhere since: as if these changes had just been sent at the revision they stand on.
      const before = saved
      const foreignTo = [...left.keys()].filter((path) => before.files.get(path) !== left.get(path))
      theirs = before
      owner.took(changed(before.files, left))
      saved = { rev: copy.rev, files: changed(before.files, inverseOf(new Map(), left)) }
      if (foreignTo.length > 0) show({ kind: 'conflict', by: '', paths: foreignTo })
      else {
        saved = before
        theirs = undefined
        await keeper.copy.forget(id)
      }
    }
  }

  return {
    get state() {
      return state
    },
    changed() {
      if (state.kind === 'saved' || state.kind === 'refused') show({ kind: 'unsaved' })
      void keepCopy()
      if (!['offline', 'signedOut', 'full'].includes(state.kind)) schedule(PAUSE)
    },
    save,
    resolve,
    takeOver: () => hold(true),
    async takeIn() {
      await save()
      if (state.kind === 'saved' && (await merged(''))) await save()
    },
    close() {
      stopWaiting()
      stopBeating()
      closed = true
      const changes = unsaved()
      const body = { rev: saved.rev, change: keeper.newName(), files: Object.fromEntries(changes) }
      if (changes.size > 0 && state.kind !== 'readonly' && JSON.stringify(body).length < MOST_ON_LEAVING)
        void keeper.change(id, body, true)
      void keeper.unlock(id)
    },
  }
}
