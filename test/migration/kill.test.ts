import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PLATFORM_AGENCY } from '../../engine/core/policy/access.ts'
import type { AgencyId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { createEngine, type Engine } from '../../engine/engine.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { line } from '../elements/draw.ts'
import { pack, PACKAGE } from '../elements/pack.ts'
import { STAFF, told } from '../elements/staff.ts'
import { user } from '../elements/steps.ts'
import { depsOn } from '../store/engine.ts'

const APPLICATIONS = 1_200
const SCRIPT = join(import.meta.dirname, 'dying.ts')

function engineOn(file: string): Engine {
  const store = openSqlite({ file })
  return createEngine(depsOn(store))
}

function good<T extends object>(result: T): Exclude<T, { readonly code: string }> {
  if (isProblem(result)) throw new Error(told(result))
  return result as Exclude<T, { readonly code: string }>
}

/** Where one of its writes is on disk, half written, or not yet: each in several places of the batch. */
const DEATHS = [
  ['engine.decided', 300],
  ['store.mid-group', 300],
  ['store.before-commit', 2],
  ['store.after-commit', 1],
  ['store.before-statement', 600],
  ['engine.committed', 100],
] as const

test('a batch that is killed again and again goes on where it was, and takes everybody along once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'masar-migration-'))
  const file = join(folder, 'masar.db')
  try {
    const before = engineOn(file)
    const platform = { kind: 'system', id: 'setup', agency: PLATFORM_AGENCY as AgencyId } as const
    const parcels = [pack([line(user('Hear'))]), pack([line(user('Hear', { due: 'P9D' }))], { version: '2.0.0' })]
    good(await before.deployFiles(platform, parcels))
    const request = { packageId: PACKAGE, version: '1.0.0', variables: {}, channel: 'api' } as const
    const begun = Array.from({ length: APPLICATIONS }, () => before.startInstance(STAFF, request))
    for (const one of await Promise.all(begun)) good(one)
    const way = { packageId: PACKAGE, from: '1.0.0', to: '2.0.0' }
    const { id } = good(await before.startMigration(STAFF, way))
    await before.deps.store.close()

    for (const [failpoint, hit] of DEATHS) {
      const { signal, stdout } = spawnSync(process.execPath, [SCRIPT, file, failpoint, String(hit)], {
        encoding: 'utf8',
      })
      expect([failpoint, signal, stdout]).toEqual([failpoint, 'SIGKILL', ''])
    }
    expect(spawnSync(process.execPath, [SCRIPT, file, 'none', '1'], { encoding: 'utf8' }).stdout).toBe('over')

    const after = engineOn(file)
    expect(good(await after.getMigration(STAFF, id))).toMatchObject({
      status: 'completed',
      total: APPLICATIONS,
      migrated: APPLICATIONS,
      failed: 0,
    })
    let cursor: string | undefined
    let seen = 0
    do {
      const page = await after.deps.store.instances.list({
        limit: 200,
        ...(cursor === undefined ? {} : { after: cursor }),
      })
      for (const row of page.items) {
        expect(row.program).toBe('moj.elements@2.0.0/Process_1')
        const records = await after.deps.store.instances.history(row.id)
        expect(records.map(({ command }) => command)).toEqual(['start', 'migrate'])
        expect((await after.replay(row.id)).same).toBe(true)
        seen++
      }
      cursor = page.next
    } while (cursor !== undefined)
    expect(seen).toBe(APPLICATIONS)
    await after.deps.store.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)
