/**
 * Masar with 100,000 applications waiting in its database, beside Masar with none: each measured in a process of its own,
 * in turn, so that memory is that of a server that was just started on the file.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { benchHouse, durableRate, fill } from './durable.ts'
import { median } from './median.ts'

export interface WaitingRates {
  /** Rate with 100,000 waiting over the rate with none. */
  readonly ratio: number
  /** Megabytes resident after the run with 100,000 waiting. */
  readonly rssMb: number
}

const ROUNDS = 3
const TRANSITIONS = 20_000
/** As the `masar` script of package.json starts the server: short-lived objects get 8 MB before they are collected. */
const NODE_FLAGS = ['--max-semi-space-size=8']

interface Measured {
  readonly rate: number
  readonly rssMb: number
}

export async function waitingRates(): Promise<WaitingRates> {
  const empty = mkdtempSync(join(tmpdir(), 'masar-empty-'))
  const full = mkdtempSync(join(tmpdir(), 'masar-full-'))
  try {
    const house = await benchHouse(full)
    await fill(house.engine)
    await house.close()
    const pairs = Array.from({ length: ROUNDS }, () => ({ empty: inProcess(empty), full: inProcess(full) }))
    return {
      ratio: median(pairs.map((pair) => pair.full.rate / pair.empty.rate)),
      rssMb: Math.max(...pairs.map((pair) => pair.full.rssMb)),
    }
  } finally {
    for (const folder of [empty, full]) rmSync(folder, { recursive: true, force: true })
  }
}

function inProcess(folder: string): Measured {
  return JSON.parse(
    execFileSync(process.execPath, [...NODE_FLAGS, fileURLToPath(import.meta.url), folder], { encoding: 'utf8' }),
  ) as Measured
}

async function measure(folder: string): Promise<Measured> {
  const house = await benchHouse(folder)
  const rate = await durableRate(house.engine, TRANSITIONS)
  await house.close()
  return { rate, rssMb: Math.round(process.memoryUsage().rss / 1e6) }
}

const [, script, folder] = process.argv
if (script === fileURLToPath(import.meta.url) && folder !== undefined)
  process.stdout.write(JSON.stringify(await measure(folder)))
