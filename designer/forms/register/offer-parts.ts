/** What a register's reply offers to choose from, as an analyst says it: which list, and which parts of an entry are the answer and its words. Written as FEEL, and read from it again. */
import { isVariableName } from '../../../engine/core/bpmn/variable.ts'
import { builtins } from '../../../engine/core/feel/builtins/table.ts'
import { forgivingNames } from '../../../engine/core/feel/compile/forgiving.ts'
import { parse } from '../../../engine/core/feel/parse/parse.ts'
import { SyntaxFault } from '../../../engine/core/feel/parse/reader.ts'
import type { FeelNode } from '../../../engine/core/feel/syntax.ts'
import { isJsonObject, type JsonObject } from '../../../engine/core/json.ts'

/** Names that lead to a value, from the outside in: ["name", "ar"]. */
export type Steps = readonly string[]

export interface OfferParts {
  /** From the reply to the list; none where the reply is the list. */
  readonly list: Steps
  /** Absent: an entry is a plain value, which is its own words. */
  readonly entry?: { readonly value: Steps; readonly ar: Steps; readonly en: Steps }
}

const ENTRY = 'entry'

export function offerText({ list, entry }: OfferParts): string {
  const domain = stepped('reply', list)
  if (entry === undefined) return `=${domain}`
  const part = (steps: Steps): string => stepped(ENTRY, steps)
  return `=for ${ENTRY} in ${domain} return {value: ${part(entry.value)}, ar: ${part(entry.ar)}, en: ${part(entry.en)}}`
}

const stepped = (from: string, steps: Steps): string =>
  steps.reduce((sum, it) => (isVariableName(it) ? `${sum}.${it}` : `get value(${sum}, ${JSON.stringify(it)})`), from)

/** undefined: it says more than can be shown in parts. */
export function offerParts(text: string): OfferParts | undefined {
  const node = parse(text.trim().replace(/^=/, ''), 'expression', [...builtins.keys(), ...forgivingNames])
  if (node instanceof SyntaxFault) return undefined
  if (node.kind !== 'for') return listed(node)
  const [iterator, ...others] = node.iterators
  if (iterator === undefined || others.length > 0 || iterator.until !== null || node.body.kind !== 'context')
    return undefined
  const list = stepsFrom('reply', iterator.domain)
  const parts = new Map(node.body.entries.map(([key, it]) => [key, stepsFrom(iterator.name, it)]))
  const [value, ar, en] = ['value', 'ar', 'en'].map((it) => parts.get(it))
  return list && value && ar && en && parts.size === 3 ? { list, entry: { value, ar, en } } : undefined
}

function listed(node: FeelNode): OfferParts | undefined {
  const list = stepsFrom('reply', node)
  return list && { list }
}

function stepsFrom(root: string, node: FeelNode): Steps | undefined {
  if (node.kind === 'name') return node.name === root ? [] : undefined
  if (node.kind === 'path') {
    const before = stepsFrom(root, node.base)
    return before && [...before, node.key]
  }
  if (node.kind !== 'call' || node.callee.kind !== 'name' || node.callee.name !== 'get value') return undefined
  const [base, key] = node.args.kind === 'positional' ? node.args.values : []
  if (base === undefined || key?.kind !== 'literal' || typeof key.value !== 'string') return undefined
  const before = stepsFrom(root, base)
  return before && [...before, key.value]
}

/** What the provider says of its reply: the lists in it, each with the plain parts of an entry. */
export interface ReplyList {
  readonly list: Steps
  /** None where the provider does not say, or where an entry is a plain value. */
  readonly parts: readonly Steps[]
  readonly plain: boolean
}

const DEEPEST = 4

export function listsIn(reply: JsonObject, list: Steps = []): readonly ReplyList[] {
  if (reply['type'] === 'array' || isJsonObject(reply['items'])) {
    const items = isJsonObject(reply['items']) ? reply['items'] : {}
    const parts = partsIn(items)
    const isObject = items['type'] === 'object' || items['properties'] !== undefined
    return [{ list, parts, plain: !isObject && items['type'] !== undefined }]
  }
  if (list.length >= DEEPEST) return []
  return innerOf(reply).flatMap(([name, it]) => listsIn(it, [...list, name]))
}

function partsIn(schema: JsonObject, before: Steps = []): readonly Steps[] {
  if (before.length >= DEEPEST) return []
  return innerOf(schema).flatMap(([name, it]) => {
    const steps = [...before, name]
    if (it['type'] === 'array') return []
    return it['type'] === 'object' || it['properties'] !== undefined ? partsIn(it, steps) : [steps]
  })
}

const innerOf = ({ properties }: JsonObject): readonly (readonly [string, JsonObject])[] =>
  isJsonObject(properties)
    ? Object.entries(properties).flatMap(([name, it]) => (isJsonObject(it) ? [[name, it] as const] : []))
    : []

/** The likeliest meaning of what a register replies, to begin with. */
export function likelyOffer(reply: JsonObject): OfferParts {
  const [first] = listsIn(reply)
  if (first === undefined) return { list: [] }
  return first.plain ? { list: first.list } : { list: first.list, entry: likelyEntry(first) }
}

/** Where the provider says nothing of an entry, names that registers have. */
export function likelyEntry({ parts }: ReplyList): NonNullable<OfferParts['entry']> {
  const [first = ['code']] = parts
  const found = (...shapes: readonly RegExp[]): Steps | undefined => {
    const fitting = shapes.map((shape) => parts.find((it) => shape.test(it.join('.'))))
    return fitting.find((it) => it !== undefined)
  }
  const name = found(/name|title|label|description/i) ?? (parts.length > 0 ? first : undefined)
  return {
    value: found(/^(code|id|value|key)$/i, /(code|id|number)$/i) ?? first,
    ar: found(/^(name|title|label)\.ar$/i, /(\.ar|Ar|_ar|Arabic)$/) ?? name ?? ['name', 'ar'],
    en: found(/^(name|title|label)\.en$/i, /(\.en|En|_en|English)$/) ?? name ?? ['name', 'en'],
  }
}
