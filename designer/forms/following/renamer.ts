/** One answer called otherwise: in an expression, in the path of a variable, among the keys of values. */
import { parse } from '../../../engine/core/feel/parse/parse.ts'
import { SyntaxFault } from '../../../engine/core/feel/parse/reader.ts'
import type { FeelNode } from '../../../engine/core/feel/syntax.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/core/json.ts'
import { escaped } from '../model/json/pointer.ts'
import { mentionsIn, renamedIn } from '../model/mentions.ts'

export interface Renamer {
  readonly path: readonly string[]
  readonly name: string
  /** With its "=" or without, as it is given. */
  expression(text: string): string
  /** A context of variables: "={attendees: 50}". */
  given(text: string): string
  /** "request.attendees" */
  dotted(text: string): string
}

export function renamer(path: readonly string[], name: string): Renamer {
  const places = path.map(
    (_, depth) =>
      `/${path
        .slice(0, depth + 1)
        .map(escaped)
        .join('/')}`,
  )
  const place = places.at(-1) ?? ''
  const expression = (text: string): string => {
    const sign = /^\s*=/.exec(text)?.[0] ?? ''
    const source = text.slice(sign.length)
    return (
      sign +
      renamedIn(
        source,
        mentionsIn(source, [''], (it) => places.includes(it)),
        place,
        name,
      )
    )
  }
  return {
    path,
    name,
    expression,
    given: (text) => inContext(expression(text), path, name),
    dotted(text) {
      const [parts, prefix] = [text.split('.'), path.join('.')]
      const isMeant = text === prefix || text.startsWith(`${prefix}.`)
      return isMeant ? parts.with(path.length - 1, name).join('.') : text
    },
  }
}

/** The key at the end of the path, wherever a context has the whole of it. */
export function keyRenamed(value: JsonObject, [key = '', ...rest]: readonly string[], name: string): JsonObject {
  const change = ([own, it]: [string, JsonValue]): [string, JsonValue] => {
    if (own !== key) return [own, it]
    if (rest.length === 0) return [name, it]
    return [own, isJsonObject(it) ? keyRenamed(it, rest, name) : it]
  }
  return Object.fromEntries(Object.entries(value).map(change))
}

function inContext(text: string, path: readonly string[], name: string): string {
  const sign = /^\s*=/.exec(text)?.[0] ?? ''
  const source = text.slice(sign.length)
  const node = parse(source, 'expression', [])
  if (node instanceof SyntaxFault) return text
  const at = keyAt(source, node, path)
  if (at === undefined) return text
  const [start, end] = at
  return sign + source.slice(0, start) + name + source.slice(end)
}

/** Where the last key of the path stands: before its value, with a colon between. */
function keyAt(
  source: string,
  node: FeelNode,
  [key = '', ...rest]: readonly string[],
): readonly [number, number] | undefined {
  if (node.kind !== 'context') return undefined
  const value = node.entries.find(([own]) => own === key)?.[1]
  if (value === undefined) return undefined
  if (rest.length > 0) return keyAt(source, value, rest)
  const before = /([\p{L}_][\p{L}\p{N}_]*)\s*:\s*$/u.exec(source.slice(0, value.start))
  return before?.[1] === key ? [before.index, before.index + key.length] : undefined
}
