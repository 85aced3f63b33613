/** Whether a question must be answered: always, never, or where a condition holds. */
import type { Pattern } from '../../../../forms/place.ts'
import { changed, type Command, NO_FIELD, refused } from '../command.ts'
import { aroundOf, nameOf, namesIn, ownedAt } from '../fields.ts'
import type { FormJson } from '../form-file.ts'
import { listAt, withValue } from '../json/pointer.ts'
import { controlsOf } from '../layout.ts'
import { withRequired } from '../part.ts'
import { withOption } from '../options.ts'

export interface SetRequired {
  readonly place: Pattern
  /** FEEL after "=" where it hangs on other answers. */
  readonly when: boolean | string
}

export const setRequired: Command<SetRequired> = {
  label: { ar: 'تغيير الإلزام', en: 'Change whether it must be answered' },
  does(form, { place, when }) {
    const owned = ownedAt(form, aroundOf(place))
    if (owned === undefined || !namesIn(form, aroundOf(place)).includes(nameOf(place))) return NO_FIELD
    if (typeof when === 'string' && controlsOf(form, place).length === 0)
      return refused('رتّب الحقول الداخلية واحدًا واحدًا أولًا', 'Lay out the fields inside one by one first')
    const listed =
      when === true ? withRequired(owned.form, owned.at, nameOf(place)) : unlisted(owned.form, owned.at, nameOf(place))
    const option = typeof when === 'string' ? when : undefined
    return changed(withOption(listed, place, 'required', option), { place })
  },
}

function unlisted(form: FormJson, object: string, name: string): FormJson {
  const now = listAt(form, `${object}/required`)
  if (!now.includes(name)) return form
  const left = now.filter((it) => it !== name)
  return withValue(form, `${object}/required`, left.length === 0 ? undefined : left)
}
