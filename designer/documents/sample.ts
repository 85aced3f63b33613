/** Values to print a template with: guessed from how each is used, so that every name in it has one; changed by whoever looks. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import { WORDS } from '../../engine/core/template/words.ts'
import { insideOf, isQuoted, readExpression, unquoted } from './expression.ts'
import { tokensOf } from './tokens.ts'

export const WORD_NAMES: readonly string[] = Object.keys(WORDS)

interface Use {
  readonly path: readonly string[]
  readonly value: JsonValue
}

const TEXT: JsonValue = { ar: 'نص للتجربة', en: 'Sample text' }
/** Where nothing says what a value is. */
const PLAIN = 'نص Sample'

const BY_WORD: Readonly<Record<string, JsonValue>> = {
  date: '2026-11-23',
  number: 3,
  text: TEXT,
  code: '900000001',
  qr: 'https://example.ps',
  not: true,
  and: true,
  or: true,
}

/** Two of each list. */
const ENTRIES = 2
/** A step into a list. */
const EACH = '*'

export function sampleFor(source: string): JsonObject {
  const uses = usesIn(source)
  const shallowFirst = [...uses].sort((a, b) => a.path.length - b.path.length)
  return shallowFirst.reduce<JsonObject>((sample, { path, value }) => placed(sample, path, value), {})
}

function usesIn(source: string): readonly Use[] {
  const found: Use[] = []
  const scopes: (readonly string[])[] = [[]]
  const add = (value: string, sample: JsonValue): void => {
    const path = pathOf(value, scopes)
    if (path !== undefined) found.push({ path, value: sample })
  }
  for (const token of tokensOf(source)) {
    if (token.kind === 'end') scopes.pop()
    if (token.kind === 'begin') {
      const path = pathOf(token.args, scopes)
      if (path !== undefined) found.push({ path, value: token.word === 'each' ? [] : true })
      else expression(token.args, add)
      const within =
        token.word === 'each' ? [...(path ?? []), EACH] : token.word === 'with' ? (path ?? []) : scopes.at(-1)
      scopes.push(within ?? [])
    }
    if (token.kind === 'value') expression(insideOf(token.source), add)
  }
  return found.filter(({ path }) => path[0] !== 'document')
}

function expression(source: string, add: (value: string, sample: JsonValue) => void): void {
  const { word, values } = readExpression(source.replaceAll(/^\(|\)$/g, ''), WORD_NAMES)
  for (const [at, value] of values.entries()) {
    if (value.startsWith('(')) expression(value, add)
    else add(value, sampleOf(word, values, at))
  }
}

function sampleOf(word: string, values: readonly string[], at: number): JsonValue {
  if (word === 'money') {
    if (values.length > 1) return at === 0 ? '25.00' : 'ILS'
    return { amount: '25.00', currency: 'ILS' }
  }
  if (word === 'eq') {
    const other = values[1 - at] ?? ''
    return isQuoted(other) ? unquoted(other) : PLAIN
  }
  return BY_WORD[word] ?? PLAIN
}

const NAME = /^(?:this\.|@root\.|\.\.\/)*[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u

/** @returns undefined for texts, numbers and what is no name */
function pathOf(value: string, scopes: readonly (readonly string[])[]): readonly string[] | undefined {
  if (value === 'this' || value === '.') return scopes.at(-1)
  if (!NAME.test(value) || value === 'true' || value === 'false' || value === 'null') return undefined
  const isRoot = value.startsWith('@root.')
  const up = value.split('../').length - 1
  // A choice is no step inwards.
  const holders = scopes.filter((it, index) => it !== scopes[index - 1])
  const scope = isRoot ? [] : (holders.at(-1 - up) ?? [])
  return [...scope, ...value.replaceAll(/this\.|@root\.|\.\.\//g, '').split('.')]
}

function placed(sample: JsonObject, path: readonly string[], value: JsonValue): JsonObject {
  const next = put(sample, path, value)
  return isJsonObject(next) ? next : sample
}

function put(into: JsonValue | undefined, [key, ...rest]: readonly string[], value: JsonValue): JsonValue {
  if (key === undefined) return better(into, value)
  if (key === EACH) {
    const list: readonly JsonValue[] =
      Array.isArray(into) && into.length > 0
        ? (into as readonly JsonValue[])
        : Array.from({ length: ENTRIES }, () => PLAIN)
    return list.map((item) => put(rest.length === 0 && item === PLAIN ? undefined : item, rest, value))
  }
  const before: JsonObject = isJsonObject(into) ? into : {}
  return { ...before, [key]: put(before[key], rest, value) }
}

/** What says more stays: a text in both languages over "it is there". */
function better(before: JsonValue | undefined, value: JsonValue): JsonValue {
  if (before === undefined || before === true || before === PLAIN) return value
  if (Array.isArray(value) && value.length === 0) return Array.isArray(before) ? before : [PLAIN, PLAIN]
  return before
}

export interface SampleLeaf {
  /** A JSON pointer without its first slash: "holder/name/ar". */
  readonly path: string
  readonly value: string | number | boolean
}

export function leavesOf(value: JsonValue, path = ''): readonly SampleLeaf[] {
  const inside = (key: string): string => (path === '' ? key : `${path}/${key}`)
  if (Array.isArray(value))
    return value.flatMap((item: JsonValue, index: number) => leavesOf(item, inside(String(index))))
  if (isJsonObject(value)) return Object.entries(value).flatMap(([key, item]) => leavesOf(item, inside(key)))
  return value === null ? [] : [{ path, value: value as string | number | boolean }]
}

/** @param own values by path, as whoever looks has typed them */
export function withOwn(
  value: JsonValue,
  own: Readonly<Record<string, string | number | boolean>>,
  path = '',
): JsonValue {
  const inside = (key: string): string => (path === '' ? key : `${path}/${key}`)
  if (Array.isArray(value))
    return value.map((item: JsonValue, index: number) => withOwn(item, own, inside(String(index))))
  if (isJsonObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withOwn(item, own, inside(key))]))
  return own[path] ?? value
}
