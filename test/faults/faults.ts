/**
 * Pulls the plug on a running Masar and counts what was lost: for the operator who wants to see it, for any number of kills.
 *
 * npm run faults -- --kills 300 [--seed 7] [--hits 3]: random kills, then with --hits every failpoint so many times. Ends
 * with the line "kills N, acknowledged N, lost N, duplicated N"; exit code 1 where anything was not as promised.
 */
import { parseArgs } from 'node:util'
import { failpointCampaign, killCampaign, sum } from './campaign.ts'
import { isClean } from './judge/findings.ts'
import type { Trial } from './trial.ts'

const EVERY = 10

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    hits: { type: 'string', default: '0' },
  },
})
const kills = whole('kills', values.kills)
const seed = whole('seed', values.seed)
const hits = whole('hits', values.hits)

process.stderr.write(`seed ${seed}\n`)
const trial = sum([
  await killCampaign(kills, { seed, onKill: progress(kills, 'random kills') }),
  await failpointCampaign(hits, { seed, onKill: progress(Infinity, 'deaths at failpoints') }),
])
process.exitCode = report(trial)

function whole(name: string, text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= 0) return number
  process.stderr.write(`Expected a whole number after --${name}, but found "${text}"\n`)
  process.exit(2)
}

function progress(of: number, what: string): () => void {
  const began = performance.now()
  let done = 0
  return () => {
    if (++done % EVERY > 0 && done !== of) return
    const perMinute = Math.round((done / (performance.now() - began)) * 60_000)
    process.stderr.write(`${done} ${what}, ${perMinute} a minute\n`)
  }
}

/** @returns the exit code */
function report({ kills: died, acknowledged, findings, unreached }: Trial): number {
  const { lost, duplicated, broken } = findings
  for (const line of [...broken, ...unreached.map((name) => `the server never came to ${name}`)])
    process.stdout.write(`broken: ${line}\n`)
  for (const line of lost) process.stdout.write(`lost: ${line}\n`)
  for (const line of duplicated) process.stdout.write(`duplicated: ${line}\n`)
  process.stdout.write(
    `kills ${died}, acknowledged ${acknowledged}, lost ${lost.length}, duplicated ${duplicated.length}\n`,
  )
  return isClean(findings) && unreached.length === 0 ? 0 : 1
}
