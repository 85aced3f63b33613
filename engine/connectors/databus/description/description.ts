/**
 * How a provider describes its service (OpenAPI 3, JSON or YAML), read for an analyst: operations by version, what each wants to know and what it answers.
 *
 * It is foreign text: whatever cannot be made sense of is left out or said, and nothing it holds can make reading it long.
 */
import { parse } from 'yaml'
import { isJsonObject, jsonFault, type JsonObject, type JsonValue } from '../../../core/json.ts'
import { METHODS, type Method, type OfferedOperation, type OperationInput } from '../../../core/service-catalogue.ts'
import type { Text } from '../../../core/text.ts'
import { references, type References } from './references.ts'

export type Description = Described | { readonly unreadable: string }

export interface Described {
  readonly title: Text
  readonly description?: Text
  readonly versions: readonly VersionOfService[]
}

export interface VersionOfService {
  /** "v1", the first segment of its paths; empty where they have none. */
  readonly version: string
  readonly operations: readonly OfferedOperation[]
}

const VERSION = /^v[0-9]{1,4}(\.[0-9]{1,4}){0,2}$/
const MOST_ALIASES = 100

export function readDescription(text: string, code: string): Description {
  const document = documentOf(text)
  if (document === undefined) return { unreadable: 'Expected JSON or YAML as description, but found something else' }
  if (!String(document['openapi']).startsWith('3.'))
    return { unreadable: `Expected OpenAPI 3, but found ${textIn(document, 'swagger') ?? 'something else'}` }
  const info = objectIn(document, 'info')
  const known = references(document)
  const versions = new Map<string, OfferedOperation[]>()
  for (const [address, item] of Object.entries(objectIn(document, 'paths'))) {
    const { version, path } = split(address)
    const operations = versions.get(version) ?? []
    versions.set(version, operations)
    operations.push(...operationsOf(path, known.follow(item), known))
  }
  const description = textIn(info, 'description')
  return {
    title: both(textIn(info, 'title') ?? code),
    ...(description === undefined ? {} : { description: both(description) }),
    versions: [...versions].map(([version, operations]) => ({ version, operations })),
  }
}

function documentOf(text: string): JsonObject | undefined {
  try {
    const value: unknown = text.trimStart().startsWith('{')
      ? JSON.parse(text)
      : parse(text, { maxAliasCount: MOST_ALIASES })
    return isJsonObject(value) && jsonFault(value) === null ? value : undefined
  } catch {
    return undefined
  }
}

function split(address: string): { readonly version: string; readonly path: string } {
  const [first = '', ...rest] = address.split('/').filter((part) => part !== '')
  return VERSION.test(first)
    ? { version: first, path: rest.join('/') }
    : { version: '', path: [first, ...rest].filter((part) => part !== '').join('/') }
}

function operationsOf(path: string, item: JsonObject, known: References): readonly OfferedOperation[] {
  return METHODS.flatMap((method) => {
    const operation = item[method.toLowerCase()]
    return isJsonObject(operation) ? [operationOf(method, path, item, operation, known)] : []
  })
}

function operationOf(
  method: Method,
  path: string,
  item: JsonObject,
  operation: JsonObject,
  known: References,
): OfferedOperation {
  const title = textIn(operation, 'summary') ?? textIn(operation, 'operationId') ?? `${method} ${path}`
  return {
    method,
    path,
    title: both(title),
    inputs: [...parametersOf(item, operation, known), ...bodyOf(operation, known)],
    reply: replyOf(operation, known),
  }
}

const PLACES: ReadonlySet<JsonValue | undefined> = new Set(['query', 'path', 'header'])

/** Those of the operation go before those of its path. */
function parametersOf(item: JsonObject, operation: JsonObject, known: References): readonly OperationInput[] {
  const found = new Map<string, OperationInput>()
  for (const one of [...listIn(item, 'parameters'), ...listIn(operation, 'parameters')].map(known.follow)) {
    const name = textIn(one, 'name')
    const place = one['in']
    if (name === undefined || !PLACES.has(place)) continue
    found.set(`${String(place)} ${name}`, {
      name,
      in: place as 'query' | 'path' | 'header',
      required: one['required'] === true,
      ...titled(textIn(one, 'description')),
      schema: known.schema(one['schema'] ?? {}),
    })
  }
  return [...found.values()]
}

function bodyOf(operation: JsonObject, known: References): readonly OperationInput[] {
  const asked = known.follow(operation['requestBody'] ?? {})
  const given = jsonContent(asked)
  if (given === undefined) return []
  const schema = known.schema(given)
  const fields = schema['properties']
  if (!isJsonObject(fields)) return [{ name: 'body', in: 'content', required: asked['required'] === true, schema }]
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  return Object.entries(fields).map(([name, field]) => ({
    name,
    in: 'body',
    required: required.includes(name),
    ...titled(isJsonObject(field) ? (textIn(field, 'title') ?? textIn(field, 'description')) : undefined),
    schema: isJsonObject(field) ? field : {},
  }))
}

function replyOf(operation: JsonObject, known: References): JsonObject {
  const replies = objectIn(operation, 'responses')
  const code = Object.keys(replies).find((it) => /^2(\d\d|XX)$/.test(it)) ?? 'default'
  return known.schema(jsonContent(known.follow(replies[code] ?? {})) ?? {})
}

function jsonContent(holder: JsonObject): JsonValue | undefined {
  const content = objectIn(holder, 'content')
  const type = Object.keys(content).find((it) => /^application\/([a-z0-9.+-]+\+)?json\b/i.test(it))
  const media = type === undefined ? undefined : content[type]
  return isJsonObject(media) ? (media['schema'] ?? {}) : undefined
}

/** "بيانات شخص · A person": both languages in one line, as names are on a diagram; one alone stands for both. */
function both(line: string): Text {
  const [ar = '', en = ''] = line.split(' · ', 2).map((it) => it.trim())
  return ar !== '' && en !== '' ? { ar, en } : { ar: line, en: line }
}

const titled = (line: string | undefined): { readonly title?: Text } =>
  line === undefined ? {} : { title: both(line) }

const objectIn = (holder: JsonObject, name: string): JsonObject => {
  const value = holder[name]
  return isJsonObject(value) ? value : {}
}

const listIn = (holder: JsonObject, name: string): readonly JsonValue[] => {
  const value = holder[name]
  return Array.isArray(value) ? value : []
}

function textIn(holder: JsonObject, name: string): string | undefined {
  const value = holder[name]
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
