/**
 * Which places of a procedure two tokens may stand at together, as far as its drawing tells: more than can really happen,
 * never less.
 *
 * Two places are together when one transition fills both; and what is together with all places a transition empties is
 * together with those it fills. A place together with itself may hold two tokens.
 */

export interface Transition {
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** Beyond this a procedure counts as crowded everywhere; one that is no muddle has far fewer. */
const MOST_PAIRS = 400_000

export class Together {
  readonly #together: readonly Set<number>[]
  readonly #leaving: readonly Transition[][]
  readonly #new: [number, number][] = []
  #pairs = 0

  /** @param places their number */
  constructor(places: number, transitions: readonly Transition[]) {
    this.#together = Array.from({ length: places }, () => new Set<number>())
    const leaving: Transition[][] = Array.from({ length: places }, () => [])
    for (const transition of transitions) for (const place of transition.from) leaving[place]?.push(transition)
    this.#leaving = leaving
    for (const { to } of transitions) this.fill(to)
  }

  /** All of these are filled at once; a place named twice gets two tokens. */
  fill(places: readonly number[]): void {
    places.forEach((one, at) => places.slice(at + 1).forEach((other) => this.#add(one, other)))
    for (let pair = this.#new.pop(); pair; pair = this.#new.pop()) {
      this.#follow(pair[0], pair[1])
      if (pair[0] !== pair[1]) this.#follow(pair[1], pair[0])
    }
  }

  /** Whether two tokens may stand at these places, at one of them or at two. */
  isCrowded(places: readonly number[]): boolean {
    return this.#pairs >= MOST_PAIRS || places.some((one) => places.some((other) => this.#are(one, other)))
  }

  /** The token at `place` moves on, while another stays where it is. */
  #follow(other: number, place: number): void {
    for (const { from, to } of this.#leaving[place] ?? [])
      if (from.every((one) => this.#are(other, one))) for (const next of to) this.#add(other, next)
  }

  #are(one: number, other: number): boolean {
    return this.#together[one]?.has(other) ?? false
  }

  #add(one: number, other: number): void {
    if (this.#are(one, other) || this.#pairs >= MOST_PAIRS) return
    this.#pairs++
    this.#together[one]?.add(other)
    this.#together[other]?.add(one)
    this.#new.push([one, other])
  }
}
