/** Which choices of a field the whole schema speaks of, conditions too: each has words, also where it cannot be chosen any more. */
import { fieldsOf } from '../../../engine/core/package/form-texts.ts'
import type { Pattern } from '../../../forms/place.ts'
import { isSound } from './fields.ts'
import type { FormJson } from './form-file.ts'
import { objectAt } from './json/pointer.ts'

/** None of a schema that leads into itself: it is refused by the check of every command. */
export const spokenChoices = (form: FormJson, place: Pattern): readonly string[] =>
  isSound(form) ? (fieldsOf(objectAt(form, '/schema')).get(place)?.choices ?? []) : []
