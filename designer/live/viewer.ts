/** The drawing of what runs: badges that count, marks of where somebody stands, and steps that can be chosen. */
import type { Language } from '../../engine/core/text.ts'
import { openPicture } from '../picture/picture.ts'

export interface Badge {
  readonly kind: 'count' | 'fault'
  readonly text: string
  readonly title: string
}

/** By element id. */
export interface Shown {
  readonly badges: ReadonlyMap<string, readonly Badge[]>
  readonly marks: ReadonlyMap<string, 'here' | 'done' | 'fault' | 'chosen'>
}

export interface Viewer {
  /** False where the file holds no drawing that can be shown. */
  draw(xml: string): Promise<boolean>
  show(shown: Shown): void
  close(): void
}

interface Canvas {
  addMarker(element: string, marker: string): void
  removeMarker(element: string, marker: string): void
}

interface Overlays {
  add(element: string, overlay: { position: { top: number; right: number }; html: HTMLElement }): void
  clear(): void
}

interface Registry {
  get(element: string): object | undefined
}

interface Events {
  on(event: 'element.click', hear: (event: { readonly element: { readonly id: string } }) => void): void
}

export function openViewer(container: HTMLElement, language: Language, choose: (element: string) => void): Viewer {
  const picture = openPicture(container, language)
  const canvas = picture.get<Canvas>('canvas')
  const overlays = picture.get<Overlays>('overlays')
  const registry = picture.get<Registry>('elementRegistry')
  picture.get<Events>('eventBus').on('element.click', ({ element }) => choose(element.id.replace(/_label$/, '')))
  let marked: (readonly [string, string])[] = []
  return {
    draw: picture.draw,
    show({ badges, marks }) {
      overlays.clear()
      for (const [element, marker] of marked) canvas.removeMarker(element, marker)
      marked = [...marks]
        .filter(([element]) => registry.get(element) !== undefined)
        .map(([element, mark]) => [element, `live-${mark}`] as const)
      for (const [element, marker] of marked) canvas.addMarker(element, marker)
      for (const [element, some] of badges)
        if (registry.get(element) !== undefined)
          some.forEach((badge, index) =>
            overlays.add(element, { position: { top: -14, right: 14 + index * 34 }, html: badgeOf(badge) }),
          )
    },
    close: picture.close,
  }
}

function badgeOf({ kind, text, title }: Badge): HTMLElement {
  const badge = document.createElement('div')
  badge.className = `live-badge live-badge-${kind}`
  badge.textContent = text
  badge.title = title
  return badge
}
