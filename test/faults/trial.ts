/**
 * One installation pulled through many deaths: kill, look at what is left, start again; in the end everything is let come
 * to rest and is judged.
 */
import type { FailpointName } from '../../engine/core/failpoint.ts'
import { openBook, type Book } from './book.ts'
import { chance, type Chance } from './chance.ts'
import { buildHouse, type House } from './house.ts'
import { together, type Findings } from './judge/findings.ts'
import { judge } from './judge/judge.ts'
import type { Life, LifeOptions } from './life.ts'
import type { PlantedName } from './planted.ts'
import { settleTown, type Town } from './town.ts'

export interface Trial {
  readonly kills: number
  readonly acknowledged: number
  readonly findings: Findings
  /** Deaths that were ordered but never came, "name:hit". */
  readonly unreached: readonly string[]
}

export interface Death {
  readonly at: FailpointName
  readonly hit: number
}

interface Setting {
  readonly house: House
  readonly book: Book
  readonly town: Town
  readonly chance: Chance
  readonly options: LifeOptions
}

export interface TrialOptions {
  readonly seed: number
  readonly planted?: PlantedName
  /** How often the package is deployed in each life, where its deployment is what dies. */
  readonly deployments?: number
  readonly onKill?: () => void
}

const LONGEST_LIFE = 900
/** One life in so many is timed from its first request, the others from the first answer: a cold server is slow. */
const COLD = 4
const LOOK_EVERY = 20

/** Kills at random moments, 0 to 900 ms after the first request or the first answer of each life. */
export function randomKills(kills: number, options: TrialOptions): Promise<Trial> {
  return withTrial(options, async (setting) => {
    const found: Findings[] = []
    for (let kill = 1; kill <= kills; kill++) {
      const moment = setting.chance.fraction() * LONGEST_LIFE
      const life = await setting.house.live(setting.options)
      const isCold = setting.chance.below(COLD) === 0
      if (life) await liveUntil(setting, life, isCold ? pause(moment) : life.answered.then(() => pause(moment)))
      if (kill % LOOK_EVERY === 0 || kill === kills) found.push(judge(setting.house, setting.book, 'on the way'))
      options.onKill?.()
    }
    return { kills, findings: together(found), unreached: [] }
  })
}

const LONGEST_WAIT = 30_000

/** One life for each death, in this order, each at its failpoint. */
export function deathsAt(deaths: readonly Death[], options: TrialOptions): Promise<Trial> {
  return withTrial(options, async (setting) => {
    const found: Findings[] = []
    const unreached: string[] = []
    for (const dieAt of deaths) {
      const life = await setting.house.live({ ...setting.options, dieAt })
      const isDead = life === undefined || (await liveUntil(setting, life, pause(LONGEST_WAIT))) === 'died'
      if (!isDead) unreached.push(`${dieAt.at}:${dieAt.hit}`)
      found.push(judge(setting.house, setting.book, 'on the way'))
      options.onKill?.()
    }
    return { kills: deaths.length - unreached.length, findings: together(found), unreached }
  })
}

/** A few cases from beginning to end in one life: what a town knows that is left in peace. */
export function peace(cases: number, options: TrialOptions): Promise<Trial> {
  return withTrial(options, async ({ house, town, options: seams }) => {
    const life = await house.live(seams)
    if (life === undefined) throw new Error('Expected a server that nobody kills to start')
    const work = town.work(life, { upTo: cases })
    // A server that starts cold on a busy machine is not at rest.
    await Promise.race([life.answered, life.death, pause(LONGEST_WAIT)])
    await settled(town, cases)
    await life.kill()
    await work
    return { kills: 0, findings: judge(house, town.book, 'at rest'), unreached: [] }
  })
}

async function withTrial(
  options: TrialOptions,
  die: (setting: Setting) => Promise<Omit<Trial, 'acknowledged'>>,
): Promise<Trial> {
  const { seed, planted, deployments = 0 } = options
  const house = await buildHouse()
  try {
    const book = openBook()
    const luck = chance(seed)
    const town = settleTown(book, luck, `s${seed}`, deployments)
    const life: LifeOptions = planted === undefined ? {} : { planted }
    const setting: Setting = { house, book, town, chance: luck, options: life }
    const died = await die(setting)
    await comeToRest(setting)
    return {
      ...died,
      acknowledged: book.acknowledged().length,
      findings: unique(together([died.findings, judge(house, book, 'at rest')])),
    }
  } finally {
    await house.close()
  }
}

/** What is found on the way is mostly found again at rest. */
const unique = ({ lost, duplicated, broken }: Findings): Findings => ({
  lost: [...new Set(lost)],
  duplicated: [...new Set(duplicated)],
  broken: [...new Set(broken)],
})

/** Lets everybody work until the moment comes, then kills; 'died' where the server was faster. */
async function liveUntil({ town }: Setting, life: Life, moment: Promise<void>): Promise<'killed' | 'died'> {
  const work = town.work(life)
  const died = Promise.all([work, life.death]).then(() => 'died' as const)
  const end = await Promise.race([moment.then(() => 'killed' as const), died])
  await life.kill()
  await work
  return end
}

/** Longer than the longest sleep of the worker and the longest wait of the cases. */
const STILL = 3_000
const GLANCE = 25
const FRUITLESS_LIVES = 3
/** When the last case has ended, what it told others may still be on its way to them. */
const ON_ITS_WAY = 2_000

/** Lives without a fault, one at least, time passing between them, until all is done or several have moved nothing. */
async function comeToRest({ house, town, options }: Setting): Promise<void> {
  let fruitless = 0
  do {
    const before = town.progress()
    const life = await house.live(options)
    if (life) {
      const work = town.work(life, { upTo: 0 })
      await settled(town)
      await life.kill()
      await work
    }
    fruitless = town.progress() === before ? fruitless + 1 : 0
  } while (fruitless < FRUITLESS_LIVES && !town.isAtRest())
}

/** @param cases that must have been handed in before there is any rest */
async function settled(town: Town, cases = 0): Promise<void> {
  let last = town.progress()
  let rest = 0
  for (let still = 0; still < STILL && rest < ON_ITS_WAY; still += GLANCE) {
    await pause(GLANCE)
    rest = town.cases.last >= cases && town.isAtRest() ? rest + GLANCE : 0
    const now = town.progress()
    if (now !== last) still = 0
    last = now
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
