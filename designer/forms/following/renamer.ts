/** One answer, or one of the values to choose from, called otherwise: in an expression, in the path of a variable, among the values of a test. */
import { parse } from '../../../engine/core/feel/parse/parse.ts'
import { SyntaxFault } from '../../../engine/core/feel/parse/reader.ts'
import type { FeelNode } from '../../../engine/core/feel/syntax.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/core/json.ts'
import type { Pattern } from '../../../forms/place.ts'
import { escaped } from '../model/json/pointer.ts'
import { comparedIn, mentionsIn, renamedIn, revaluedIn } from '../model/mentions.ts'

export interface Renamer {
  readonly path: readonly string[]
  readonly name: string
  /** With its "=" or without, as it is given. */
  expression(text: string): string
  /** A context of variables: "={attendees: 50}". */
  given(text: string): string
  /** "request.attendees" */
  dotted(text: string): string
  /** Variables as a test writes them. */
  kept(variables: JsonObject): JsonObject
  /** What a column of a decision table that asks for the answer compares it with. */
  cell(text: string): string
  /** A condition in a document, which names the answer by what it was handed as. */
  condition(template: string): string
}

export function renamer(path: readonly string[], name: string): Renamer {
  const { isMeant: isPart, place } = meaning(path)
  const expression = behindSign((source) => renamedIn(source, mentionsIn(source, [''], isPart), place, name))
  return {
    path,
    name,
    expression,
    given: (text) => inContext(expression(text), path, name),
    kept: (variables) => keyRenamed(variables, path, name),
    cell: (text) => text,
    condition: (template) => template,
    dotted(text) {
      const [parts, prefix] = [text.split('.'), path.join('.')]
      const isMeant = text === prefix || text.startsWith(`${prefix}.`)
      return isMeant ? parts.with(path.length - 1, name).join('.') : text
    },
  }
}

/** (eq data.goods "food") */
const COMPARED = /(\(\s*(?:eq|ne)\s+)([^\s"'()]+\s+)(["'])([^"']*)\3/g

/** Called so only among the choices of the answer: the same word elsewhere is another. */
export function choiceRenamer(path: readonly string[], from: string, to: string): Renamer {
  const { isMeant, place } = meaning(path)
  const [before, after] = [JSON.stringify(from), JSON.stringify(to)]
  const name = path.at(-1) ?? ''
  return {
    path,
    name,
    expression: behindSign((source) => revaluedIn(source, comparedIn(source, [''], isMeant), place, from, to)),
    given: behindSign((source) => {
      const node = parse(source, 'expression', [])
      const value = node instanceof SyntaxFault ? undefined : valueAt(node, path)
      return value === undefined
        ? source
        : source.slice(0, value.start) +
            source.slice(value.start, value.end).replaceAll(before, after) +
            source.slice(value.end)
    }),
    dotted: (text) => text,
    kept: (variables) => valueRenamed(variables, path, from, to),
    cell: (text) => text.replaceAll(before, after),
    condition: (template) =>
      template.replaceAll(COMPARED, (whole, asks: string, named: string, quote: string, value: string) =>
        named.split('.').at(-1)?.trim() === name && value === from ? asks + named + quote + to + quote : whole,
      ),
  }
}

/** An answer and what leads to it. */
function meaning(path: readonly string[]): { readonly place: Pattern; isMeant(place: Pattern): boolean } {
  const parts = path.map(escaped)
  const places = parts.map((_, depth) => `/${parts.slice(0, depth + 1).join('/')}`)
  return { place: places.at(-1) ?? '', isMeant: (it) => places.includes(it) }
}

const behindSign =
  (change: (source: string) => string) =>
  (text: string): string => {
    const sign = /^\s*=/.exec(text)?.[0] ?? ''
    return sign + change(text.slice(sign.length))
  }

/** One that is chosen, or one of several. */
function valueRenamed(value: JsonObject, [key = '', ...rest]: readonly string[], from: string, to: string): JsonObject {
  const other = (it: JsonValue): JsonValue => {
    if (rest.length > 0) return isJsonObject(it) ? valueRenamed(it, rest, from, to) : it
    if (Array.isArray(it)) return it.map((one: JsonValue) => (one === from ? to : one))
    return it === from ? to : it
  }
  return Object.fromEntries(Object.entries(value).map(([own, it]) => [own, own === key ? other(it) : it]))
}

/** The key at the end of the path, wherever a context has the whole of it. */
function keyRenamed(value: JsonObject, [key = '', ...rest]: readonly string[], name: string): JsonObject {
  const change = ([own, it]: [string, JsonValue]): [string, JsonValue] => {
    if (own !== key) return [own, it]
    if (rest.length === 0) return [name, it]
    return [own, isJsonObject(it) ? keyRenamed(it, rest, name) : it]
  }
  return Object.fromEntries(Object.entries(value).map(change))
}

const inContext = (text: string, path: readonly string[], name: string): string =>
  behindSign((source) => {
    const node = parse(source, 'expression', [])
    const at = node instanceof SyntaxFault ? undefined : keyAt(source, node, path)
    return at === undefined ? source : source.slice(0, at[0]) + name + source.slice(at[1])
  })(text)

const valueIn = (node: FeelNode, key: string): FeelNode | undefined =>
  node.kind === 'context' ? node.entries.find(([own]) => own === key)?.[1] : undefined

const valueAt = (node: FeelNode, path: readonly string[]): FeelNode | undefined =>
  path.reduce<FeelNode | undefined>((at, key) => at && valueIn(at, key), node)

/** Where the last key of the path stands: before its value, with a colon between. */
function keyAt(
  source: string,
  node: FeelNode,
  [key = '', ...rest]: readonly string[],
): readonly [number, number] | undefined {
  const value = valueIn(node, key)
  if (value === undefined) return undefined
  if (rest.length > 0) return keyAt(source, value, rest)
  const before = /([\p{L}_][\p{L}\p{N}_]*)\s*:\s*$/u.exec(source.slice(0, value.start))
  return before?.[1] === key ? [before.index, before.index + key.length] : undefined
}
