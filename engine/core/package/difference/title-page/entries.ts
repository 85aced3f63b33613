/** Entries of a list in workflow.json that each have an id: what they are called and all they say. */
import { isJsonObject, type JsonObject } from '../../../json.ts'
import { isText, type Text } from '../../../text.ts'
import type { Subject, Weight } from '../difference.ts'
import { leavesOf, listAt } from '../leaves.ts'
import type { Side } from '../side.ts'
import type { Thing } from '../thing.ts'
import { named, same } from '../words.ts'

export interface Entries {
  /** Key in workflow.json. */
  readonly list: string
  readonly noun: Text
  readonly weight: Weight
  readonly subject: (id: string) => Subject
  /** What an entry is found by on the other side. */
  readonly keyOf: (entry: JsonObject) => string
  readonly titleOf: (entry: JsonObject) => Text | undefined
  readonly wholeOf?: (entry: JsonObject) => Text | undefined
}

export const FILE = 'workflow.json'

export function entriesOf({ workflow }: Side, of: Entries): readonly Thing[] {
  return listAt(workflow, of.list).flatMap((entry, index) => {
    if (entry === null || !isJsonObject(entry)) return []
    const key = of.keyOf(entry)
    const whole = of.wholeOf?.(entry)
    return [
      {
        key,
        subject: of.subject(key),
        title: named(of.noun, of.titleOf(entry) ?? same(key)),
        file: FILE,
        place: `/${of.list}/${String(index)}`,
        weight: of.weight,
        ...(whole ? { whole } : {}),
        aspects: leavesOf(entry, ['id']),
      },
    ]
  })
}

export const textAt = (entry: JsonObject, key: string): Text | undefined => {
  const value = entry[key]
  return isText(value) ? { ar: value.ar, en: value.en } : undefined
}

export const wordAt = (entry: JsonObject, key: string): string => {
  const value = entry[key]
  return typeof value === 'string' ? value : ''
}

/** The title of what an id stands for in a list of workflow.json. */
export function entryCalled({ workflow }: Side, list: 'legalBasis' | 'deadlines', id: string): Text {
  for (const entry of listAt(workflow, list))
    if (isJsonObject(entry) && entry['id'] === id) return textAt(entry, 'title') ?? same(id)
  return same(id)
}
