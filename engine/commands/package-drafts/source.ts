/** What a new draft may be made of, and what comes of it. */
import type { DraftFiles } from '../../core/package/file-changes.ts'
import type { Note } from '../../core/bpmn/import/note.ts'
import type { PackageDraft } from '../../core/package-draft.ts'
import type { Flow } from '../../core/drawing/turned.ts'
import type { Text } from '../../core/text.ts'

export type NewPackageDraft =
  /** flow: which way the drawing runs. */
  | { readonly kind: 'blank'; readonly packageId: string; readonly title: Text; readonly flow?: Flow }
  | { readonly kind: 'version'; readonly packageId: string; readonly version: string }
  /** template: a starter, drawn as flow says, or a deployed package, "moj.example", of which the newest version is copied, or "moj.example@1.0.0". */
  | {
      readonly kind: 'template'
      readonly template: string
      readonly packageId: string
      readonly title: Text
      readonly flow?: Flow
    }
  /** A package as one file, or a drawing alone. */
  | { readonly kind: 'import'; readonly name: string; readonly content: Uint8Array }

export interface Source extends Pick<PackageDraft, 'agency' | 'packageId' | 'title' | 'base'> {
  readonly files: DraftFiles
  /** How it began, among its revisions. */
  readonly label: Text
  readonly notes?: readonly Note[]
}
