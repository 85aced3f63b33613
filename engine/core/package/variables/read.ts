/**
 * Every word in a package that may be the name of a variable somebody reads: in expressions, decisions, forms, papers, the
 * title page, and in the shared packages it uses. Rather too many than too few: who is missing here is said to be unread.
 */
import { inputsOf, outputsOf } from '../../bpmn/data.ts'
import type { Node } from '../../bpmn/diagram.ts'
import { childrenOf, extensionOf, propertiesOf, textOf } from '../../bpmn/element.ts'
import { expressionsIn } from '../../bpmn/expressions.ts'
import type { Decision } from '../../dmn/decision.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../json.ts'
import type { CheckedPackage } from '../checked.ts'
import type { Form } from '../form.ts'
import type { Source } from './known.ts'

export interface Readers extends Source {
  readonly decisions: ReadonlyMap<string, Decision>
  readonly templates: ReadonlyMap<string, string>
}

const WORDS = /[\p{L}_][\p{L}\p{M}\p{N}_]*/gu
const wordsIn = (text: string): readonly string[] => text.match(WORDS) ?? []

export function namesRead({ workflow, diagrams, forms, decisions, templates, shared }: Readers): ReadonlySet<string> {
  const texts = [
    ...diagrams.flatMap((it) => [
      ...expressionsIn(it).flatMap(({ feel, field, text }) =>
        feel === 'never' && !field.endsWith('variableNames') ? [] : [text],
      ),
      ...it.nodes.flatMap(textsOfNode),
    ]),
    ...[...forms.values()].flatMap(textsOfForm),
    ...templates.values(),
    ...[...decisions.values()].flatMap((it) => it.inputs),
    JSON.stringify(workflow ?? {}),
  ]
  const names = new Set(texts.flatMap(wordsIn))
  for (const found of shared.values()) if (found) for (const name of readByShared(found)) names.add(name)
  return names
}

/** Where something is copied from, and what is written for connectors and for Masar itself. */
function textsOfNode(node: Node): readonly string[] {
  const headers = childrenOf(extensionOf(node.element, 'zeebe:TaskHeaders'), 'values')
  return [
    ...[...inputsOf(node), ...outputsOf(node)].map(({ source }) => source),
    ...headers.map((it) => textOf(it, 'value') ?? ''),
    ...[...propertiesOf(node.element)].flatMap(([name, value]) => (name.endsWith('Variable') ? [] : [value])),
  ]
}

const CONDITIONS = ['if', 'not', 'allOf', 'anyOf', 'oneOf', 'dependentRequired', 'dependentSchemas'] as const

/** What a form asks of its own fields and of variables; that it has a field is no reading. */
const textsOfForm = ({ ui, schema }: Form): readonly string[] => [
  ...CONDITIONS.flatMap((it) => (schema[it] === undefined ? [] : [JSON.stringify(schema[it])])),
  ...feelIn(schema),
  ...(ui === undefined ? [] : written(ui)),
]

function feelIn(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return value.startsWith('=') ? [value] : []
  if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap(feelIn)
  return isJsonObject(value) ? Object.values(value).flatMap((it) => (it === undefined ? [] : feelIn(it))) : []
}

/** Of the layout all but the place of a field and the words people read. */
const SPOKEN: ReadonlySet<string> = new Set(['scope', 'label', 'text', 'title'])

function written(layout: JsonObject): readonly string[] {
  return Object.entries(layout).flatMap(([key, value]) => {
    if (value === undefined || (SPOKEN.has(key) && layout['type'] !== undefined)) return []
    return writtenIn(value)
  })
}

function writtenIn(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap(writtenIn)
  return isJsonObject(value) ? written(value) : []
}

const ofShared = new WeakMap<CheckedPackage, ReadonlySet<string>>()

/** A shared package stays as it is, and it is large. */
function readByShared(found: CheckedPackage): ReadonlySet<string> {
  const before = ofShared.get(found)
  if (before) return before
  const { programs, forms, templates, decisions } = found
  const texts = [
    ...[...programs.values()].map(({ elements }) => JSON.stringify(elements)),
    ...[...forms.values()].flatMap(textsOfForm),
    ...templates.values(),
    ...[...decisions.values()].flatMap((it) => it.inputs),
  ]
  const names = new Set(texts.flatMap(wordsIn))
  ofShared.set(found, names)
  return names
}
