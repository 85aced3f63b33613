/** Where the choices of a question come from: a list written in the form, an expression over what the procedure knows, or the register of another agency. */
import type { JsonObject, JsonValue } from '../../../../engine/core/json.ts'
import type { Pattern } from '../../../../forms/place.ts'
import { FIRST_OR_SECOND, TWO_CHOICES } from '../blueprints.ts'
import { changed, type Command, NO_FIELD, refused } from '../command.ts'
import { isField, ownedAt, schemaOf } from '../fields.ts'
import type { FormJson } from '../form-file.ts'
import { escaped, objectAt, withValue } from '../json/pointer.ts'
import { valuesIn } from '../kind-at.ts'
import { controlsOf, entryOf } from '../layout.ts'
import { withOption } from '../options.ts'
import { spokenChoices } from '../spoken-choices.ts'

export interface SetChoiceSource {
  readonly place: Pattern
  /** Absent: they are written in the form. */
  readonly from?: string | JsonObject
}

export const setChoiceSource: Command<SetChoiceSource> = {
  label: { ar: 'تغيير مصدر الخيارات', en: 'Change where the choices come from' },
  does(form, { place, from }) {
    if (!isField(form, place)) return NO_FIELD
    if (controlsOf(form, place).length === 0)
      return refused('رتّب الحقول الداخلية واحدًا واحدًا أولًا', 'Lay out the fields inside one by one first')
    const holder = entryOf(form, place)
    const owned = ownedAt(form, holder)
    if (owned === undefined) return NO_FIELD
    if (from !== undefined)
      return changed(withOption(withoutList(owned.form, owned.at, place, holder), place, 'choices', from), { place })
    const own = withOption(owned.form, place, 'choices', undefined)
    if (valuesIn(schemaOf(own, holder)).length > 0) return changed(own, { place })
    const listed = withValue(own, owned.at, FIRST_OR_SECOND)
    const at = `/texts/${escaped(place)}/choices`
    return changed(withValue(listed, at, { ...objectAt(listed, at), ...TWO_CHOICES.choices }), { place })
  },
}

/** What is offered elsewhere is not in the schema: an answer it does not list would be refused. */
function withoutList(form: FormJson, at: string, place: Pattern, holder: Pattern): FormJson {
  const values = valuesIn(schemaOf(form, holder))
  if (values.length === 0) return form
  const { enum: _, oneOf: __, anyOf: ___, const: ____, ...left } = objectAt(form, at)
  const type: JsonValue = left['type'] ?? (values.every((it) => typeof it === 'number') ? 'number' : 'string')
  const open = withOption(withValue(form, at, { type, ...left }), place, 'outcomes', undefined)
  const words = objectAt(open, `/texts/${escaped(place)}/choices`)
  const spoken = spokenChoices(open, place)
  const kept = Object.fromEntries(Object.entries(words).filter(([value]) => spoken.includes(value)))
  return withValue(open, `/texts/${escaped(place)}/choices`, Object.keys(kept).length > 0 ? kept : undefined)
}
