/** What happened on the drawings: which elements began and ended and which flows were taken, in their order, whichever procedure they are of. */
import { bilingual } from '../core/bilingual.ts'
import type { Event } from '../core/event.ts'
import { programParts, type LocalId, type ProgramKey } from '../core/ids.ts'
import { elementById, type Program } from '../core/program.ts'
import type { Place, Traced } from './moment.ts'

/** The program of a key, as far as it was met. */
export type FindProgram = (key: ProgramKey) => Program | undefined

export function placeIn(find: FindProgram, program: ProgramKey, element: string): Place {
  const { packageId, processId } = programParts(program)
  const around = find(program)
  const found = around && elementById(around, element)
  const name = bilingual(found?.name || element)
  return { packageId, process: processId, element, name, ...(found && { elementKind: found.kind }) }
}

interface Standing {
  readonly program: ProgramKey
  readonly element: string
}

/** Follows the events of one application from its start, so that each local id is known by its place. */
export class Tracer {
  readonly #known = new Map<LocalId, Standing>()
  readonly #find: FindProgram
  readonly #root: ProgramKey

  constructor(find: FindProgram, root: ProgramKey) {
    this.#find = find
    this.#root = root
  }

  next(events: readonly Event[]): readonly Traced[] {
    return events.flatMap((event) => this.#traced(event))
  }

  #traced(event: Event): readonly Traced[] {
    switch (event.kind) {
      case 'elementActivated': {
        const around = event.scope === undefined ? this.#root : (this.#known.get(event.scope)?.program ?? this.#root)
        const program = event.program ?? around
        this.#known.set(event.id, { element: event.element, program })
        return this.#at('entered', program, event.element)
      }
      case 'elementCompleted':
        return this.#ended('left', event.id)
      case 'elementTerminated':
        return this.#ended('canceled', event.id)
      case 'flowTaken': {
        const { packageId, processId } = programParts(this.#known.get(event.scope)?.program ?? this.#root)
        return [{ kind: 'flow', flow: event.flow, packageId, process: processId }]
      }
      default:
        return []
    }
  }

  #ended(kind: 'left' | 'canceled', id: LocalId): readonly Traced[] {
    const known = this.#known.get(id)
    return known === undefined ? [] : this.#at(kind, known.program, known.element)
  }

  #at(kind: 'entered' | 'left' | 'canceled', program: ProgramKey, element: string): readonly Traced[] {
    return [{ kind, ...placeIn(this.#find, program, element) }]
  }
}
