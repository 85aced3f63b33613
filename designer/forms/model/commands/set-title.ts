/** The name of the form, over its first page. */
import type { Text } from '../../../../engine/core/text.ts'
import { changed, type Command } from '../command.ts'
import { withValue } from '../json/pointer.ts'

export interface SetTitle {
  readonly title: Text
}

export const setTitle: Command<SetTitle> = {
  label: { ar: 'تغيير اسم النموذج', en: 'Change the title of the form' },
  does: (form, { title: { ar, en } }) => changed(withValue(form, '/title', { ar, en })),
}
