/** JSON as its author wrote it: the value, and where in the text each part of it stands, so that what nobody changed can be written again letter by letter. */
import type { JsonObject, JsonValue } from '../../../../engine/core/json.ts'

export type SourceNode = ScalarNode | ListNode | ObjectNode

interface Spot {
  readonly start: number
  readonly end: number
}

export interface ScalarNode extends Spot {
  readonly kind: 'scalar'
  readonly value: null | boolean | number | string
}

export interface ListNode extends Spot {
  readonly kind: 'list'
  readonly value: readonly JsonValue[]
  readonly items: readonly SourceNode[]
}

export interface ObjectNode extends Spot {
  readonly kind: 'object'
  readonly value: JsonObject
  readonly members: readonly Member[]
}

export interface Member {
  readonly key: string
  /** Where its name begins. */
  readonly start: number
  readonly node: SourceNode
}

export interface JsonSource {
  readonly text: string
  readonly root: SourceNode
  /** Of every list and object in the value, the place it was read from. */
  readonly nodes: ReadonlyMap<JsonValue, SourceNode>
}

export type ReadSource =
  | { readonly ok: true; readonly source: JsonSource }
  | { readonly ok: false; readonly reason: string }

/** Not JSON: the reason is the one JavaScript gives, with the place. */
export function readSource(text: string): ReadSource {
  try {
    JSON.parse(text)
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
  const reader = new Reader(text)
  const root = reader.value()
  return { ok: true, source: { text, root, nodes: reader.nodes } }
}

const TOKEN = /[ \t\r\n]*("(?:[^"\\]|\\.)*"|[{}[\],:]|[^ \t\r\n{}[\],:"]+)/y

/** The text is JSON for sure, so nothing is judged here. */
class Reader {
  readonly nodes = new Map<JsonValue, SourceNode>()
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  value(): SourceNode {
    const { token, start } = this.#next()
    if (token === '{') return this.#object(start)
    if (token === '[') return this.#list(start)
    const value: ScalarNode['value'] = JSON.parse(token)
    return { kind: 'scalar', value, start, end: this.#at }
  }

  #next(): { readonly token: string; readonly start: number } {
    TOKEN.lastIndex = this.#at
    const token = TOKEN.exec(this.#text)?.[1] ?? ''
    this.#at = TOKEN.lastIndex
    return { token, start: this.#at - token.length }
  }

  #peek(): string {
    const at = this.#at
    const { token } = this.#next()
    this.#at = at
    return token
  }

  #object(start: number): ObjectNode {
    const members: Member[] = []
    while (this.#peek() !== '}') {
      if (members.length > 0) this.#next()
      const name = this.#next()
      this.#next()
      const key: string = JSON.parse(name.token)
      members.push({ key, start: name.start, node: this.value() })
    }
    this.#next()
    const value: JsonObject = Object.fromEntries(members.map(({ key, node }) => [key, node.value]))
    const node: ObjectNode = { kind: 'object', value, members, start, end: this.#at }
    this.nodes.set(value, node)
    return node
  }

  #list(start: number): ListNode {
    const items: SourceNode[] = []
    while (this.#peek() !== ']') {
      if (items.length > 0) this.#next()
      items.push(this.value())
    }
    this.#next()
    const value: readonly JsonValue[] = items.map((it) => it.value)
    const node: ListNode = { kind: 'list', value, items, start, end: this.#at }
    this.nodes.set(value, node)
    return node
  }
}
