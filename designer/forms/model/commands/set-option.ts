/** What the layout says of a field: computed from other answers, filled in beforehand, read-only, offered by a register, for whom, which answer refuses. */
import type { JsonValue } from '../../../../engine/core/json.ts'
import type { Pattern } from '../../../../forms/place.ts'
import { changed, type Command, NO_FIELD, refused } from '../command.ts'
import { isField } from '../fields.ts'
import { controlsOf } from '../layout.ts'
import { withOption } from '../options.ts'

export interface SetOption {
  readonly place: Pattern
  readonly option: Option
  readonly value?: JsonValue
}

export const OPTIONS = [
  'widget',
  'format',
  'multi',
  'dir',
  'width',
  'rows',
  'autocomplete',
  'accept',
  'check',
  'visible',
  'readonly',
  'computed',
  'prefill',
  'earliest',
  'latest',
  'choices',
  'writable',
  'readable',
  'outcomes',
] as const
export type Option = (typeof OPTIONS)[number]

export const setOption: Command<SetOption> = {
  label: { ar: 'تغيير خاصية السؤال', en: 'Change how the question behaves' },
  does(form, { place, option, value }) {
    if (!isField(form, place)) return NO_FIELD
    if (controlsOf(form, place).length === 0)
      return refused('رتّب الحقول الداخلية واحدًا واحدًا أولًا', 'Lay out the fields inside one by one first')
    return changed(withOption(form, place, option, value), { place })
  },
}
