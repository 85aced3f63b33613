/** A store that fails in the middle: everything of a write is there, or nothing. */
import { describe, expect, it } from 'vitest'
import type { FailpointName } from '../../../engine/core/failpoint.ts'
import { ProblemError } from '../../../engine/core/problem.ts'
import type { Store } from '../../../engine/core/store.ts'
import {
  AT,
  committed,
  instance,
  local,
  MOJ,
  openJob,
  openTask,
  publish,
  start,
  step,
  subscribe,
  user,
  type Open,
} from './given.ts'

const RICH = step(1, 1, {
  changes: [
    openTask(1, 3, { candidateGroups: ['clerks', 'judges'] }),
    openJob(1, 4),
    { kind: 'openTimer', instance: instance(1), id: local(5), due: AT },
    subscribe(1, 6),
    publish('m-1'),
    { kind: 'assignTask', instance: instance(1), id: local(3), assignee: user('rana') },
  ],
})

/** Everything RICH writes, as one value to compare. */
async function traces(store: Store): Promise<unknown> {
  return {
    rev: (await store.instances.get(instance(1)))?.rev,
    history: (await store.instances.history(instance(1))).length,
    tasks: (await store.tasks.list({ agency: MOJ, limit: 10 })).items.length,
    mine: (await store.tasks.list({ agency: MOJ, status: 'open', assignee: user('rana'), limit: 10 })).items.length,
    jobs: (await store.jobs.list({ limit: 10 })).length,
    timer: await store.timers.next(),
    subscribed: (await store.messages.subscribers(MOJ, 'judgment', '77', 'x')).length,
    message: (await store.messages.get(MOJ, 'judgment', 'm-1')) !== undefined,
  }
}

const NOTHING = { rev: 1, history: 1, tasks: 0, mine: 0, jobs: 0, timer: undefined, subscribed: 0, message: false }
const ALL = { rev: 2, history: 2, tasks: 1, mine: 1, jobs: 1, timer: AT, subscribed: 1, message: true }

function diskError(code: string): Error {
  return Object.assign(new Error('injected'), { code })
}

/** Fails at the n-th hit of a failpoint, and for good or that once. */
function fuse(): {
  at(name: FailpointName, n: number, lasts: 'once' | 'for good', code?: string): void
  hit(name: FailpointName): void
  blown(): boolean
} {
  let armed: { name: FailpointName; left: number; lasts: 'once' | 'for good'; code: string } | undefined
  let blown = false
  return {
    at: (name, n, lasts, code = 'SQLITE_FULL') => {
      armed = { name, left: n, lasts, code }
      blown = false
    },
    hit: (name) => {
      if (armed?.name !== name) return
      armed.left--
      if (armed.left > 0 || (armed.lasts === 'once' && blown)) return
      blown = true
      throw diskError(armed.code)
    },
    blown: () => blown,
  }
}

export function failures(open: Open): void {
  const withFuse = async <T>(test: (store: Store, line: ReturnType<typeof fuse>) => Promise<T>): Promise<T> => {
    const line = fuse()
    const { store, close } = await open(line.hit)
    try {
      await committed(store, start(1))
      return await test(store, line)
    } finally {
      await close()
    }
  }

  /** The disk breaks for good at the n-th statement of RICH; then it is mended and RICH is sent again. */
  const breakAt = (n: number) =>
    withFuse(async (store, line) => {
      line.at('store.before-statement', n, 'for good')
      const result = await store.commit(RICH).catch((error: unknown) => error)
      const blown = line.blown()
      const after = await traces(store)
      line.at('store.before-statement', Infinity, 'once')
      const again = (await store.commit(RICH)).kind
      return { blown, result, after, again, inTheEnd: await traces(store) }
    })

  describe('when the disk fails', () => {
    it('at the n-th statement, for every n, nothing of the write is kept and it is taken when sent again', async () => {
      const outcomes: Awaited<ReturnType<typeof breakAt>>[] = []
      do outcomes.push(await breakAt(outcomes.length + 1))
      while (outcomes.at(-1)?.blown === true)
      const unbroken = outcomes.pop()
      expect(unbroken).toEqual({
        blown: false,
        result: { kind: 'committed' },
        after: ALL,
        again: 'conflict',
        inTheEnd: ALL,
      })
      const broken = { blown: true, after: NOTHING, again: 'committed', inTheEnd: ALL }
      expect(outcomes).toEqual(outcomes.map(({ result }) => ({ ...broken, result })))
      expect(outcomes.map(({ result }) => result)).toEqual(
        outcomes.map(() => expect.objectContaining({ problem: expect.objectContaining({ kind: 'unavailable' }) })),
      )
      expect(outcomes.length).toBeGreaterThan(RICH.changes.length)
    })

    it('at the n-th statement of a group, every write of the group is whole or refused', async () => {
      for (const n of [1, 2, 5, 11, 12, 15, 20]) {
        await withFuse(async (store, line) => {
          line.at('store.before-statement', n, 'once')
          const results = await Promise.all([store.commit(RICH), store.commit(start(2)), store.commit(start(3))])
          expect(line.blown()).toBe(n <= 15)
          expect(results.map(({ kind }) => kind)).toEqual(['committed', 'committed', 'committed'])
          expect(await traces(store)).toEqual(ALL)
        })
      }
    })

    it.each(['store.mid-group', 'store.before-commit'] as const)(
      'at %s, nobody is told that it was kept',
      async (name) => {
        await withFuse(async (store, line) => {
          line.at(name, 1, 'for good', 'SQLITE_IOERR_WRITE')
          const results = await Promise.allSettled([store.commit(RICH), store.commit(start(2))])
          expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
          expect(await traces(store)).toEqual(NOTHING)
          expect(await store.instances.get(instance(2))).toBeUndefined()
        })
      },
    )

    it('after the commit, nobody is told, and what was written is whole', async () => {
      await withFuse(async (store, line) => {
        line.at('store.after-commit', 1, 'once')
        await expect(store.commit(RICH)).rejects.toThrow(ProblemError)
        expect(await traces(store)).toEqual(ALL)
      })
    })

    it('in health, it says so, and says well again when there is space', async () => {
      await withFuse(async (store, line) => {
        line.at('store.before-commit', 1, 'for good')
        await expect(store.health()).rejects.toMatchObject({ problem: { kind: 'unavailable' } })
        line.at('store.before-commit', Infinity, 'once')
        expect(await store.health()).toMatchObject({ synchronous: 'full' })
      })
    })

    it('to sync, no write is trusted any more', async () => {
      await withFuse(async (store, line) => {
        line.at('store.before-commit', 1, 'once', 'SQLITE_IOERR_FSYNC')
        await expect(store.commit(RICH)).rejects.toMatchObject({ problem: { kind: 'unavailable' } })
        await expect(store.commit(start(2))).rejects.toMatchObject({ problem: { code: 'store.untrusted' } })
        await expect(store.health()).rejects.toMatchObject({ problem: { code: 'store.untrusted' } })
        expect(await traces(store)).toEqual(NOTHING)
      })
    })
  })

  it('a closed store takes no more writes, and wrote all that were given before', async () => {
    const { store, close } = await open()
    const before = store.commit(start(1))
    await close()
    expect(await before).toEqual({ kind: 'committed' })
    await expect(store.commit(start(2))).rejects.toMatchObject({ problem: { code: 'store.closed' } })
  })
}
