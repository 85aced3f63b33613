/** The door to bpmn-js where a drawing is only looked at; loaded when the first one is. */
import UntypedViewer from 'bpmn-js/lib/NavigatedViewer.js'
import type { Language } from '../../engine/core/text.ts'
import { letteringModule, lettersLoaded, type TextRenderer } from '../procedure/lettering/text-renderer.ts'
import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'

interface Library {
  get<Service>(name: string): Service
  importXML(xml: string): Promise<unknown>
  destroy(): void
}

const NavigatedViewer = UntypedViewer as new (options: {
  readonly container: HTMLElement
  readonly additionalModules: readonly object[]
}) => Library

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
  zoom(to: 'fit-viewport', center: 'auto'): void
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

/** Names are written as on the canvas that is drawn on: in the reader's language, each line in one direction. */
export function openViewer(container: HTMLElement, language: Language, choose: (element: string) => void): Viewer {
  const viewer = new NavigatedViewer({ container, additionalModules: [letteringModule] })
  viewer.get<TextRenderer>('textRenderer').shown = language
  const canvas = viewer.get<Canvas>('canvas')
  const overlays = viewer.get<Overlays>('overlays')
  const registry = viewer.get<Registry>('elementRegistry')
  viewer.get<Events>('eventBus').on('element.click', ({ element }) => choose(element.id.replace(/_label$/, '')))
  let marked: (readonly [string, string])[] = []
  return {
    async draw(xml) {
      try {
        await lettersLoaded()
        await viewer.importXML(xml)
        canvas.zoom('fit-viewport', 'auto')
        return true
      } catch {
        return false
      }
    },
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
    close: () => viewer.destroy(),
  }
}

function badgeOf({ kind, text, title }: Badge): HTMLElement {
  const badge = document.createElement('div')
  badge.className = `live-badge live-badge-${kind}`
  badge.textContent = text
  badge.title = title
  return badge
}
