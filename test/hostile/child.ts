/** Masar as it runs, in a process of its own that a test can watch: tells its address, and its memory when asked. */
import { createHash } from 'node:crypto'
import { DEFAULT_CONFIG } from '../../engine/config.ts'
import type { Role } from '../../engine/core/actor.ts'
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import { startServer } from '../../engine/server.ts'

export interface Ready {
  readonly kind: 'ready'
  readonly url: string
}
export interface Memory {
  readonly kind: 'memory'
  /** Bytes the process holds. */
  readonly bytes: number
}

const HOUR = 3_600_000
const ROLES: readonly Role[] = ['analyst', 'clerk', 'operator']

const { MASAR_DATA = '' } = process.env
const server = await startServer({
  ...DEFAULT_CONFIG,
  data: MASAR_DATA,
  port: 0,
  logLevel: 'silent',
  requestsPerMinute: 1_000_000,
})

/** The bearer token of each is its agency's name, written out. */
async function admit(agency: string): Promise<void> {
  const { accounts } = server.engine.deps.store
  const id = `${agency}.everyman` as UserId
  const now = Date.now()
  const password = 'scrypt$2$1$1$AAAA$AAAA'
  const known = { id, agency: agency as AgencyId, name: id, roles: ROLES, groups: [], password, disabled: false }
  await accounts.put({ ...known, createdAt: now })
  const tokenDigest = createHash('sha256').update(`${agency}-token-of-the-hostile-test`).digest('hex')
  await accounts.openSession({ tokenDigest, user: id, createdAt: now, lastSeenAt: now, expires: now + HOUR })
}

await admit('attacker')
await admit('neighbour')

const tell = (message: Ready | Memory): void => void process.send?.(message)
process.on('message', () => tell({ kind: 'memory', bytes: process.memoryUsage.rss() }))
tell({ kind: 'ready', url: server.url })
