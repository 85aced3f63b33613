/** One shape of a drawing as the model reader gives it, and the few ways in which rules and compiler look at it. */

/** An element of the moddle tree: typed by `$type`, "bpmn:UserTask". The designer's canvas holds the same objects. */
export interface ModdleElement {
  readonly $type: string
  readonly $parent?: ModdleElement
  /** Attributes of namespaces that are not BPMN's or zeebe's, with their usual prefix: "camunda:class". */
  readonly $attrs?: Readonly<Record<string, unknown>>
  readonly id?: string
  /** Value of a property of the BPMN or zeebe vocabulary; its default where the file says nothing. */
  get(name: string): unknown
}

export function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string'
}

/** Text of a property; undefined where it is absent or empty. */
export function textOf(element: ModdleElement | undefined, name: string): string | undefined {
  const value = element?.get(name)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

export const isSet = (element: ModdleElement, name: string): boolean => element.get(name) === true

/** Said in the file, and not just the default. */
export const isWritten = (element: ModdleElement, name: string): boolean => Object.hasOwn(element, name)

export function childOf(element: ModdleElement | undefined, name: string): ModdleElement | undefined {
  const value = element?.get(name)
  return isElement(value) ? value : undefined
}

export function childrenOf(element: ModdleElement | undefined, name: string): readonly ModdleElement[] {
  const value = element?.get(name)
  return Array.isArray(value) ? value.filter(isElement) : []
}

export function extensionsOf(element: ModdleElement | undefined): readonly ModdleElement[] {
  return childrenOf(childOf(element, 'extensionElements'), 'values')
}

export function extensionOf(element: ModdleElement | undefined, type: string): ModdleElement | undefined {
  return extensionsOf(element).find((it) => it.$type === type)
}

/** zeebe:properties by name; the last of a name counts, and the rule on properties refuses a second one. */
export function propertiesOf(element: ModdleElement): ReadonlyMap<string, string> {
  const properties = childrenOf(extensionOf(element, 'zeebe:Properties'), 'properties')
  return new Map(properties.map((it) => [textOf(it, 'name') ?? '', textOf(it, 'value') ?? '']))
}

/** Id of the element or of the nearest one around it that has one: where a reader of the drawing should look. */
export function placeOf(element: ModdleElement | undefined): string | undefined {
  for (let at = element; at !== undefined; at = at.$parent) if (at.id !== undefined) return at.id
  return undefined
}
