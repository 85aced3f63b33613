/** Every request the double saw, refused ones too, for whoever wants to see what really went over the wire. */
export interface SeenCall {
  readonly at: number
  readonly method: string
  /** Path and query as received. */
  readonly address: string
  /** Names and values as received, repeated ones too. */
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
  readonly service?: string
  readonly messageId?: string
  readonly requestId: string
  /** Port of the caller: the same number, the same connection. */
  readonly connection: number
  /** The registry carried it out. */
  readonly delivered: boolean
  /** X-Road-Error, if the security server refused. */
  readonly error?: string
  /** The trouble that was ordered for it. */
  readonly trouble?: string
}

const KEPT = 5_000

export class CallLog {
  #calls: SeenCall[] = []

  add(call: SeenCall): void {
    this.#calls.push(call)
    if (this.#calls.length > KEPT) this.#calls = this.#calls.slice(-KEPT / 2)
  }

  all(): readonly SeenCall[] {
    return this.#calls
  }
}
