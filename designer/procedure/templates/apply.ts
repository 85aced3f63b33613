/** Gives a step what a template asks for, reads it back, and takes it away again: all of it on the drawing's own tree, so that the drawing alone runs. */
import type { ModdleElement } from '../../../engine/core/bpmn/element.ts'
import type { Editing } from '../properties/editing.ts'
import { attribute, setAttribute, text } from '../properties/extensions.ts'
import { HEADERS, INPUTS, OUTPUTS, rowsOf, rowValue, setRow, setRows } from '../properties/rows.ts'
import { keyOf, placeOf, type Condition, type Property, type Template } from './template.ts'

type Reading = Pick<Editing, 'get'>

/** By key of the property; as the analyst sees them: FEEL with its "=", ticks as booleans. */
export type Answers = Readonly<Record<string, string | boolean>>

const ID = 'zeebe:modelerTemplate'
const VERSION = 'zeebe:modelerTemplateVersion'

export const templateIdOf = (edit: Reading, element: ModdleElement): string => text(edit, element, ID)

/** Writes what stands there already where the template has a place for it, else what it begins with; all else of the step stays. */
export function applyTemplate(edit: Editing, element: ModdleElement, template: Template, given: Answers = {}): void {
  edit.set(element, ID, template.id)
  edit.set(element, VERSION, template.version)
  const before = answersOf(edit, element, template)
  const answers = Object.fromEntries(
    template.properties.map((it) => [keyOf(it), given[keyOf(it)] ?? before[keyOf(it)] ?? it.value ?? '']),
  )
  write(edit, element, template, answers)
}

export function setAnswer(
  edit: Editing,
  element: ModdleElement,
  template: Template,
  key: string,
  value: string | boolean,
): void {
  write(edit, element, template, { ...withDefaults(edit, element, template), [key]: value })
}

/** What the step is known to be made from, and everything that template wrote, go away. */
export function removeTemplate(edit: Editing, element: ModdleElement, template: Template | undefined): void {
  edit.set(element, ID, undefined)
  edit.set(element, VERSION, undefined)
  edit.set(element, 'zeebe:modelerTemplateIcon', undefined)
  for (const property of template?.properties ?? []) put(edit, element, property, undefined)
}

/** What is written; a property that is not, is absent. */
export function answersOf(edit: Reading, element: ModdleElement, template: Template): Answers {
  return Object.fromEntries(
    template.properties.flatMap((property) => {
      const found = written(edit, element, property)
      return found === undefined ? [] : [[keyOf(property), shown(property, found)]]
    }),
  )
}

/** Properties that are asked for as the answers stand. A property that rests on a hidden one is hidden with it. */
export function asked(template: Template, answers: Answers): readonly Property[] {
  return template.properties.filter((it) => holds(template, it.condition, answers))
}

function withDefaults(edit: Reading, element: ModdleElement, template: Template): Answers {
  const before = answersOf(edit, element, template)
  return Object.fromEntries(
    template.properties.map((it) => [keyOf(it), before[keyOf(it)] ?? (it.optional === true ? '' : (it.value ?? ''))]),
  )
}

function write(edit: Editing, element: ModdleElement, template: Template, answers: Answers): void {
  const meant = asked(template, answers)
  const places = new Set(meant.map(placeOf))
  for (const property of template.properties)
    if (!places.has(placeOf(property))) put(edit, element, property, undefined)
  for (const property of meant) {
    const value = inFile(property, answers[keyOf(property)] ?? '')
    put(edit, element, property, value === '' ? undefined : value)
  }
}

function holds(template: Template, condition: Condition | undefined, answers: Answers): boolean {
  if (condition === undefined) return true
  const on = template.properties.find((it) => it.id === condition.property)
  if (on === undefined || !holds(template, on.condition, answers)) return false
  const value = answers[condition.property] ?? on.value ?? ''
  return condition.equals === value || condition.oneOf?.some((it) => it === value) === true
}

function written(edit: Reading, element: ModdleElement, { binding }: Property): string | undefined {
  switch (binding.type) {
    case 'zeebe:taskDefinition':
      return attribute(edit, element, 'zeebe:TaskDefinition', binding.property) || undefined
    case 'zeebe:input':
      return rowValue(edit, element, INPUTS, binding.name)
    case 'zeebe:taskHeader':
      return rowValue(edit, element, HEADERS, binding.key)
    case 'zeebe:output':
      return rowsOf(edit, element, OUTPUTS).find((it) => it.value === binding.source)?.name
  }
}

function put(edit: Editing, element: ModdleElement, { binding }: Property, value: string | undefined): void {
  switch (binding.type) {
    case 'zeebe:taskDefinition':
      return setAttribute(edit, element, 'zeebe:TaskDefinition', binding.property, value)
    case 'zeebe:input':
      return setRow(edit, element, INPUTS, binding.name, value)
    case 'zeebe:taskHeader':
      return setRow(edit, element, HEADERS, binding.key, value)
    case 'zeebe:output':
      return putOutput(edit, element, binding.source, value)
  }
}

function putOutput(edit: Editing, element: ModdleElement, source: string, target: string | undefined): void {
  const rows = rowsOf(edit, element, OUTPUTS)
  const at = rows.findIndex((it) => it.value === source)
  if (target === undefined) return setRows(edit, element, OUTPUTS, at < 0 ? rows : rows.toSpliced(at, 1))
  const row = { name: target, value: source }
  setRows(edit, element, OUTPUTS, at < 0 ? [...rows, row] : rows.with(at, row))
}

/** Ticks are FEEL in the file, and so is what must be FEEL. */
function inFile({ type, feel }: Property, value: string | boolean): string {
  const given = String(value).trim()
  if (type === 'Boolean') return `=${given === 'true' ? 'true' : 'false'}`
  return given !== '' && feel === 'required' && !given.startsWith('=') ? `=${given}` : given
}

const shown = ({ type }: Property, value: string): string | boolean =>
  type === 'Boolean' ? value.trim() === '=true' || value.trim() === 'true' : value
