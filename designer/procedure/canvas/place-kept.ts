/** What the reader looks at and has selected stays when a drawing is read in anew. */
import type { Diagram } from './model.ts'

/** Call what it returns once the new drawing is there. */
export function placeKept(diagram: Diagram): () => void {
  const canvas = diagram.get('canvas')
  const registry = diagram.get('elementRegistry')
  const box = canvas.viewbox()
  const root = canvas.getRootElement().id
  const selected = diagram
    .get('selection')
    .get()
    .map(({ id }) => id)
  return () => {
    const again = canvas.findRoot(root)
    if (again) canvas.setRootElement(again)
    canvas.viewbox({ x: box.x, y: box.y, width: box.width, height: box.height })
    const elements = selected.flatMap((id) => registry.get(id) ?? [])
    if (elements.length > 0) diagram.get('selection').select(elements)
  }
}

/** All of it where that can still be read, else its beginning. */
export function fit(diagram: Diagram): void {
  const canvas = diagram.get('canvas')
  const { outer, inner } = canvas.viewbox()
  if (outer.width === 0 || inner.width === 0) return
  const whole = Math.min((outer.width - PALETTE - MARGIN) / inner.width, (outer.height - MARGIN - TOP) / inner.height)
  const scale = Math.min(Math.max(whole, READABLE), 1)
  const [width, height] = [outer.width / scale, outer.height / scale]
  const isWhole = whole >= READABLE
  // The tools stand where reading begins, the drawing beside them or from where it begins.
  const toolsRight = document.documentElement.dir === 'rtl'
  const fromRight = isWhole ? toolsRight : startsRight(diagram)
  const room = (fromRight === toolsRight ? PALETTE : MARGIN) / scale
  const x = fromRight ? inner.x + inner.width - width + room : inner.x - room
  canvas.viewbox({ x, y: inner.y - TOP / scale, width, height })
}

const READABLE = 0.6
const MARGIN = 40
/** Where the small map is opened. */
const TOP = 80
/** Where the tools are. */
const PALETTE = 140

function startsRight(diagram: Diagram): boolean {
  const direction = diagram.get('flowDirection', false)
  return hasCurrent(direction) && direction.current() === 'rtl'
}

const hasCurrent = (it: unknown): it is { current(): string } =>
  typeof it === 'object' && it !== null && 'current' in it
