/** What the check found, drawn at the element it found it at: a badge that opens what is wrong and what to do about it. */
import type { DraftFiles } from '../../../engine/core/package/file-changes.ts'
import type { Finding } from '../../../engine/core/problem.ts'
import type { Language, Text } from '../../../engine/core/text.ts'
import { toldTo, type Told } from '../../check/wording.ts'
import type { Diagram, Element } from '../canvas/model.ts'

const TYPE = 'masar-finding'
const WORDS = {
  errors: { ar: 'أخطاء في {name}: {count}', en: 'Errors at {name}: {count}' },
  warnings: { ar: 'تنبيهات على {name}: {count}', en: 'Warnings at {name}: {count}' },
} as const satisfies Readonly<Record<string, Text>>

/** The findings of this drawing by the element they are at; what is at none the canvas shows goes to the file as a whole. */
export function placed(
  findings: readonly Finding[],
  diagram: Diagram,
): ReadonlyMap<Element | undefined, readonly Finding[]> {
  const registry = diagram.get('elementRegistry')
  return Map.groupBy(findings, ({ place }) => {
    const element = place === undefined ? undefined : registry.get(place)
    return element?.parent === undefined ? undefined : element
  })
}

/** Draws the marks anew; those of before are taken off. */
export function drawMarks(diagram: Diagram, findings: readonly Finding[], files: DraftFiles, language: Language): void {
  const overlays = diagram.get('overlays')
  const canvas = diagram.get('canvas')
  overlays.remove({ type: TYPE })
  for (const element of diagram.get('elementRegistry').getAll())
    for (const marker of ['finding-error', 'finding-warning'])
      if (element.parent && canvas.hasMarker(element, marker)) canvas.removeMarker(element, marker)
  for (const [element, found] of placed(findings, diagram)) {
    if (element === undefined) continue
    const severity = found.some((it) => it.severity === 'error') ? 'error' : 'warning'
    canvas.addMarker(element, `finding-${severity}`)
    const position = element.waypoints ? middleOf(element) : { top: -11, left: -11 }
    overlays.add(element, TYPE, {
      position,
      html: badge(
        element,
        found.map((it) => toldTo(it, files, language)),
        severity,
        language,
      ),
      // It is read at any zoom.
      scale: false,
    })
  }
}

/** Overlays of a flow stand in the box around it. */
function middleOf({ waypoints = [] }: Element): { readonly top: number; readonly left: number } {
  const [from, to] = [waypoints[0], waypoints[1]]
  if (!from || !to) return { top: 0, left: 0 }
  const left = Math.min(...waypoints.map(({ x }) => x))
  const top = Math.min(...waypoints.map(({ y }) => y))
  return { left: (from.x + to.x) / 2 - left - 11, top: (from.y + to.y) / 2 - top - 11 }
}

function badge(
  element: Element,
  found: readonly Told[],
  severity: Finding['severity'],
  language: Language,
): HTMLElement {
  const mark = document.createElement('div')
  mark.className = 'finding-mark'
  mark.dataset['severity'] = severity
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = severity === 'error' ? '!' : '?'
  button.setAttribute('aria-expanded', 'false')
  const words = severity === 'error' ? WORDS.errors : WORDS.warnings
  const name = element.businessObject.name ?? element.id
  button.setAttribute('aria-label', words[language].replace('{name}', name).replace('{count}', String(found.length)))
  const popup = document.createElement('div')
  popup.hidden = true
  popup.lang = language
  popup.dir = language === 'ar' ? 'rtl' : 'ltr'
  for (const told of found) popup.append(...said(told))
  const show = (isShown: boolean): void => {
    popup.hidden = !isShown
    button.setAttribute('aria-expanded', String(isShown))
  }
  button.addEventListener('click', () => show(popup.hidden !== false))
  mark.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') show(false)
  })
  // The canvas would take a press for the start of a drag.
  for (const event of ['mousedown', 'pointerdown', 'dblclick'])
    mark.addEventListener(event, (it) => it.stopPropagation())
  mark.append(button, popup)
  return mark
}

function said({ message: text, remedy }: Told): readonly HTMLElement[] {
  const message = document.createElement('p')
  message.textContent = text
  if (remedy === undefined) return [message]
  const todo = document.createElement('p')
  todo.className = 'remedy'
  todo.textContent = remedy
  return [message, todo]
}
