/** Asks the same question in another way: words, conditions and place stay; what the old kind alone had goes. */
import type { JsonObject } from '../../../../engine/core/json.ts'
import type { KindName } from '../../../../forms/kinds/kind.ts'
import type { Pattern } from '../../../../forms/place.ts'
import { BLUEPRINTS } from '../blueprints.ts'
import { changed, type Command, NO_FIELD, refused } from '../command.ts'
import { declaredAt, schemaOf, withoutOrphans } from '../fields.ts'
import { type FormJson, textsOf } from '../form-file.ts'
import { escaped, objectAt, withValue } from '../json/pointer.ts'
import { kindAt, valuesIn } from '../kind-at.ts'
import { controlsOf } from '../layout.ts'
import { type Part, withPart } from '../part.ts'
import { spokenChoices } from '../spoken-choices.ts'
import { withoutControls, withoutTexts } from '../take-out.ts'

export interface ChangeKind {
  readonly place: Pattern
  readonly kind: KindName
}

const CHOICE: readonly KindName[] = ['radio', 'select', 'search']
const TEXT: readonly KindName[] = ['text', 'longText', 'location']
const FOR_ONE_KIND: ReadonlySet<string> = new Set([
  'widget',
  'format',
  'multi',
  'accept',
  'check',
  'detail',
  'dir',
  'rows',
  'width',
  'autocomplete',
  'earliest',
  'latest',
])

export const changeKind: Command<ChangeKind> = {
  label: { ar: 'تغيير نوع السؤال', en: 'Change the kind of question' },
  does(form, { place, kind }) {
    const controls = controlsOf(form, place)
    if (declaredAt(form, place) === undefined) return NO_FIELD
    if (controls.length === 0)
      return refused(
        'رتّب الحقول الداخلية واحدًا واحدًا أولًا، ثم غيّر نوع هذا الحقل',
        'Lay out the fields inside one by one first, then change the kind of this one',
      )
    if (kindAt(form, place) === kind) return changed(form, { place })
    const part = keeping(form, place, kind, BLUEPRINTS[kind]())
    const bare = withoutControls(withoutTexts(form, place, place), place, place)
    const asked = withWords(withSchema(bare, place, part), place, part)
    const done = controlsOf(asked, place).reduce<FormJson>((sum, { at, element }, index) => {
      const { options: _, ...rest } = element
      const own = Object.entries(objectAt(element, '/options')).filter(([key]) => !FOR_ONE_KIND.has(key))
      const outcomes = CHOICE.includes(kind) ? own : own.filter(([key]) => key !== 'outcomes' && key !== 'choices')
      const options: JsonObject = { ...Object.fromEntries(outcomes), ...(index === 0 ? part.options : {}) }
      return withValue(sum, at, Object.keys(options).length === 0 ? rest : { ...rest, options })
    }, asked)
    const left = withoutOrphans(form, withWidget(done, place, kind))
    return changed(left, { place })
  },
}

/** Choices stay choices, and the length of a text stays. */
function keeping(form: FormJson, place: Pattern, kind: KindName, part: Part): Part {
  const before = kindAt(form, place)
  const schema = schemaOf(form, place)
  const several = schemaOf(form, `${place}/*`)
  if (TEXT.includes(before) && TEXT.includes(kind)) return { ...part, schema: { ...part.schema, ...limitsOf(schema) } }
  const values = valuesIn(schema['type'] === 'array' ? several : schema)
  if (values.length === 0) return part
  const chosen: JsonObject = { type: (schema['type'] === 'array' ? several : schema)['type'] ?? 'string', enum: values }
  if (CHOICE.includes(kind)) return { ...part, schema: chosen }
  return kind === 'severalOf' ? { ...part, schema: { ...part.schema, items: chosen } } : part
}

function limitsOf({ minLength, maxLength, pattern }: JsonObject): JsonObject {
  return {
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(pattern === undefined ? {} : { pattern }),
  }
}

const withSchema = (form: FormJson, place: Pattern, part: Part): FormJson => {
  const declared = declaredAt(form, place)
  if (declared === undefined) return form
  // Put in beside it under a name that is free, then in its place: definitions are shared and renamed as for a new field.
  const put = withPart(form, { ...part, name: 'changed', required: false }, { within: '', pages: false }, undefined)
  const made = put === undefined ? undefined : declaredAt(put.form, put.place)
  if (put === undefined || made === undefined) return form
  const cleared = withoutTexts(withValue(put.form, made, undefined), put.place)
  return withValue(cleared, declared, objectAt(put.form, made))
}

/** Its own label and hint stay; choices have words where they have none yet. */
function withWords(form: FormJson, place: Pattern, { texts, schema }: Part): FormJson {
  const now = textsOf(form)[place]
  const inner = Object.entries(texts).filter(([suffix]) => suffix !== '')
  const told = inner.reduce<FormJson>(
    (sum, [suffix, it]) => withValue(sum, `/texts/${escaped(place + suffix)}`, it),
    form,
  )
  const choices = objectAt(texts[''] ?? {}, '/choices')
  const isChoice = valuesIn(schema).length > 0 || valuesIn(objectAt(schema, '/items')).length > 0
  const at = `/texts/${escaped(place)}`
  if (!isChoice) {
    const spoken = spokenChoices(told, place)
    const kept = Object.entries(objectAt(form, `${at}/choices`)).filter(([value]) => spoken.includes(value))
    return withValue(told, `${at}/choices`, kept.length === 0 ? undefined : Object.fromEntries(kept))
  }
  return now?.choices === undefined ? withValue(told, `${at}/choices`, choices) : told
}

/** Where the schema alone would mean another kind. */
function withWidget(form: FormJson, place: Pattern, kind: KindName): FormJson {
  const [first] = controlsOf(form, place)
  return first === undefined || kindAt(form, place) === kind
    ? form
    : withValue(form, `${first.at}/options/widget`, kind)
}
