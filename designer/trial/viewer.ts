/** bpmn-js as a picture that can be moved and enlarged, with marks of ours on it. The canvas reads from left to right on every page. */
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js'
import type { Language } from '../../engine/core/text.ts'
import { letteringModule, lettersLoaded, type TextRenderer } from '../procedure/lettering/text-renderer.ts'
import 'bpmn-js/dist/assets/diagram-js.css'
import type { Marks } from './diagram.tsx'

export interface Viewer {
  /** False where it cannot be drawn. */
  show(xml: string): Promise<boolean>
  mark(marks: Marks): void
  reveal(element: string): void
  zoom(by: 'in' | 'out' | 'fit'): void
  destroy(): void
}

interface Canvas {
  addMarker(id: string, name: string): void
  removeMarker(id: string, name: string): void
  zoom(to?: 'fit-viewport' | number, around?: { readonly x: number; readonly y: number }): number
  scrollToElement(id: string, padding?: number): void
}
interface Overlays {
  add(id: string, kind: string, overlay: { position: object; html: HTMLElement }): void
  remove(filter: { type: string }): void
}
interface Registry {
  get(id: string): { readonly children?: readonly unknown[] } | undefined
}

const BADGE = 'trial-badge'
const HERE = 'trial-here'
const VISITED = 'trial-visited'
const SMALLEST = 0.45
const READABLE = 0.7
const STEP = 1.3

/** Names are written as on the canvas that is drawn on: in the reader's language, each line in one direction. */
export function createViewer(container: HTMLElement, language: Language): Viewer {
  const viewer = new NavigatedViewer({ container, additionalModules: [letteringModule] })
  viewer.get<TextRenderer>('textRenderer').shown = language
  const canvas = (): Canvas => viewer.get('canvas')
  const overlays = (): Overlays => viewer.get('overlays')
  const shapeOf = (id: string): ReturnType<Registry['get']> => viewer.get<Registry>('elementRegistry').get(id)
  const isDrawn = (id: string): boolean => shapeOf(id) !== undefined
  /** A frame around others is not filled: what stands in it says where the token is. */
  const isFrame = (id: string): boolean => (shapeOf(id)?.children ?? []).length > 0
  let marked: ReadonlyMap<string, string> = new Map()
  return {
    async show(xml) {
      marked = new Map()
      try {
        await lettersLoaded()
        await viewer.importXML(xml)
        // A large drawing is shown in parts that can be read.
        if (canvas().zoom('fit-viewport') < SMALLEST) canvas().zoom(READABLE, { x: 0, y: 0 })
        return true
      } catch {
        return false
      }
    },
    mark({ classes, badges }) {
      for (const [id, name] of marked) if (isDrawn(id)) canvas().removeMarker(id, name)
      overlays().remove({ type: BADGE })
      marked = new Map([...classes].map(([id, name]) => [id, isFrame(id) && name === HERE ? VISITED : name]))
      for (const [id, name] of marked) if (isDrawn(id)) canvas().addMarker(id, name)
      for (const [id, words] of badges) {
        if (!isDrawn(id) || isFrame(id)) continue
        const badge = document.createElement('div')
        badge.className = BADGE
        badge.textContent = words
        overlays().add(id, BADGE, { position: { top: -12, left: -12 }, html: badge })
      }
    },
    reveal(element) {
      if (isDrawn(element)) canvas().scrollToElement(element, 80)
    },
    zoom(by) {
      const now = canvas().zoom()
      canvas().zoom(by === 'fit' ? 'fit-viewport' : by === 'in' ? now * STEP : now / STEP)
    },
    destroy: () => viewer.destroy(),
  }
}
