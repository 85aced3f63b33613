/**
 * Saves what is typed, one sending at a time: what was sent and never answered is sent again as it was before anything newer, for it may have arrived. What another window saved is
 * not written over. A button waits for what is on its way.
 */
import { SETTLE } from '../../../../../../forms/browser/uploads.ts'
import { copiesAt, type Copies } from './copies.ts'
import { button, lineIn, link, type Line } from './line.ts'
import { post, sealAnew, type Outcome } from './post.ts'

/** After the last word. */
const PAUSE = 1_200
const RETRIES = [3_000, 8_000, 20_000, 60_000]
/** For which a button waits. */
const LONGEST_WAIT = 3_000
const RESTORED = 'masar-restored'

export function keepTyped(form: HTMLFormElement, place: HTMLElement): void {
  const keeper = new Keeper(form, place)
  void keeper.begin()
}

class Keeper {
  readonly #form: HTMLFormElement
  readonly #address: string
  readonly #signIn: string
  readonly #line: Line
  readonly #copies: Copies
  /** Sent, and not answered yet or never. */
  #sent: string | undefined
  #sending: Promise<void> | undefined
  #isDirty = false
  /** Until somebody chooses, or types. */
  #isHeld = false
  #isSignedOut = false
  #isLeaving = false
  #failures = 0
  #timer: number | undefined

  constructor(form: HTMLFormElement, place: HTMLElement) {
    this.#form = form
    this.#address = place.dataset['saving'] ?? ''
    this.#signIn = place.dataset['signIn'] ?? '/'
    this.#line = lineIn(place)
    this.#copies = copiesAt(this.#address)
  }

  async begin(): Promise<void> {
    this.#form.addEventListener('input', () => this.#typed())
    this.#form.addEventListener('change', () => this.#typed())
    this.#form.addEventListener('submit', (event) => this.#leave(event))
    this.#form.addEventListener(SETTLE, (event) => {
      if (event instanceof CustomEvent && Array.isArray(event.detail)) event.detail.push(this.#settle())
    })
    document.addEventListener('visibilitychange', () => this.#seen())
    window.addEventListener('focus', () => this.#seen())
    window.addEventListener('online', () => this.#soon(0))
    window.addEventListener('pageshow', () => {
      this.#isLeaving = false
    })
    await this.#restore()
  }

  #typed(): void {
    this.#isDirty = true
    this.#isLeaving = false
    if (!this.#isHeld) this.#soon(PAUSE)
  }

  #soon(pause: number): void {
    window.clearTimeout(this.#timer)
    if (this.#isDirty && !this.#isHeld) this.#timer = window.setTimeout(() => this.#send(), pause)
  }

  #send(keepalive = false): void {
    window.clearTimeout(this.#timer)
    if (this.#sending || this.#isHeld || !this.#isDirty) return
    this.#sent ??= this.#body()
    const body = this.#sent
    this.#sending = post(this.#address, this.#sealed(body, this.#standing.value), keepalive).then((outcome) => {
      this.#sending = undefined
      return this.#become(outcome, body)
    })
  }

  async #become(outcome: Outcome, body: string): Promise<void> {
    const { words } = this.#line
    if (outcome.kind === 'saved') {
      this.#standing.value = outcome.standing
      this.#sent = undefined
      this.#failures = 0
      this.#isSignedOut = false
      this.#isDirty = this.#body() !== body
      if (this.#isDirty) return this.#soon(PAUSE)
      this.#copies.drop(this.#page)
      return this.#line.say(words.saved.replace('{time}', outcome.at))
    }
    this.#keepCopy(false)
    if (outcome.kind === 'busy' || outcome.kind === 'offline') {
      this.#line.say(words[outcome.kind])
      return this.#soon(RETRIES[Math.min(this.#failures++, RETRIES.length - 1)] ?? 0)
    }
    // Signed in again in another window: the session is there, its seal is not here yet.
    const isSignedOut = outcome.kind === 'signedOut' || outcome.kind === 'another'
    if (isSignedOut && !this.#isSignedOut) {
      this.#isSignedOut = true
      if (await this.#sealAndSend()) return
    }
    this.#isSignedOut = isSignedOut
    this.#sent = undefined
    this.#isHeld = outcome.kind !== 'refused'
    this.#line.say(words[outcome.kind], this.#waysOutOf(outcome))
  }

  #waysOutOf(outcome: Outcome): readonly HTMLElement[] {
    const { words } = this.#line
    if (outcome.kind === 'signedOut') return [link(words.signIn, this.#signIn, true)]
    if (outcome.kind !== 'overtaken') return []
    const keep = (): void => {
      this.#standing.value = outcome.standing
      this.#isHeld = false
      this.#line.say('')
      this.#send()
    }
    const open = link(words.openSaved, this.#here)
    open.addEventListener('click', () => this.#copies.drop(this.#page))
    return [button(words.keepMine, keep), open]
  }

  /** Somebody comes back to this window, perhaps signed in again; or leaves it, perhaps for good. */
  #seen(): void {
    if (document.visibilityState === 'hidden') return this.#send(true)
    if (this.#isSignedOut) void this.#sealAndSend()
  }

  async #sealAndSend(): Promise<boolean> {
    if (!(await sealAnew(this.#form, this.#here))) return false
    this.#isHeld = false
    this.#send()
    return true
  }

  /** A file goes to a question that may be there by what was typed just now. */
  async #settle(): Promise<void> {
    await this.#sending
    this.#send()
    await this.#sending
  }

  /** A button sends what is typed itself; what is on its way arrives first. */
  #leave(event: SubmitEvent): void {
    window.clearTimeout(this.#timer)
    if (this.#isLeaving || !this.#sending) {
      this.#isLeaving = true
      if (this.#isDirty) this.#keepCopy(true)
      return
    }
    event.preventDefault()
    void this.#leaveAfter(this.#sending, event.submitter)
  }

  async #leaveAfter(sending: Promise<void>, submitter: HTMLElement | null): Promise<void> {
    await Promise.race([sending, new Promise((resolve) => window.setTimeout(resolve, LONGEST_WAIT))])
    window.clearTimeout(this.#timer)
    this.#isLeaving = true
    if (submitter) submitter.click()
    else this.#form.requestSubmit()
  }

  #keepCopy(sent: boolean): void {
    const bodies = [...new Set([...(this.#sent === undefined ? [] : [this.#sent]), this.#body()])]
    this.#copies.keep(this.#page, { standing: this.#standing.value, bodies, sent })
  }

  /** What this window typed before and could not save. */
  async #restore(): Promise<void> {
    if (sessionStorage.getItem(RESTORED) !== null) {
      sessionStorage.removeItem(RESTORED)
      this.#line.say(this.#line.words.restored)
    }
    const cameOn = URL.parse?.(document.referrer)?.pathname === window.location.pathname
    for (const [page, copy] of this.#copies.all()) {
      this.#copies.drop(page)
      if (copy.sent && cameOn) continue
      const outcome = await this.#sendAll(copy.bodies, copy.standing)
      if (outcome.kind === 'offline' || outcome.kind === 'busy') this.#copies.keep(page, copy)
      if (outcome.kind !== 'saved' || page !== this.#page || outcome.standing === this.#standing.value) continue
      sessionStorage.setItem(RESTORED, 'yes')
      window.location.reload()
    }
  }

  async #sendAll(bodies: readonly string[], standing: string): Promise<Outcome> {
    let outcome: Outcome = { kind: 'saved', at: '', standing }
    for (const body of bodies)
      if (outcome.kind === 'saved') outcome = await post(this.#address, this.#sealed(body, outcome.standing), false)
    return outcome
  }

  get #standing(): HTMLInputElement {
    return this.#input('standing')
  }

  get #page(): string {
    return this.#input('page').value
  }

  /** The address of this very page. */
  get #here(): string {
    return `${window.location.pathname}?${new URLSearchParams({ page: this.#page }).toString()}`
  }

  #input(name: string): HTMLInputElement {
    const input = this.#form.querySelector<HTMLInputElement>(`input[name="${name}"]`)
    if (input === null) throw new Error(`Expected a form with "${name}"`)
    return input
  }

  /** All that is typed, without what seals it. */
  #body(): string {
    const fields = new URLSearchParams()
    for (const [name, value] of new FormData(this.#form))
      if (typeof value === 'string' && name !== 'csrf' && name !== 'standing') fields.append(name, value)
    return fields.toString()
  }

  #sealed(body: string, standing: string): URLSearchParams {
    const fields = new URLSearchParams(body)
    fields.append('standing', standing)
    fields.append('csrf', this.#input('csrf').value)
    return fields
  }
}
