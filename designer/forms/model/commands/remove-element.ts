/** Takes a question, a section, a page or a text out of the form, with every field that is asked for nowhere else. */
import { lies } from '../../../../forms/place.ts'
import { changed, type Command, NO_ELEMENT, refused } from '../command.ts'
import { listAt, type Pointer, parentOf } from '../json/pointer.ts'
import { elementAt, elementsOf } from '../layout.ts'
import { standing } from '../room.ts'
import { withoutElement, withoutUnasked } from '../take-out.ts'

export interface RemoveElement {
  readonly at: Pointer
}

export const removeElement: Command<RemoveElement> = {
  label: { ar: 'حذف', en: 'Remove' },
  does(form, { at }) {
    const laid = elementAt(form, at)
    const stands = standing(at)
    if (laid === undefined || stands === undefined) return NO_ELEMENT
    if (laid.layout === 'page' && listAt(form, stands.list).length === 1)
      return refused('للنموذج صفحة واحدة على الأقل', 'A form has at least one page')
    const places = elementsOf(form, at, laid.within).flatMap(({ place }) => place ?? [])
    const outer = places.filter((it) => !places.some((other) => other !== it && lies(other, it)))
    const left = withoutUnasked(withoutElement(form, at), outer)
    return changed(left, { at: besides(stands, listAt(form, stands.list).length) })
  },
}

/** What stands there now; else what stood before it, else what it stood in. */
function besides({ list, index }: { readonly list: Pointer; readonly index: number }, count: number): Pointer {
  if (count === 1) return parentOf(list)
  return `${list}/${String(Math.min(index, count - 2))}`
}
