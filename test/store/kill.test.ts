import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FAILPOINTS } from '../../engine/core/failpoint.ts'
import type { Store } from '../../engine/core/store.ts'
import { connect } from '../../engine/store/sqlite/file/driver.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { instance, local, MOJ, user } from '../contract/store/given.ts'
import { withFolder } from './folder.ts'

const SCRIPT = join(import.meta.dirname, 'dying.ts')
const OURS = FAILPOINTS.filter((name) => name.startsWith('store.'))
const APPLICATIONS = 40
const CLERK = { user: user('rana'), groups: ['clerks'] }

/** The rev up to which each application was acknowledged before the server died at the failpoint. */
function die(
  file: string,
  failpoint: string,
  hit: number,
): { signal: string | null; acknowledged: Map<number, number> } {
  const { stdout, signal } = spawnSync(process.execPath, [SCRIPT, file, failpoint, String(hit)], { encoding: 'utf8' })
  const lines = stdout.split('\n').filter((line) => /^\d+ \d+$/.test(line))
  return { signal, acknowledged: new Map(lines.map((line) => line.split(' ').map(Number) as [number, number])) }
}

/** What of application n is there: its rev, if every row that belongs to this rev is there and no other. */
async function wholeRev(store: Store, n: number): Promise<number | 'torn'> {
  const rev = (await store.instances.get(instance(n)))?.rev ?? 0
  const history = await store.instances.history(instance(n))
  const task = await store.tasks.get(instance(n), local(3))
  const job = await store.jobs.get(instance(n), local(4))
  const onDesk = await store.tasks.list({ agency: MOJ, status: 'open', visibleTo: CLERK, limit: APPLICATIONS })
  const offered = onDesk.items.some((item) => item.instance === instance(n))
  const opened = rev >= 1
  const whole =
    history.length === rev && (task !== undefined) === opened && offered === opened && (job !== undefined) === rev >= 2
  return whole ? rev : 'torn'
}

describe.each(OURS)('a server killed at %s', (failpoint) => {
  const hits = failpoint === 'store.mid-migration' ? [1, 2, 3] : [1, 2, 3, 5, 6, 7, 14]

  it.each(hits)('the %i. time has lost nothing it acknowledged, and starts again at once', async (hit) => {
    await withFolder(async (folder) => {
      const file = join(folder, 'masar.db')
      const { signal, acknowledged } = die(file, failpoint, hit)
      expect(signal).toBe('SIGKILL')
      const store = openSqlite({ file })
      const numbers = Array.from({ length: APPLICATIONS }, (_, index) => index + 1)
      const revs = await Promise.all(numbers.map((n) => wholeRev(store, n)))
      expect(revs).not.toContain('torn')
      const lost = [...acknowledged].filter(([n, rev]) => Number(revs[n - 1]) < rev)
      expect(lost).toEqual([])
      await store.close()
      const db = connect(file, 0)
      expect(db.pragma('integrity_check')).toBe('ok')
      db.close()
    })
  })
})
