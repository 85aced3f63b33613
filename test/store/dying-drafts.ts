/**
 * A server that dies while packages are written: says which revision of each draft it has acknowledged, and is killed at a failpoint.
 *
 * node dying-drafts.ts <file> <failpoint> <hit>: kills itself with SIGKILL when the failpoint is hit for the hit-th time.
 */
import { writeSync } from 'node:fs'
import type { FailpointName } from '../../engine/core/failpoint.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { begun, DRAFTS, step, STEPS } from './writing.ts'

const [, , file = '', deadly = '', hit = '1'] = process.argv
let left = Number(hit)

function failpoint(name: FailpointName): void {
  if (name !== deadly) return
  left--
  if (left === 0) process.kill(process.pid, 'SIGKILL')
}

const store = openSqlite({ file, failpoint })
await Promise.all(
  Array.from({ length: DRAFTS }, async (_, n) => {
    const { draft, files } = begun(n)
    await store.packageDrafts.add(draft, files)
    writeSync(1, `${n} 1\n`)
    for (let rev = 1; rev <= STEPS; rev++) {
      await store.packageDrafts.change(draft.id, step(n, rev))
      writeSync(1, `${n} ${rev + 1}\n`)
    }
  }),
)
writeSync(1, 'survived\n')
