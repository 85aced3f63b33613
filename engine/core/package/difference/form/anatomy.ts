/**
 * A form taken apart by its questions: what each asks, whether it must be answered, what may be answered, when it is
 * shown; and what remains of the form around them. Questions are found by where their answer stands, "/address/town".
 */
import { isText } from '../../../text.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../../json.ts'
import { leavesOf, listAt, objectAt } from '../leaves.ts'
import { ORDER } from '../thing.ts'

export interface Anatomy {
  /** By place. */
  readonly questions: Map<string, Map<string, JsonValue>>
  readonly rest: Map<string, JsonValue>
}

export function anatomyOf(form: JsonObject): Anatomy {
  const anatomy = { questions: new Map<string, Map<string, JsonValue>>(), rest: new Map<string, JsonValue>() }
  const { schema = null, ui = null, texts = null, ...others } = form
  readSchema(schema, '', anatomy)
  for (const [place, words] of Object.entries(isJsonObject(texts) ? texts : {}))
    for (const [name, value] of leavesOf(words)) question(anatomy, place).set(`text/${name}`, value)
  readLayout(ui, '', { ...anatomy, asked: [], labels: 0 })
  for (const [name, value] of leavesOf(others)) anatomy.rest.set(name, value)
  return anatomy
}

function question({ questions }: Pick<Anatomy, 'questions'>, place: string): Map<string, JsonValue> {
  const known = questions.get(place)
  if (known) return known
  const made = new Map<string, JsonValue>()
  questions.set(place, made)
  return made
}

const INSIDE = new Set(['properties', 'items', 'required'])

/** `properties` and `items` lead to questions; every other word says something of the one it stands in. */
function readSchema(schema: JsonValue, place: string, anatomy: Anatomy): void {
  if (!isJsonObject(schema)) return
  const about = place === '' || place.endsWith('/*') ? anatomy.rest : question(anatomy, place)
  const prefix = place.endsWith('/*') ? `schema${place}/` : 'schema/'
  for (const [name, value] of Object.entries(schema))
    if (!INSIDE.has(name) || (name === 'items' && !isJsonObject(value)))
      for (const [inner, leaf] of conditionOrLeaves(name, value)) about.set(`${prefix}${inner}`, leaf)
  for (const name of listAt(schema, 'required'))
    if (typeof name === 'string') question(anatomy, `${place}/${escaped(name)}`).set('required', true)
  for (const [name, inner] of Object.entries(objectAt(schema, 'properties'))) {
    question(anatomy, `${place}/${escaped(name)}`)
    readSchema(inner, `${place}/${escaped(name)}`, anatomy)
  }
  if (isJsonObject(schema['items'] ?? null)) readSchema(schema['items'] ?? null, `${place}/*`, anatomy)
}

/** Conditions ("where …, … is required") are told whole; they are found by what they say. */
function conditionOrLeaves(name: string, value: JsonValue): ReadonlyMap<string, JsonValue> {
  if (name === 'allOf' && Array.isArray(value)) {
    const conditions = value.map((it: JsonValue, index): [string, JsonValue] => [`condition/${String(index + 1)}`, it])
    return new Map(conditions)
  }
  if (name === 'enum') return new Map([[name, value]])
  return leavesOf({ [name]: value })
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

interface Reading extends Anatomy {
  readonly asked: string[]
  labels: number
}

/** Where a question stands is the title of its page or section; layouts without one are only looks. */
function readLayout(ui: JsonValue, section: string, reading: Reading): void {
  if (!isJsonObject(ui)) return
  const { type, elements = [], scope, options = null, detail: _, ...others } = ui
  if (typeof scope === 'string') return readControl(ui, scope, section, reading)
  const label = ui['label']
  const inner = isText(label) ? `${section}/${label.en}` : section
  if (type === 'Label') {
    reading.labels++
    for (const [name, value] of leavesOf({ ...others, options }))
      reading.rest.set(`words/${String(reading.labels)}/${name}`, value)
    return
  }
  for (const [name, value] of leavesOf({ type: type ?? null, ...others, options }))
    if (value !== null && inner !== '') reading.rest.set(`section${inner}/${name}`, value)
    else if (value !== null) reading.rest.set(`layout/${name}`, value)
  for (const element of Array.isArray(elements) ? elements : []) readLayout(element, inner, reading)
  if (section === '') reading.rest.set(`${ORDER}questions`, [...reading.asked])
}

function readControl(control: JsonObject, scope: string, section: string, reading: Reading): void {
  const place = placeOf(scope)
  const { scope: _scope, type: _type, ...others } = control
  const about = question(reading, place)
  reading.asked.push(place)
  about.set('section', section)
  for (const [name, value] of leavesOf(others)) about.set(`ui/${name}`, value)
}

/** "#/properties/address/properties/town" -> "/address/town". */
const placeOf = (scope: string): string =>
  scope
    .replace(/^#/, '')
    .replaceAll('/properties/', '/')
    .replaceAll(/\/items(?=\/|$)/g, '/*')
