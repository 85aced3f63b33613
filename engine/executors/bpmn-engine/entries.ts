/**
 * Tokens that come into elements of the library beside its flows: a start, something that happened, a step back.
 *
 * What comes with a token waits here under a number the library carries. A token for an element that is still being
 * broken off comes in when that has gone.
 */
import type { LocalId } from '../../core/ids.ts'
import type { JsonObject } from '../../core/json.ts'
import type { Flow, Program } from '../../core/program.ts'
import { type Move, elementNamed } from '../kernel/run.ts'
import { numbers } from './library/drawing.ts'
import { come, hasCrowd } from './library/elements/crowd.ts'
import type { Activity, Content, Outbound } from './library/package.ts'
import type { Late } from './memory/memory.ts'
import type { LibraryRun } from './run.ts'

export type Enter = Extract<Move, { kind: 'enter' }>
type Given = Pick<Enter, 'variables' | 'payload' | 'into'>

export class Entries {
  readonly #run: LibraryRun
  readonly #notes: Given[] = []
  readonly #leaving: (readonly Outbound[])[] = []
  #late: Enter[] = []

  constructor(run: LibraryRun) {
    this.#run = run
  }

  enter(move: Enter): void {
    const { scope, program, element, variables, payload, into } = move
    if (!this.#run.draft.elements[scope]) return
    const activity = this.#run.places.activity(scope, program, element.index)
    if (activity.isRunning && !hasCrowd(activity)) return void this.#late.push(move)
    const given = { ...(variables && { variables }), ...(payload && { payload }), ...(into && { into }) }
    bring(activity, { note: this.#notes.push(given) - 1 })
  }

  /** The element stands there already without a token of the library. */
  adopt(id: LocalId, scope: LocalId, element: string): void {
    if (this.#run.draft.elements[id]) bring(this.#activity(scope, element), { adopt: id })
  }

  /** The element has begun and ended by a command, before a token of the library could come to it. */
  passed(scope: LocalId, element: string, flows: readonly Flow[], payload: JsonObject | undefined): void {
    const activity = this.#activity(scope, element)
    bring(activity, { leaving: this.#leaving.push(this.along(activity, flows, payload)) - 1 })
  }

  #activity(scope: LocalId, element: string): Activity {
    const program: Program = this.#run.programAt(scope)
    return this.#run.places.activity(scope, program, elementNamed(program, element).index)
  }

  /** What came with the token whose content this is. */
  given({ note, inbound = [] }: Content): Given | undefined {
    return this.#notes[note ?? inbound[0]?.note ?? -1]
  }

  /** The ways of a token that only came to leave. */
  leaving(number: number): readonly Outbound[] {
    return this.#leaving[number] ?? []
  }

  /** All ways out of the element, those on which the token goes with what it brings. */
  along({ outbound }: Activity, flows: readonly Flow[], payload: JsonObject | undefined): readonly Outbound[] {
    const note = payload && this.#notes.push({ payload }) - 1
    const taken = new Set(flows.map(({ index }) => index))
    return outbound.map(({ id }) => ({
      id,
      action: taken.has(numbers(id)[1]) ? 'take' : 'discard',
      ...(note !== undefined && { note }),
    }))
  }

  /** Whether one of those that were late came in. */
  enterLate(): boolean {
    const late = this.#late.splice(0)
    for (const move of late) this.enter(move)
    return this.#late.length < late.length
  }

  isLateIn(scope: LocalId): boolean {
    return this.#late.some((move) => move.scope === scope)
  }

  halt(scope: LocalId): void {
    this.#late = this.#late.filter((move) => move.scope !== scope)
  }

  get late(): readonly Late[] {
    return this.#late.map(({ scope, program, element, variables, payload }) => ({
      scope,
      program: program.key,
      element: element.id,
      ...(variables && { variables }),
      ...(payload && { payload }),
    }))
  }

  remember(late: readonly Late[]): void {
    this.#late = late.map(({ program: key, element, ...move }) => {
      const program = this.#run.program(key)
      return { ...move, kind: 'enter', program, element: elementNamed(program, element) }
    })
  }
}

function bring(activity: Activity, content: Pick<Content, 'note' | 'adopt' | 'leaving'>): void {
  if (hasCrowd(activity)) come(activity, content)
  else activity.run(content)
}
