/**
 * Turning to another part of the application, or to one of its papers. Beside a form that is being filled in it is a button of
 * that form: what was typed is kept first, with scripts or without. Anywhere else it is a link.
 */
import { html, type Html } from '../../frame/html.ts'

export const PARTS = ['application', 'documents', 'history', 'notes'] as const
export type Part = (typeof PARTS)[number]

export const partOf = (asked: string): Part => PARTS.find((part) => part === asked) ?? 'application'

export interface Turned {
  readonly part: Part
  /** sha-256 of a document. */
  readonly paper?: string
}

export type Turn = (to: Turned, label: Html | string, isHere: boolean) => Html

const PREFIX = 'turn:'
const TASK_FORM = 'task-form'

export const linkTo = (here: string, { part, paper }: Turned): string =>
  `${here}?part=${part}${paper === undefined ? '' : `&paper=${paper}#paper`}`

/** @param here address of the page, without a query @param isFilling whether its form is being filled in */
export const turning =
  (here: string, isFilling: boolean): Turn =>
  (to, label, isHere) => {
    const current = isHere && html` aria-current="page"`
    const part = to.paper === undefined && html` data-part="${to.part}"`
    return isFilling
      ? html`<button class="turn" form="${TASK_FORM}" name="action" value="${PREFIX}${to.part}:${to.paper ?? ''}" ${part}${current}>${label}</button>`
      : html`<a href="${linkTo(here, to)}" ${part}${current}>${label}</a>`
  }

/** Where the pressed button leads; undefined where another one was pressed. */
export function turnedTo(action: string): Turned | undefined {
  if (!action.startsWith(PREFIX)) return undefined
  const [part = '', paper = ''] = action.slice(PREFIX.length).split(':')
  return { part: partOf(part), ...(/^[0-9a-f]{64}$/.test(paper) ? { paper } : {}) }
}
