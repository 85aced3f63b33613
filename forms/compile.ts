/**
 * Reads a form as its analyst wrote it: JSON Schema, JSON Forms UI schema and texts become pages of fields.
 *
 * A Categorization has one page per Category; any other layout is one page; without one the fields stand in the order of the schema.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../engine/core/json.ts'
import { isText, type Text } from '../engine/core/text.ts'
import { expressionOf } from './expression.ts'
import type { CompiledForm, Control, Element, Field, FormPage, FormSource, Layout, Rule } from './form.ts'
import { isGroup, isList } from './kinds/kinds.ts'
import type { Pattern } from './place.ts'
import { fieldsOf, listAt, objectAt } from './schema.ts'

const compiled = new WeakMap<FormSource, CompiledForm>()

/** The same source is compiled once. */
export function compileForm(source: FormSource): CompiledForm {
  const known = compiled.get(source)
  if (known !== undefined) return known
  const form = compile(source)
  compiled.set(source, form)
  return form
}

function compile(source: FormSource): CompiledForm {
  const options = new Map<Pattern, JsonObject>()
  if (source.ui !== undefined) gatherOptions(source.ui, '', options)
  const top = fieldsOf(source, (place) => options.get(place) ?? {})
  const fields = new Map<Pattern, Field>()
  for (const field of top) register(field, fields)
  return { source, top, fields, pages: pagesOf(source.ui, { fields, within: '' }, top) }
}

function register(field: Field, fields: Map<Pattern, Field>): void {
  fields.set(field.place, field)
  if (field.entry !== undefined) register(field.entry, fields)
  for (const inner of field.inner) register(inner, fields)
}

function gatherOptions(element: JsonValue, within: Pattern, options: Map<Pattern, JsonObject>): void {
  if (!isJsonObject(element)) return
  const place = scopeOf(element, within)
  const own = objectAt(element, 'options')
  if (place !== undefined) options.set(place, { ...options.get(place), ...own })
  for (const child of listAt(element, 'elements')) gatherOptions(child, within, options)
  if (isJsonObject(own['detail']))
    for (const inside of [`${place ?? within}/*`, place ?? within]) gatherOptions(own['detail'], inside, options)
}

/** "#/properties/applicant/properties/name" names the field "/applicant/name". */
function scopeOf(element: JsonObject, within: Pattern): Pattern | undefined {
  const { scope } = element
  if (typeof scope !== 'string' || !/^#(?:\/properties\/[^/]+)+$/.test(scope)) return undefined
  return `${within}/${scope.slice('#/properties/'.length).split('/properties/').join('/')}`
}

/** @param within the list whose entries, or the object whose inside is laid out */
interface Reading {
  readonly fields: ReadonlyMap<Pattern, Field>
  readonly within: Pattern
}

function pagesOf(ui: JsonObject | undefined, reading: Reading, top: readonly Field[]): readonly FormPage[] {
  if (ui === undefined) return [{ id: '1', rules: [], elements: top.map((field) => controlOf(field, {}, reading)) }]
  if (ui['type'] !== 'Categorization') return [{ id: '1', rules: [], elements: elementsIn(ui, reading) }]
  return listAt(ui, 'elements')
    .filter(isJsonObject)
    .map((category, index) => ({
      id: String(index + 1),
      rules: [...rulesOf(ui), ...rulesOf(category)],
      elements: listAt(category, 'elements').flatMap((it) => elementOf(it, reading)),
      ...labelOf(category['label']),
    }))
}

/** The outermost column adds nothing of its own. */
function elementsIn(ui: JsonObject, reading: Reading): readonly Element[] {
  const bare = ui['type'] === 'VerticalLayout' && ui['rule'] === undefined && ui['label'] === undefined
  return bare ? listAt(ui, 'elements').flatMap((it) => elementOf(it, reading)) : elementOf(ui, reading)
}

const LAYOUTS: Readonly<Record<string, Layout['as']>> = {
  VerticalLayout: 'column',
  HorizontalLayout: 'row',
  Group: 'group',
  Category: 'group',
  Categorization: 'column',
}

function elementOf(element: JsonValue, reading: Reading): readonly Element[] {
  if (!isJsonObject(element)) return []
  const rules = rulesOf(element)
  const as = LAYOUTS[String(element['type'])]
  if (as !== undefined) {
    const elements = listAt(element, 'elements').flatMap((it) => elementOf(it, reading))
    return [{ kind: 'layout', as, rules, elements, ...labelOf(element['label']) }]
  }
  if (element['type'] === 'Label')
    return isText(element['text'])
      ? [{ kind: 'text', text: element['text'], rules, summary: objectAt(element, 'options')['summary'] === true }]
      : []
  const field = reading.fields.get(scopeOf(element, reading.within) ?? '')
  return field === undefined ? [] : [controlOf(field, element, reading, rules)]
}

function controlOf(field: Field, element: JsonObject, reading: Reading, rules: readonly Rule[] = []): Control {
  const { detail } = objectAt(element, 'options')
  const inside = { ...reading, within: isList(field.kind) ? `${field.place}/*` : field.place }
  const elements = isJsonObject(detail) ? elementsIn(detail, inside) : arranged(field, inside)
  return {
    kind: 'control',
    field,
    rules,
    elements: isList(field.kind) || isGroup(field.kind) ? elements : [],
    ...labelOf(element['label']),
  }
}

/** The inside of a field where the author lays out nothing. */
function arranged(field: Field, reading: Reading): readonly Element[] {
  const controls = (field.entry === undefined ? field.inner : [field.entry]).map((it) => controlOf(it, {}, reading))
  if (field.kind === 'address') return inRows(controls)
  if (field.kind !== 'personName') return controls
  return controls.map((one) =>
    one.elements.length === 0
      ? one
      : { kind: 'layout', as: 'group', label: one.field.text.label, rules: [], elements: inRows(one.elements) },
  )
}

/** Two beside one another where there is room. */
function inRows(elements: readonly Element[]): readonly Element[] {
  const rows = elements.flatMap((_, index) => (index % 2 === 0 ? [elements.slice(index, index + 2)] : []))
  return rows.map((row) => ({ kind: 'layout', as: 'row', rules: [], elements: row }))
}

function rulesOf({ rule }: JsonObject): readonly Rule[] {
  if (rule === undefined || !isJsonObject(rule)) return []
  const { effect, condition } = rule
  const known = EFFECTS.find((it) => it === effect)
  return known === undefined || typeof condition !== 'string'
    ? []
    : [{ effect: known, condition: expressionOf(condition) }]
}

const EFFECTS = ['SHOW', 'HIDE', 'ENABLE', 'DISABLE'] as const

const labelOf = (label: JsonValue | undefined): { readonly label?: Text } => (isText(label) ? { label } : {})
