/**
 * The plug is pulled: 300 times at random, at every failpoint, and with bugs planted that must be found. Seeds are printed;
 * `npm run faults -- --kills N --seed S` repeats and prolongs it.
 */
import { expect, onTestFailed, test } from 'vitest'
import { failpointCampaign, killCampaign, plantedCampaign } from './campaign.ts'
import { NOTHING } from './judge/findings.ts'
import { peace } from './trial.ts'

const KILLS = 300
const HITS = 3
const CASES = 12
/** Handed in, two decisions, two pieces of news, a stamp. */
const COMMANDS_EACH = 6
const MINUTE = 60_000

function printedSeed(): number {
  const seed = Date.now() % 1_000_000
  onTestFailed(() => {
    process.stderr.write(`seed ${seed}\n`)
  })
  return seed
}

test(
  'cases of a server that is left in peace end in one life, as soon as their fees are paid',
  {
    timeout: 5 * MINUTE,
  },
  async () => {
    const trial = await peace(CASES, { seed: printedSeed() })
    expect(trial.findings).toEqual(NOTHING)
    expect(trial.acknowledged).toBe(CASES * COMMANDS_EACH)
  },
)

test(
  `a server killed ${KILLS} times at random moments loses nothing it acknowledged and does nothing twice`,
  {
    timeout: 20 * MINUTE,
  },
  async () => {
    const trial = await killCampaign(KILLS, { seed: printedSeed() })
    expect(trial.findings).toEqual(NOTHING)
    expect(trial.kills).toBe(KILLS)
    expect(trial.acknowledged).toBeGreaterThan(0)
  },
)

test(
  `a server that dies at each failpoint, the first ${HITS} times it passes it, loses nothing and does nothing twice`,
  {
    timeout: 20 * MINUTE,
  },
  async () => {
    const trial = await failpointCampaign(HITS, { seed: printedSeed() })
    expect(trial.unreached).toEqual([])
    expect(trial.findings).toEqual(NOTHING)
  },
)

/** Which promise each planted bug breaks. */
const BREAKS = {
  'acknowledge-before-commit': 'lost',
  'fresh-charge-each-attempt': 'duplicated',
  'message-without-taker': 'duplicated',
  'history-in-second-transaction': 'broken',
  'forgotten-idempotency-key': 'duplicated',
  'state-beside-record': 'broken',
  'timer-row-left-behind': 'broken',
} as const

test('bugs planted on purpose are found, each by the promise it breaks', { timeout: 20 * MINUTE }, async () => {
  const found = await plantedCampaign(printedSeed())
  const caught = [...found].filter(([name, { findings }]) => findings[BREAKS[name]].length > 0).map(([name]) => name)
  expect(caught.sort()).toEqual(Object.keys(BREAKS).sort())
})
