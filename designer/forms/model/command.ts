/** A change of a form that an analyst asks for: it keeps schema, layout and texts in step, or says why it cannot be. */
import type { Text } from '../../../engine/core/text.ts'
import type { Pattern } from '../../../forms/place.ts'
import type { FormJson } from './form-file.ts'
import type { Pointer } from './json/pointer.ts'

export type Changed =
  | {
      readonly ok: true
      readonly form: FormJson
      /** What is to be looked at now: an element of the layout, or a field. */
      readonly at?: Pointer
      readonly place?: Pattern
    }
  | { readonly ok: false; readonly reason: Text }

export interface Command<Asked> {
  /** As the button that takes it back calls it. */
  readonly label: Text
  does(form: FormJson, asked: Asked): Changed
}

export const changed = (form: FormJson, look: { readonly at?: Pointer; readonly place?: Pattern } = {}): Changed => ({
  ok: true,
  form,
  ...look,
})

export const refused = (ar: string, en: string): Changed => ({ ok: false, reason: { ar, en } })

export const NO_FIELD = refused('هذا الحقل لم يعد في النموذج', 'This field is not in the form any more')
export const NO_ELEMENT = refused('هذا العنصر لم يعد في النموذج', 'This element is not in the form any more')
