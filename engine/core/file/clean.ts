/** The cleaner for whatever comes, known by how it begins: what is no picture stays as it is. */
import { joined, type Cleaner } from './cleaner.ts'
import { kindOf } from './table.ts'

/** Enough to know any kind by. */
const START = 64
const NOTHING = new Uint8Array()

export function cleaner(): Cleaner {
  let start: Uint8Array = NOTHING
  let chosen: Cleaner | undefined
  return {
    add(bytes) {
      if (chosen) return chosen.add(bytes)
      start = joined(start, bytes)
      if (start.length < START) return NOTHING
      chosen = cleanerFor(start)
      return chosen.add(start)
    },
    end() {
      if (chosen) return chosen.end()
      chosen = cleanerFor(start)
      const first = chosen.add(start)
      const { rest, ...end } = chosen.end()
      return { ...end, rest: joined(first, rest) }
    },
  }
}

const AS_IT_IS: Cleaner = { add: (bytes) => bytes, end: () => ({ rest: NOTHING }) }

const cleanerFor = (start: Uint8Array): Cleaner =>
  kindOf(String.fromCharCode(...start.subarray(0, START)))?.cleaner?.() ?? AS_IT_IS
