/** The drawing of another engine while it is rewritten: what is taken off its elements, put onto them, and noted. */
import type { Text } from '../../text.ts'
import { placeOf, type ModdleElement } from '../element.ts'
import { foreignNames, type ForeignDrawing, isMutable, type MutableElement } from '../moddle.ts'
import { feelOf } from './juel.ts'
import type { Note, NoteKind } from './note.ts'

type Values = Readonly<Record<string, string | boolean | readonly ModdleElement[] | ModdleElement | undefined>>

export class Workshop {
  readonly notes: Note[] = []
  readonly #drawing: ForeignDrawing

  constructor(drawing: ForeignDrawing) {
    this.#drawing = drawing
  }

  note(kind: NoteKind, at: ModdleElement, what: string, says: Text): void {
    this.notes.push({ kind, place: placeOf(at) ?? '', what, says })
  }

  /** Value of the other engine's attribute; it stands there no longer. */
  take(element: MutableElement, name: string): unknown {
    if (!foreignNames(element).includes(name)) return undefined
    const value = element.get(`camunda:${name}`)
    element.set(`camunda:${name}`, undefined)
    return value
  }

  text(element: MutableElement, name: string): string | undefined {
    const value = this.take(element, name)
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }

  /** Extension elements of this type of the other engine; they stand there no longer. */
  takeAll(element: MutableElement, type: string): readonly MutableElement[] {
    const holder = element.get('extensionElements')
    if (!isMutable(holder)) return []
    const values = listOf(holder.get('values'))
    const found = values.filter((it) => it.$type === `camunda:${type}`)
    if (found.length > 0)
      holder.set(
        'values',
        values.filter((it) => !found.includes(it)),
      )
    return found
  }

  make(type: string, values: Values): MutableElement {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
    const made = this.#drawing.create(type, given)
    for (const value of Object.values(given))
      for (const child of Array.isArray(value) ? value : [value]) if (isMutable(child)) child.$parent = made
    return made
  }

  /** Puts an extension element onto the element. */
  extend(element: MutableElement, type: string, values: Values): MutableElement {
    const extension = this.make(type, values)
    const there = element.get('extensionElements')
    const holder = isMutable(there) ? there : this.make('bpmn:ExtensionElements', {})
    if (holder !== there) {
      element.set('extensionElements', holder)
      holder.$parent = element
    }
    holder.set('values', [...listOf(holder.get('values')), extension])
    extension.$parent = holder
    return extension
  }

  /** The extension element of this type; put there where it is not yet. */
  extension(element: MutableElement, type: string): MutableElement {
    const holder = element.get('extensionElements')
    const found = isMutable(holder) ? listOf(holder.get('values')).find((it) => it.$type === type) : undefined
    return found ?? this.extend(element, type, {})
  }

  /** One more child in a list of an extension element. */
  append(parent: MutableElement, list: string, type: string, values: Values): void {
    const child = this.make(type, values)
    child.$parent = parent
    parent.set(list, [...listOf(parent.get(list)), child])
  }

  property(element: MutableElement, name: string, value: string): void {
    this.append(this.extension(element, 'zeebe:Properties'), 'properties', 'zeebe:Property', { name, value })
  }

  /** The text as FEEL ("=..."), or as it is where nothing in it is computed; noted where it cannot be rewritten. */
  feel(at: ModdleElement, what: string, text: string): string {
    const feel = feelOf(text)
    if (feel.ok) return feel.text
    this.note('byHand', at, what, {
      en: `Write "${text}" as FEEL: ${feel.reason.en}`,
      ar: `اكتب "${text}" بلغة FEEL: ${feel.reason.ar}`,
    })
    return text
  }
}

export const listOf = (value: unknown): readonly MutableElement[] =>
  Array.isArray(value) ? value.filter(isMutable) : []
