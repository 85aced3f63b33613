/**
 * The history of an application as one moves through it: event by event, each with the step it is about, called as it is
 * drawn. What only the engine needs (counters, memory) is among them, and moves nothing a person sees.
 */
import type { Event } from './event.ts'
import { eventsOf, type HistoryRecord } from './history.ts'
import type { LocalId, ProgramKey } from './ids.ts'

export interface RecordedMoment {
  /** From 1, over the whole history. */
  readonly event: number
  readonly record: number
  readonly at: number
  /** actorName of who asked for it. */
  readonly actor: string
  readonly kind: Event['kind']
  readonly element?: string
  readonly program?: ProgramKey
  /** What was said or named: who took the task, why an attempt failed, what a message is called. */
  readonly said?: string
}

interface Place {
  readonly element: string
  readonly program: ProgramKey
}

export function momentsOf(records: readonly HistoryRecord[]): readonly RecordedMoment[] {
  const course = new Course()
  let event = 0
  return records.flatMap((record) =>
    eventsOf(record).map((one): RecordedMoment => {
      event++
      const place = course.follow(one)
      const said = saidIn(one)
      const { seq, at, actor } = record
      return { event, record: seq, at, actor, kind: one.kind, ...place, ...(said !== undefined && { said }) }
    }),
  )
}

/** Which element each local id stands for, and in which procedure. */
class Course {
  readonly #places = new Map<LocalId, Place>()
  #root: ProgramKey | undefined

  follow(event: Event): Partial<Place> {
    switch (event.kind) {
      case 'instanceStarted':
        this.#root = event.program
        return { program: event.program }
      case 'instanceMigrated':
        this.#root = event.to
        return { program: event.to }
      case 'elementActivated':
        return this.#put(event.id, event.element, event.program ?? this.#around(event.scope))
      case 'compensationStarted':
        return this.#put(event.id, event.element, this.#around(event.scope))
      case 'elementMigrated':
        return this.#put(event.id, event.element, event.program ?? this.#places.get(event.id)?.program)
      default:
        return this.#about(event)
    }
  }

  #put(id: LocalId, element: string, program: ProgramKey | undefined): Partial<Place> {
    if (program === undefined) return { element }
    const place = { element, program }
    this.#places.set(id, place)
    return place
  }

  /** What is opened for an element names it; what is closed later is known by the id it was opened under. */
  #about(event: Event): Partial<Place> {
    const owner = 'owner' in event ? this.#places.get(event.owner) : undefined
    if ('element' in event && typeof event.element === 'string') {
      const program = owner?.program ?? this.#root
      return 'id' in event && program !== undefined
        ? this.#put(event.id as LocalId, event.element, program)
        : { element: event.element }
    }
    if ('id' in event) return this.#places.get(event.id as LocalId) ?? {}
    return 'scope' in event && event.scope !== undefined ? (this.#places.get(event.scope) ?? {}) : {}
  }

  #around(scope: LocalId | undefined): ProgramKey | undefined {
    return scope === undefined ? this.#root : this.#places.get(scope)?.program
  }
}

function saidIn(event: Event): string | undefined {
  switch (event.kind) {
    case 'taskAssigned':
      return event.assignee
    case 'taskClosed':
      return event.by
    case 'jobOpened':
      return event.job.type
    case 'jobFailed':
    case 'instanceTerminated':
    case 'instanceSuspended':
    case 'instanceResumed':
    case 'modificationBegan':
      return event.reason
    case 'messagePublished':
    case 'signalThrown':
    case 'signalCaught':
      return event.name
    case 'decisionEvaluated':
      return event.decision
    case 'errorThrown':
    case 'escalationThrown':
      return event.code
    case 'incidentRaised':
      return event.message
    case 'flowTaken':
      return event.flow
    case 'variablesSet':
      return Object.keys(event.values).join(', ')
    default:
      return undefined
  }
}
