/** What an answer may be: how long, how much, how many, of which pattern. */
import type { JsonValue } from '../../../../engine/core/json.ts'
import type { Pattern } from '../../../../forms/place.ts'
import { changed, type Command, NO_FIELD } from '../command.ts'
import { isField, ownedAt } from '../fields.ts'
import { withValue } from '../json/pointer.ts'

export const CONSTRAINTS = [
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'type',
] as const
export type Constraint = (typeof CONSTRAINTS)[number]

export interface SetConstraint {
  readonly place: Pattern
  readonly constraint: Constraint
  /** Absent: no longer asked for. */
  readonly value?: JsonValue
}

export const setConstraint: Command<SetConstraint> = {
  label: { ar: 'تغيير الحدود', en: 'Change the limits' },
  does(form, { place, constraint, value }) {
    const owned = isField(form, place) ? ownedAt(form, place) : undefined
    return owned === undefined
      ? NO_FIELD
      : changed(withValue(owned.form, `${owned.at}/${constraint}`, value), { place })
  },
}
