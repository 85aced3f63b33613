/**
 * A server that dies: takes applications in bursts, says which it has acknowledged, and is killed at a failpoint.
 *
 * node dying.ts <file> <failpoint> <hit>: kills itself with SIGKILL when the failpoint is hit for the hit-th time.
 */
import { writeSync } from 'node:fs'
import type { FailpointName } from '../../engine/core/failpoint.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { openJob, openTask, start, step } from '../contract/store/given.ts'

const BURSTS = 8
const BURST = 5

const [, , file = '', deadly = '', hit = '1'] = process.argv
let left = Number(hit)

function failpoint(name: FailpointName): void {
  if (name !== deadly) return
  left--
  if (left === 0) process.kill(process.pid, 'SIGKILL')
}

const store = openSqlite({ file, failpoint })
for (let burst = 0; burst < BURSTS; burst++) {
  const numbers = Array.from({ length: BURST }, (_, index) => burst * BURST + index + 1)
  await Promise.all(
    numbers.map(async (n) => {
      await store.commit(start(n, { changes: [openTask(n, 3)] }))
      writeSync(1, `${n} 1\n`)
      await store.commit(step(n, 1, { changes: [openJob(n, 4)] }))
      writeSync(1, `${n} 2\n`)
    }),
  )
}
writeSync(1, 'survived\n')
