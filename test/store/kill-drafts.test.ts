import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { withFolder } from './folder.ts'
import { DRAFTS, filesAt, idOf, step, STEPS } from './writing.ts'

const SCRIPT = join(import.meta.dirname, 'dying-drafts.ts')

/** The revision of each draft that was acknowledged before the server died. */
function die(file: string, failpoint: string, hit: number) {
  const { stdout, signal } = spawnSync(process.execPath, [SCRIPT, file, failpoint, String(hit)], { encoding: 'utf8' })
  const lines = stdout.split('\n').filter((line) => /^\d+ \d+$/.test(line))
  return { signal, acknowledged: new Map(lines.map((line) => line.split(' ').map(Number) as [number, number])) }
}

const POINTS = ['store.before-statement', 'store.mid-group', 'store.before-commit', 'store.after-commit'] as const

describe.each(POINTS)('a server killed at %s while packages are written', (failpoint) => {
  it.each([1, 2, 4, 6])(
    'the %i. time has every change it acknowledged, whole, and takes up where it was',
    async (hit) => {
      await withFolder(async (folder) => {
        const file = join(folder, 'masar.db')
        const { signal, acknowledged } = die(file, failpoint, hit)
        expect(signal).toBe('SIGKILL')
        const store = openSqlite({ file })
        const drafts = store.packageDrafts
        for (let n = 0; n < DRAFTS; n++) {
          const rev = (await drafts.get(idOf(n)))?.rev ?? 0
          expect(rev).toBeGreaterThanOrEqual(acknowledged.get(n) ?? 0)
          if (rev === 0) continue
          for (let before = 1; before <= rev; before++)
            expect(await drafts.files(idOf(n), before)).toEqual(new Map([...filesAt(n, before)].sort()))
          // The writer has not heard of its last change, or has, and sends the one after it: either is done once.
          const last = Math.min(acknowledged.get(n) ?? 1, STEPS)
          expect(await drafts.change(idOf(n), step(n, last))).toMatchObject({ rev: last + 1 })
          expect((await drafts.get(idOf(n)))?.rev).toBe(Math.max(rev, last + 1))
        }
        await store.close()
      })
    },
  )
})
