/** What is still to be done to the library, and what it told that is still to be looked at. */
import type { LocalId } from '../../core/ids.ts'
import type { Standing } from './library/standing.ts'

interface Job {
  readonly scope: LocalId | undefined
  readonly standing?: Standing | undefined
  run(): unknown
}

interface Discarded {
  /** What it stood in; where that is discarded too, it goes with it. */
  readonly within: string | undefined
  run(): void
}

export class Waves {
  #purges: (() => void)[] = []
  #kicks: Job[] = []
  #discards = new Map<string, Discarded>()
  #told: Job[] = []
  #jobs: Job[] = []

  purge(run: () => void): void {
    this.#purges.push(run)
  }

  /** Tokens go on or come in. */
  kick(scope: LocalId | undefined, run: () => void): void {
    this.#kicks.push({ scope, run })
  }

  discard(id: string, within: LocalId | undefined, run: () => void): void {
    this.#discards.set(id, { within, run })
  }

  /** Something the library told, looked at when it stands still. */
  look(scope: LocalId | undefined, run: () => unknown, standing?: Standing): void {
    this.#told.push({ scope, run, standing })
  }

  /** Nothing more comes in or is looked at inside this scope. @returns the tokens nobody looked at */
  halt(scope: LocalId): readonly Standing[] {
    const jobs = [...this.#jobs, ...this.#told].filter((job) => job.scope === scope)
    this.#kicks = this.#kicks.filter((kick) => kick.scope !== scope)
    this.#told = this.#told.filter((job) => job.scope !== scope)
    this.#jobs = this.#jobs.filter((job) => job.scope !== scope)
    return jobs.flatMap(({ standing }) => (standing ? [standing] : []))
  }

  isMovingIn(scope: LocalId): boolean {
    return [...this.#kicks, ...this.#jobs, ...this.#told].some((job) => job.scope === scope)
  }

  /** Does what is to be done, wave after wave, and then looks at one thing the library told. False when it was nothing. */
  next(): boolean {
    this.flush()
    const job = this.#jobs.pop()
    job?.run()
    return job !== undefined || this.#isOpen
  }

  flush(): void {
    while (this.#isOpen) {
      for (const purge of this.#purges.splice(0)) purge()
      for (const kick of this.#kicks.splice(0)) kick.run()
      const discards = this.#discards
      this.#discards = new Map()
      for (const { within, run } of discards.values()) if (within === undefined || !discards.has(within)) run()
    }
    this.#jobs.push(...this.#told.splice(0).reverse())
  }

  get #isOpen(): boolean {
    return this.#purges.length + this.#kicks.length + this.#discards.size > 0
  }
}
