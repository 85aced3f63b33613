/** What a question says, in both languages: itself, the help below it, its own sentence for what is wrong with an answer. */
import type { Text } from '../../../../engine/core/text.ts'
import type { Pattern } from '../../../../forms/place.ts'
import { changed, type Command, NO_FIELD } from '../command.ts'
import { isField } from '../fields.ts'
import { escaped, objectAt, withValue } from '../json/pointer.ts'

export interface SetText {
  readonly place: Pattern
  readonly part: 'label' | 'hint' | { readonly error: string }
  /** Absent: no hint, or the usual sentence. */
  readonly text?: Text
}

export const setText: Command<SetText> = {
  label: { ar: 'تغيير النص', en: 'Change the words' },
  does(form, { place, part, text }) {
    if (!isField(form, place) || (part === 'label' && text === undefined)) return NO_FIELD
    const at = `/texts/${escaped(place)}`
    const said = text && { ar: text.ar, en: text.en }
    if (typeof part === 'string') {
      const before = objectAt(form, at)
      if (part === 'label' && before['label'] === undefined)
        return changed(withValue(form, at, { label: said ?? '', ...before }), { place })
      return changed(withValue(form, `${at}/${part}`, said), { place })
    }
    const told = withValue(form, `${at}/errors/${escaped(part.error)}`, said)
    const isEmpty = Object.keys(objectAt(told, `${at}/errors`)).length === 0
    return changed(isEmpty ? withValue(told, `${at}/errors`, undefined) : told, { place })
  },
}
