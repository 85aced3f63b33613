/** Saving over the network: the server's drafts, the browser's own copy, its clock and its chance. */
import { DRAFTS } from '../server/drafts.ts'
import { person } from '../server/page.ts'
import type { Keeper } from './autosave.ts'
import { localCopy } from './local-copy.ts'

export function keeperOfServer(): Keeper {
  return {
    copy: localCopy(person().id),
    get: DRAFTS.get,
    change: DRAFTS.change,
    lock: DRAFTS.lock,
    unlock: DRAFTS.unlock,
    newName: () => crypto.randomUUID(),
    later(milliseconds, work) {
      const timer = window.setTimeout(work, milliseconds)
      return () => window.clearTimeout(timer)
    },
  }
}
