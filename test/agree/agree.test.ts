/**
 * What a drawing means here is what BPMN says it means: random procedures on the kernel and on an interpreter of the
 * standard, with bugs planted that must be found. Seeds are printed; `npm run agree -- --processes N --seed S` repeats
 * and prolongs it.
 */
import { describe, expect, onTestFailed, test } from 'vitest'
import { campaign, shrunk } from './campaign.ts'
import { CONTESTANTS } from './contestant.ts'
import { PLANTED } from './planted/planted.ts'

const PROCESSES = 2_000
const MINUTE = 60_000
const [first] = CONTESTANTS

function printedSeed(): number {
  const seed = Date.now() % 1_000_000_000
  onTestFailed(() => {
    process.stderr.write(`seed ${String(seed)}\n`)
  })
  return seed
}

test(
  `${String(PROCESSES)} random procedures go the way the standard says, with a restart after every command`,
  { timeout: 10 * MINUTE },
  async () => {
    const { differences, ...played } = await campaign({
      processes: PROCESSES,
      seed: printedSeed(),
      contestants: CONTESTANTS,
      secondProcessOneIn: 8,
    })
    const [found] = differences
    const contestant = CONTESTANTS.find(({ executor }) => executor.name === found?.executor)
    const small = found && contestant && (await shrunk(found.seed, contestant))
    expect([differences, small?.difference, small?.one.xml]).toEqual([[], undefined, undefined])
    expect(played.processes).toBe(PROCESSES)
    expect(played.recovered).toBeGreaterThan(0)
  },
)

describe('a bug planted on purpose is found:', () => {
  test.for(PLANTED)('$executor.name', { timeout: 5 * MINUTE }, async ({ executor, found }) => {
    const contestants = first ? [{ ...first, executor }] : []
    const { differences } = await campaign({
      processes: PROCESSES,
      seed: printedSeed(),
      contestants,
      secondProcessOneIn: 1,
      until: ({ what }) => found.test(what),
    })
    expect(differences.map(({ what }) => what)).toContainEqual(expect.stringMatching(found))
  })
})
