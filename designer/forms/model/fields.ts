/** Where the schema of a form says what an answer may be, by the place of the answer: references followed, definitions that several share copied before one of them changes. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/core/json.ts'
import type { Pattern } from '../../../forms/place.ts'
import { merged } from '../../../forms/schema.ts'
import { schemaFaults } from '../../../engine/core/schema/limits.ts'
import type { FormJson } from './form-file.ts'
import {
  escaped,
  lastOf,
  listAt,
  objectAt,
  parentOf,
  partsOf,
  type Pointer,
  valueAt,
  withValue,
} from './json/pointer.ts'

/** Whether all of the schema can be walked: references lead to an end, and not to more than anybody could read. */
export const isSound = (form: FormJson): boolean => schemaFaults(objectAt(form, '/schema'), {}).length === 0

/** The object around a field: "" for those of the first level, "/founders/*" for those of an entry. */
export const aroundOf = (place: Pattern): Pattern => parentOf(place)
export const nameOf = (place: Pattern): string => lastOf(place)

/** The pointer of the schema that is written for a place, before its own reference is followed; undefined where there is none. */
export function declaredAt(form: FormJson, place: Pattern): Pointer | undefined {
  if (place === '') return '/schema'
  const around = schemaAt(form, aroundOf(place))
  if (around === undefined) return undefined
  const name = nameOf(place)
  if (name === '*') return isJsonObject(valueAt(form, `${around}/items`)) ? `${around}/items` : undefined
  const homes = [around, ...listAt(form, `${around}/allOf`).map((_, index) => `${around}/allOf/${String(index)}`)]
  const home = homes.find((it) => isJsonObject(valueAt(form, `${it}/properties/${escaped(name)}`)))
  return home === undefined ? undefined : `${home}/properties/${escaped(name)}`
}

/** The same with references followed. */
export function schemaAt(form: FormJson, place: Pattern): Pointer | undefined {
  const declared = declaredAt(form, place)
  return declared === undefined ? undefined : followed(form, declared)
}

const MOST_REFERENCES = 32

function followed(form: FormJson, pointer: Pointer, depth = 0): Pointer | undefined {
  const reference = valueAt(form, `${pointer}/$ref`)
  if (typeof reference !== 'string') return pointer
  const target = `/schema${reference.slice(1)}`
  return depth > MOST_REFERENCES || !isJsonObject(valueAt(form, target)) ? undefined : followed(form, target, depth + 1)
}

/** What the answer at a place may be, put together; {} where no field stands there. */
export function schemaOf(form: FormJson, place: Pattern): JsonObject {
  const declared = declaredAt(form, place)
  return declared === undefined ? {} : merged(objectAt(form, '/schema'), objectAt(form, declared))
}

/** Names of the fields of an object, or of an entry of a list. */
export const namesIn = (form: FormJson, around: Pattern): readonly string[] =>
  Object.keys(objectAt(schemaOf(form, around), '/properties'))

export const isField = (form: FormJson, place: Pattern): boolean =>
  place !== '' && declaredAt(form, place) !== undefined

/** A form in which what is said of this place is said of no other, and where it is said. */
export function ownedAt(form: FormJson, place: Pattern): { readonly form: FormJson; readonly at: Pointer } | undefined {
  const around = place === '' ? { form, at: '' } : ownedAt(form, aroundOf(place))
  if (around === undefined) return undefined
  const declared = declaredAt(around.form, place)
  return declared === undefined ? undefined : owned(around.form, declared, 0)
}

function owned(
  form: FormJson,
  at: Pointer,
  depth: number,
): { readonly form: FormJson; readonly at: Pointer } | undefined {
  const reference = valueAt(form, `${at}/$ref`)
  if (typeof reference !== 'string') return { form, at }
  const target = `/schema${reference.slice(1)}`
  const definition = valueAt(form, target)
  if (definition === undefined || depth > MOST_REFERENCES) return undefined
  if (references(form).filter((it) => it === reference).length <= 1) return owned(form, target, depth + 1)
  const copy = freeName(partsOf(target).at(-1) ?? 'field', Object.keys(objectAt(form, '/schema/$defs')))
  const copied = withValue(form, `/schema/$defs/${escaped(copy)}`, definition)
  const repointed = withValue(copied, `${at}/$ref`, `#/$defs/${escaped(copy)}`)
  return owned(repointed, `/schema/$defs/${escaped(copy)}`, depth + 1)
}

/** Every reference that stands in the schema. */
export const references = (form: FormJson): readonly string[] => referencesIn(objectAt(form, '/schema'))

export function referencesIn(value: JsonValue): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((it: JsonValue) => referencesIn(it))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, it]) =>
    key === '$ref' && typeof it === 'string' ? [it] : referencesIn(it),
  )
}

/** Definitions that were referred to before and are no more go. */
export function withoutOrphans(before: FormJson, after: FormJson): FormJson {
  const used = new Set(references(before))
  const still = new Set(references(after))
  const orphans = Object.keys(objectAt(after, '/schema/$defs')).filter((name) => {
    const reference = `#/$defs/${escaped(name)}`
    return used.has(reference) && !still.has(reference)
  })
  if (orphans.length === 0) return after
  const left = orphans.reduce((sum, name) => withValue(sum, `/schema/$defs/${escaped(name)}`, undefined), after)
  const tidy =
    Object.keys(objectAt(left, '/schema/$defs')).length === 0 ? withValue(left, '/schema/$defs', undefined) : left
  return withoutOrphans(after, tidy)
}

/** "question", or "question2" where that is taken. */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted
  const stem = wanted.replace(/\d+$/, '')
  for (let number = 2; ; number++) if (!taken.includes(`${stem}${String(number)}`)) return `${stem}${String(number)}`
}
