/**
 * One command being decided: what happened so far, which tokens still move, and the draft that every event advances.
 *
 * Tokens move one after another, the latest first, so that the history tells each branch to the place where it waits.
 * There is no recursion along flows: a loop of any length is a loop here. Scopes in which something ended are touched
 * and looked at once no token moves any more, when it is certain what is left inside.
 */
import type { Event } from '../../core/event.ts'
import type { Context } from '../../core/executor.ts'
import type { LocalId, ProgramKey } from '../../core/ids.ts'
import type { Undoing } from '../../core/instance.ts'
import type { JsonObject } from '../../core/json.ts'
import type { OfficeDays } from '../../core/office-days.ts'
import type { Element, ElementIndex, Flow, FlowIndex, Program } from '../../core/program.ts'

import { Changes } from './catch/changes.ts'
import { signalMoves, waitersOf } from './catch/waiters.ts'
import { applyTo } from './state/apply.ts'
import { bytesOf } from './state/bytes.ts'
import { programOf } from './state/program-of.ts'
import { Effort } from './variables/effort.ts'
import type { Failure } from './failure.ts'
import type { Draft } from './state/draft.ts'
import type { Visit } from './visit.ts'

/** What is begun inside a scope in place of its own starts, as it is when an operator begins something by hand. */
export interface Inner {
  readonly element: Element
  readonly variables?: JsonObject
  readonly into?: readonly Inner[]
}

/** A token about to enter an element, a multi-instance body about to start its next item, what is set off or undone next. */
export type Move =
  | {
      readonly kind: 'enter'
      readonly program: Program
      readonly element: Element
      readonly scope: LocalId
      /** Variables the element starts with. */
      readonly variables?: JsonObject
      /** What came with the event that already happened: the element does not wait for it again. */
      readonly payload?: JsonObject
      readonly loopCounter?: number
      /** Where its inside begins, instead of where it is drawn to. */
      readonly into?: readonly Inner[]
    }
  | { readonly kind: 'spawn'; readonly scope: LocalId }
  | {
      readonly kind: 'compensate'
      readonly scope: LocalId
      readonly undoing: Undoing
      /** The event that waits for the last of them. */
      readonly thrower?: LocalId
    }
  /** `scope` is the element instance that waits. */
  | { readonly kind: 'signal'; readonly scope: LocalId; readonly wait: LocalId; readonly variables: JsonObject }
  | { readonly kind: 'condition'; readonly scope: LocalId; readonly wait: LocalId }

/** Moves the tokens in the kernel's place: another executor that runs cases of the same meaning. */
export interface Mover {
  /** The ways out of an element that is done; undefined: as the kernel finds them. */
  ways(visit: Visit): Failure | readonly Flow[] | undefined
  /** Sends the tokens of an element that has ended along these flows. */
  take(program: Program, scope: LocalId, flows: readonly Flow[], payload: JsonObject | undefined): void
}

export class Run {
  readonly ctx: Context
  readonly draft: Draft
  readonly events: Event[]
  /** What its expressions may spend. */
  readonly effort = new Effort()
  /** What conditions are looked at again for. */
  readonly changes = new Changes()
  readonly mover: Mover | undefined = undefined
  /** Elements activated and flows taken so far. */
  steps = 0
  /** Messages and signals sent so far. */
  published = 0
  /** Why no signal may be thrown in this command. */
  unanswered: string | undefined
  /** Whether an expression has counted the days the office works. */
  countedDays = false
  /** Bytes of the events so far. */
  recorded = 0
  #moves: Move[] = []
  /** What the step being taken sets off beside its own tokens; moves before they do. */
  #setOff: Move[] = []
  readonly #touched = new Set<LocalId>()

  constructor(ctx: Context, draft: Draft, events: Event[] = []) {
    this.ctx = ctx
    this.draft = draft
    this.events = events
  }

  get days(): OfficeDays {
    this.countedDays = true
    return this.ctx.calendar
  }

  emit(event: Exclude<Event, { kind: 'instanceStarted' }>): void {
    this.events.push(event)
    if (event.kind === 'messagePublished' || event.kind === 'signalThrown') this.published++
    if (event.kind === 'signalThrown')
      this.setOff(signalMoves(this.draft, waitersOf(this.draft, event.name), event.variables))
    this.changes.note(this.draft, event)
    this.recorded += bytesOf(event as unknown as JsonObject)
    applyTo(this.draft, event)
  }

  /** The id of what is opened next; it is taken when the event that opens it is emitted. */
  nextId(): LocalId {
    return String(this.draft.next) as LocalId
  }

  /** The first of them moves next. */
  send(moves: readonly Move[]): void {
    for (let index = moves.length - 1; index >= 0; index--) {
      const move = moves[index]
      if (move) this.#moves.push(move)
    }
  }

  /** As send, but once the step being taken is over, before the tokens it sends on. */
  setOff(moves: readonly Move[]): void {
    this.#setOff.push(...moves)
  }

  /** The next token to move; those whose scope has ended meanwhile are gone with it. */
  nextMove(): Move | undefined {
    if (this.#setOff.length > 0) this.send(this.#setOff.splice(0))
    let move = this.#moves.pop()
    while (move && !this.draft.elements[move.scope]) move = this.#moves.pop()
    return move
  }

  /** Tokens on their way inside this scope vanish. */
  halt(scope: LocalId): void {
    this.#moves = this.#moves.filter((move) => move.scope !== scope)
    this.#setOff = this.#setOff.filter((move) => move.scope !== scope)
  }

  /** Whether a token is still on its way inside this scope. */
  isMovingIn(scope: LocalId): boolean {
    return this.#moves.some((move) => move.scope === scope && !('wait' in move))
  }

  touch(scope: LocalId): void {
    this.#touched.add(scope)
  }

  nextTouched(): LocalId | undefined {
    for (const scope of this.#touched) {
      this.#touched.delete(scope)
      return scope
    }
    return undefined
  }

  /** The program an element instance runs in. */
  programAt(id: LocalId): Program {
    return this.program(programOf(this.draft, id))
  }

  program(key: ProgramKey): Program {
    const program = this.ctx.library.program(key)
    if (!program) throw new Error(`Expected the program ${key} of a running instance in the library, but it is missing`)
    return program
  }
}

export function elementAt(program: Program, index: ElementIndex): Element {
  const element = program.elements[index]
  if (!element) throw new Error(`Expected element ${index} in ${program.key}, but it has ${program.elements.length}`)
  return element
}

export function elementNamed(program: Program, id: string): Element {
  return elementAt(program, program.byId.get(id) ?? -1)
}

export function flowAt(program: Program, index: FlowIndex): Flow {
  const flow = program.flows[index]
  if (!flow) throw new Error(`Expected flow ${index} in ${program.key}, but it has ${program.flows.length}`)
  return flow
}
