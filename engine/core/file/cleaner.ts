/**
 * Takes out of a picture, while it streams past, what is not the picture: where and with what it was taken, who owns the camera,
 * small copies of what was cut off, and whatever somebody put behind its end. The points themselves stay as they are.
 */
import type { FileFault } from './file-type.ts'

export interface Cleaner {
  /** @returns what of it stays, perhaps of what came before */
  add(bytes: Uint8Array): Uint8Array
  end(): Cleaned
}

export interface Cleaned {
  readonly rest: Uint8Array
  /** It never came to its own end. */
  readonly fault?: FileFault
}

const NOTHING = new Uint8Array()

/** One step over what has come and was not used yet; `use` bytes of it are done with. undefined: more has to come first. */
export type Step = (
  waiting: Uint8Array,
) => { readonly use: number; readonly keep: readonly Uint8Array[] } | 'end' | undefined

/** A cleaner that goes on step by step until one says that the picture ends here; what comes behind is dropped. */
export function steps(step: Step): Cleaner {
  let waiting: Uint8Array = NOTHING
  let ended = false
  return {
    add(bytes) {
      if (ended) return NOTHING
      waiting = joined(waiting, bytes)
      const kept: Uint8Array[] = []
      let at = 0
      for (let done = step(waiting); done !== undefined; done = step(waiting.subarray(at))) {
        if (done === 'end') {
          ended = true
          break
        }
        kept.push(...done.keep)
        at += done.use
      }
      waiting = ended ? NOTHING : waiting.slice(at)
      return joined(...kept)
    },
    end: () => (ended ? { rest: NOTHING } : { rest: NOTHING, fault: 'damaged' }),
  }
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const [first = NOTHING] = parts
  if (parts.length < 2) return first
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
