/**
 * Reads what a browser posted into answers. The name of an input is the place of its answer ("/applicant/name"), of a part of one the place and the part
 * ("/birthDate/day"). A field that stood on the page says so in "seen", so that a box left empty is told from one that was not there.
 *
 * Only what stood on the page is read, and of that only what may be changed; everything else stays as it was before.
 */
import type { JsonObject, JsonValue } from '../engine/core/json.ts'
import { evaluate, isFor } from './evaluate.ts'
import type { Choice, CompiledForm, Control, Element, Field, FormContext } from './form.ts'
import type { Posted } from './kinds/kind.ts'
import { isList, KINDS } from './kinds/kinds.ts'
import { bounds } from './kinds/list.ts'
import { cleaned } from './kinds/written.ts'
import { answerAt, escaped, type Place, placeOf, withAnswer } from './place.ts'

/** Fields of a posted form: a value, or several under one name. */
export type Body = Readonly<Record<string, string | readonly string[] | undefined>>

export function decode(form: CompiledForm, body: Body, context: FormContext, before: JsonObject = {}): JsonObject {
  const states = evaluate(form, before, context).fields
  const reading: Reading = {
    body,
    seen: seenIn(body),
    context,
    choicesAt: (place, field) => states.get(place)?.choices ?? field.choices,
    mayChange: (place, field) =>
      field.when.computed === undefined && isFor(field.writable, context) && states.get(place)?.readonly !== true,
  }
  const posted = form.pages.filter((page) => body['page'] === undefined || texts(body['page']).includes(page.id))
  return posted.reduce((answers, page) => readAll(page.elements, [], reading, answers), before)
}

interface Reading {
  readonly body: Body
  /** undefined: whoever posted does not say what stood on the page, so everything did. */
  readonly seen: ReadonlySet<Place> | undefined
  readonly context: FormContext
  mayChange(place: Place, field: Field): boolean
  choicesAt(place: Place, field: Field): readonly Choice[]
}

const texts = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

const seenIn = (body: Body): ReadonlySet<Place> | undefined =>
  body['seen'] === undefined ? undefined : new Set(texts(body['seen']))

function readAll(
  elements: readonly Element[],
  entries: readonly number[],
  reading: Reading,
  answers: JsonObject,
): JsonObject {
  return elements.reduce((sum, element) => {
    if (element.kind === 'text') return sum
    if (element.kind === 'layout') return readAll(element.elements, entries, reading, sum)
    return readControl(element, entries, reading, sum)
  }, answers)
}

function readControl(control: Control, entries: readonly number[], reading: Reading, answers: JsonObject): JsonObject {
  const { field, elements } = control
  const place = placeOf(field.place, entries)
  if (!reading.mayChange(place, field)) return answers
  if (isList(field.kind)) return readList(control, place, entries, reading, answers)
  if (elements.length > 0) return readAll(elements, entries, reading, answers)
  if (reading.seen !== undefined && !reading.seen.has(place)) return answers
  const kind = KINDS[field.kind]
  if (kind.keeps === true) return answers
  const answer = kind.decode(postedAt(reading.body, place), field, reading.choicesAt(place, field), reading.context)
  return withAnswer(answers, place, answer)
}

/** A page that shows empty entries makes them by posting them. */
function readList(
  { field, elements }: Control,
  place: Place,
  entries: readonly number[],
  reading: Reading,
  answers: JsonObject,
): JsonObject {
  const before = answerAt(answers, place)
  const known: readonly JsonValue[] = Array.isArray(before) ? before : []
  const count = Math.min(
    Math.max(known.length, postedEntries(reading, place)),
    Math.max(bounds(field).most, known.length),
  )
  if (count === 0) return answers
  const blank: JsonValue = field.entry === undefined ? {} : ''
  const list = Array.from({ length: count }, (_, index) => known[index] ?? blank)
  const made = withAnswer(answers, place, list)
  return list.reduce<JsonObject>((sum, _, index) => readAll(elements, [...entries, index], reading, sum), made)
}

function postedEntries({ body, seen }: Reading, place: Place): number {
  const names = [...(seen ?? []), ...Object.keys(body)].filter((it) => it.startsWith(`${place}/`))
  const numbers = names.map((it) => /^\d{1,4}/.exec(it.slice(place.length + 1))?.[0])
  return numbers.reduce((most, it) => (it === undefined ? most : Math.max(most, Number(it) + 1)), 0)
}

function postedAt(body: Body, place: Place): Posted {
  const all = (name: string): readonly string[] =>
    Object.hasOwn(body, name)
      ? texts(body[name])
          .map(cleaned)
          .filter((it) => it !== '')
      : []
  return { text: (part) => all(part === undefined ? place : `${place}/${escaped(part)}`)[0], all: () => all(place) }
}
