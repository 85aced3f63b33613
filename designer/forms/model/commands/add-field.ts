/** Asks one more question, of the kind an analyst picks. */
import type { KindName } from '../../../../forms/kinds/kind.ts'
import { BLUEPRINTS } from '../blueprints.ts'
import type { Command } from '../command.ts'
import type { Pointer } from '../json/pointer.ts'
import { placed } from '../placed.ts'

export interface AddField {
  readonly kind: KindName
  /** The page, section or list it comes into. */
  readonly into: Pointer
  /** Before which element; at the end where none is said. */
  readonly index?: number
}

export const addField: Command<AddField> = {
  label: { ar: 'إضافة سؤال', en: 'Add a question' },
  does: (form, { kind, into, index }) => placed(form, BLUEPRINTS[kind](), into, index),
}
