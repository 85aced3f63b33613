/** Puts a new field into a form, where there is room for it. */
import { type Changed, changed, NO_ELEMENT, refused } from './command.ts'
import type { FormJson } from './form-file.ts'
import { listAt, type Pointer } from './json/pointer.ts'
import { laidOut } from './layout.ts'
import { type Part, withPart } from './part.ts'
import { roomIn } from './room.ts'

export function placed(before: FormJson, part: Part, into: Pointer, index: number | undefined): Changed {
  const form = laidOut(before)
  const room = roomIn(form, into)
  if (room === undefined) return NO_ELEMENT
  if (room.pages) return refused('ضع الأسئلة داخل صفحة', 'Put questions into a page')
  const put = withPart(form, part, room, index)
  if (put === undefined) return NO_ELEMENT
  const { list } = room
  const { place } = put
  // In a list whose entries are not laid out it has no element of its own.
  if (list === undefined) return changed(put.form, { place })
  return changed(put.form, { at: `${list}/${String(index ?? listAt(form, list).length)}`, place })
}
