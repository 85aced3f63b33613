/** What zeebe says of an element beside its BPMN: read and changed piece by piece; what becomes empty goes away. */
import { isElement, type ModdleElement } from '../../../engine/core/bpmn/element.ts'
import type { Editing } from './editing.ts'

type Reading = Pick<Editing, 'get'>

export const text = (edit: Reading, element: ModdleElement | undefined, name: string): string => {
  const value = edit.get(element, name)
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

export const child = (edit: Reading, element: ModdleElement | undefined, name: string): ModdleElement | undefined => {
  const value = edit.get(element, name)
  return isElement(value) ? value : undefined
}

export const children = (edit: Reading, element: ModdleElement | undefined, name: string): readonly ModdleElement[] => {
  const value = edit.get(element, name)
  return Array.isArray(value) ? value.filter(isElement) : []
}

export const extension = (edit: Reading, holder: ModdleElement | undefined, type: string): ModdleElement | undefined =>
  children(edit, child(edit, holder, 'extensionElements'), 'values').find((it) => it.$type === type)

export const attribute = (edit: Reading, holder: ModdleElement | undefined, type: string, name: string): string =>
  text(edit, extension(edit, holder, type), name)

/** @param value empty: it goes away, and with it what then holds nothing */
export function setAttribute(edit: Editing, holder: ModdleElement, type: string, name: string, value: unknown): void {
  const given = value === '' ? undefined : value
  const found = extension(edit, holder, type)
  if (found === undefined) {
    if (given !== undefined) addExtension(edit, holder, type, { [name]: given })
    return
  }
  edit.set(found, name, given)
  prune(edit, holder, found)
}

export function addExtension(
  edit: Editing,
  holder: ModdleElement,
  type: string,
  values: Readonly<Record<string, unknown>>,
): ModdleElement {
  const around = child(edit, holder, 'extensionElements')
  if (around === undefined) {
    const elements = edit.make('bpmn:ExtensionElements', { values: [] }, holder)
    const made = edit.make(type, values, elements)
    edit.set(elements, 'values', [made])
    edit.set(holder, 'extensionElements', elements)
    return made
  }
  const made = edit.make(type, values, around)
  edit.set(around, 'values', [...children(edit, around, 'values'), made])
  return made
}

export function removeExtension(edit: Editing, holder: ModdleElement, type: string): void {
  const found = extension(edit, holder, type)
  if (found !== undefined) takeOut(edit, holder, found)
}

/** Takes an extension away in which nothing stands any more. */
export function prune(edit: Editing, holder: ModdleElement, found: ModdleElement): void {
  if (edit.isBare(found)) takeOut(edit, holder, found)
}

function takeOut(edit: Editing, holder: ModdleElement, gone: ModdleElement): void {
  const around = child(edit, holder, 'extensionElements')
  if (around === undefined) return
  edit.set(
    around,
    'values',
    children(edit, around, 'values').filter((it) => it !== gone),
  )
  if (edit.isBare(around)) edit.set(holder, 'extensionElements', undefined)
}

/** An expression in an element of its own: a condition, a duration. Empty: the element goes away. */
export function setBody(edit: Editing, holder: ModdleElement, name: string, body: string): void {
  const found = child(edit, holder, name)
  if (body === '') edit.set(holder, name, undefined)
  else if (found) edit.set(found, 'body', body)
  else edit.set(holder, name, edit.make('bpmn:FormalExpression', { body }, holder))
}

export const body = (edit: Reading, holder: ModdleElement | undefined, name: string): string =>
  text(edit, child(edit, holder, name), 'body')
