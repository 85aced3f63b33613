/** Takes a field out of the form that stands inside another, or on no page. */
import type { Pattern } from '../../../../forms/place.ts'
import { aroundOf, isField, namesIn } from '../fields.ts'
import { changed, type Command, NO_FIELD, refused } from '../command.ts'
import { withoutField } from '../take-out.ts'

export interface RemoveField {
  readonly place: Pattern
}

export const removeField: Command<RemoveField> = {
  label: { ar: 'حذف حقل', en: 'Remove a field' },
  does(form, { place }) {
    if (!isField(form, place)) return NO_FIELD
    if (aroundOf(place).endsWith('/*') && namesIn(form, aroundOf(place)).length === 1)
      return refused('للقائمة حقل واحد على الأقل', 'A list has at least one field')
    return changed(withoutField(form, place))
  },
}
