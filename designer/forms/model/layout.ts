/** The layout of a form as a tree one can walk: every element with where it stands, which field it asks for, and in the entries of which list. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/core/json.ts'
import type { Pattern } from '../../../forms/place.ts'
import { namesIn, schemaOf } from './fields.ts'
import type { FormJson } from './form-file.ts'
import { escaped, listAt, objectAt, partsOf, type Pointer, valueAt, withValue } from './json/pointer.ts'

export type Layout = 'pages' | 'page' | 'column' | 'row' | 'group'

export interface Laid {
  /** "/ui/elements/0" */
  readonly at: Pointer
  readonly element: JsonObject
  /** The object whose fields stand here: "" or "/founders/*". */
  readonly within: Pattern
  /** Of a control: the field it asks for. */
  readonly place?: Pattern
  readonly layout?: Layout
}

const LAYOUTS: Readonly<Record<string, Layout>> = {
  Categorization: 'pages',
  Category: 'page',
  VerticalLayout: 'column',
  HorizontalLayout: 'row',
  Group: 'group',
}

export const layoutOf = (element: JsonValue | undefined): Layout | undefined =>
  isJsonObject(element) ? LAYOUTS[String(element['type'])] : undefined

/** The list that holds what stands inside an element. */
export const insideOf = (at: Pointer): Pointer => `${at}/elements`
export const detailOf = (at: Pointer): Pointer => `${at}/options/detail`

/** Every element from top to bottom, those inside after those around them. */
export function elementsOf(form: FormJson, at: Pointer = '/ui', within: Pattern = ''): readonly Laid[] {
  const element = valueAt(form, at)
  if (!isJsonObject(element)) return []
  const layout = layoutOf(element)
  const place = placeOfScope(element['scope'], within)
  const own: Laid = { at, element, within, ...(place === undefined ? {} : { place }), ...(layout ? { layout } : {}) }
  const inner = listAt(element, '/elements').flatMap((_, index) =>
    elementsOf(form, `${insideOf(at)}/${String(index)}`, within),
  )
  const detail = place !== undefined ? elementsOf(form, detailOf(at), entryOf(form, place)) : []
  return [own, ...inner, ...detail]
}

export const elementAt = (form: FormJson, at: Pointer): Laid | undefined => elementsOf(form).find((it) => it.at === at)

/** Where the fields inside a field stand: in the entries of a list, or in the object itself. */
export const entryOf = (form: FormJson, place: Pattern): Pattern =>
  schemaOf(form, place)['type'] === 'array' ? `${place}/*` : place

/** "#/properties/applicant/properties/name" names the field "/applicant/name". */
export function placeOfScope(scope: JsonValue | undefined, within: Pattern): Pattern | undefined {
  if (typeof scope !== 'string' || !/^#(?:\/properties\/[^/]+)+$/.test(scope)) return undefined
  return `${within}/${scope.slice('#/properties/'.length).split('/properties/').join('/')}`
}

export const scopeOf = (place: Pattern, within: Pattern): string =>
  `#${partsOf(place.slice(within.length))
    .map((it) => `/properties/${escaped(it)}`)
    .join('')}`

export const controlOf = (place: Pattern, within: Pattern, options: JsonObject = {}): JsonObject => ({
  type: 'Control',
  scope: scopeOf(place, within),
  ...(Object.keys(options).length > 0 ? { options } : {}),
})

/** A form without a layout shows its fields in the order of the schema: that order, written down, so that it can be changed. */
export function laidOut(form: FormJson): FormJson {
  const { ui } = form
  if (!isJsonObject(ui)) {
    const elements = namesIn(form, '').map((name) => controlOf(`/${escaped(name)}`, ''))
    return withLayout(form, { type: 'VerticalLayout', elements })
  }
  return layoutOf(ui) === undefined || !Array.isArray(ui['elements'])
    ? withLayout(form, { type: 'VerticalLayout', elements: layoutOf(ui) === undefined ? [ui] : [] })
    : form
}

/** Beside the schema, where the file has none yet. */
function withLayout(form: FormJson, ui: JsonObject): FormJson {
  if (form['ui'] !== undefined || form['texts'] === undefined) return withValue(form, '/ui', ui)
  const { texts, ...others } = form
  return { ...others, ui, texts }
}

/** Every control of a field, wherever it stands. */
export const controlsOf = (form: FormJson, place: Pattern): readonly Laid[] =>
  elementsOf(form).filter((it) => it.place === place)

/** The options of a field, put together from all its controls as the renderer does. */
export const optionsOf = (form: FormJson, place: Pattern): JsonObject =>
  controlsOf(form, place).reduce<JsonObject>((sum, it) => ({ ...sum, ...objectAt(it.element, '/options') }), {})
