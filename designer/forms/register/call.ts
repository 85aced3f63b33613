/**
 * The question a form puts to another agency's register while it is filled in, as it stands in the file (`engine/core/package/form-calls.ts`), and what an analyst says of it: which
 * operation, and for each thing it wants to know where that comes from.
 */
import { builtins } from '../../../engine/core/feel/builtins/table.ts'
import { forgivingNames } from '../../../engine/core/feel/compile/forgiving.ts'
import { parse } from '../../../engine/core/feel/parse/parse.ts'
import { SyntaxFault } from '../../../engine/core/feel/parse/reader.ts'
import { isVariableName } from '../../../engine/core/bpmn/variable.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/core/json.ts'
import type { OfferedOperation, OfferedService, OperationInput } from '../../../engine/core/service-catalogue.ts'
import { likelyOffer, offerText } from './offer-parts.ts'

/** Where something the register wants to know comes from. */
export type Input =
  | { readonly kind: 'nothing' }
  /** The number of the citizen who fills the form in. */
  | { readonly kind: 'person' }
  /** A field of the form, or a variable. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'fixed'; readonly text: string }
  /** Anything else, as FEEL. */
  | { readonly kind: 'feel'; readonly source: string }

export function inputOf(written: JsonValue | undefined): Input {
  if (written === undefined) return { kind: 'nothing' }
  if (typeof written !== 'string' || !written.trim().startsWith('=')) return { kind: 'fixed', text: String(written) }
  const source = written.trim().slice(1).trim()
  if (source === 'person') return { kind: 'person' }
  return source.split('.').every(isVariableName) ? { kind: 'name', name: source } : { kind: 'feel', source }
}

export function writtenInput(input: Input): JsonValue | undefined {
  if (input.kind === 'nothing') return undefined
  if (input.kind === 'person') return '=person'
  if (input.kind === 'name') return `=${input.name}`
  return input.kind === 'fixed' ? input.text : `=${input.source}`
}

/** A question of a form is put by GET, with what stands in the address alone. */
export const canBeAsked = ({ method, inputs }: OfferedOperation): boolean =>
  method === 'GET' && inputs.every((it) => it.in === 'query' || it.in === 'path' || !it.required)

export const asksFor = ({ inputs }: OfferedOperation): readonly OperationInput[] =>
  inputs.filter((it) => it.in === 'query' || it.in === 'path')

/** @param known names of fields that answer what is called the same */
export function newCall(service: OfferedService, operation: OfferedOperation, known: readonly string[]): JsonObject {
  const given = (name: string): JsonValue | undefined => (known.includes(name) ? `=${name}` : undefined)
  const asked = asksFor(operation).filter((it) => it.in === 'query')
  const query = Object.fromEntries(
    asked.flatMap(({ name }): [string, JsonValue][] => {
      const value = given(name)
      return value === undefined ? [] : [[name, value]]
    }),
  )
  const path = pathOf(operation.path, (name) => inputOf(given(name)))
  return {
    service: service.id,
    ...(path === undefined ? {} : { path }),
    ...(Object.keys(query).length > 0 ? { query } : {}),
    offer: offerText(likelyOffer(operation.reply)),
  }
}

/** Which operation of the service a call means: the one of its path. */
export function operationOf(
  services: readonly OfferedService[],
  call: JsonObject,
): { readonly service: OfferedService; readonly operation: OfferedOperation } | undefined {
  const service = services.find((it) => it.id === call['service'])
  const operation = service?.operations.filter(canBeAsked).find((it) => pathInputs(it.path, call['path']) !== undefined)
  return service && operation && { service, operation }
}

const HOLE = /^\{(.+)\}$/

/** Segments of "persons/{id}" as FEEL, so that nothing an answer holds can leave its own. */
export function pathOf(template: string, input: (name: string) => Input): string | undefined {
  if (template === '') return undefined
  const parts = template.split('/')
  if (!parts.some((it) => HOLE.test(it))) return template
  const segments = parts.map((part) => {
    const hole = HOLE.exec(part)?.[1]
    const given = hole === undefined ? ({ kind: 'fixed', text: part } as const) : input(hole)
    if (given.kind === 'fixed') return JSON.stringify(given.text)
    if (given.kind === 'nothing') return 'null'
    return given.kind === 'person' ? 'person' : given.kind === 'name' ? given.name : given.source
  })
  return `=[${segments.join(', ')}]`
}

/** What stands in the holes of a path; undefined where the path is of another operation. */
export function pathInputs(template: string, written: JsonValue | undefined): ReadonlyMap<string, Input> | undefined {
  const parts = template === '' ? [] : template.split('/')
  const holes = parts.flatMap((part, index) => {
    const name = HOLE.exec(part)?.[1]
    return name === undefined ? [] : [{ name, index }]
  })
  if (holes.length === 0) return (written ?? '') === template ? new Map() : undefined
  const segments = typeof written === 'string' ? segmentsIn(written) : undefined
  const fits =
    segments?.length === parts.length && parts.every((it, at) => HOLE.test(it) || segments[at] === JSON.stringify(it))
  return fits ? new Map(holes.map(({ name, index }) => [name, segmentOf(segments[index] ?? '')])) : undefined
}

function segmentOf(source: string): Input {
  if (source === 'null') return { kind: 'nothing' }
  const text = /^"([^"\\]*)"$/.exec(source)?.[1]
  return text === undefined ? inputOf(`=${source}`) : { kind: 'fixed', text }
}

/** Each entry of a list, as it is written. */
function segmentsIn(written: string): readonly string[] | undefined {
  const source = written.trim().replace(/^=/, '')
  const node = parse(source, 'expression', [...builtins.keys(), ...forgivingNames])
  if (node instanceof SyntaxFault || node.kind !== 'list') return undefined
  return node.items.map(({ start, end }) => source.slice(start, end))
}

/** The call with what it wants to know from somewhere else. */
export function withInput(
  call: JsonObject,
  operation: OfferedOperation,
  { name, in: where }: OperationInput,
  input: Input,
): JsonObject {
  if (where === 'path') {
    const now = pathInputs(operation.path, call['path'])
    const path = pathOf(operation.path, (it) => (it === name ? input : (now?.get(it) ?? { kind: 'nothing' })))
    return path === undefined ? call : ordered({ ...call, path })
  }
  const { query: before, ...others } = call
  const query = { ...(isJsonObject(before) ? before : {}) } as Record<string, JsonValue>
  const value = writtenInput(input)
  if (value === undefined) delete query[name]
  else query[name] = value
  return ordered(Object.keys(query).length === 0 ? others : { ...others, query })
}

export const inputAt = (call: JsonObject, operation: OfferedOperation, { name, in: where }: OperationInput): Input => {
  if (where === 'path') return pathInputs(operation.path, call['path'])?.get(name) ?? { kind: 'nothing' }
  return inputOf(isJsonObject(call['query']) ? call['query'][name] : undefined)
}

/** What everybody is shown may not hang on who asks. */
export const asksWhoFills = ({ path, query }: JsonObject): boolean =>
  [path, ...Object.values(isJsonObject(query) ? query : {})].some(
    (it) => typeof it === 'string' && /^=.*\bperson\b/.test(it),
  )

const ORDER = ['service', 'path', 'query', 'offer', 'keep']

export const ordered = (call: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(call).toSorted(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b)))
