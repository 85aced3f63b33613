/**
 * A form means the same to everybody: random forms, filled at random, by the engine, by what forms/README.md says, by the script of a page, and in a real browser. `npm run agree --
 * --forms N --seed S` repeats and prolongs it.
 */
import { expect, onTestFailed, test } from 'vitest'
import { campaign, shrunk } from './campaign.ts'
import { type Meaning, meaningOf } from './reference.ts'

const FORMS = 150
const IN_BROWSER = 60
const MINUTE = 60_000

function printedSeed(): number {
  const seed = Date.now() % 1_000_000_000
  onTestFailed(() => {
    process.stderr.write(`seed ${String(seed)}\n`)
  })
  return seed
}

test(
  `${String(FORMS)} random forms mean what the README says, ${String(IN_BROWSER)} of them in Chromium too, to the last letter of the page`,
  { timeout: 5 * MINUTE },
  async () => {
    const seed = printedSeed()
    const { differences, inBrowser } = await campaign({ forms: FORMS, seed, inBrowser: IN_BROWSER })
    expect([differences, differences.length === 0 ? undefined : shrunk(seed, FORMS)]).toEqual([[], undefined])
    expect(inBrowser).toBe(IN_BROWSER)
  },
)

test.for<[string, (meant: Meaning) => Meaning]>([
  ['hidden answers count', (it) => ({ ...it, answers: { ...it.answers, '/hidden': 'still here' } })],
  ['nothing is required', (it) => ({ ...it, required: [], faults: [] })],
  ['everything is shown', (it) => ({ ...it, visible: [...it.visible, '/hidden'] })],
])('another meaning is found out: %s', { timeout: 5 * MINUTE }, async ([, otherwise]) => {
  const meaning = (one: Parameters<typeof meaningOf>[0]): Meaning => otherwise(meaningOf(one))
  const { differences } = await campaign({ forms: 20, seed: printedSeed(), inBrowser: 0, meaning })
  expect(differences.length).toBeGreaterThan(0)
})
