/** Takes a section away and leaves what stands in it. */
import { isJsonObject } from '../../../../engine/core/json.ts'
import { changed, type Command, NO_ELEMENT, refused } from '../command.ts'
import { listAt, type Pointer, withValue } from '../json/pointer.ts'
import { elementAt } from '../layout.ts'
import { put, standing } from '../room.ts'

export interface DissolveSection {
  readonly at: Pointer
}

export const dissolveSection: Command<DissolveSection> = {
  label: { ar: 'فك القسم', en: 'Dissolve the section' },
  does(form, { at }) {
    const laid = elementAt(form, at)
    const stands = standing(at)
    if (laid?.layout === undefined || laid.layout === 'page' || stands === undefined) return NO_ELEMENT
    if (laid.element['rule'] !== undefined)
      return refused('للقسم شرط؛ احذف الشرط أولًا', 'The section has a condition: remove that first')
    const inside = listAt(laid.element, '/elements').filter(isJsonObject)
    return changed(put(withValue(form, at, undefined), stands.list, stands.index, inside), { at })
  },
}
