/**
 * A line before something that serves a few at once, where agencies take turns: who asks without end waits behind their own
 * questions, and nobody else does.
 *
 * Of those who wait, the agency served longest ago comes next, with what it asked first.
 */
import type { AgencyId } from './ids.ts'

export interface FairQueue {
  /** undefined: so many of this agency wait already that nothing is done. */
  run<T>(agency: AgencyId, work: () => Promise<T>): Promise<T> | undefined
}

export interface FairQueueLimits {
  readonly atOnce: number
  /** Of one agency at once. */
  readonly ofOne: number
  /** Of one agency, beside those that are served. */
  readonly waiting: number
}

export function fairQueue({ atOnce, ofOne, waiting }: FairQueueLimits): FairQueue {
  const lines = new Map<AgencyId, (() => Promise<unknown>)[]>()
  const served = new Map<AgencyId, number>()
  /** The turn in which an agency was served last. */
  const turns = new Map<AgencyId, number>()
  let turn = 0
  let busy = 0

  const servedOf = (agency: AgencyId): number => served.get(agency) ?? 0

  function next(): void {
    if (busy >= atOnce) return
    const [agency] = [...lines.keys()]
      .filter((one) => servedOf(one) < ofOne)
      .toSorted((a, b) => (turns.get(a) ?? 0) - (turns.get(b) ?? 0))
    const line = agency && lines.get(agency)
    const work = line?.shift()
    if (agency === undefined || line === undefined || work === undefined) return
    if (line.length === 0) lines.delete(agency)
    turns.set(agency, ++turn)
    void serve(agency, work)
    next()
  }

  async function serve(agency: AgencyId, work: () => Promise<unknown>): Promise<void> {
    busy++
    served.set(agency, servedOf(agency) + 1)
    await work()
    busy--
    if (servedOf(agency) === 1) served.delete(agency)
    else served.set(agency, servedOf(agency) - 1)
    next()
  }

  return {
    run<T>(agency: AgencyId, work: () => Promise<T>) {
      const line = lines.get(agency) ?? []
      if (line.length >= waiting) return undefined
      return new Promise<T>((resolve, reject) => {
        line.push(() => work().then(resolve, reject))
        lines.set(agency, line)
        next()
      })
    },
  }
}
