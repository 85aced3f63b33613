/** News that waits to be delivered, agency by agency in turn, so that one that talks without end does not silence others. */
import type { AgencyId } from './core/ids.ts'

export interface Turns<T> {
  readonly size: number
  /** false: the agency's line is full and this was not taken. */
  add(agency: AgencyId, item: T): boolean
  /** Up to `most`: the oldest of each agency, then the second oldest of each, and so on. */
  take(most: number): T[]
}

/** @param longest how many may wait per agency */
export function turns<T>(longest: number): Turns<T> {
  const lines = new Map<AgencyId, T[]>()
  let size = 0
  return {
    get size() {
      return size
    },
    add(agency, item) {
      const line = lines.get(agency)
      if (line === undefined) lines.set(agency, [item])
      else if (line.length >= longest) return false
      else line.push(item)
      size++
      return true
    },
    take(most) {
      const taken: T[] = []
      const places = new Map<AgencyId, number>()
      for (let place = 0; taken.length < Math.min(most, size); place++)
        for (const [agency, line] of lines) {
          if (taken.length >= most || place >= line.length) continue
          taken.push(line[place] as T)
          places.set(agency, place + 1)
        }
      for (const [agency, count] of places) {
        const line = lines.get(agency)?.slice(count) ?? []
        if (line.length === 0) lines.delete(agency)
        else lines.set(agency, line)
      }
      size -= taken.length
      return taken
    },
  }
}
