/** What the registers of other agencies answered, as it came: read out of the record by the number of the message. */
import { eventsOf, type HistoryRecord } from './history.ts'
import { isJsonObject, type JsonValue } from './json.ts'

export type RegisterReplies = ReadonlyMap<string, JsonValue>

/** By X-Road-Id. What came in with a job of the data bus is in the record whole, before the drawing picks from it. */
export function repliesIn(records: readonly HistoryRecord[]): RegisterReplies {
  const replies = new Map<string, JsonValue>()
  for (const record of records)
    for (const event of eventsOf(record)) {
      if (event.kind !== 'variablesSet') continue
      for (const value of Object.values(event.values)) {
        const reply = replyIn(value)
        if (reply) replies.set(...reply)
      }
    }
  return replies
}

function replyIn(value: JsonValue): readonly [string, JsonValue] | undefined {
  if (!isJsonObject(value) || !Object.hasOwn(value, 'body')) return undefined
  const { body = null, evidence } = value
  const id = evidence !== undefined && isJsonObject(evidence) ? evidence['messageId'] : undefined
  return typeof id === 'string' ? [id, body] : undefined
}

export interface Leaf {
  /** "person/name/ar" */
  readonly path: string
  readonly value: string
}

/** What stands in a reply, one line each, in its order; `most` at most. */
export function leavesOf(reply: JsonValue, most: number): readonly Leaf[] {
  const leaves: Leaf[] = []
  const walk = (value: JsonValue, path: readonly string[]): void => {
    if (leaves.length >= most) return
    if (typeof value !== 'object' || value === null) {
      leaves.push({ path: path.join('/'), value: value === null ? '' : String(value) })
      return
    }
    const entries = Array.isArray(value)
      ? value.map((one, at) => [String(at + 1), one] as const)
      : Object.entries(value)
    for (const [name, inner] of entries) if (inner !== undefined) walk(inner, [...path, name])
  }
  walk(reply, [])
  return leaves
}
