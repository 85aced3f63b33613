/** Asks for a field that the schema has and no page shows. */
import type { Pattern } from '../../../../forms/place.ts'
import { changed, type Command, NO_ELEMENT, NO_FIELD, refused } from '../command.ts'
import { isField } from '../fields.ts'
import { listAt, type Pointer } from '../json/pointer.ts'
import { controlOf, laidOut } from '../layout.ts'
import { put, roomIn } from '../room.ts'

export interface PlaceField {
  readonly place: Pattern
  readonly into: Pointer
  readonly index?: number
}

export const placeField: Command<PlaceField> = {
  label: { ar: 'وضع حقل في الصفحة', en: 'Put a field on the page' },
  does(before, { place, into, index }) {
    const form = laidOut(before)
    const room = roomIn(form, into)
    if (!isField(form, place)) return NO_FIELD
    if (room?.list === undefined) return NO_ELEMENT
    if (room.pages) return refused('ضع الأسئلة داخل صفحة', 'Put questions into a page')
    if (!place.startsWith(`${room.within}/`) || place.slice(room.within.length).includes('*'))
      return refused('لا مكان لهذا الحقل هنا', 'This field has no place here')
    const at = `${room.list}/${String(index ?? listAt(form, room.list).length)}`
    return changed(put(form, room.list, index, [controlOf(place, room.within)]), { at, place })
  },
}
