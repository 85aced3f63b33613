/** Answers a form takes, for a look at it filled in: an example for every kind of question. */
import type { JsonObject, JsonValue } from '../../../engine/core/json.ts'
import type { CompiledForm, Field } from '../../../forms/form.ts'
import { isGroup, isList } from '../../../forms/kinds/kinds.ts'

const WORDS = 'مثال'
const EXAMPLES: Readonly<Record<string, JsonValue>> = {
  text: WORDS,
  longText: WORDS,
  location: WORDS,
  date: '1994-03-12',
  time: '09:30',
  yesNo: true,
  declaration: true,
  nationalId: '400000014',
  phone: '+970590000000',
  email: 'example@example.ps',
  iban: 'PS92PALS000000000400123456702',
  money: { amount: '25.00', currency: 'ILS' },
}

export const samplesOf = (form: CompiledForm): JsonObject => objectOf(form.top)

const objectOf = (fields: readonly Field[]): JsonObject =>
  Object.fromEntries(
    fields.flatMap((field): [string, JsonValue][] => {
      const value = sampleOf(field)
      return value === undefined ? [] : [[field.place.slice(field.place.lastIndexOf('/') + 1), value]]
    }),
  )

function sampleOf(field: Field): JsonValue | undefined {
  const [first] = field.choices
  if (field.when.computed !== undefined) return undefined
  if (isGroup(field.kind)) return objectOf(field.inner)
  if (isList(field.kind)) return field.entry === undefined ? [objectOf(field.inner)] : [sampleOf(field.entry) ?? WORDS]
  if (field.kind === 'number') return typeof field.schema['minimum'] === 'number' ? field.schema['minimum'] : 1
  if (first !== undefined) return field.kind === 'severalOf' ? [first.value] : first.value
  return EXAMPLES[field.kind]
}
