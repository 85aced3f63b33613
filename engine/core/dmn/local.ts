/** Names that exist only inside one box: the parameters of a function, the entries of a context so far. */
import type { FeelScope, FeelValue } from '../feel/feel.ts'

export class LocalScope implements FeelScope {
  readonly now: number
  readonly timeZone: string
  readonly outer: FeelScope | undefined
  readonly values: Map<string, FeelValue>
  readonly #clock: Omit<FeelScope, 'get'>

  /**
   * @param clock when it is, where, and the days the office works there
   * @param outer where other names are looked up; a function sees nothing of the place that calls it
   */
  constructor(clock: Omit<FeelScope, 'get'>, outer?: FeelScope) {
    this.#clock = clock
    this.now = clock.now
    this.timeZone = clock.timeZone
    this.outer = outer
    this.values = new Map()
  }

  get days(): FeelScope['days'] {
    return this.#clock.days
  }

  set(name: string, value: FeelValue): void {
    this.values.set(name, value)
  }

  get(name: string): unknown {
    const value = this.values.get(name)
    return value === undefined ? this.outer?.get(name) : value
  }
}

/** The value a row of a table is tested against, by its FEEL name "?". */
export class QuestionScope implements FeelScope {
  readonly now: number
  readonly timeZone: string
  readonly outer: FeelScope
  question: FeelValue = null

  constructor(outer: FeelScope) {
    this.now = outer.now
    this.timeZone = outer.timeZone
    this.outer = outer
  }

  get days(): FeelScope['days'] {
    return this.outer.days
  }

  get(name: string): unknown {
    return name === '?' ? this.question : this.outer.get(name)
  }
}
