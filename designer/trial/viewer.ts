/** The drawing of a try: marks and badges of what was visited and where tokens stand. */
import type { Language } from '../../engine/core/text.ts'
import { openPicture } from '../picture/picture.ts'
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

export function createViewer(container: HTMLElement, language: Language): Viewer {
  const picture = openPicture(container, language)
  const canvas = (): Canvas => picture.get('canvas')
  const overlays = (): Overlays => picture.get('overlays')
  const shapeOf = (id: string): ReturnType<Registry['get']> => picture.get<Registry>('elementRegistry').get(id)
  const isDrawn = (id: string): boolean => shapeOf(id) !== undefined
  /** A frame around others is not filled: what stands in it says where the token is. */
  const isFrame = (id: string): boolean => (shapeOf(id)?.children ?? []).length > 0
  let marked: ReadonlyMap<string, string> = new Map()
  return {
    async show(xml) {
      marked = new Map()
      if (!(await picture.draw(xml))) return false
      // A large drawing is shown in parts that can be read.
      if (canvas().zoom('fit-viewport') < SMALLEST) canvas().zoom(READABLE, { x: 0, y: 0 })
      return true
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
    destroy: picture.close,
  }
}
