/** Which choices of a field the whole schema speaks of, conditions too: each has words, also where it cannot be chosen any more. */
import { fieldsOf } from '../../../engine/core/package/form-texts.ts'
import { schemaFaults } from '../../../engine/core/schema/limits.ts'
import type { Pattern } from '../../../forms/place.ts'
import type { FormJson } from './form-file.ts'
import { objectAt } from './json/pointer.ts'

export function spokenChoices(form: FormJson, place: Pattern): readonly string[] {
  const schema = objectAt(form, '/schema')
  // One that leads into itself is refused by the check of every command.
  return schemaFaults(schema, {}).length > 0 ? [] : (fieldsOf(schema).get(place)?.choices ?? [])
}
