/** What is dragged in the builder: something from the catalogue, or a line of the outline. Everything it does can be done by buttons too. */
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import type { Offered } from './catalogue.tsx'

export type Dragged =
  | { readonly kind: 'offer'; readonly offered: Offered }
  | { readonly kind: 'line'; readonly at: string }

const carried = new WeakMap<Element, Dragged>()

/** @returns how to stop */
export function dragging(element: HTMLElement, dragged: Dragged): () => void {
  carried.set(element, dragged)
  return draggable({ element })
}

export function droppingOn(element: HTMLElement, take: (dragged: Dragged) => void): () => void {
  const over = (isOver: boolean): void => {
    element.toggleAttribute('data-over', isOver)
  }
  return dropTargetForElements({
    element,
    onDragEnter: () => over(true),
    onDragLeave: () => over(false),
    onDrop({ source, location }) {
      over(false)
      const dragged = carried.get(source.element)
      if (dragged !== undefined && location.current.dropTargets[0]?.element === element) take(dragged)
    },
  })
}
