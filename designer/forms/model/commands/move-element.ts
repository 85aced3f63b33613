/** Moves a question, a section or a page: up, down, into or out of a section, to another page. */
import { changed, type Command, NO_ELEMENT, refused } from '../command.ts'
import { isJsonObject } from '../../../../engine/core/json.ts'
import { listAt, type Pointer, valueAt, withValue } from '../json/pointer.ts'
import { elementAt } from '../layout.ts'
import { put, roomIn, shifted, standing } from '../room.ts'

export interface MoveElement {
  readonly at: Pointer
  readonly into: Pointer
  /** Before which of the elements that stand there now; at the end where none is said. */
  readonly index?: number
}

export const moveElement: Command<MoveElement> = {
  label: { ar: 'نقل', en: 'Move' },
  does(form, { at, into, index }) {
    const laid = elementAt(form, at)
    const from = standing(at)
    const room = roomIn(form, into)
    const element = valueAt(form, at)
    if (laid === undefined || from === undefined || room === undefined || !isJsonObject(element)) return NO_ELEMENT
    const { list } = room
    if (into === at || into.startsWith(`${at}/`))
      return refused('لا يوضع عنصر داخل نفسه', 'Nothing can be put into itself')
    if (list === undefined || room.within !== laid.within)
      return refused(
        'لا يُنقل سؤال إلى داخل قائمة أو خارجها؛ أضفه هناك واحذفه هنا',
        'A question cannot move into or out of a list: add it there and remove it here',
      )
    if (room.pages !== (laid.layout === 'page'))
      return refused('الصفحات بين الصفحات، وغيرها داخل صفحة', 'Pages stand among pages, everything else in a page')
    const count = listAt(form, list).length
    const target = Math.min(index ?? count, count)
    const old = shifted(at, list, target, 1)
    const left = standing(old) ?? from
    const done = withValue(put(form, list, target, [element]), old, undefined)
    return changed(done, { at: shifted(`${list}/${String(target)}`, left.list, left.index, -1) })
  },
}
