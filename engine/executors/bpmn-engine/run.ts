/**
 * One command being decided with the library: the case's rules are the kernel's, the tokens are the library's.
 *
 * What the rules say is done to the library in three waves, so that no scope is empty for a moment only: tokens that
 * waited before joins vanish, tokens go on or come in, and last what was broken off is discarded. The library answers by
 * telling where tokens arrive; each arrival is looked at on its own, the latest first, once the library stands still. So
 * its stack stays flat, however long the way is.
 */
import type { Event, EventOf } from '../../core/event.ts'
import type { Context } from '../../core/executor.ts'
import type { LocalId } from '../../core/ids.ts'
import type { ElementState } from '../../core/instance.ts'
import type { JsonObject } from '../../core/json.ts'
import type { Flow, Program } from '../../core/program.ts'
import { inVain } from '../kernel/advance.ts'
import { lookAtConditions, meetCondition } from '../kernel/catch/conditions.ts'
import { catchSignal } from '../kernel/catch/signals.ts'
import type { Failure } from '../kernel/failure.ts'
import { live, raise } from '../kernel/lifecycle.ts'
import { type Move, type Mover, Run, elementNamed } from '../kernel/run.ts'
import type { Draft } from '../kernel/state/draft.ts'
import { hasOwnWork, isCompleting } from '../kernel/tokens/completing.ts'
import { closeHandlers } from '../kernel/tokens/terminate.ts'
import { type Visit, visitBy, visitTo } from '../kernel/visit.ts'
import { type Enter, Entries } from './entries.ts'
import { Items } from './items.ts'
import type { Desk } from './library/desk.ts'
import { isJoin } from './crowds/join.ts'
import { numbers } from './library/drawing.ts'
import type { Inside, Message } from './library/package.ts'
import type { Standing } from './library/standing.ts'
import type { Remembered } from './memory/memory.ts'
import { Places } from './places.ts'
import { Waves } from './waves.ts'
import { conditionOf, isEvaluated, waysBy } from './ways.ts'

interface Departed {
  readonly id: LocalId
  readonly element: string
  readonly standing: Standing | undefined
}
type Records = [LocalId, ElementState][]

export class LibraryRun extends Run implements Desk, Mover {
  override readonly mover = this
  readonly waves = new Waves()
  readonly places: Places
  readonly #items: Items
  readonly #entries: Entries
  #arriving: { readonly id: LocalId; readonly standing: Standing } | undefined
  #departed: Departed | undefined
  #asking: Visit | undefined
  #isResuming = false

  constructor(ctx: Context, draft: Draft, events: Event[], memory: Remembered | undefined) {
    super(ctx, draft, events)
    this.places = new Places(this.program(draft.program), ctx.library, draft, this, memory)
    this.#items = new Items(this)
    this.#entries = new Entries(this)
    if (memory) this.#resume(memory)
  }

  #resume({ ids, late = [] }: Remembered): void {
    this.#isResuming = true
    this.places.resume(ids, (execution) => this.#ended(execution))
    this.#isResuming = false
    this.#entries.remember(late)
  }

  get memory(): Omit<Remembered, 'last'> {
    return { ids: this.places.known, late: this.#entries.late, state: this.places.state }
  }

  /** Until every token waits. */
  advance(): void {
    while (this.draft.status === 'active' && this.#next()) continue
    if (this.draft.status === 'active') this.#settle()
  }

  #next(): boolean {
    lookAtConditions(this)
    return this.waves.next() || this.#entries.enterLate()
  }

  override emit(event: Exclude<Event, { kind: 'instanceStarted' }>): void {
    if (event.kind === 'elementCompleted' || event.kind === 'elementTerminated') {
      const record = this.draft.element(event.id)
      super.emit(event)
      this.#gone(event, record)
      return
    }
    super.emit(event)
    if (event.kind === 'elementActivated') this.#activated(event)
    else if (event.kind === 'tokensDropped') this.waves.purge(() => this.#drop(event))
  }

  #activated({ id, element, scope, program }: EventOf<'elementActivated'>): void {
    if (this.#arriving?.id === id) this.places.bind(id, this.#arriving.standing)
    else if (program !== undefined) this.places.begin((execution) => this.#ended(execution))
    else if (scope !== undefined) this.waves.kick(scope, () => this.#entries.adopt(id, scope, element))
  }

  #gone({ kind, id }: EventOf<'elementCompleted' | 'elementTerminated'>, record: ElementState): void {
    const standing = this.places.standing(id)
    this.places.release(id)
    if (kind === 'elementTerminated') {
      if (standing && record.loopCounter === undefined && record.program === undefined)
        this.waves.discard(id, record.scope, () => standing.discard())
      else this.waves.discard(id, record.scope, () => {})
      return
    }
    this.#departed = { id, element: record.element, standing }
    if (standing && record.loopCounter !== undefined && record.scope !== undefined)
      this.#items.ended(record.scope, standing)
  }

  #drop({ scope, flows }: EventOf<'tokensDropped'>): void {
    if (!this.draft.elements[scope]) return
    const program = this.programAt(scope)
    const ids = new Set(flows)
    this.places.drop(
      scope,
      program,
      program.flows.filter(({ id }) => ids.has(id)),
    )
  }

  override send(moves: readonly Move[]): void {
    for (const move of moves) {
      if (move.kind === 'condition') this.waves.look(undefined, () => meetCondition(this, move.wait))
      else if (move.kind === 'signal') this.waves.look(undefined, () => catchSignal(this, move.wait, move.variables))
      else if (move.kind === 'spawn') this.waves.kick(move.scope, () => this.#items.begin(move.scope))
      else if (move.kind === 'compensate')
        throw new Error(`Expected no compensation in ${move.scope}: it is refused at deployment`)
      else if (move.element.kind === 'process') this.#call(move)
      else this.waves.kick(move.scope, () => this.#entries.enter(move))
    }
  }

  /** Looked at before what the library tells of the tokens of this step. */
  override setOff(moves: readonly Move[]): void {
    this.send(moves)
  }

  override halt(scope: LocalId): void {
    for (const standing of this.waves.halt(scope))
      this.waves.discard(standing.executionId, undefined, () => standing.discard())
    this.#entries.halt(scope)
  }

  override isMovingIn(scope: LocalId): boolean {
    return this.waves.isMovingIn(scope) || this.#entries.isLateIn(scope)
  }

  override touch(): void {}

  /** Begins like what the library tells: after what the step that called it set off. */
  #call(move: Enter): void {
    const call = this.places.standing(move.scope)
    if (!call) throw new Error(`Expected the call ${move.scope} to stand in the library`)
    const standing = this.places.calledBy(call, this.places.drawing.programs.indexOf(move.program))
    const begin = (): void => {
      if (this.draft.elements[move.scope]) this.live(move, standing)
    }
    this.waves.kick(move.scope, () => this.waves.look(move.scope, begin))
  }

  arrived(standing: Standing): void {
    if (this.#isResuming) return this.#arrivedAgain(standing)
    const { adopt, leaving } = standing.isItem ? {} : standing.content
    if (adopt !== undefined) return this.places.bind(adopt as LocalId, standing)
    if (leaving !== undefined) return this.waves.kick(undefined, () => standing.finish(this.#entries.leaving(leaving)))
    const scope = this.places.idOf(standing.scope)
    this.waves.look(scope, () => this.#arrive(standing), standing)
  }

  #arrivedAgain(standing: Standing): void {
    const id = this.places.idOf(standing.executionId)
    if (id === undefined) return this.#items.again(standing)
    this.places.bind(id, standing)
    if (standing.wasOpen) standing.open()
  }

  #arrive(standing: Standing): void {
    const scope = this.places.idOf(standing.scope)
    if (scope === undefined || !this.draft.elements[scope]) return
    if (standing.isItem) return this.#items.arrived(scope, standing)
    const program = this.programAt(scope)
    const element = program.elements[numbers(standing.activity.id)[1]]
    if (!element) throw new Error(`Expected ${standing.activity.id} in ${program.key}`)
    if (isJoin(element)) {
      const { inbound = [] } = standing.content
      const flows = inbound.map(({ id }) => program.flows[numbers(id)[1]]?.id ?? id)
      this.emit({ kind: 'tokensJoined', scope, flows })
    }
    this.live({ kind: 'enter', program, element, scope, ...this.#entries.given(standing.content) }, standing)
  }

  /** The element instance begins that stands there in the library. */
  live(move: Enter, standing: Standing): void {
    const visit = visitBy(this, move)
    this.#arriving = { id: visit.id, standing }
    live(visit, 'activate')
    this.#arriving = undefined
  }

  ways(visit: Visit): Failure | readonly Flow[] | undefined {
    const standing = this.places.standing(visit.id)
    if (!standing || !isEvaluated(visit)) return undefined
    this.#asking = visit
    return waysBy(visit, standing)
  }

  take(_program: Program, scope: LocalId, flows: readonly Flow[], payload: JsonObject | undefined): void {
    if (!this.#departed) return
    const { id, element, standing } = this.#departed
    if (!standing) return this.waves.kick(scope, () => this.#entries.passed(scope, element, flows, payload))
    const { finish } = this.#items.last(id, standing)
    const outbound = this.#entries.along(standing.activity, flows, payload)
    this.waves.kick(undefined, () => finish(outbound))
  }

  opened(executionId: string, inside: Inside): void {
    this.places.opened(executionId, inside)
  }

  /** Nothing runs inside any more: event subprocesses cannot begin now, and the scope takes its last steps. */
  emptied(executionId: string): void {
    const id = this.places.idOf(executionId)
    this.waves.look(id, () => id !== undefined && this.#complete(id))
  }

  #ended(executionId: string): void {
    this.emptied(executionId)
  }

  #complete(id: LocalId): void {
    if (!this.draft.elements[id] || this.draft.element(id).stuck !== undefined) return
    closeHandlers(this, id)
    live(visitTo(this, id), 'complete')
  }

  took(flow: string, scopeExecution: string): void {
    const scope = this.places.idOf(scopeExecution)
    if (scope === undefined) return
    const program = this.programAt(scope)
    const line = program.flows[numbers(flow)[1]]
    const target = line && program.elements[line.to]
    if (!line || !target) throw new Error(`Expected ${flow} in ${program.key}`)
    this.steps++
    if (!line.isLink)
      this.emit({ kind: 'flowTaken', flow: line.id, scope, ...(isJoin(target) && { waits: true as const }) })
  }

  isCalled(executionId: string): boolean {
    return this.places.isRunning(executionId)
  }

  resolve(expression: string, { content }: Message): unknown {
    if (expression === 'items') return this.#items.count(content.executionId)
    if (expression === 'done') return this.#items.isDone(content.parent?.executionId ?? '')
    const flow = expression.startsWith('if:') ? numbers(expression.slice(3))[1] : undefined
    if (flow === undefined || !this.#asking) return expression
    const condition = this.#asking.program.flows[flow]
    return condition && conditionOf(this.#asking, condition)
  }

  /** Scopes in which nothing is left but tokens that wait for each other in vain, or what must end before they may. */
  #settle(): void {
    for (const [id, { arrived, children = 0, stuck, element }] of Object.entries(this.draft.elements) as Records) {
      const { eventSubProcesses } = elementNamed(this.programAt(id), element)
      if (children > 0 && eventSubProcesses.length > 0 && isCompleting(this, id)) closeHandlers(this, id)
      if (!arrived || stuck !== undefined) continue
      const hasWork = children > 0 && (eventSubProcesses.length === 0 || hasOwnWork(this, id))
      if (!hasWork) raise(visitTo(this, id), 'continue', inVain(element, arrived))
    }
  }
}
