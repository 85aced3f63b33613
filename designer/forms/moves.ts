/** Where a line of the outline can go without being dragged: up, down, into the section above, out of its own, to another page. */
import { isText, type Text } from '../../engine/core/text.ts'
import type { FormJson } from './model/form-file.ts'
import { listAt, parentOf, type Pointer, valueAt } from './model/json/pointer.ts'
import { elementAt, elementsOf } from './model/layout.ts'
import { standing } from './model/room.ts'
import { FORMS_WORDS } from './words.ts'

export interface Move {
  readonly id: string
  readonly to: { readonly into: Pointer; readonly index?: number }
  readonly title: Text
  readonly page?: Text
}

export function movesOf(form: FormJson, at: Pointer): readonly Move[] {
  const stands = standing(at)
  const laid = elementAt(form, at)
  if (stands === undefined || laid === undefined) return []
  const { list, index } = stands
  const around = parentOf(list)
  const count = listAt(form, list).length
  const before = index > 0 ? elementAt(form, `${list}/${String(index - 1)}`) : undefined
  const outer = standing(around)
  const isPage = laid.layout === 'page'
  return [
    ...(index > 0 ? [{ id: 'up', to: { into: around, index: index - 1 }, title: FORMS_WORDS.up }] : []),
    ...(index < count - 1 ? [{ id: 'down', to: { into: around, index: index + 2 }, title: FORMS_WORDS.down }] : []),
    ...(before?.layout !== undefined && !isPage
      ? [{ id: 'into', to: { into: before.at }, title: FORMS_WORDS.into }]
      : []),
    ...(outer !== undefined && !isPage && elementAt(form, around)?.layout !== 'page' && elementAt(form, around)?.layout
      ? [{ id: 'out', to: { into: parentOf(outer.list), index: outer.index + 1 }, title: FORMS_WORDS.out }]
      : []),
    ...(isPage ? [] : pagesBeside(form, at)),
  ]
}

function pagesBeside(form: FormJson, at: Pointer): readonly Move[] {
  return elementsOf(form)
    .filter((it) => it.layout === 'page' && !at.startsWith(`${it.at}/`))
    .map((it, number) => {
      const label = valueAt(it.element, '/label')
      return {
        id: it.at,
        to: { into: it.at },
        title: FORMS_WORDS.toPage,
        page: isText(label) ? label : { ar: String(number + 1), en: String(number + 1) },
      }
    })
}
