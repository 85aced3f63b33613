/**
 * The library's own ids, counted instead of drawn by lot: the same state and command give the same ones.
 *
 * It makes them from `Math.random().toString(16)` and nowhere else. While a command is decided, which is synchronous and
 * ours alone, that gives a number that is written as the next count; whatever happens, chance is put back after it.
 */

/** @param from the count that was given last @returns what `work` gives, and the count given last */
export function counted<T>(from: number, work: () => T): { readonly result: T; readonly last: number } {
  const { random } = Math
  let last = from
  Math.random = () => new Count(++last) as unknown as number
  try {
    return { result: work(), last }
  } finally {
    Math.random = random
  }
}

/** A new id of ours, counted with the library's own. */
export const nextId = (prefix: string): string => `${prefix}_${Math.random().toString(16).substring(2)}`

class Count {
  readonly #count: number

  constructor(count: number) {
    this.#count = count
  }

  /** The library leaves out the first two characters, "0.". */
  toString(): string {
    return `0.${this.#count.toString(36)}`
  }

  valueOf(): number {
    return 0.5
  }
}
