/**
 * The server that dies: Masar as it runs for a ministry, with a place to be killed at and, if asked for, a planted bug.
 *
 * MASAR_CONFIG: configuration file. MASAR_AHEAD: milliseconds its clock is ahead. MASAR_DIE_AT: "name:hit", SIGKILL by its
 * own hand when that failpoint is passed for the hit-th time. MASAR_PLANTED: a bug of planted.ts. Says "ready" on standard
 * output when it listens and its people are let in. Dies with whoever started it.
 */
import { flushCompileCache } from 'node:module'
import { writeSync } from 'node:fs'
import { readConfigFile } from '../../engine/config.ts'
import { pass, type Failpoint } from '../../engine/core/failpoint.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { startServer } from '../../engine/server.ts'
import { admit } from './people.ts'
import { isPlantedName, PLANTED } from './planted.ts'

const { MASAR_CONFIG = '', MASAR_AHEAD = '0', MASAR_DIE_AT, MASAR_PLANTED } = process.env

function deadly(dieAt: string): Failpoint {
  const [place, hit] = dieAt.split(':')
  let left = Number(hit)
  return (name) => {
    if (name === place && --left === 0) process.kill(process.pid, 'SIGKILL')
  }
}

process.stdin.resume().once('end', () => process.kill(process.pid, 'SIGKILL'))

const config = readConfigFile(MASAR_CONFIG)
if (isProblem(config)) throw new Error(config.detail)
const ahead = Number(MASAR_AHEAD)
const clock = { now: () => Date.now() + ahead }
const failpoint = MASAR_DIE_AT === undefined ? pass : deadly(MASAR_DIE_AT)
const { engine } = await startServer(config, { clock, failpoint })
if (MASAR_PLANTED !== undefined) {
  if (!isPlantedName(MASAR_PLANTED)) throw new Error(`Expected a planted bug, but found ${MASAR_PLANTED}`)
  PLANTED[MASAR_PLANTED].plant(engine.deps.store, config.data)
}
await admit(engine.deps.store.accounts, clock.now())
writeSync(1, 'ready\n')
flushCompileCache()
