/** Many trials, two side by side: so many random kills, every failpoint, and what they add up to. */
import { FAILPOINTS, type FailpointName } from '../../engine/core/failpoint.ts'
import { together } from './judge/findings.ts'
import { PLANTED, PLANTED_NAMES, type PlantedName } from './planted.ts'
import { deathsAt, randomKills, type Death, type Trial } from './trial.ts'

/** Kills in one installation; then a new one, so that what is judged stays small. */
const KILLS_EACH = 75
const SIDE_BY_SIDE = 2

export interface CampaignOptions {
  readonly seed: number
  readonly onKill?: () => void
}

export function killCampaign(kills: number, { seed, ...options }: CampaignOptions): Promise<Trial> {
  const houses = Math.max(Math.ceil(kills / KILLS_EACH), Math.min(SIDE_BY_SIDE, kills))
  const shares = Array.from({ length: houses }, (_, n) => Math.floor((kills + n) / houses))
  return campaign(shares.map((share, n) => () => randomKills(share, { ...options, seed: seed + n })))
}

/** Every failpoint, dying at its first to its `hits`-th passing. */
export function failpointCampaign(hits: number, { seed, ...options }: CampaignOptions): Promise<Trial> {
  const plans = FAILPOINTS.flatMap((at) => plansFor(at, hits))
  return campaign(
    plans.map(
      (deaths, n) => () =>
        deathsAt(deaths, {
          ...options,
          seed: seed + n,
          ...(deaths[0]?.at === 'engine.deploy' ? { deployments: hits } : {}),
        }),
    ),
  )
}

/**
 * Lives of one installation; a store is migrated once, so each of those deaths needs an installation of its own. No deaths
 * need none.
 */
function plansFor(at: FailpointName, hits: number): (readonly Death[])[] {
  if (hits === 0) return []
  const numbers = Array.from({ length: hits }, (_, n) => n + 1)
  const deaths = numbers.map((hit) => ({ at, hit }))
  return at === 'store.mid-migration' ? deaths.map((death) => [death]) : [deaths]
}

/** The same harness on a server with this bug in it: what it finds. */
const plantedTrial = (planted: PlantedName, seed: number): Promise<Trial> =>
  deathsAt(PLANTED[planted].deaths, { seed, planted })

/** Every bug there is, by name. */
export async function plantedCampaign(seed: number): Promise<ReadonlyMap<PlantedName, Trial>> {
  const found = new Map<PlantedName, Trial>()
  await inLanes(
    PLANTED_NAMES.map((name) => async () => {
      found.set(name, await plantedTrial(name, seed))
    }),
  )
  return found
}

async function campaign(trials: readonly (() => Promise<Trial>)[]): Promise<Trial> {
  const done: Trial[] = []
  await inLanes(trials.map((trial) => async () => void done.push(await trial())))
  return sum(done)
}

async function inLanes(works: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...works]
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next()
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane))
}

export const sum = (trials: readonly Trial[]): Trial => ({
  kills: trials.reduce((total, { kills }) => total + kills, 0),
  acknowledged: trials.reduce((total, { acknowledged }) => total + acknowledged, 0),
  findings: together(trials.map(({ findings }) => findings)),
  unreached: trials.flatMap(({ unreached }) => unreached),
})
