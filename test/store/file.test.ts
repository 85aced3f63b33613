import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FailpointName } from '../../engine/core/failpoint.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { readMigrations } from '../../engine/store/sqlite/file/migrate.ts'
import { alone, AT, committed, instance, local, openTask, publish, start, step } from '../contract/store/given.ts'
import { withFolder } from './folder.ts'

const HOLDER = `
  import { openSqlite } from ${JSON.stringify(join(import.meta.dirname, '../../engine/store/sqlite/sqlite.ts'))}
  openSqlite({ file: process.argv[1] })
  process.stdout.write('open')
  setInterval(() => {}, 1000)`

describe('a store in a file', () => {
  it('opens again with everything that was kept', async () => {
    await withFolder(async (folder) => {
      const file = join(folder, 'masar.db')
      const first = openSqlite({ file })
      await committed(first, start(1, { changes: [openTask(1, 3)] }))
      await committed(first, step(1, 1, { at: AT + 7 }))
      const before = await first.instances.get(instance(1))
      await first.close()
      const second = openSqlite({ file })
      expect(await second.instances.get(instance(1))).toEqual(before)
      expect(await second.instances.history(instance(1))).toHaveLength(2)
      expect(await second.tasks.get(instance(1), local(3))).toMatchObject({ status: 'open' })
      await second.close()
    })
  })

  it('is in WAL mode and syncs each commit', async () => {
    await withFolder(async (folder) => {
      const store = openSqlite({ file: join(folder, 'masar.db') })
      expect(await store.health()).toMatchObject({
        journalMode: 'wal',
        synchronous: 'full',
        schema: readMigrations().length,
      })
      await store.close()
    })
  })

  it('is refused to a second server of the same process, under whatever name', async () => {
    await withFolder(async (folder) => {
      const file = join(folder, 'masar.db')
      const store = openSqlite({ file })
      symlinkSync(file, join(folder, 'other.db'))
      expect(() => openSqlite({ file })).toThrow(/only server on/)
      expect(() => openSqlite({ file: join(folder, 'other.db') })).toThrow(/only server on/)
      await committed(store, start(1))
      await store.close()
      const next = openSqlite({ file })
      expect(await next.instances.get(instance(1))).toBeDefined()
      await next.close()
    })
  })

  it('is refused while another process has it, and free as soon as that one is killed', async () => {
    await withFolder(async (folder) => {
      const file = join(folder, 'masar.db')
      const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, file])
      await once(holder.stdout, 'data')
      expect(() => openSqlite({ file })).toThrow(/another one has it open/)
      holder.kill('SIGKILL')
      await once(holder, 'exit')
      const store = openSqlite({ file })
      await committed(store, start(1))
      expect(await store.instances.count()).toMatchObject({ active: 1 })
      await store.close()
    })
  })

  it('is copied whole while it is written to', async () => {
    await withFolder(async (folder) => {
      const store = openSqlite({ file: join(folder, 'masar.db') })
      await committed(store, ...Array.from({ length: 300 }, (_, n) => start(n + 1, { changes: [openTask(n + 1, 3)] })))
      const copying = store.backup(join(folder, 'copy.db'))
      await committed(
        store,
        ...Array.from({ length: 300 }, (_, n) => start(n + 301, { changes: [openTask(n + 301, 3)] })),
      )
      await copying
      const copy = openSqlite({ file: join(folder, 'copy.db') })
      const { active } = await copy.instances.count()
      expect(active).toBeGreaterThanOrEqual(300)
      expect(await copy.instances.get(instance(active))).toBeDefined()
      expect(await copy.tasks.get(instance(active), local(3))).toBeDefined()
      await copy.close()
      await store.close()
    })
  })

  it('that has no more space says so, keeps nothing of what it refused, and goes on when there is space', async () => {
    await withFolder(async (folder) => {
      const store = openSqlite({ file: join(folder, 'masar.db'), maxBytes: 2_500_000 })
      const big = alone([publish('big', { key: 'x'.repeat(700_000), expires: AT })])
      const results = await Promise.allSettled([store.commit(start(1)), store.commit(big), store.commit(start(2))])
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
      const bigger = { ...start(3), changes: [publish('bigger', { key: 'x'.repeat(700_000) })] }
      const next = await Promise.allSettled([store.commit(start(4)), store.commit(bigger), store.commit(start(5))])
      expect(next).toMatchObject([
        { status: 'fulfilled' },
        { status: 'rejected', reason: { problem: { kind: 'unavailable', code: 'store.unavailable' } } },
        { status: 'fulfilled' },
      ])
      expect(await store.instances.get(instance(3))).toBeUndefined()
      expect(await store.messages.forget(AT + 1)).toBe(1)
      expect(await store.commit(bigger)).toEqual({ kind: 'committed' })
      await store.close()
    })
  })
})

describe('group commit', () => {
  it('writes what one turn of the event loop brings in transactions of up to 256', async () => {
    const hits: FailpointName[] = []
    const store = openSqlite({ file: ':memory:', failpoint: (name) => hits.push(name) })
    await committed(store, ...Array.from({ length: 600 }, (_, n) => start(n + 1)))
    expect(hits.filter((name) => name === 'store.after-commit')).toHaveLength(3)
    await store.close()
  })
})
