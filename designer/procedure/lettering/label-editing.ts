/** Names are edited in place in the language shown; the other one stays. */
import { LabelEditingProvider } from '../canvas/libraries.ts'
import { is, type Bounds, type Edited, type Element, type EventBus } from '../canvas/model.ts'
import { editedName, shownName, type Shown } from './name.ts'
import type { TextRenderer } from './text-renderer.ts'

const INHERITED = LabelEditingProvider.$inject

export class BilingualLabelEditing extends LabelEditingProvider {
  static override readonly $inject = [...INHERITED, 'eventBus', 'textRenderer']
  readonly #renderer: TextRenderer

  constructor(...services: unknown[]) {
    super(...services.slice(0, INHERITED.length))
    const [bus, renderer] = services.slice(INHERITED.length) as [EventBus, TextRenderer]
    this.#renderer = renderer
    bus.on('directEditing.activate', () => {
      const box = document.querySelector<HTMLElement>('.djs-direct-editing-content')
      if (box) box.dir = DIRECTION[renderer.shown]
    })
  }

  override activate(element: Element): Edited | undefined {
    const edited = super.activate(element)
    if (edited === undefined) return undefined
    return { ...edited, text: shownName(edited.text, this.#renderer.shown) }
  }

  override update(element: Element, typed: string, before: string, bounds: Bounds): void {
    super.update(element, editedName(labelOf(element), this.#renderer.shown, typed), before, bounds)
  }
}

const DIRECTION: Readonly<Record<Shown, string>> = { ar: 'rtl', en: 'ltr', both: 'auto' }

/** What is written at an element: a note's text, a group's category, else its name. */
export function labelOf(element: Element): string {
  const { businessObject } = element
  if (is(element, 'bpmn:TextAnnotation')) return stringOf(businessObject.get('text'))
  if (is(element, 'bpmn:Group')) {
    const category = businessObject.get('categoryValueRef')
    return isValue(category) ? (category.value ?? '') : ''
  }
  return businessObject.name ?? ''
}

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const isValue = (value: unknown): value is { readonly value?: string } => typeof value === 'object' && value !== null

export const labelEditingModule = { labelEditingProvider: ['type', BilingualLabelEditing] }
