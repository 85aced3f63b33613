/**
 * Where the tokens of one case stand in the library: which of its runs is which element instance, and how to reach them.
 */
import { PROCESS } from '../../core/instance.ts'
import type { LocalId } from '../../core/ids.ts'
import type { JsonObject } from '../../core/json.ts'
import type { Flow, Library, Program } from '../../core/program.ts'
import type { Draft } from '../kernel/state/draft.ts'
import type { Desk } from './library/desk.ts'
import { type Remembered, stateFor } from './memory/memory.ts'
import { type Drawing, elementId, flowId, processId } from './library/drawing.ts'
import { calledId } from './library/elements/call.ts'
import { emptyJoin, forget } from './library/joins.ts'
import { openDefinition, prepared } from './library/open.ts'
import { type Activity, type Definition, type Inside, type Process, stateOf } from './library/package.ts'
import type { Standing } from './library/standing.ts'

export class Places {
  readonly drawing: Drawing
  readonly #draft: Draft
  readonly #definition: Definition
  readonly #ids = new Map<string, LocalId>()
  readonly #standings = new Map<LocalId, Standing>()
  readonly #executions = new Map<LocalId, string>()
  readonly #insides = new Map<string, Inside>()

  constructor(root: Program, library: Library, draft: Draft, desk: Desk, memory?: Remembered) {
    const { context, ...drawing } = prepared(root, library)
    this.drawing = drawing
    this.#draft = draft
    this.#definition = openDefinition(context, desk, memory && stateFor(memory, drawing))
  }

  /** @param ended told with the execution id of each process that has come to its end */
  begin(ended: (executionId: string) => void): void {
    this.#listen(ended)
    this.#definition.run()
    const [main] = this.#processes
    if (main?.executionId === undefined) throw new Error('Expected the library to run its process')
    this.#know(PROCESS, main.executionId)
  }

  /** Goes on from what was remembered: the library tells the desk of each token again. */
  resume(ids: Readonly<Record<string, LocalId>>, ended: (executionId: string) => void): void {
    for (const [execution, id] of Object.entries(ids)) this.#know(id, execution)
    this.#listen(ended)
    this.#definition.resume()
    for (const [id, execution] of this.#executions) this.#resumeProcess(id, execution)
  }

  #resumeProcess(id: LocalId, execution: string): void {
    const { program, scope } = this.#draft.element(id)
    const call = program === undefined || scope === undefined ? undefined : this.#standings.get(scope)
    if (call) this.#standings.set(id, { ...call, executionId: execution })
  }

  #listen(ended: (executionId: string) => void): void {
    this.#definition.broker.subscribeTmp('event', 'process.end', (_, { content }) => ended(content.executionId), {
      noAck: true,
      consumerTag: '_masar-process-end',
      priority: 1_000,
    })
  }

  #know(id: LocalId, execution: string): void {
    this.#ids.set(execution, id)
    this.#executions.set(id, execution)
  }

  /** From now on this run of the library is this element instance. */
  bind(id: LocalId, standing: Standing): void {
    this.#know(id, standing.executionId)
    this.#standings.set(id, standing)
  }

  /** The element instance has ended. */
  release(id: LocalId): void {
    const execution = this.#executions.get(id)
    if (execution !== undefined) this.#ids.delete(execution)
    this.#executions.delete(id)
    this.#standings.delete(id)
  }

  idOf(execution: string): LocalId | undefined {
    return this.#ids.get(execution)
  }

  standing(id: LocalId): Standing | undefined {
    return this.#standings.get(id)
  }

  /** The process that the call standing here is about to run. */
  calledBy(call: Standing, number: number): Standing {
    return { ...call, executionId: calledId(processId(number), call.executionId) }
  }

  get #processes(): readonly Process[] {
    return this.#definition.execution?.processes ?? []
  }

  isRunning(execution: string): boolean {
    return this.#processes.some(({ executionId }) => executionId === execution)
  }

  opened(execution: string, inside: Inside): void {
    this.#insides.set(execution, inside)
  }

  /** The running inside of this scope; begun where it was not open yet. */
  inside(scope: LocalId): Inside {
    const inside = this.#insideOf(scope)
    if (inside) return inside
    this.#standings.get(scope)?.open()
    const begun = this.#insideOf(scope)
    if (!begun) throw new Error(`Expected the library to run the inside of ${scope}`)
    return begun
  }

  #insideOf(scope: LocalId): Inside | undefined {
    const execution = this.#executions.get(scope)
    if (execution === undefined) return undefined
    return this.#insides.get(execution) ?? this.#processes.find((one) => one.executionId === execution)?.execution
  }

  activity(scope: LocalId, program: Program, index: number): Activity {
    const id = elementId(this.drawing.programs.indexOf(program), index)
    const activity = this.inside(scope).getActivityById(id)
    if (!activity) throw new Error(`Expected ${id} inside ${scope} in the library`)
    return activity
  }

  /** Tokens that wait before joins vanish. */
  drop(scope: LocalId, program: Program, flows: readonly Flow[]): void {
    const inside = this.inside(scope)
    const number = this.drawing.programs.indexOf(program)
    forget(inside, new Set(flows.map(({ index }) => flowId(number, index))))
    for (const { to } of flows) emptyJoin(this.activity(scope, program, to))
  }

  get state(): JsonObject {
    return stateOf(this.#definition)
  }

  get known(): Readonly<Record<string, LocalId>> {
    return Object.fromEntries(this.#ids)
  }
}
