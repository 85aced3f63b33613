/** A drawing changed as the designer changes it, without a canvas: a change is thought out on the tree, made, undone and written as a file. */
import { isElement, type ModdleElement } from '../../engine/core/bpmn/element.ts'
import { isMutable, parseForeign, type MutableElement } from '../../engine/core/bpmn/moddle.ts'
import { editing, type Create, type Editing } from '../../designer/procedure/properties/editing.ts'

export interface Drawn {
  readonly root: ModdleElement
  readonly create: Create
  element(id: string): ModdleElement
  /** What it is now. */
  read(): Editing
  change(think: (edit: Editing) => void): void
  /** The last change. */
  undo(): void
  write(): Promise<string>
}

export async function drawn(xml: string): Promise<Drawn> {
  const parsed = await parseForeign(xml)
  if ('unreadable' in parsed) throw new Error(parsed.unreadable)
  const { root, create, write } = parsed
  const steps: (() => void)[][] = []
  return {
    root,
    create,
    element(id) {
      const found = search(root, id, new Set())
      if (found === undefined) throw new Error(`Expected an element ${id} in the drawing, but found none`)
      return found
    },
    read: () => editing(create),
    change(think) {
      const edit = editing(create)
      think(edit)
      const backwards: (() => void)[] = []
      for (const { element, properties } of edit.writes())
        for (const [name, value] of Object.entries(properties)) {
          const before = Object.hasOwn(element, name) ? element.get(name) : undefined
          mutable(element).set(name, value)
          backwards.unshift(() => mutable(element).set(name, before))
        }
      steps.push(backwards)
    },
    undo() {
      for (const back of steps.pop() ?? []) back()
    },
    write,
  }
}

function mutable(element: ModdleElement): MutableElement {
  if (isMutable(element)) return element
  throw new Error(`Expected ${element.$type} to be an element that can be changed`)
}

function search(element: ModdleElement, id: string, seen: Set<ModdleElement>): ModdleElement | undefined {
  if (element.id === id) return element
  if (seen.has(element)) return undefined
  seen.add(element)
  for (const value of Object.values(element).flat())
    if (isElement(value)) {
      const found = search(value, id, seen)
      if (found !== undefined) return found
    }
  return undefined
}
