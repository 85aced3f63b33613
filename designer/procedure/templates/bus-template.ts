/**
 * The element template of one operation of a data-bus service, made from what the bus says of it: each thing it wants to know is a field of its own.
 *
 * Fields are written as parts of the inputs `query` and `body` ("query.nationalId"); where a name is no name of a variable, they are asked for together, as one context.
 */
import { isVariableName } from '../../../engine/core/bpmn/variable.ts'
import { inBothLanguages } from '../../../engine/core/bilingual.ts'
import type { JsonObject, JsonValue } from '../../../engine/core/json.ts'
import type { OfferedOperation, OfferedService, OperationInput } from '../../../engine/core/service-catalogue.ts'
import type { Text } from '../../../engine/core/text.ts'
import { SCHEMA, shipped, type Property, type Template } from './template.ts'

export interface BusTemplate {
  readonly template: Template
  readonly service: OfferedService
  readonly operation: OfferedOperation
  /** JSON Schema of what is expected in a field, by its id. */
  readonly expected: ReadonlyMap<string, JsonObject>
}

const PREFIX = 'masar.databus:'

export const busTemplateId = (service: string, { method, path }: Pick<OfferedOperation, 'method' | 'path'>): string =>
  `${PREFIX}${service}#${method}${path === '' ? '' : ` ${path}`}`

export const isBusTemplateId = (id: string): boolean => id.startsWith(PREFIX)

export function busTemplate(service: OfferedService, operation: OfferedOperation): BusTemplate {
  const fields = fieldsOf(operation)
  return {
    template: {
      $schema: SCHEMA,
      id: busTemplateId(service.id, operation),
      version: 1,
      name: inBothLanguages(operation.title),
      description: service.id,
      appliesTo: ['bpmn:Task', 'bpmn:ServiceTask'],
      elementType: { value: 'bpmn:ServiceTask' },
      groups: GROUPS,
      properties: [
        hidden('masar:databus', { type: 'zeebe:taskDefinition', property: 'type' }),
        hidden(service.id, { type: 'zeebe:input', name: 'service' }),
        hidden(operation.method, { type: 'zeebe:input', name: 'method' }),
        ...fields.map(({ property }) => property),
        ...pathOf(operation),
        ...delivery(operation),
        bodyVariable(service.id),
      ],
    },
    service,
    operation,
    expected: new Map(fields.map(({ property, schema }) => [property.id ?? '', schema])),
  }
}

const GROUPS: Template['groups'] = [
  { id: 'request', label: 'ما يُسأل عنه · What is asked' },
  { id: 'reply', label: 'الجواب · Reply' },
  { id: 'delivery', label: 'التسليم والمحاولات · Delivery and attempts' },
]

const hidden = (value: string, binding: Property['binding']): Property => ({ type: 'Hidden', value, binding })

interface Field {
  readonly property: Property
  readonly schema: JsonObject
}

/** The input a field is a part of. Parts of a path are put together by `pathOf`. */
const HOLDERS = { query: 'query', body: 'body', header: 'headers', path: 'segment' } as const

function fieldsOf({ inputs }: OfferedOperation): readonly Field[] {
  const whole = inputs.filter((it) => it.in === 'content').map((it) => together('body', [it], it.schema))
  const parts = Object.entries(HOLDERS).flatMap(([place, holder]) => {
    const named = inputs.filter((it) => it.in === place)
    if (named.every(({ name }) => isVariableName(name))) return named.map((it) => fieldOf(holder, it))
    return [
      together(holder, named, {
        type: 'object',
        properties: Object.fromEntries(named.map((it) => [it.name, it.schema])),
      }),
    ]
  })
  return [...parts, ...whole]
}

function fieldOf(holder: string, input: OperationInput): Field {
  const id = `${holder}.${input.name}`
  const isText = input.schema['type'] === 'string'
  return {
    property: {
      id,
      group: 'request',
      label: inBothLanguages(input.title ?? { ar: input.name, en: input.name }),
      description: inBothLanguages(told(input)),
      type: 'String',
      feel: isText ? 'optional' : 'required',
      ...(input.required ? { constraints: { notEmpty: true } } : { optional: true }),
      binding: { type: 'zeebe:input', name: id },
    },
    schema: input.schema,
  }
}

function together(holder: string, inputs: readonly OperationInput[], schema: JsonObject): Field {
  const names = inputs.map(({ name }) => name).join(', ')
  const required = inputs.some((it) => it.required)
  return {
    property: {
      id: holder,
      group: 'request',
      label: 'البيانات المطلوبة · What is wanted',
      description: `سياق فيه · A context of {${names}}`,
      type: 'Text',
      feel: 'required',
      ...(required ? { constraints: { notEmpty: true } } : { optional: true }),
      binding: { type: 'zeebe:input', name: holder },
    },
    schema,
  }
}

/** A list of segments, so that nothing an answer holds can leave its own. */
function pathOf({ path }: OfferedOperation): readonly Property[] {
  if (path === '') return []
  const segments = path.split('/').map((part) => {
    const name = /^\{(.+)\}$/.exec(part)?.[1]
    if (name === undefined) return JSON.stringify(part)
    return isVariableName(name) ? `segment.${name}` : `get value(segment, ${JSON.stringify(name)})`
  })
  return [hidden(`=[${segments.join(', ')}]`, { type: 'zeebe:input', name: 'path' })]
}

/** How it is delivered is asked as the generic template asks it. */
function delivery({ method }: OfferedOperation): readonly Property[] {
  const names = method === 'POST' || method === 'PATCH' ? ['idempotent', 'statusService'] : []
  return ['userId', ...names, 'timeout', 'retries', 'resultVariable'].flatMap((id) => {
    const found = shipped('masar.databus')?.properties.find((it) => it.id === id)
    if (found === undefined) return []
    const { condition: _, ...property } = found
    return [{ ...property, group: 'delivery' }]
  })
}

const bodyVariable = (service: string): Property => ({
  id: 'output',
  group: 'reply',
  label: 'متغير متن الجواب · Variable of the reply',
  description: 'بهذا الاسم تقرؤه الخطوات التالية. · The steps after it read it by this name.',
  type: 'String',
  value: variableFor(service),
  constraints: {
    notEmpty: true,
    pattern: {
      value: '^[A-Za-z_][A-Za-z0-9_]*$',
      message: 'المتوقع اسم متغير بحروف لاتينية · Expected a variable name',
    },
  },
  binding: { type: 'zeebe:output', source: '=reply.body' },
})

/** "PS/GOV/MOI/civil-registry/getPerson/v1" answers a `person`. */
export function variableFor(service: string): string {
  const code = service.split('/')[4] ?? ''
  const noun = code.replace(/^(get|list|check|query|find|read|fetch)(?=[A-Z])/, '').replaceAll(/[^A-Za-z0-9]+/g, '_')
  const name = noun.charAt(0).toLowerCase() + noun.slice(1)
  return /^[A-Za-z_]/.test(name) && isVariableName(name) ? name : 'answer'
}

function told({ name, required, schema }: OperationInput): Text {
  const kind = KINDS[String(schema['type'])] ?? { ar: 'قيمة', en: 'value' }
  const must = required ? { ar: 'مطلوب', en: 'required' } : { ar: 'اختياري', en: 'optional' }
  const among = Array.isArray(schema['enum']) ? `: ${schema['enum'].map(plain).join(', ')}` : ''
  return { ar: `${name}: ${kind.ar}، ${must.ar}${among}`, en: `${name}: ${kind.en}, ${must.en}${among}` }
}

const plain = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value))

const KINDS: Readonly<Record<string, Text>> = {
  string: { ar: 'نص', en: 'text' },
  number: { ar: 'عدد', en: 'number' },
  integer: { ar: 'عدد صحيح', en: 'whole number' },
  boolean: { ar: 'نعم أو لا', en: 'yes or no' },
  array: { ar: 'قائمة', en: 'list' },
  object: { ar: 'سياق', en: 'context' },
}
