/** Chance that can be repeated: the same seed gives the same numbers (mulberry32). */
export interface Chance {
  /** Uniform in [0, 1). */
  fraction(): number
  /** Whole, from 0 up to but not including `end`. */
  below(end: number): number
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { fraction, below: (end) => Math.floor(fraction() * end) }
}
