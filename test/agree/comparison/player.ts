/**
 * An executor playing one application, stopped and started again after every single command.
 *
 * Two lives are led side by side: one keeps its state in memory, the other has it written as JSON and read again each time,
 * and its programs compiled anew. Both must decide the same, byte for byte; folding the recorded events must give the
 * state; and the state must be nothing but JSON.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Command } from '../../../engine/core/command.ts'
import type { Event } from '../../../engine/core/event.ts'
import { type Context, type Executor, LIMITS } from '../../../engine/core/executor.ts'
import type { InstanceState } from '../../../engine/core/instance.ts'
import { PALESTINE } from '../../../engine/core/policy/calendar.ts'
import { isProblem } from '../../../engine/core/problem.ts'
import type { Program } from '../../../engine/core/program.ts'
import { Trace } from './trace.ts'

/** One command as it was decided, for a second process to decide again. */
export interface Recorded {
  /** JSON of the state before; absent at the start. */
  readonly before?: string
  readonly command: Command
  readonly now: number
  /** JSON of events and state. */
  readonly decided: string
}

export class Player {
  readonly trace = new Trace()
  readonly recorded: Recorded[] = []
  readonly #executor: Executor
  readonly #programs: readonly Program[]
  /** JSON of the state after the last command. */
  #stored: string | undefined
  #recovered: InstanceState | undefined
  #alive: InstanceState | undefined

  constructor(executor: Executor, programs: readonly Program[]) {
    this.#executor = executor
    this.#programs = programs
  }

  get state(): InstanceState {
    if (!this.#recovered) throw new Error('Expected the application to have been started')
    return this.#recovered
  }

  /** What was not as promised, if anything. */
  take(command: Command, now: number): string | undefined {
    const context = contextOf(this.#programs, now)
    const decided = this.#executor.decide(this.#recovered, command, context)
    if (isProblem(decided)) return `refused: ${decided.code} ${decided.detail}`
    const text = JSON.stringify(decided)
    if (JSON.stringify(this.#executor.decide(this.#alive, command, context)) !== text)
      return 'restart: decides otherwise after its state was stored and read'
    if (this.#stored !== undefined && JSON.stringify(this.#alive) !== this.#stored)
      return 'restart: deciding changed the state it was given'
    const state = JSON.stringify(decided.state)
    const recovered = JSON.parse(state) as InstanceState
    if (!isDeepStrictEqual(recovered, decided.state)) return 'restart: the state is not plain JSON'
    if (JSON.stringify(this.#folded(decided.events)) !== state) return 'restart: the events do not give the state'
    this.recorded.push({ ...(this.#stored !== undefined && { before: this.#stored }), command, now, decided: text })
    this.#alive = decided.state
    this.#recovered = recovered
    this.#stored = state
    this.trace.read(decided.events)
    return undefined
  }

  #folded(events: readonly Event[]): InstanceState | undefined {
    const read = JSON.parse(JSON.stringify(events)) as readonly Event[]
    return read.reduce<InstanceState | undefined>((state, event) => this.#executor.apply(state, event), this.#recovered)
  }
}

export function contextOf(programs: readonly Program[], now: number): Context {
  const library = { program: (key: string) => programs.find((program) => program.key === key) }
  return { now, library, calendar: PALESTINE, limits: LIMITS }
}
