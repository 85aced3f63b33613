/** What the double remembers until it stops: sessions, one-time codes and tokens, each for its time. */
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

interface Kept {
  readonly payload: AdapterPayload
  /** Epoch milliseconds. */
  readonly until: number
}

/** Beyond this many the oldest are forgotten. */
const MOST = 2_000

export function memory(now: () => number): AdapterFactory {
  const all = new Map<string, Kept>()
  const find = (key: string): AdapterPayload | undefined => {
    const kept = all.get(key)
    return kept !== undefined && kept.until > now() ? kept.payload : undefined
  }
  const findBy = (name: string, field: 'uid' | 'userCode', value: string): AdapterPayload | undefined => {
    const found = [...all].find(([key, { payload }]) => key.startsWith(`${name} `) && payload[field] === value)
    return found && find(found[0])
  }
  return (name): Adapter => ({
    async upsert(id, payload, expiresIn) {
      all.delete(`${name} ${id}`)
      all.set(`${name} ${id}`, { payload, until: expiresIn === undefined ? Infinity : now() + expiresIn * 1_000 })
      const [oldest] = all.keys()
      if (all.size > MOST && oldest !== undefined) all.delete(oldest)
    },
    find: async (id) => find(`${name} ${id}`),
    findByUid: async (uid) => findBy(name, 'uid', uid),
    findByUserCode: async (code) => findBy(name, 'userCode', code),
    async consume(id) {
      const payload = find(`${name} ${id}`)
      if (payload) payload.consumed = Math.floor(now() / 1_000)
    },
    async destroy(id) {
      all.delete(`${name} ${id}`)
    },
    async revokeByGrantId(grant) {
      for (const [key, { payload }] of all) if (payload.grantId === grant) all.delete(key)
    },
  })
}
