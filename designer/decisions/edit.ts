/**
 * Changes of a decision file: opened, changed, written, one after the other, so that two in a row both stay.
 */
import { openDmn, type DmnDraft } from '../../engine/core/dmn/rewrite.ts'
import type { Text } from '../../engine/core/text.ts'
import type { DraftSession } from '../draft/session.ts'
import { DECISION_WORDS } from './words.ts'

const turns = new WeakMap<DraftSession, Promise<void>>()

/** What else changes in the same step, by path. */
export type More = (files: DraftSession['files']) => ReadonlyMap<string, string | null>

export function edit(
  session: DraftSession,
  file: string,
  change: (draft: DmnDraft) => void,
  {
    merge,
    label = DECISION_WORDS.changed,
    more,
  }: { readonly merge?: string; readonly label?: Text; readonly more?: More } = {},
): Promise<void> {
  const turn = (turns.get(session) ?? Promise.resolve()).then(async () => {
    const before = session.files.get(file)
    const draft = before === undefined ? undefined : await openDmn(before)
    if (draft === undefined) return
    change(draft)
    const xml = await draft.xml()
    // Changed elsewhere while it was written: that stays, and this is made again on top of it.
    if (session.files.get(file) !== before)
      return edit(session, file, change, { ...(merge !== undefined && { merge }), label })
    session.change(label, new Map([...(more?.(session.files) ?? []), [file, xml]]), merge)
    return undefined
  })
  turns.set(
    session,
    turn.catch(() => undefined),
  )
  return turn
}
