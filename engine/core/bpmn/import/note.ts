/** What became of one thing another engine knew and Masar says otherwise: the lines of an import's report. */
import type { Text } from '../../text.ts'

/** translated: it means the same now. dropped: it has no meaning here. byHand: somebody has to look. */
export type NoteKind = 'translated' | 'dropped' | 'byHand'

export interface Note {
  readonly kind: NoteKind
  /** Id of the element it stood on. */
  readonly place: string
  /** What it was: "camunda:assignee". */
  readonly what: string
  /** What it is now, or what to do about it. */
  readonly says: Text
}
