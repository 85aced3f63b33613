/** The courier's day: one round of deliveries at a time, the next when something is due. */
import { deliver, type CourierDeps } from './courier.ts'
import type { Wallet } from './room.ts'
import { expire } from './wallet.ts'

export interface Rounds {
  /** Something may be due: look at once. */
  wake(): void
  /** Resolves when no message is due any more; questions that still wait for an answer do not count. */
  quiet(): Promise<void>
  stop(): Promise<void>
}

const LONGEST_PAUSE = 1000

export function rounds(wallet: Wallet, courier: CourierDeps): Rounds {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let stopped = false

  function wake(): void {
    if (stopped || running !== undefined) return
    clearTimeout(timer)
    running = round().finally(() => {
      running = undefined
      if (stopped) return
      const due = courier.memory.errands().map((errand) => errand.due - courier.now())
      timer = setTimeout(wake, Math.max(1, Math.min(LONGEST_PAUSE, ...due)))
    })
  }

  async function round(): Promise<void> {
    expire(wallet)
    await deliver(courier)
  }

  return {
    wake,
    async quiet() {
      while (courier.memory.errands().some((errand) => errand.until === 'accepted' || errand.tries === 0)) {
        wake()
        await (running ?? new Promise((resolve) => setTimeout(resolve, 1)))
      }
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
