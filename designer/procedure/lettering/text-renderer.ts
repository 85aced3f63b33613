/** Writes labels into the drawing in place of bpmn-js's own: both scripts, lines that read in one direction, measured once. */
import { is, type Bounds, type Element, type EventBus, type Registry, type Services } from '../canvas/model.ts'
import { isolated, linesOf, type Line, type Measure, type Space } from './lines.ts'
import type { Shown } from './name.ts'

interface Style {
  readonly fontFamily: string
  readonly fontSize: number
  readonly fontWeight: string
  readonly lineHeight: number
}

type Padding = number | Readonly<Partial<Record<'top' | 'left' | 'right' | 'bottom', number>>>

interface LabelOptions {
  readonly box?: Partial<Bounds>
  readonly size?: { readonly width?: number; readonly height?: number }
  readonly style?: Partial<Style> & { readonly fill?: string }
  readonly align?: string
  readonly padding?: Padding
  readonly fitBox?: boolean
}

const FAMILY = 'Tajawal, "Segoe UI", Tahoma, Arial, sans-serif'
const DEFAULT: Style = { fontFamily: FAMILY, fontSize: 12, fontWeight: 'normal', lineHeight: 1.25 }
const EXTERNAL: Style = { ...DEFAULT, fontSize: 11 }
/** Labels beside their element are at least as wide as bpmn-js makes them. */
const LABEL_WIDTH = 90
const ANNOTATION = { padding: 7, height: 40 }
const SVG = 'http://www.w3.org/2000/svg'

/** The fonts of labels are there: measured before, a label would break elsewhere. */
export const lettersLoaded = (): Promise<unknown> =>
  Promise.all([`12px ${FAMILY}`, `11px ${FAMILY}`].map((font) => document.fonts.load(font, 'مسار Masar')))

export class TextRenderer {
  static readonly $inject = ['eventBus', 'elementRegistry', 'graphicsFactory']
  shown: Shown = 'both'
  readonly #bus: EventBus
  /** What is being drawn: where it has its markers, no letters go. */
  #drawn: Element | undefined
  readonly #registry: Registry
  readonly #graphics: Services['graphicsFactory']

  constructor(bus: EventBus, registry: Registry, graphics: Services['graphicsFactory']) {
    this.#bus = bus
    this.#registry = registry
    this.#graphics = graphics
    bus.on<{ readonly element: Element }>('render.shape', 5000, (event) => void (this.#drawn = event.element))
  }

  /** Every label is drawn anew; the file stays as it is. */
  show(shown: Shown): void {
    if (shown === this.shown) return
    this.shown = shown
    for (const element of this.#registry.getAll()) {
      if (element.parent === undefined) continue
      const graphics = this.#registry.getGraphics(element)
      this.#graphics.update(element.waypoints ? 'connection' : 'shape', element, graphics)
    }
    this.#bus.fire('masar.shown', { shown })
  }

  readonly getDefaultStyle = (): Style => DEFAULT
  readonly getExternalStyle = (): Style => EXTERNAL

  /** As large as both languages need, whichever is shown: what one reader sees changes nobody's drawing. */
  getExternalLabelBounds(bounds: Bounds, name: string): Bounds {
    const lines = linesOf(name, 'both', { width: Math.max(bounds.width, LABEL_WIDTH) }, measureIn(EXTERNAL))
    const width = Math.ceil(widest(lines))
    return {
      x: Math.round(bounds.x + bounds.width / 2 - width / 2),
      y: bounds.y,
      width,
      height: Math.ceil(lines.length * heightOf(EXTERNAL)),
    }
  }

  getTextAnnotationBounds(bounds: Bounds, text: string): Bounds {
    const width = bounds.width - 2 * ANNOTATION.padding
    const lines = linesOf(text, 'both', { width }, measureIn(DEFAULT))
    const height = Math.round(lines.length * heightOf(DEFAULT) + 2 * ANNOTATION.padding)
    return { ...pick(bounds), height: Math.max(ANNOTATION.height, height) }
  }

  getDimensions(name: string, options: LabelOptions = {}): { readonly width: number; readonly height: number } {
    const { lines, style } = this.#lines(name, options)
    return { width: widest(lines), height: lines.length * heightOf(style) }
  }

  createText(name: string, options: LabelOptions = {}): SVGElement {
    const { lines, style, box, padding, align } = this.#lines(name, options)
    const text = document.createElementNS(SVG, 'text')
    attributes(text, {
      'font-family': style.fontFamily,
      'font-size': `${style.fontSize}px`,
      'font-weight': style.fontWeight,
      direction: 'ltr',
      ...(options.style?.fill && { fill: options.style.fill }),
    })
    text.style.lineHeight = String(style.lineHeight)
    const height = heightOf(style)
    let y = align.isMiddle ? (box.height - lines.length * height) / 2 : padding.top
    y -= height / 4
    const room = options.fitBox ? widest(lines) : box.width
    for (const line of lines) {
      y += height
      text.append(lineAt(line, xOf(line, align.across, room, box, padding), y))
    }
    return text
  }

  #lines(name: string, options: LabelOptions) {
    const style = { ...DEFAULT, ...options.style }
    const align = alignOf(options.align)
    const padding = align.isMiddle ? { ...sides(options.padding), top: 0, bottom: 0 } : sides(options.padding)
    const whole = boxOf(options)
    const isInside = options.padding !== undefined && options.align !== 'left-top'
    const box = isInside && align.isMiddle ? { ...whole, height: whole.height - markersOf(this.#drawn) } : whole
    const isHeading = isInside && !align.isMiddle
    const space: Space = {
      width: box.width - padding.left - padding.right,
      ...(align.isMiddle && { lines: Math.floor(box.height / heightOf(style)) }),
      ...(isHeading && { lines: 1 }),
    }
    return { lines: linesOf(name, this.shown, space, measureIn(style)), style, box, padding, align }
  }
}

/** A label beside its element is given its own bounds, which may be narrower than any word: it spreads to both sides. */
function boxOf({ box, size, align }: LabelOptions): {
  readonly left: number
  readonly width: number
  readonly height: number
} {
  const width = box?.width ?? size?.width ?? 150
  const height = box?.height ?? size?.height ?? 50
  if (align !== undefined || box === undefined || width >= LABEL_WIDTH) return { left: 0, width, height }
  return { left: (width - LABEL_WIDTH) / 2, width: LABEL_WIDTH, height }
}

function xOf(
  line: Line,
  across: string,
  room: number,
  box: { readonly left: number },
  padding: { readonly left: number; readonly right: number },
): number {
  // An annotation stands at its bracket; what reads from the right stands at the other end of it.
  if (across === 'left' && line.direction === 'ltr') return padding.left
  if (across === 'left' || across === 'right') return room - padding.right - line.width
  return box.left + (room - line.width) / 2
}

function lineAt(line: Line, x: number, y: number): SVGElement {
  const span = document.createElementNS(SVG, 'tspan')
  attributes(span, { x: String(x), y: String(y) })
  span.textContent = isolated(line)
  return span
}

function attributes(node: SVGElement, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) node.setAttribute(name, value)
}

const heightOf = ({ fontSize, lineHeight }: Style): number => fontSize * lineHeight
const widest = (lines: readonly Line[]): number => lines.reduce((most, { width }) => Math.max(most, width), 0)
const pick = ({ x, y, width, height }: Bounds): Bounds => ({ x, y, width, height })

function alignOf(align = 'center-top'): { readonly across: string; readonly isMiddle: boolean } {
  const [across = 'center', down] = align.split('-')
  return { across, isMiddle: down === 'middle' }
}

function sides(padding: Padding = 0): Readonly<Record<'top' | 'left' | 'right' | 'bottom', number>> {
  if (typeof padding === 'number') return { top: padding, left: padding, right: padding, bottom: padding }
  return { top: 0, left: 0, right: 0, bottom: 0, ...padding }
}

/** What stands at the foot of a step: that it has steps inside, is done several times, or takes back another. */
const MARKERS = 18

function markersOf(element: Element | undefined): number {
  if (element === undefined) return 0
  const meaning = element.businessObject
  const isMarked =
    is(element, 'bpmn:CallActivity') ||
    is(element, 'bpmn:SubProcess') ||
    (is(element, 'bpmn:Activity') && (meaning.get('loopCharacteristics') || meaning.get('isForCompensation')))
  return isMarked ? MARKERS : 0
}

/** Measuring is most of what drawing a label costs, and the same words come again and again. */
const MEASURED = 20_000
const widths = new Map<string, number>()
let paper: CanvasRenderingContext2D | null | undefined

function measureIn({ fontWeight, fontSize, fontFamily }: Style): Measure {
  const font = `${fontWeight} ${fontSize}px ${fontFamily}`
  return (text) => {
    const key = `${fontSize}${fontWeight}\n${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    if (widths.size > MEASURED) widths.clear()
    paper ??= document.createElement('canvas').getContext('2d')
    if (!paper) return text.length * 6
    paper.font = font
    const { width } = paper.measureText(text)
    widths.set(key, width)
    return width
  }
}

export const letteringModule = { textRenderer: ['type', TextRenderer] }
