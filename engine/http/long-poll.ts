/** A worker that waits for work: answered as soon as there is some, or with nothing when its time, or the server's, ends. */
import type { JobRow } from '../core/job.ts'
import type { Wakeup } from '../core/wakeup.ts'

/** Work that fell due without news (a retry, a lease that ran out) is looked for this often. */
const LOOK_EVERY = 1_000

/**
 * @param wait milliseconds at most
 * @param ended the caller went away or the server stops: nothing is leased any more
 * @param fetch leases what there is now
 */
export async function longPoll(
  wakeup: Wakeup,
  types: readonly string[],
  wait: number,
  ended: AbortSignal,
  fetch: () => Promise<readonly JobRow[]>,
): Promise<readonly JobRow[]> {
  let over = wait <= 0
  const deadline = setTimeout(() => (over = true), wait)
  try {
    for (;;) {
      const news = nextJob(wakeup, types, ended, Math.min(LOOK_EVERY, wait))
      const jobs = ended.aborted ? [] : await fetch()
      if (jobs.length > 0 || over || ended.aborted) {
        news.cancel()
        return jobs
      }
      await news.heard
    }
  } finally {
    clearTimeout(deadline)
  }
}

/** Listens from the moment it is called, so that what is committed while jobs are looked for is heard. */
function nextJob(
  wakeup: Wakeup,
  types: readonly string[],
  ended: AbortSignal,
  atMost: number,
): { readonly heard: Promise<void>; cancel(): void } {
  let cancel = (): void => {}
  const heard = new Promise<void>((resolve) => {
    const stopListening = wakeup.listen(({ events }) => {
      if (events.some((event) => event.kind === 'jobOpened' && types.includes(event.job.type))) cancel()
    })
    const timer = setTimeout(() => cancel(), atMost)
    cancel = () => {
      stopListening()
      clearTimeout(timer)
      ended.removeEventListener('abort', cancel)
      resolve()
    }
    ended.addEventListener('abort', cancel)
  })
  return { heard, cancel: () => cancel() }
}
