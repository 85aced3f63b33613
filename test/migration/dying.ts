/**
 * A server that dies while a batch is on its way: goes on with it, and is killed at a failpoint.
 *
 * node dying.ts <file> <failpoint> <hit>: kills itself with SIGKILL when the failpoint is hit for the hit-th time; says
 * "over" when the batch ended first.
 */
import { writeSync } from 'node:fs'
import type { FailpointName } from '../../engine/core/failpoint.ts'
import { advanceMigrations } from '../../engine/commands/migration/advance.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { depsOn } from '../store/engine.ts'

const [, , file = '', deadly = '', hit = '1'] = process.argv
let left = Number(hit)

function failpoint(name: FailpointName): void {
  if (name === deadly && --left === 0) process.kill(process.pid, 'SIGKILL')
}

const store = openSqlite({ file, failpoint })
const deps = depsOn(store, { failpoint })
const onFault = (fault: unknown): void => {
  throw fault
}
while ((await advanceMigrations(deps, onFault)) > 0);
await store.close()
writeSync(1, 'over')
