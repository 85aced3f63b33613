/**
 * An application's state while one command is decided: a private copy the appliers write to.
 *
 * The state it was opened on is never changed: each map is copied at the first write, records are replaced whole.
 * `close` gives the state, with its keys always in the same order. How many elements are live and how many bytes the
 * variables take is counted only once somebody asked.
 */
import type { AgencyId, InstanceId, LocalId, ProgramKey, Reference, UserId } from '../../../core/ids.ts'
import type { ElementState, HeldAnswer, Incident, InstanceState, InstanceStatus, Wait } from '../../../core/instance.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Suspensions } from '../../../core/suspension.ts'
import { measureChange, scopeBytes } from './bytes.ts'
import { completedBytes } from './completed.ts'

export class Draft {
  readonly id: InstanceId
  readonly agency: AgencyId
  readonly reference: Reference
  program: ProgramKey
  readonly executor: string | undefined
  status: InstanceStatus
  suspensions: Suspensions | undefined
  answers: readonly HeldAnswer[] | undefined
  next: number
  completers: Readonly<Record<string, UserId>>
  clocks: InstanceState['clocks']
  memory: JsonObject | undefined
  #elements: Record<LocalId, ElementState>
  #waits: Record<LocalId, Wait>
  #incidents: Record<LocalId, Incident>
  readonly #base: InstanceState
  #live: number | undefined
  #waiting: number | undefined
  #conditions: Set<LocalId> | undefined
  #bytes: number | undefined

  constructor(state: InstanceState) {
    this.#base = state
    this.id = state.id
    this.agency = state.agency
    this.reference = state.reference
    this.program = state.program
    this.executor = state.executor
    this.status = state.status
    this.suspensions = state.suspensions
    this.answers = state.answers
    this.next = state.next
    this.completers = state.completers
    this.clocks = state.clocks
    this.memory = state.memory
    this.#elements = state.elements
    this.#waits = state.waits
    this.#incidents = state.incidents
  }

  get elements(): Readonly<Record<LocalId, ElementState>> {
    return this.#elements
  }

  get waits(): Readonly<Record<LocalId, Wait>> {
    return this.#waits
  }

  get incidents(): Readonly<Record<LocalId, Incident>> {
    return this.#incidents
  }

  /** The record of a live element; that it lives is known to the caller, so its absence is a bug. */
  element(id: LocalId): ElementState {
    const record = this.#elements[id]
    if (!record) throw new Error(`Expected element instance ${id} to be live in ${this.id}`)
    return record
  }

  putElement(id: LocalId, record: ElementState): void {
    if (this.#elements === this.#base.elements) this.#elements = { ...this.#elements }
    const before = this.#elements[id]
    if (this.#live !== undefined && !before) this.#live++
    if (this.#bytes !== undefined && isWeighed(record, before)) this.#bytes += weight(record) - weight(before)
    this.#elements[id] = record
  }

  setVariables(id: LocalId, values: JsonObject): void {
    const record = this.element(id)
    const variables = { ...record.variables, ...values }
    if (this.#bytes !== undefined) measureChange(record.variables, values, variables)
    this.putElement(id, { ...record, variables })
  }

  replaceVariables(id: LocalId, variables: JsonObject): void {
    this.putElement(id, { ...this.element(id), variables })
  }

  dropElement(id: LocalId): void {
    if (this.#elements === this.#base.elements) this.#elements = { ...this.#elements }
    if (this.#live !== undefined) this.#live--
    if (this.#bytes !== undefined) this.#bytes -= weight(this.#elements[id])
    delete this.#elements[id]
  }

  putWait(id: LocalId, wait: Wait): void {
    if (this.#waits === this.#base.waits) this.#waits = { ...this.#waits }
    if (this.#waiting !== undefined && !this.#waits[id]) this.#waiting++
    this.#waits[id] = wait
    if (wait.kind === 'condition') this.#conditions?.add(id)
  }

  dropWait(id: LocalId): void {
    if (this.#waits === this.#base.waits) this.#waits = { ...this.#waits }
    if (this.#waiting !== undefined && this.#waits[id]) this.#waiting--
    delete this.#waits[id]
    this.#conditions?.delete(id)
  }

  putIncident(id: LocalId, incident: Incident): void {
    if (this.#incidents === this.#base.incidents) this.#incidents = { ...this.#incidents }
    this.#incidents[id] = incident
  }

  dropIncident(id: LocalId): void {
    if (this.#incidents === this.#base.incidents) this.#incidents = { ...this.#incidents }
    delete this.#incidents[id]
  }

  /** An id came into use: the next one to give lies after it. */
  used(id: LocalId): void {
    const after = Number(id) + 1
    if (after > this.next) this.next = after
  }

  /** Live element instances. */
  live(): number {
    this.#live ??= Object.keys(this.#elements).length
    return this.#live
  }

  /** Open tasks, jobs, timers and subscriptions. */
  waiting(): number {
    this.#waiting ??= Object.keys(this.#waits).length
    return this.#waiting
  }

  /** Conditions that are waited for, oldest first. */
  conditions(): ReadonlySet<LocalId> {
    this.#conditions ??= new Set(
      (Object.keys(this.#waits) as LocalId[]).filter((id) => this.#waits[id]?.kind === 'condition'),
    )
    return this.#conditions
  }

  /** Bytes of all variables as JSON. */
  bytes(): number {
    this.#bytes ??= Object.values(this.#elements).reduce((sum, record) => sum + weight(record), 0)
    return this.#bytes
  }

  close(): InstanceState {
    return {
      id: this.id,
      agency: this.agency,
      reference: this.reference,
      program: this.program,
      ...(this.executor !== undefined && { executor: this.executor }),
      status: this.status,
      ...(this.suspensions && { suspensions: this.suspensions }),
      ...(this.answers && { answers: this.answers }),
      next: this.next,
      elements: this.#elements,
      waits: this.#waits,
      incidents: this.#incidents,
      completers: this.completers,
      ...(this.clocks && { clocks: this.clocks }),
      ...(this.memory && { memory: this.memory }),
    }
  }
}

const isWeighed = (record: ElementState, before: ElementState | undefined): boolean =>
  record.variables !== before?.variables ||
  record.completed !== before?.completed ||
  record.gathered !== before?.gathered

const weight = (record: ElementState | undefined): number =>
  scopeBytes(record?.variables) + completedBytes(record?.completed) + scopeBytes(record?.gathered)
