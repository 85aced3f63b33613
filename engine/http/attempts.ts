/** Failed sign-ins per user name, within this process: enough to make guessing hopeless, forgotten soon enough for people. */
export interface Attempts {
  /** Counts one attempt; false when there were too many: do not even look at the password. */
  begin(user: string, now: number): boolean
  /** The right password was given. */
  forget(user: string): void
}

const MOST = 20
const WINDOW = 15 * 60_000
/** Beyond this many names the oldest are forgotten. */
const NAMES = 10_000

export function createAttempts(): Attempts {
  const counts = new Map<string, { readonly since: number; readonly count: number }>()
  return {
    begin(user, now) {
      const before = counts.get(user)
      const fresh = before === undefined || now - before.since > WINDOW
      const count = fresh ? 1 : before.count + 1
      if (count > MOST) return false
      counts.delete(user)
      counts.set(user, { since: fresh ? now : before.since, count })
      const [oldest] = counts.keys()
      if (counts.size > NAMES && oldest !== undefined) counts.delete(oldest)
      return true
    },
    forget: (user) => void counts.delete(user),
  }
}
