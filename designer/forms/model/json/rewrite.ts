/**
 * Writes a changed JSON file so that only what changed reads otherwise: whatever is the same value as before keeps its letters, its spaces and its line ends, also where it moved.
 *
 * A part is the same where it is the very object that was read (`source.ts`), or equal to what stood under its key. New parts take the manner of what is around them.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../engine/core/json.ts'
import type { JsonSource, ListNode, ObjectNode, SourceNode } from './source.ts'
import { paired } from './paired.ts'
import { isSame } from './pointer.ts'

const STEP = '  '
const WIDEST = 100

/** The whole text with this value in place of the one that was read. */
export function rewritten(source: JsonSource, value: JsonValue): string {
  const { text, root } = source
  return text.slice(0, root.start) + new Writer(source).over(root, value) + text.slice(root.end)
}

/** A new file, or a new part of one that begins at this indentation. */
export function written(value: JsonValue, indent = ''): string {
  const inner = indent + STEP
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value
    const short = inOneLine(items)
    const isFlat = items.every((it) => typeof it !== 'object' || it === null)
    if (items.length === 0 || (isFlat && short.length <= WIDEST)) return short
    return `[\n${items.map((it) => inner + written(it, inner)).join(',\n')}\n${indent}]`
  }
  if (!isJsonObject(value)) return JSON.stringify(value)
  const entries = Object.entries(value)
  if (entries.length === 0) return '{}'
  const lines = entries.map(([key, it]) => `${inner}${JSON.stringify(key)}: ${written(it, inner)}`)
  return `{\n${lines.join(',\n')}\n${indent}}`
}

function inOneLine(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map((it: JsonValue) => inOneLine(it)).join(', ')}]`
  if (!isJsonObject(value)) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, it]) => `${JSON.stringify(key)}: ${inOneLine(it)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

/** What is written for one member, and what stood before it, where it was there already. */
interface Part {
  readonly text: string
  readonly before: string | undefined
}

class Writer {
  readonly #source: JsonSource

  constructor(source: JsonSource) {
    this.#source = source
  }

  /** What stands at this place now, with another value. */
  over(node: SourceNode, value: JsonValue): string {
    if (isSame(node.value, value)) return this.#slice(node.start, node.end)
    const indent = this.#indentAt(node.start)
    if (node.kind === 'object' && isJsonObject(value) && node.members.length > 0) return this.#object(node, value)
    if (node.kind === 'list' && Array.isArray(value) && node.items.length > 0) return this.#list(node, value)
    return this.#anew(value, indent, false)
  }

  #slice(start: number, end: number): string {
    return this.#source.text.slice(start, end)
  }

  /** The spaces its line begins with. */
  #indentAt(at: number): string {
    const line = this.#source.text.slice(this.#source.text.lastIndexOf('\n', at - 1) + 1, at)
    return /^[ \t]*/.exec(line)?.[0] ?? ''
  }

  /** What was elsewhere comes along as it was written there; what is new is laid out. */
  #anew(value: JsonValue, indent: string, flat: boolean): string {
    const known = this.#source.nodes.get(value)
    if (known !== undefined) {
      const was = this.#indentAt(known.start)
      return this.#slice(known.start, known.end).replaceAll(`\n${was}`, `\n${indent}`)
    }
    if (flat) return inOneLine(value)
    if (Array.isArray(value)) return this.#newList(value, indent)
    if (!isJsonObject(value) || Object.keys(value).length === 0) return written(value, indent)
    const inner = indent + STEP
    const lines = Object.entries(value).map(
      ([key, it]) => `${inner}${JSON.stringify(key)}: ${this.#anew(it, inner, false)}`,
    )
    return `{\n${lines.join(',\n')}\n${indent}}`
  }

  #newList(items: readonly JsonValue[], indent: string): string {
    if (items.every((it) => typeof it !== 'object' || it === null)) return written(items, indent)
    const inner = indent + STEP
    return `[\n${items.map((it) => inner + this.#anew(it, inner, false)).join(',\n')}\n${indent}]`
  }

  #object(node: ObjectNode, value: JsonObject): string {
    const { members } = node
    const starts = members.map((it) => it.start)
    const ends = members.map((it) => it.node.end)
    const style = this.#styleOf(node, starts, ends)
    const names = namesOf(node, value)
    // A name that is new where one has gone is that one, called otherwise: its spaces stay.
    const renamed = members.length === names.length ? members : []
    const parts = names.map((key, index): Part => {
      const item = value[key] ?? null
      const at = members.findIndex((it) => it.key === key)
      const gone = renamed[index]
      const old = at >= 0 ? at : gone !== undefined && !Object.hasOwn(value, gone.key) ? index : -1
      const member = members[old]
      if (member === undefined)
        return { text: `${JSON.stringify(key)}: ${this.#anew(item, style.inner, style.flat)}`, before: undefined }
      const name = at >= 0 ? undefined : JSON.stringify(key)
      const lead = this.#slice(member.start, member.node.start)
      const between = name === undefined ? lead : name + lead.slice(lead.lastIndexOf('"') + 1)
      return { text: between + this.over(member.node, item), before: old === 0 ? undefined : style.before[old] }
    })
    return this.#joined(parts, style)
  }

  #list(node: ListNode, value: readonly JsonValue[]): string {
    const { items } = node
    const style = this.#styleOf(
      node,
      items.map((it) => it.start),
      items.map((it) => it.end),
    )
    const olds = paired(node.value, value)
    const parts = value.map((it, index): Part => {
      const at = olds[index] ?? -1
      const old = items[at]
      if (old === undefined) return { text: this.#anew(it, style.inner, style.flat), before: undefined }
      return { text: this.over(old, it), before: at === 0 ? undefined : style.before[at] }
    })
    return this.#joined(parts, style)
  }

  #styleOf(node: SourceNode, starts: readonly number[], ends: readonly number[]): Style {
    const first = starts[0] ?? node.start + 1
    const open = this.#slice(node.start, first)
    const flat = !open.includes('\n')
    return {
      open,
      flat,
      inner: flat ? this.#indentAt(node.start) : this.#indentAt(first),
      before: starts.map((start, index) => (index === 0 ? open : this.#slice(ends[index - 1] ?? start, start))),
      close: this.#slice(ends.at(-1) ?? first, node.end),
      otherwise: flat ? ', ' : `,${open.slice(1)}`,
    }
  }

  #joined(parts: readonly Part[], { open, close, otherwise, before }: Style): string {
    if (parts.length === 0) return open.slice(0, 1) + close.slice(-1)
    const usual = before[1] ?? otherwise
    return open + parts.map((it, index) => (index === 0 ? '' : (it.before ?? usual)) + it.text).join('') + close
  }
}

/** JavaScript puts names that are numbers first; the file need not. */
function namesOf({ members }: ObjectNode, value: JsonObject): readonly string[] {
  const names = Object.keys(value)
  if (!names.some((it) => /^\d+$/.test(it))) return names
  const known = members.map((it) => it.key).filter((it) => Object.hasOwn(value, it))
  return [...known, ...names.filter((it) => !known.includes(it))]
}

/** How a list or an object is laid out. */
interface Style {
  readonly open: string
  readonly flat: boolean
  /** Indentation of what is inside. */
  readonly inner: string
  /** What stands before each of its parts. */
  readonly before: readonly string[]
  readonly close: string
  /** What stands between two parts where there was but one. */
  readonly otherwise: string
}
