/** Many random applications, each played by the reference and by every executor that runs it, and restarted throughout. */
import { asyncProperty, check } from 'fast-check'
import { application, applications, chance, type Application } from './application.ts'
import { compare, type Difference } from './comparison/compare.ts'
import type { Contestant } from './contestant.ts'
import { SecondProcess } from './restart/second-process.ts'

export interface Campaign {
  readonly processes: number
  /** The first application's; the others count up from it. */
  readonly seed: number
  readonly contestants: readonly Contestant[]
  /** Of how many applications one is decided again by a second process. */
  readonly secondProcessOneIn: number
  readonly onProcess?: (done: number) => void
  /** Ends the campaign early, when it has been seen. */
  readonly until?: (found: Found) => boolean
}

export interface Found extends Difference {
  readonly seed: number
}

export interface Outcome {
  readonly processes: number
  /** Each of them with a restart after it. */
  readonly commands: number
  /** Of these, decided again by a second process. */
  readonly recovered: number
  readonly differences: readonly Found[]
}

export async function campaign(plan: Campaign): Promise<Outcome> {
  const second = new SecondProcess()
  const trial = new Trial(plan, second)
  for (let index = 0; index < plan.processes && !trial.hasSeen(plan.until); index++) {
    await trial.play(index)
    plan.onProcess?.(index + 1)
  }
  await trial.answered()
  await second.end()
  return trial
}

/** Applications out at the second process. */
const MOST_ASKED = 20

class Trial implements Outcome {
  processes = 0
  commands = 0
  recovered = 0
  readonly differences: Found[] = []
  readonly #plan: Campaign
  readonly #second: SecondProcess
  readonly #asked: Promise<void>[] = []

  constructor(plan: Campaign, second: SecondProcess) {
    this.#plan = plan
    this.#second = second
  }

  async play(index: number): Promise<void> {
    const { contestants, secondProcessOneIn } = this.#plan
    const seed = this.#plan.seed + index
    const one = await application(chance(seed))
    this.processes++
    for (const { executor, oneIn, runs } of contestants) {
      if (index % oneIn > 0 || !runs(one.programs)) continue
      const { commands, recorded, difference } = compare(executor, one.drawing, one.programs, one.dice)
      this.commands += commands
      if (difference) this.differences.push({ ...difference, seed })
      else if (index % secondProcessOneIn === 0) {
        this.recovered += recorded.length
        this.#asked.push(this.#ask(seed, { executor: executor.name, xml: one.xml, recorded }))
      }
    }
    if (this.#asked.length > MOST_ASKED) await this.answered()
  }

  hasSeen(what: Campaign['until']): boolean {
    return what !== undefined && this.differences.some(what)
  }

  async answered(): Promise<void> {
    await Promise.all(this.#asked.splice(0))
  }

  async #ask(seed: number, asked: Parameters<SecondProcess['ask']>[0]): Promise<void> {
    const what = await this.#second.ask(asked)
    if (what !== undefined) this.differences.push({ executor: asked.executor, actions: [], what, seed })
  }
}

/** The smallest application like that of the seed on which the executor differs, with its file. */
export async function shrunk(
  seed: number,
  { executor, runs }: Contestant,
): Promise<{ one: Application; difference: Difference } | undefined> {
  const differs = asyncProperty(applications, async (made) => {
    const { drawing, programs, dice } = await application(made)
    return !runs(programs) || compare(executor, drawing, programs, dice).difference === undefined
  })
  const { counterexample } = await check(differs, { seed, numRuns: 1 })
  if (!counterexample) return undefined
  const one = await application(counterexample[0])
  const { difference } = compare(executor, one.drawing, one.programs, one.dice)
  return difference && { one, difference }
}
