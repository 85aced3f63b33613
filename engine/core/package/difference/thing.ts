/**
 * How packages are compared: each is taken apart into things (a step, a question, a fee), each thing into aspects (who
 * does it, whether it must be answered), and things of one name are held side by side.
 */
import type { JsonValue } from '../../json.ts'
import type { Text } from '../../text.ts'
import type { Subject, Weight } from './difference.ts'
import type { Side } from './side.ts'

export interface Thing {
  /** The same on both sides where it is the same thing. */
  readonly key: string
  readonly subject: Subject
  /** What it is called: "step “Review”". */
  readonly title: Text
  readonly file: string
  readonly place?: string
  /** Of the thing as a whole, and of every aspect that says no other. */
  readonly weight: Weight
  /** The whole of it in a line, told where it comes or goes. */
  readonly whole?: Text
  readonly aspects: ReadonlyMap<string, JsonValue>
  /** Where this thing knows better than the table of aspects how one of its aspects is read. */
  readonly show?: (aspect: string, value: JsonValue) => Text | undefined
}

/** What is said where one aspect of a thing changes. */
export interface Aspect {
  /** Its name in `Thing.aspects`, or the beginning of several names, "input/". */
  readonly of: string
  /** As people call it; of several, with what follows the beginning: "amount" of "input/amount". */
  readonly name: (rest: string) => Text
  readonly weight?: Weight
  readonly renames?: true
  /** As people read it; texts, durations and lists are known already. */
  readonly show?: (value: JsonValue, side: Side) => Text
  /** What holds where nothing is said, so that saying it or not is the same. */
  readonly usual?: JsonValue
  /** A sentence of its own. */
  readonly say?: (told: Told) => Text | undefined
}

export interface Told {
  readonly title: Text
  readonly rest: string
  readonly before?: Text
  readonly after?: Text
}

/** Which of the two a side is. */
export type Which = 'older' | 'newer'
export const otherThan = (which: Which): Which => (which === 'older' ? 'newer' : 'older')

/** One kind of thing: how it is found and what is said of it. */
export interface Comparison {
  things(side: Side, other: Side, which: Which): readonly Thing[]
  readonly aspects: readonly Aspect[]
}

/** Order of what both sides have; what came or went is told by itself. */
export const ORDER = 'order:'

/** JSON with its keys in order, so that what is written otherwise and says the same is the same. */
export function canonical(value: JsonValue): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}
