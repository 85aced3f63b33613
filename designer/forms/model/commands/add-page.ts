/** One more page. A form of a single page gets its first page by that too. */
import { isJsonObject, type JsonObject } from '../../../../engine/core/json.ts'
import type { Text } from '../../../../engine/core/text.ts'
import { changed, type Command } from '../command.ts'
import type { FormJson } from '../form-file.ts'
import { listAt, objectAt, withValue } from '../json/pointer.ts'
import { laidOut, layoutOf } from '../layout.ts'
import { put } from '../room.ts'

export interface AddPage {
  readonly index?: number
  readonly label?: Text
}

export const addPage: Command<AddPage> = {
  label: { ar: 'إضافة صفحة', en: 'Add a page' },
  does(before, { index, label }) {
    const form = withPages(laidOut(before))
    const count = listAt(form, '/ui/elements').length
    const at = Math.min(index ?? count, count)
    return changed(put(form, '/ui/elements', at, [page(label ?? numbered(count + 1), [])]), {
      at: `/ui/elements/${String(at)}`,
    })
  },
}

const page = (label: Text, elements: JsonObject['elements']): JsonObject => ({
  type: 'Category',
  label: { ...label },
  elements: elements ?? [],
})

const numbered = (number: number): Text => ({ ar: `الصفحة ${String(number)}`, en: `Page ${String(number)}` })

function withPages(form: FormJson): FormJson {
  const ui = objectAt(form, '/ui')
  if (layoutOf(ui) === 'pages') return form
  const isBare = layoutOf(ui) === 'column' && ui['rule'] === undefined && ui['label'] === undefined
  const { elements, type: _, rule: __, label: ___, ...others } = ui
  const inside = isBare && elements !== undefined ? elements : [ui]
  if (Array.isArray(inside) && inside.length === 0)
    return withValue(form, '/ui', { type: 'Categorization', ...others, elements: [] })
  return withValue(form, '/ui', {
    type: 'Categorization',
    ...(isJsonObject(others) && isBare ? others : {}),
    elements: [page(numbered(1), inside)],
  })
}
