/**
 * One application in a test: commands by element name, and after each the promises every executor makes.
 *
 * After every command: the state given was not changed, the same command gives the same bytes, folding the events gives
 * the state byte for byte, and the state survives JSON.
 */
import assert from 'node:assert/strict'
import type { Command } from '../../engine/core/command.ts'
import type { Event } from '../../engine/core/event.ts'
import { type Context, type Executor, LIMITS, type Limits } from '../../engine/core/executor.ts'
import {
  localEntries,
  type AgencyId,
  type InstanceId,
  type LocalId,
  type Reference,
  type UserId,
} from '../../engine/core/ids.ts'
import type { Incident, InstanceState, Wait } from '../../engine/core/instance.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { type Calendar, PALESTINE } from '../../engine/core/policy/calendar.ts'
import { type Problem, isProblem } from '../../engine/core/problem.ts'
import type { Program } from '../../engine/core/program.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'

export const ID = '01JDA0000000000000000000AA' as InstanceId
/** Monday 23 November 2026, ten o'clock in Hebron. */
export const NOW = Date.parse('2026-11-23T10:00:00+02:00')

export interface Surroundings {
  readonly executor?: Executor
  readonly limits?: Partial<Limits>
  readonly calendar?: Calendar
}

export class Case {
  now = NOW
  state: InstanceState | undefined
  readonly events: Event[] = []
  /** Events of the last command. */
  last: readonly Event[] = []
  readonly #executor: Executor
  readonly #programs: readonly Program[]
  readonly #limits: Limits
  readonly #calendar: Calendar

  constructor(
    programs: readonly Program[],
    { executor = kernel, limits = {}, calendar = PALESTINE }: Surroundings = {},
  ) {
    this.#executor = executor
    this.#programs = programs
    this.#limits = { ...LIMITS, ...limits }
    this.#calendar = calendar
  }

  get context(): Context {
    const library = { program: (key: string) => this.#programs.find((program) => program.key === key) }
    return { now: this.now, library, calendar: this.#calendar, limits: this.#limits }
  }

  /** Takes a command the state must accept. */
  take(command: Command): this {
    const problem = this.try(command)
    if (problem) throw new Error(`${problem.code}: ${problem.detail}`)
    return this
  }

  try(command: Command): Problem | undefined {
    const before = freeze(this.state)
    const decided = this.#executor.decide(before, freeze(command), this.context)
    assert.equal(JSON.stringify(this.#executor.decide(before, command, this.context)), JSON.stringify(decided))
    if (isProblem(decided)) return decided
    const folded = decided.events.reduce<InstanceState | undefined>(
      (state, event) => freeze(this.#executor.apply(state, freeze(event))),
      before,
    )
    assert.equal(JSON.stringify(folded), JSON.stringify(decided.state))
    const stored = JSON.parse(JSON.stringify(decided.state)) as InstanceState
    assert.deepStrictEqual(stored, decided.state)
    this.events.push(...decided.events)
    this.last = decided.events
    this.state = stored
    return undefined
  }

  start(variables: JsonObject = {}, startElement?: string, messageId?: string): this {
    const [program] = this.#programs
    if (!program) throw new Error('A case needs a program')
    return this.take({
      kind: 'start',
      id: ID,
      agency: 'moj' as AgencyId,
      reference: '2026-TEST' as Reference,
      program: program.key,
      variables,
      ...(startElement !== undefined && { startElement }),
      ...(messageId !== undefined && { messageId }),
    })
  }

  task(element: string, variables: JsonObject = {}, by?: string): this {
    return this.take({
      kind: 'completeTask',
      id: this.wait('task', element),
      variables,
      ...(by !== undefined && { by: by as UserId }),
    })
  }

  job(element: string, variables: JsonObject = {}): this {
    return this.take({ kind: 'completeJob', id: this.wait('job', element), variables })
  }

  fail(element: string, retries: number, reason = 'the bus is down'): this {
    return this.take({ kind: 'failJob', id: this.wait('job', element), retries, due: this.now + 1000, reason })
  }

  error(element: string, code: string, variables: JsonObject = {}, message = 'not found'): this {
    return this.take({ kind: 'throwJobError', id: this.wait('job', element), code, message, variables })
  }

  /** The time comes for the timer of this element. */
  timer(element: string): this {
    const id = this.wait('timer', element)
    const wait = this.live.waits[id]
    if (wait?.kind === 'timer') this.now = Math.max(this.now, wait.due)
    return this.take({ kind: 'triggerTimer', id })
  }

  message(element: string, variables: JsonObject = {}, messageId = 'm-1'): this {
    return this.take({ kind: 'correlateMessage', id: this.wait('message', element), messageId, variables })
  }

  /** A signal comes from elsewhere to all that waits for it now. */
  signal(name: string, variables: JsonObject = {}): this {
    return this.take({ kind: 'broadcastSignal', name, variables, waits: this.listening(name) })
  }

  listening(name: string): LocalId[] {
    const waits = localEntries(this.live.waits)
    return waits.flatMap(([id, wait]) => (wait.kind === 'signal' && wait.name === name ? [id] : []))
  }

  set(element: string, variables: JsonObject): this {
    return this.take({ kind: 'setVariables', scope: this.instance(element), variables })
  }

  /** Resolves the first incident at this element. */
  resolve(element: string, retries?: number): this {
    const id = Object.entries(this.live.incidents).find(([, incident]) => incident.element === element)?.[0]
    if (id === undefined) throw new Error(`No incident at ${element}: ${JSON.stringify(this.live.incidents)}`)
    return this.take({ kind: 'resolveIncident', id: id as LocalId, ...(retries !== undefined && { retries }) })
  }

  cancel(): this {
    return this.take({ kind: 'cancel', reason: 'withdrawn' })
  }

  get live(): InstanceState {
    if (!this.state) throw new Error('The case has not been started')
    return this.state
  }

  /** The first wait of this kind for this element. */
  wait(kind: Wait['kind'], element: string): LocalId {
    const found = Object.entries(this.live.waits).find(
      ([, wait]) => wait.kind === kind && this.waitElement(wait) === element,
    )
    if (!found) throw new Error(`No ${kind} at ${element}, but ${this.waits.join(', ')}`)
    return found[0] as LocalId
  }

  private waitElement(wait: Wait): string {
    return 'element' in wait ? wait.element : (this.live.elements[wait.owner]?.element ?? '')
  }

  /** The first live instance of this element. */
  instance(element: string): LocalId {
    const found = Object.entries(this.live.elements).find(([, record]) => record.element === element)
    if (!found) throw new Error(`No live ${element}`)
    return found[0] as LocalId
  }

  /** "task review", "timer late", in order of opening. */
  get waits(): string[] {
    return Object.values(this.live.waits).map((wait) => `${wait.kind} ${this.waitElement(wait)}`)
  }

  get incidents(): Incident[] {
    return Object.values(this.live.incidents)
  }

  /** "cause element" of every open incident. */
  get trouble(): string[] {
    return this.incidents.map(({ cause, element }) => `${cause} ${element}`)
  }

  /** Variables of the whole process. */
  get variables(): JsonObject {
    return this.live.elements['1' as LocalId]?.variables ?? {}
  }

  /** Variables as they were last set anywhere, also after the end. */
  get everSet(): JsonObject {
    return Object.assign(
      {},
      ...this.events.flatMap((event) => (event.kind === 'variablesSet' ? [event.values] : [])),
    ) as JsonObject
  }

  /** Elements completed so far, in order; the process itself left out. */
  get path(): string[] {
    return this.ended('elementCompleted')
  }

  get terminated(): string[] {
    return this.ended('elementTerminated')
  }

  private ended(kind: 'elementCompleted' | 'elementTerminated'): string[] {
    const names = new Map(
      this.events.flatMap((event) =>
        event.kind === 'elementActivated' || event.kind === 'compensationStarted'
          ? [[event.id, event.element] as const]
          : [],
      ),
    )
    return this.events.flatMap((event) => (event.kind === kind && event.id !== '1' ? [names.get(event.id) ?? '?'] : []))
  }

  get status(): string {
    return this.live.status
  }

  kinds(): string[] {
    return this.last.map(({ kind }) => kind)
  }
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) freeze(inner)
  }
  return value
}
