import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { storeContract } from '../contract/store.ts'

storeContract('in memory', async (failpoint) => {
  const store = openSqlite({ file: ':memory:', ...(failpoint ? { failpoint } : {}) })
  return { store, close: () => store.close() }
})

storeContract('in a file', async (failpoint) => {
  const folder = mkdtempSync(join(tmpdir(), 'masar-store-'))
  const store = openSqlite({ file: join(folder, 'masar.db'), ...(failpoint ? { failpoint } : {}) })
  return {
    store,
    close: async () => {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
})
