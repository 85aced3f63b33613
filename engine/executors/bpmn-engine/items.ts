/**
 * The rounds of loops, the items of multi-instance activities among them: the library begins them, one after another or all at once, and is told of each
 * that is done only when the case has taken its outcome. The last one stays with the library until the whole is left.
 */
import type { LocalId } from '../../core/ids.ts'
import { raise } from '../kernel/lifecycle.ts'
import { overLimit } from '../kernel/limits.ts'
import { loopBehaviour } from '../kernel/loops/table.ts'
import { visitTo } from '../kernel/visit.ts'
import type { Standing } from './library/standing.ts'
import type { LibraryRun } from './run.ts'

export class Items {
  readonly #run: LibraryRun
  /** By body: an item that is done, which the library still holds. */
  readonly #ended = new Map<LocalId, Standing>()
  /** By body: items that were told when a limit was reached. */
  readonly #held = new Map<LocalId, Standing[]>()
  /** Execution ids of bodies whose last item is being told. */
  readonly #done = new Set<string>()

  constructor(run: LibraryRun) {
    this.#run = run
  }

  /** The body begins its items, or goes on with those that were held. */
  begin(body: LocalId): void {
    const { places, waves, draft } = this.#run
    if (!draft.elements[body]) return
    const held = this.#held.get(body)
    this.#held.delete(body)
    if (held) for (const standing of held) waves.look(body, () => this.arrived(body, standing), standing)
    else if (draft.element(body).loop?.started === 0) places.standing(body)?.open()
  }

  arrived(body: LocalId, standing: Standing): void {
    const visit = visitTo(this.#run, body)
    const { program, element, record } = visit
    const { loop } = element
    const round = loop && record?.loop && loopBehaviour(loop).next(loop, record.loop)
    if (!round || !record?.loop) throw new Error(`Expected one more round of ${element.id} ${body}`)
    const over = overLimit(visit, true)
    if (over) {
      this.#hold(body, standing)
      if (record.stuck === undefined) raise(visit, 'activate', over)
      return
    }
    const { variables } = round
    const loopCounter = record.loop.started + 1
    this.#run.live({ kind: 'enter', program, element, scope: body, variables, loopCounter }, standing)
  }

  /** An item the library tells of again: it was done already, or was never begun. */
  again(standing: Standing): void {
    const body = this.#run.places.idOf(standing.scope)
    if (body === undefined) return
    const { loop } = this.#run.draft.element(body)
    if (loop && (standing.content.index ?? 0) >= loop.started) this.#hold(body, standing)
    else this.#ended.set(body, standing)
  }

  #hold(body: LocalId, standing: Standing): void {
    this.#held.set(body, [...(this.#held.get(body) ?? []), standing])
  }

  /** The case has taken the outcome of an item; the library is told, unless that was the last and the whole waits. */
  ended(body: LocalId, standing: Standing): void {
    this.#ended.set(body, standing)
    this.#run.waves.look(undefined, () => {
      const record = this.#run.draft.elements[body]
      if (!record || record.stuck === 'complete' || record.stuck === 'continue') return
      standing.finish()
    })
  }

  /** How the library is told that this element is left: of a loop by its last item. */
  last(id: LocalId, standing: Standing): Standing {
    const item = this.#ended.get(id)
    this.#ended.delete(id)
    if (item) this.#done.add(standing.executionId)
    return item ?? standing
  }

  isDone(body: string): boolean {
    return this.#done.has(body)
  }

  count(execution: string): number {
    const id = this.#run.places.idOf(execution)
    return id === undefined ? 0 : (this.#run.draft.element(id).loop?.items.length ?? 0)
  }
}
