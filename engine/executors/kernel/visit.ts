/**
 * One element instance being worked on: where it stands, what its expressions see, what it has to give.
 *
 * As a FEEL scope it offers its own variables first and then those of the enclosing scopes up to the process it runs in;
 * a called process does not see its caller's.
 */
import type { LocalId } from '../../core/ids.ts'
import type { ElementState } from '../../core/instance.ts'
import type { JsonObject } from '../../core/json.ts'
import type { OfficeDays } from '../../core/office-days.ts'
import type { Element, Program } from '../../core/program.ts'
import type { FeelScope } from '../../core/feel/feel.ts'
import type { Begun } from './clocks/begin.ts'
import { type Inner, type Move, type Run, elementNamed } from './run.ts'
import type { Draft } from './state/draft.ts'

export class Visit<out E extends Element = Element> implements FeelScope {
  readonly run: Run
  readonly program: Program
  readonly element: E
  readonly id: LocalId
  /** Enclosing element instance; absent for the process. */
  readonly scope: LocalId | undefined
  /** On an inner instance of a multi-instance body: 1-based. */
  readonly loopCounter: number | undefined
  /** Variables it was sent in with. */
  readonly given: JsonObject | undefined
  /** What came with an event that has happened already. */
  readonly payload: JsonObject | undefined
  /** Where its inside begins, instead of where it is drawn to. */
  readonly into: readonly Inner[] | undefined
  /** Statutory clocks that begin with what it opens. */
  begun: Begun[] | undefined
  #ahead: JsonObject | undefined
  /** What its work gave: answers, a job's result, a message's payload. */
  result: JsonObject | undefined

  constructor(run: Run, program: Program, element: E, id: LocalId, at: Standing) {
    this.run = run
    this.program = program
    this.element = element
    this.id = id
    this.scope = at.scope
    this.loopCounter = at.loopCounter
    this.given = at.variables
    this.payload = at.payload
    this.into = at.into
    this.#ahead = at.variables
  }

  get now(): number {
    return this.run.ctx.now
  }

  get timeZone(): string {
    return this.run.ctx.calendar.timeZone
  }

  get days(): OfficeDays {
    return this.run.days
  }

  /** Its own variables as expressions see them. */
  get locals(): JsonObject | undefined {
    return this.#ahead ?? this.record?.variables
  }

  /** While it is being activated its own variables may be ahead of the state; undefined: they are those of the state. */
  ahead(variables: JsonObject | undefined): void {
    this.#ahead = variables
  }

  /** Its record; undefined until it is activated. */
  get record(): ElementState | undefined {
    return this.run.draft.elements[this.id]
  }

  /** It was completed and is being undone. */
  get isUndoing(): boolean {
    return this.record?.compensation !== undefined
  }

  /** Its input and output mappings are for it: not on a body, whose items have them, nor once it is completed. */
  get isMapped(): boolean {
    return !this.isBody && !this.isUndoing
  }

  /** Stands for all rounds of a repeated activity; the work is done by the instances inside. */
  get isBody(): boolean {
    return this.element.loop !== undefined && this.loopCounter === undefined
  }

  get(name: string): unknown {
    const own = this.locals
    if (own && Object.hasOwn(own, name)) return own[name]
    return this.element.kind === 'process' ? undefined : lookUp(this.run.draft, this.scope, name)
  }

  /** What is seen from just outside it, where its flows are. */
  get outside(): FeelScope {
    if (this.locals === undefined) return this
    const { run, scope, now, timeZone } = this
    return {
      get: (name) => lookUp(run.draft, scope, name),
      now,
      timeZone,
      get days() {
        return run.days
      },
    }
  }

  /** Every variable it sees, the nearest winning. */
  visible(): JsonObject {
    const scopes = [...scopesFrom(this.run.draft, this.element.kind === 'process' ? undefined : this.scope)]
    const seen = Object.assign({}, ...scopes.map(({ variables }) => variables).toReversed()) as JsonObject
    const all = { ...seen, ...this.locals }
    this.run.effort.copy(all)
    return all
  }

  /** Sets variables of its own. */
  keep(values: JsonObject): void {
    this.run.emit({ kind: 'variablesSet', scope: this.id, values })
  }

  /** The enclosing element instance of an element that cannot be a whole process. */
  get enclosing(): LocalId {
    if (this.scope === undefined) throw new Error(`Expected ${this.element.id} to stand inside a scope`)
    return this.scope
  }
}

interface Standing {
  readonly scope?: LocalId | undefined
  readonly loopCounter?: number | undefined
  readonly variables?: JsonObject | undefined
  readonly payload?: JsonObject | undefined
  readonly into?: readonly Inner[] | undefined
}

/** An element instance that is live already. */
export function visitTo(run: Run, id: LocalId, into?: readonly Inner[]): Visit {
  const record = run.draft.element(id)
  const program = run.programAt(id)
  const { scope, loopCounter } = record
  return new Visit(run, program, elementNamed(program, record.element), id, { scope, loopCounter, into })
}

/** An element instance a token is about to make. */
export function visitBy(run: Run, move: Extract<Move, { kind: 'enter' }>): Visit {
  return new Visit(run, move.program, move.element, run.nextId(), move)
}

/** Element instances from this one up to the process or called process it belongs to, innermost first. */
export function* scopesFrom(
  draft: Draft,
  from: LocalId | undefined,
): Generator<ElementState & { readonly id: LocalId }> {
  let id = from
  while (id !== undefined) {
    const record: ElementState = draft.element(id)
    yield { ...record, id }
    id = record.program === undefined ? record.scope : undefined
  }
}

function lookUp(draft: Draft, from: LocalId | undefined, name: string): unknown {
  let id = from
  while (id !== undefined) {
    const record: ElementState = draft.element(id)
    if (record.variables && Object.hasOwn(record.variables, name)) return record.variables[name]
    id = record.program === undefined ? record.scope : undefined
  }
  return undefined
}
