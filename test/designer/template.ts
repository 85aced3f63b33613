/**
 * An element template as a modeller reads it, and what it would refuse: the part of the published schema
 * (@camunda/zeebe-element-templates-json-schema, from 0.22 on) that our templates touch, written out by hand.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SCHEMA, type Binding, type Property, type Template } from '../../designer/procedure/templates/template.ts'

export const FOLDER = join(import.meta.dirname, '../../designer/element-templates')

export const FILES: readonly string[] = readdirSync(FOLDER).sort()

export const TEMPLATES: readonly Template[] = FILES.map(
  (file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Template,
)

export function template(id: string): Template {
  const found = TEMPLATES.find((it) => it.id === id)
  if (!found) throw new Error(`Expected a template ${id} in designer/element-templates, but found none`)
  return found
}

/** FEEL that a field of a type may ask for. */
const FEEL: Readonly<Record<string, readonly (string | undefined)[]>> = {
  Hidden: [undefined],
  Dropdown: [undefined],
  String: [undefined, 'optional', 'required'],
  Text: [undefined, 'optional', 'required'],
  Boolean: ['static'],
}

const BINDING_KEYS: Readonly<Record<Binding['type'], string>> = {
  'zeebe:taskDefinition': 'property',
  'zeebe:input': 'name',
  'zeebe:output': 'source',
  'zeebe:taskHeader': 'key',
}

/** What a modeller would not load, "property: reason". */
export function faultsOf(template: Template): readonly string[] {
  const faults: string[] = []
  if (template.$schema !== SCHEMA) faults.push('template: names the published schema')
  if (!Number.isInteger(template.version) || template.version < 1) faults.push('template: has a version')
  if (!template.appliesTo.includes(template.elementType.value)) faults.push('template: applies to what it makes')
  faults.push(...twice(template.groups.map((it) => it.id)), ...twice(template.properties.flatMap((it) => it.id ?? [])))
  return [...faults, ...template.properties.flatMap((it) => faultsOfProperty(it, template))]
}

function faultsOfProperty(property: Property, { groups, properties }: Template): readonly string[] {
  const { type, id, group, label, value, feel, choices, condition, binding } = property
  const hidden = type === 'Hidden'
  const chosen = properties.find((it) => it.id === condition?.property)
  const asked = [condition?.equals ?? [], ...(condition?.oneOf ?? [])].flat()
  const rules: readonly (readonly [holds: boolean, reason: string])[] = [
    [type in FEEL, 'is of a type there is'],
    [FEEL[type]?.includes(feel) === true, 'asks for FEEL where its type may'],
    [hidden ? value !== undefined : Boolean(id && label), 'has a value, or an id and a label'],
    [hidden || groups.some((it) => it.id === group), 'stands in a group there is'],
    [binding.type in BINDING_KEYS && Boolean(Reflect.get(binding, BINDING_KEYS[binding.type])), 'is bound to a place'],
    [(type === 'Dropdown') === (choices !== undefined), 'has choices if it is a dropdown'],
    [!choices || choices.some((it) => it.value === value), 'has one of its choices as its value'],
    [typeof value !== 'boolean' || type === 'Boolean', 'has a value of its type'],
    [condition === undefined || (chosen !== undefined && chosen !== property), 'depends on another property'],
    [condition === undefined || asked.every((it) => canBe(chosen, it)), 'depends on a value that can be chosen'],
    [!property.optional || binding.type !== 'zeebe:taskDefinition', 'is optional only where it may be missing'],
    [!property.optional || property.constraints?.notEmpty !== true, 'is optional or must be filled in, not both'],
    [
      !property.optional || property.constraints === undefined || property.constraints.notEmpty === false,
      'says "notEmpty": false among the constraints of what is optional',
    ],
  ]
  return rules.flatMap(([holds, reason]) => (holds ? [] : [`${id ?? type}: ${reason}`]))
}

const canBe = (property: Property | undefined, value: string | boolean): boolean =>
  property?.type === 'Boolean'
    ? typeof value === 'boolean'
    : property?.choices?.some((it) => it.value === value) === true

const twice = (ids: readonly string[]): readonly string[] =>
  ids.filter((it, index) => ids.indexOf(it) !== index).map((it) => `${it}: stands once`)
