/** One of two drawings that are compared: what changed is marked, and both are moved together. */
import { openPicture } from '../picture/picture.ts'
import type { Shown } from '../procedure/lettering/name.ts'

/** What happened to an element, and what its badge says of it. */
export interface Mark {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly words: string
}
export type Marks = ReadonlyMap<string, Mark>

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Viewer {
  /** False where the file holds no drawing that can be shown. */
  draw(xml: string): Promise<boolean>
  mark(marks: Marks): void
  /** In which language names are read. */
  name(shown: Shown): void
  /** Where it is drawn; undefined where it is not. */
  boxOf(element: string): Box | undefined
  /** Brings a part of the drawing to the middle, large enough to be read. */
  look(at: Box, chosen: string): void
  whole(): void
  /** What is looked at was moved or enlarged by the reader. */
  onMoved(hear: (seen: Box) => void): void
  /** Sees the same part as another one, without telling that it moved. */
  follow(seen: Box): void
  close(): void
}

interface Canvas {
  viewbox(): Box & { readonly outer: { readonly width: number; readonly height: number } }
  viewbox(box: Box): void
  addMarker(element: string, marker: string): void
  removeMarker(element: string, marker: string): void
}

interface Drawn extends Partial<Box> {
  readonly waypoints?: readonly { readonly x: number; readonly y: number }[]
}

interface Services {
  readonly overlays: {
    add(element: string, overlay: { position: { top: number; left: number }; html: HTMLElement }): void
    clear(): void
  }
  readonly elementRegistry: { get(element: string): Drawn | undefined }
  readonly eventBus: { on(event: string, hear: () => void): void }
}

const CHOSEN = 'publish-chosen'
/** Of a part looked at: never enlarged beyond the size it is drawn in. */
const AROUND = 140

export function openViewer(container: HTMLElement): Viewer {
  const picture = openPicture(container)
  const canvas = picture.get<Canvas>('canvas')
  const overlays = picture.get<Services['overlays']>('overlays')
  const registry = picture.get<Services['elementRegistry']>('elementRegistry')
  let marked: (readonly [string, string])[] = []
  let chosen: string | undefined
  let isFollowing = false

  function choose(element: string | undefined): void {
    if (chosen !== undefined && registry.get(chosen)) canvas.removeMarker(chosen, CHOSEN)
    chosen = element
    if (element !== undefined && registry.get(element)) canvas.addMarker(element, CHOSEN)
  }

  return {
    draw(xml) {
      marked = []
      chosen = undefined
      return picture.draw(xml)
    },
    mark(marks) {
      overlays.clear()
      for (const [element, marker] of marked) canvas.removeMarker(element, marker)
      const drawn = [...marks].filter(([element]) => registry.get(element) !== undefined)
      marked = drawn.map(([element, { kind }]) => [element, `publish-mark-${kind}`] as const)
      for (const [element, marker] of marked) canvas.addMarker(element, marker)
      for (const [element, mark] of drawn)
        if (registry.get(element)?.waypoints === undefined)
          overlays.add(element, { position: { top: -12, left: -8 }, html: badgeOf(mark) })
    },
    name: picture.name,
    boxOf: (element) => boxOf(registry.get(element)),
    look(at, element) {
      const { outer } = canvas.viewbox()
      const width = Math.max(at.width + 2 * AROUND, Math.min(outer.width, 900))
      const height = (width * outer.height) / Math.max(outer.width, 1)
      canvas.viewbox({ x: at.x + at.width / 2 - width / 2, y: at.y + at.height / 2 - height / 2, width, height })
      choose(element)
    },
    whole() {
      choose(undefined)
      picture.whole()
    },
    onMoved(hear) {
      picture.get<Services['eventBus']>('eventBus').on('canvas.viewbox.changed', () => {
        if (!isFollowing) hear(canvas.viewbox())
      })
    },
    follow({ x, y, width, height }) {
      isFollowing = true
      canvas.viewbox({ x, y, width, height })
      isFollowing = false
    },
    close: picture.close,
  }
}

function boxOf(drawn: Drawn | undefined): Box | undefined {
  if (drawn === undefined) return undefined
  const { x, y, width, height, waypoints } = drawn
  if (waypoints) {
    const [xs, ys] = [waypoints.map((it) => it.x), waypoints.map((it) => it.y)]
    const [left, top] = [Math.min(...xs), Math.min(...ys)]
    return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
  }
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined
  return { x, y, width, height }
}

function badgeOf({ kind, words }: Mark): HTMLElement {
  const badge = document.createElement('div')
  badge.className = `publish-badge publish-badge-${kind}`
  badge.textContent = words
  return badge
}
