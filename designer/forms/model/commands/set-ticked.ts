/** Whether a box must be ticked for the form to be sent, as a declaration must, or may stay empty, as a wish may. */
import type { Pattern } from '../../../../forms/place.ts'
import { changed, type Command, NO_FIELD } from '../command.ts'
import { isField, ownedAt, schemaOf } from '../fields.ts'
import { withValue } from '../json/pointer.ts'
import { optionsOf } from '../layout.ts'
import { withOption } from '../options.ts'

export interface SetTicked {
  readonly place: Pattern
  readonly must: boolean
}

export const setTicked: Command<SetTicked> = {
  label: { ar: 'تغيير إلزام التأشير', en: 'Change whether it must be ticked' },
  does(form, { place, must }) {
    const owned = isField(form, place) ? ownedAt(form, place) : undefined
    if (owned === undefined || schemaOf(form, place)['type'] !== 'boolean') return NO_FIELD
    const asked = withValue(owned.form, `${owned.at}/const`, must ? true : undefined)
    // Without the constant, only the layout says that it is a box.
    const isBox = optionsOf(form, place)['format'] === 'checkbox' || optionsOf(form, place)['widget'] === 'declaration'
    return changed(must || isBox ? asked : withOption(asked, place, 'format', 'checkbox'), { place })
  },
}
