/** The shape of what turns one change into rows; `changes.ts` lists them all. */
import type { Change } from '../../../core/change.ts'
import type { Write } from '../../../core/store.ts'

export type ChangeKind = Change['kind']
export type ChangeOf<K extends ChangeKind> = Extract<Change, { kind: K }>
export type Applier<K extends ChangeKind> = (change: ChangeOf<K>, write: Write) => void
export type Appliers<K extends ChangeKind> = { readonly [Kind in K]: Applier<Kind> }
