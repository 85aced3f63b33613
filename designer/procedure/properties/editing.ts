/**
 * A change to a drawing as it is thought out, before it is made: what it sets on which element, read back as if it were made already.
 *
 * Nothing of the drawing is touched; the canvas makes all of it as one step that can be undone. What an element has beside what is changed stays as it is, known or not.
 */
import { isElement, type ModdleElement } from '../../../engine/core/bpmn/element.ts'

export type Values = Readonly<Record<string, unknown>>

export interface Write {
  readonly element: ModdleElement
  readonly properties: Values
}

/** Makes an element that stands nowhere yet, as the model of the canvas does. */
export type Create = (type: string, values: Values) => ModdleElement

export interface Editing {
  get(element: ModdleElement | undefined, name: string): unknown
  /** undefined removes. */
  set(element: ModdleElement, name: string, value: unknown): void
  make(type: string, values: Values, parent: ModdleElement): ModdleElement
  /** Nothing stands in it but what has been taken away. */
  isBare(element: ModdleElement): boolean
  /** In the order in which the elements were first changed. */
  writes(): readonly Write[]
}

interface Placed extends ModdleElement {
  $parent?: ModdleElement
}

export function editing(create: Create): Editing {
  const changed = new Map<ModdleElement, Map<string, unknown>>()
  return {
    get(element, name) {
      if (element === undefined) return undefined
      const values = changed.get(element)
      return values?.has(name) === true ? values.get(name) : element.get(name)
    },
    set(element, name, value) {
      const values = changed.get(element) ?? new Map<string, unknown>()
      changed.set(element, values.set(name, value))
    },
    make(type, values, parent) {
      const made: Placed = create(type, values)
      made.$parent = parent
      for (const child of Object.values(values).flat()) if (isFresh(child)) child.$parent = made
      return made
    },
    isBare(element) {
      if (Object.keys(element.$attrs ?? {}).length > 0) return false
      const names = new Set([
        ...Object.keys(element).filter((it) => !it.startsWith('$')),
        ...(changed.get(element)?.keys() ?? []),
      ])
      return [...names].every((name) => isNothing(this.get(element, name)))
    },
    writes: () => [...changed].map(([element, values]) => ({ element, properties: Object.fromEntries(values) })),
  }
}

/** Made in this very change: what stands in the drawing has its place. */
const isFresh = (value: unknown): value is Placed => isElement(value) && value.$parent === undefined

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
