/**
 * A shape of a drawing taken apart: everything the file says of it but where it is drawn, each under a name.
 *
 * Mappings, headers and properties are found by what they are called ("input/amount"), what an event waits for by its
 * kind ("event/timer/timeDuration"). What it refers to beside the process (message, error, signal, escalation) counts as its own.
 */
import { childrenOf, isElement, textOf, type ModdleElement } from '../../../bpmn/element.ts'
import { bilingual } from '../../../bilingual.ts'
import type { JsonValue } from '../../../json.ts'
import { ORDER } from '../thing.ts'

/** Told by other things, or by nobody: `flowElements` and lanes are things of their own. */
const NOT_ITS_OWN = new Set([
  'id',
  'incoming',
  'outgoing',
  'flowElements',
  'laneSets',
  'childLaneSet',
  'flowNodeRef',
  'artifacts',
  'default',
  'sourceRef',
  'targetRef',
  'di',
])

const BESIDE = new Set(['bpmn:Message', 'bpmn:Error', 'bpmn:Signal', 'bpmn:Escalation'])

/** Lists whose entries have a name: the list, what names an entry, and what is called so. */
const CALLED: Readonly<Record<string, readonly [prefix: string, by: string, value: string]>> = {
  'zeebe:Input': ['input', 'target', 'source'],
  'zeebe:Output': ['output', 'target', 'source'],
  'zeebe:Header': ['header', 'key', 'value'],
  'zeebe:Property': ['property', 'name', 'value'],
}

export function anatomyOf(element: ModdleElement): Map<string, JsonValue> {
  const found = new Map<string, JsonValue>([['type', element.$type]])
  visit(element, '', found)
  return found
}

function visit(element: ModdleElement, at: string, found: Map<string, JsonValue>): void {
  for (const name of Object.getOwnPropertyNames(element)) {
    const value: unknown = Reflect.get(element, name)
    if (name.startsWith('$') || (at === '' ? NOT_ITS_OWN.has(name) : name === 'id')) continue
    if (isDefault(element, name, value)) continue
    take(element, value, join(at, name), name, found)
  }
  for (const [name, value] of Object.entries(element.$attrs ?? {}))
    if (!name.startsWith('xmlns')) put(found, join(at, `attribute/${name}`), String(value))
}

function take(owner: ModdleElement, value: unknown, at: string, name: string, found: Map<string, JsonValue>): void {
  if (isElement(value)) return inner(owner, value, at, found)
  if (Array.isArray(value)) return list(owner, value, at, found)
  if (typeof value === 'string') return put(found, at, at === 'name' ? { ...bilingual(value) } : value.trim())
  if (typeof value === 'boolean' || typeof value === 'number') put(found, at, value)
  else if (value !== undefined && value !== null) throw new Error(`Expected ${name} to be text, number or element`)
}

function inner(owner: ModdleElement, value: ModdleElement, at: string, found: Map<string, JsonValue>): void {
  if (value.$parent !== owner && !BESIDE.has(value.$type)) return put(found, at, value.id ?? '')
  if (value.$type === 'bpmn:ExtensionElements') return take(owner, valuesOf(value), '', 'values', found)
  const body = bodyOf(value)
  if (body !== undefined) return put(found, at, body)
  const before = found.size
  visit(value, at, found)
  if (found.size === before) put(found, at, true)
}

/** An expression is its text. */
function bodyOf(value: ModdleElement): string | undefined {
  if (!value.$type.endsWith('Expression')) return undefined
  const body = value.get('body')
  return typeof body === 'string' ? body.trim() : ''
}

const valuesOf = (extensions: ModdleElement): readonly ModdleElement[] => childrenOf(extensions, 'values')

function list(owner: ModdleElement, values: readonly unknown[], at: string, found: Map<string, JsonValue>): void {
  const orders = new Map<string, string[]>()
  for (const value of values) {
    if (!isElement(value)) {
      put(found, at, String(value))
      continue
    }
    const called = CALLED[value.$type]
    if (called) {
      const [prefix, by, what] = called
      const name = String(value.get(by) ?? '')
      put(found, `${prefix}/${name}`, String(value.get(what) ?? ''))
      orders.set(prefix, [...(orders.get(prefix) ?? []), name])
    } else if (value.$parent !== owner && owner.$type !== value.$type && !isExtension(value))
      put(found, at, value.id ?? '')
    else if (bodyOf(value) !== undefined) put(found, at, bodyOf(value) ?? '')
    else {
      const before = found.size
      visit(value, join(at, shortName(value)), found)
      if (found.size === before) put(found, join(at, shortName(value)), true)
    }
  }
  for (const [prefix, names] of orders)
    if (prefix === 'input' || prefix === 'output') found.set(`${ORDER}${prefix}`, names)
}

const isExtension = (value: ModdleElement): boolean => value.$parent?.$type === 'bpmn:ExtensionElements'

/** "timer" of bpmn:TimerEventDefinition, "userTask" of zeebe:UserTask, "property/total" of a property called so. */
function shortName(element: ModdleElement): string {
  const local = element.$type.slice(element.$type.indexOf(':') + 1).replace(/EventDefinition$/, '')
  const name = local.slice(0, 1).toLowerCase() + local.slice(1)
  const own = textOf(element, 'name')
  return own === undefined ? name : `${name}/${own}`
}

const join = (at: string, name: string): string => (at === '' ? name : `${at}/${name}`)

/** A second value of one name is counted on. */
function put(found: Map<string, JsonValue>, at: string, value: JsonValue): void {
  let name = at
  for (let twin = 2; found.has(name); twin++) name = `${at}#${String(twin)}`
  found.set(name, value)
}

/** Written out or left unsaid, a default is the same. */
function isDefault(element: ModdleElement, name: string, value: unknown): boolean {
  const prototype: unknown = Object.getPrototypeOf(element)
  return typeof prototype === 'object' && prototype !== null && Reflect.get(prototype, name) === value
}
