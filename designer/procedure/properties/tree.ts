/** A drawing looked at from one of its elements: what stands beside it, around it, and under which ids. */
import { isElement, type ModdleElement } from '../../../engine/core/bpmn/element.ts'
import { bilingual } from '../../../engine/core/bilingual.ts'
import type { Editing } from './editing.ts'
import { children, text } from './extensions.ts'
import type { Named } from './facts.ts'

type Reading = Pick<Editing, 'get'>

const SCOPES = ['bpmn:Process', 'bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess']

export function definitionsOf(element: ModdleElement): ModdleElement {
  let at = element
  while (at.$parent !== undefined) at = at.$parent
  return at
}

export function scopeOf(element: ModdleElement): ModdleElement | undefined {
  let at = element.$parent
  while (at !== undefined && !SCOPES.includes(at.$type)) at = at.$parent
  return at
}

export function processOf(element: ModdleElement): ModdleElement | undefined {
  let at: ModdleElement | undefined = element
  while (at !== undefined && at.$type !== 'bpmn:Process') at = at.$parent
  return at
}

/** Steps and arrows of a scope and of the scopes in it. */
export function within(edit: Reading, scope: ModdleElement | undefined): readonly ModdleElement[] {
  return children(edit, scope, 'flowElements').flatMap((it) => [
    it,
    ...(SCOPES.includes(it.$type) ? within(edit, it) : []),
  ])
}

export const called = (edit: Reading, element: ModdleElement): Named => {
  const id = element.id ?? ''
  return { id, title: bilingual(text(edit, element, 'name') || id) }
}

export const rootsOf = (edit: Reading, definitions: ModdleElement, type: string): readonly ModdleElement[] =>
  children(edit, definitions, 'rootElements').filter((it) => it.$type === type)

export const eventDefinition = (edit: Reading, element: ModdleElement, type: string): ModdleElement | undefined =>
  children(edit, element, 'eventDefinitions').find((it) => it.$type === type)

/** "Message_1", "Message_2": the first that nothing in the file is called. */
export function freshId(edit: Reading, definitions: ModdleElement, prefix: string): string {
  const taken = new Set<string>()
  collect(edit, definitions, taken, new Set())
  let number = 1
  while (taken.has(`${prefix}${String(number)}`)) number++
  return `${prefix}${String(number)}`
}

function collect(edit: Reading, element: ModdleElement, taken: Set<string>, seen: Set<ModdleElement>): void {
  if (seen.has(element)) return
  seen.add(element)
  if (element.id !== undefined) taken.add(element.id)
  for (const name of Object.keys(element))
    for (const value of [edit.get(element, name)].flat()) if (isElement(value)) collect(edit, value, taken, seen)
}
