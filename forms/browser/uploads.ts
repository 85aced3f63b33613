/**
 * Files that are sent as soon as they are chosen, one after the other, with their progress in sight: the same post that the button beside the question makes, so the server judges and
 * answers as ever; of its page the question is taken over. What could not be sent stays chosen, to be tried again or sent with the form.
 */

/** Whoever saves what is typed puts into its list what is to be waited for. */
export const SETTLE = 'masar-settle'
const UNAUTHENTICATED: ReadonlySet<number> = new Set([401, 403])

export function sendFiles(form: HTMLFormElement): void {
  const sender = new Sender(form)
  form.addEventListener('change', (event) => {
    const { target } = event
    if (target instanceof HTMLInputElement && target.type === 'file' && target.closest('.upload')) sender.take(target)
  })
  form.addEventListener('submit', (event) => sender.hold(event))
  // What was chosen before this script came.
  for (const input of form.querySelectorAll<HTMLInputElement>('.upload input[type=file]')) sender.take(input)
}

interface Sending {
  readonly file: File
  readonly place: string
  readonly words: Words
  readonly row: Row
  request?: XMLHttpRequest
}

type Words = Readonly<
  Record<'uploading' | 'checking' | 'cancel' | 'again' | 'taken' | 'failed' | 'signedOut' | 'canceled', string>
>

class Sender {
  readonly #form: HTMLFormElement
  readonly #waiting: Sending[] = []
  #current: Sending | undefined
  /** The button that waits until all are there. */
  #held: HTMLElement | undefined

  constructor(form: HTMLFormElement) {
    this.#form = form
  }

  take(input: HTMLInputElement): void {
    const question = input.closest<HTMLElement>('[data-place]')
    const words = input.closest<HTMLElement>('.upload')?.dataset
    if (!question || !words) return
    const list = listAfter(question)
    for (const file of input.files ?? []) {
      const sending: Sending = { file, place: input.name, words: words as unknown as Words, row: rowIn(list) }
      this.#waiting.push(sending)
      this.#show(sending)
    }
    this.#next()
  }

  /** A button pressed meanwhile waits: what is on its way is part of what is sent. */
  hold(event: SubmitEvent): void {
    if (!this.#current) return
    event.preventDefault()
    event.stopImmediatePropagation()
    this.#held = event.submitter ?? this.#form
  }

  #show(sending: Sending): void {
    const { file, words, row } = sending
    row.progress(named(words.uploading, file))
    row.way(words.cancel, () => this.#cancel(sending))
  }

  #cancel(sending: Sending): void {
    const at = this.#waiting.indexOf(sending)
    if (at >= 0) this.#waiting.splice(at, 1)
    this.#unchoose(sending)
    this.#end(sending, named(sending.words.canceled, sending.file))
    if (sending === this.#current) sending.request?.abort()
  }

  #next(): void {
    if (this.#current) return
    this.#current = this.#waiting.shift()
    if (this.#current) return void this.#send(this.#current)
    const held = this.#held
    this.#held = undefined
    if (held === this.#form) this.#form.requestSubmit()
    else held?.click()
  }

  async #send(sending: Sending): Promise<void> {
    await settled(this.#form)
    if (!sending.row.isThere) {
      this.#current = undefined
      return this.#next()
    }
    const request = new XMLHttpRequest()
    sending.request = request
    request.upload.addEventListener('progress', ({ loaded, total }) => sending.row.reached(loaded / total))
    // All of it is there: it cannot be taken back any more, and is being looked at.
    request.upload.addEventListener('load', () =>
      sending.row.progress(named(sending.words.checking, sending.file), 100),
    )
    request.addEventListener('loadend', () => {
      this.#current = undefined
      this.#answered(sending, request)
      this.#next()
    })
    request.open('POST', this.#form.getAttribute('action') ?? '')
    request.setRequestHeader('accept', 'text/html')
    request.send(this.#parts(sending))
  }

  #parts({ file, place }: Sending): FormData {
    const parts = isKept(this.#form) ? fieldsOf(this.#form, ['csrf', 'page']) : fieldsOf(this.#form)
    if (isKept(this.#form)) parts.append('seen', place)
    parts.append('action', `upload:${place}`)
    parts.append(place, file)
    return parts
  }

  #answered(sending: Sending, request: XMLHttpRequest): void {
    const { words, file, row } = sending
    const { status } = request
    const isAnswered = (status >= 200 && status < 300) || status === 422
    const fresh = isAnswered ? questionIn(request.responseText, sending.place) : undefined
    if (fresh === undefined) {
      // Taken back: it has been said.
      if (status === 0 && !row.isThere) return
      row.stop(named(UNAUTHENTICATED.has(status) ? words.signedOut : words.failed, file))
      row.way(words.again, () => {
        this.#show(sending)
        this.#waiting.push(sending)
        this.#next()
      })
      row.way(words.cancel, () => this.#cancel(sending))
      this.#held = undefined
      return
    }
    this.#unchoose(sending)
    this.#replace(sending.place, fresh)
    const error = fresh.querySelector('.error')?.textContent?.trim()
    this.#end(sending, status === 422 && error ? `${file.name}: ${error}` : named(words.taken, file))
  }

  /** What is sent by itself must not be sent again with the form. */
  #unchoose({ file, place }: Sending): void {
    const input = inputAt(this.#form, place)
    if (!input?.files) return
    const rest = new DataTransfer()
    for (const it of input.files) if (it !== file) rest.items.add(it)
    input.files = rest.files
  }

  #replace(place: string, fresh: HTMLElement): void {
    const before = questionAt(this.#form, place)
    if (!before) return
    const focused = before.contains(document.activeElement) ? document.activeElement?.id : undefined
    const chosen = inputAt(this.#form, place)?.files
    before.replaceWith(fresh)
    const input = inputAt(this.#form, place)
    if (input && chosen && chosen.length > 0) input.files = chosen
    if (focused) document.getElementById(focused)?.focus()
  }

  #end({ row, place }: Sending, sentence: string): void {
    row.remove()
    const question = questionAt(this.#form, place)
    if (question) statusAfter(question).textContent = sentence
  }
}

const named = (sentence: string, { name }: File): string => sentence.replace('{name}', () => `\u2068${name}\u2069`)

/** Whether what is typed in it is saved by itself: then a file goes alone, once that is done. */
export const isKept = (form: HTMLFormElement): boolean => form.querySelector('[data-saving]') !== null

export async function settled(form: HTMLFormElement): Promise<void> {
  const detail: Promise<unknown>[] = []
  form.dispatchEvent(new CustomEvent(SETTLE, { detail }))
  await Promise.all(detail)
}

/** Files aside. @param names all of them where it is absent */
function fieldsOf(form: HTMLFormElement, names?: readonly string[]): FormData {
  const fields = new FormData()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && (names?.includes(name) ?? true)) fields.append(name, value)
  return fields
}

const questionAt = (within: ParentNode, place: string): HTMLElement | undefined =>
  [...within.querySelectorAll<HTMLElement>('[data-place]')].find((it) => it.dataset['place'] === place)

const inputAt = (form: HTMLFormElement, place: string): HTMLInputElement | undefined =>
  [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')].find((it) => it.name === place)

function questionIn(markup: string, place: string): HTMLElement | undefined {
  const question = questionAt(new DOMParser().parseFromString(markup, 'text/html'), place)
  return question && !question.closest('[hidden]') ? document.adoptNode(question) : undefined
}

/** Files of a question on their way, and what was last said of them; both outlive the question, which is drawn anew. */
function besides(question: HTMLElement): HTMLElement {
  const next = question.nextElementSibling
  if (next instanceof HTMLElement && next.classList.contains('sending')) return next
  const made = document.createElement('div')
  made.className = 'sending'
  const status = document.createElement('p')
  status.className = 'hint'
  status.setAttribute('role', 'status')
  made.append(document.createElement('ul'), status)
  question.after(made)
  return made
}

const listAfter = (question: HTMLElement): HTMLElement => besides(question).querySelector('ul') ?? question
const statusAfter = (question: HTMLElement): HTMLElement => besides(question).querySelector('p') ?? question

interface Row {
  readonly isThere: boolean
  progress(label: string, reached?: number): void
  reached(share: number): void
  stop(sentence: string): void
  way(words: string, deed: () => void): void
  remove(): void
}

function rowIn(list: HTMLElement): Row {
  const item = document.createElement('li')
  const said = document.createElement('span')
  const bar = document.createElement('progress')
  const ways = document.createElement('span')
  ways.className = 'row'
  bar.max = 100
  list.append(item)
  return {
    get isThere() {
      return item.isConnected
    },
    progress(label, reached = 0) {
      said.removeAttribute('role')
      said.textContent = label
      bar.setAttribute('aria-label', label)
      bar.value = reached
      ways.replaceChildren()
      item.replaceChildren(said, bar, ways)
    },
    reached(share) {
      bar.value = Math.round(share * 100)
    },
    stop(sentence) {
      said.setAttribute('role', 'alert')
      said.textContent = sentence
      ways.replaceChildren()
      item.replaceChildren(said, ways)
    },
    way(words, deed) {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'button button-quiet'
      button.textContent = words
      button.addEventListener('click', deed)
      ways.append(button)
    },
    remove: () => item.remove(),
  }
}
