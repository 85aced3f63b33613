/** The heading of a page or a section, the words of a text to read, or another label for a question where it stands here. */
import type { Text } from '../../../../engine/core/text.ts'
import { changed, type Command, NO_ELEMENT } from '../command.ts'
import { objectAt, type Pointer, withValue } from '../json/pointer.ts'
import { elementAt } from '../layout.ts'

export interface SetLabel {
  readonly at: Pointer
  readonly text?: Text
}

export const setLabel: Command<SetLabel> = {
  label: { ar: 'تغيير العنوان', en: 'Change the heading' },
  does(form, { at, text }) {
    const laid = elementAt(form, at)
    if (laid === undefined) return NO_ELEMENT
    const key = laid.element['type'] === 'Label' ? 'text' : 'label'
    if (text === undefined && key === 'text') return NO_ELEMENT
    const said = text && { ...objectAt(form, `${at}/${key}`), ar: text.ar, en: text.en }
    return changed(withValue(form, `${at}/${key}`, said), { at })
  },
}
