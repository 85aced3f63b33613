/** Lays out the fields inside a list or a group one by one, so that each can have its own condition and place. */
import type { JsonObject } from '../../../../engine/core/json.ts'
import { isGroup, isList } from '../../../../forms/kinds/kinds.ts'
import { changed, type Command, NO_ELEMENT, refused } from '../command.ts'
import { namesIn } from '../fields.ts'
import { textsOf } from '../form-file.ts'
import { escaped, objectAt, type Pointer, valueAt, withValue } from '../json/pointer.ts'
import { kindAt } from '../kind-at.ts'
import { controlOf, detailOf, elementAt, entryOf } from '../layout.ts'

export interface LayOutInside {
  readonly at: Pointer
}

export const layOutInside: Command<LayOutInside> = {
  label: { ar: 'ترتيب الحقول الداخلية', en: 'Lay out the fields inside' },
  does(form, { at }) {
    const laid = elementAt(form, at)
    if (laid?.place === undefined) return NO_ELEMENT
    const { place, within, element } = laid
    const kind = kindAt(form, place)
    const entry = entryOf(form, place)
    const fields = namesIn(form, entry).map((name) => `${entry}/${escaped(name)}`)
    if (fields.length === 0) return refused('ليس في هذا السؤال حقول داخلية', 'There are no fields inside this question')
    if (isList(kind)) {
      if (valueAt(form, detailOf(at)) !== undefined) return changed(form, { at })
      const elements = fields.map((it) => controlOf(it, entry))
      return changed(withValue(form, detailOf(at), { type: 'VerticalLayout', elements }), { at })
    }
    if (!isGroup(kind)) return refused('يُملأ هذا السؤال كله معًا', 'This question is filled in as a whole')
    const { rule, options: _, scope: __, label = textsOf(form)[place]?.label, ...others } = element
    const group: JsonObject = {
      ...others,
      type: 'Group',
      ...(label === undefined ? {} : { label: isWords(label) ? { ar: label.ar, en: label.en } : label }),
      elements: fields.map((it) => controlOf(it, within)),
      ...(rule === undefined ? {} : { rule }),
    }
    if (Object.keys(objectAt(element, '/options')).some((it) => it !== 'widget'))
      return refused(
        'لهذا السؤال شروط تخصه كله؛ احذفها أولًا',
        'This question has conditions as a whole: remove them first',
      )
    return changed(withValue(form, at, group), { at })
  },
}

const isWords = (label: unknown): label is { readonly ar: string; readonly en: string } =>
  typeof label === 'object' && label !== null && 'ar' in label && 'en' in label
