/**
 * A list of very many answers, searched by typing some of their words, however they are spelt: a combobox as ARIA 1.2 has it, over the list the page came with. Without it the
 * browser's own list of suggestions does.
 */
import { folded } from '../../engine/core/spelling.ts'

/** More are found by typing more. */
const MOST_SHOWN = 50

export function searchLists(within: HTMLElement): void {
  for (const input of within.querySelectorAll<HTMLInputElement>('input[list]')) {
    const { list } = input
    if (list instanceof HTMLDataListElement) SearchList.over(input, list)
  }
}

class SearchList {
  readonly #input: HTMLInputElement
  readonly #all: HTMLDataListElement
  readonly #shown = document.createElement('ul')
  readonly #status = document.createElement('p')
  #at = -1

  static over(input: HTMLInputElement, all: HTMLDataListElement): SearchList {
    return new SearchList(input, all)
  }

  private constructor(input: HTMLInputElement, all: HTMLDataListElement) {
    this.#input = input
    this.#all = all
    this.#shown.id = `${input.id}-found`
    this.#shown.className = 'found'
    this.#shown.hidden = true
    this.#shown.setAttribute('role', 'listbox')
    this.#shown.setAttribute('aria-label', all.dataset['label'] ?? '')
    this.#status.className = 'visually-hidden'
    this.#status.setAttribute('role', 'status')
    input.removeAttribute('list')
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-controls', this.#shown.id)
    input.setAttribute('aria-expanded', 'false')
    input.after(this.#shown, this.#status)
    this.#listen()
  }

  #listen(): void {
    this.#input.addEventListener('input', (event) => {
      if (event.isTrusted) this.#open(this.#input.value)
    })
    this.#input.addEventListener('keydown', (event) => {
      if (!event.isComposing && this.#key(event)) event.preventDefault()
    })
    this.#input.addEventListener('click', () => this.#open(this.#isAnswer() ? '' : this.#input.value))
    this.#input.addEventListener('blur', () => this.#close())
    // Pressing on an answer must not take the focus away first.
    this.#shown.addEventListener('mousedown', (event) => event.preventDefault())
    this.#shown.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null
      if (option) this.#take(option)
    })
  }

  /** @returns whether the key was meant for the list */
  #key({ key, altKey }: KeyboardEvent): boolean {
    const isOpen = !this.#shown.hidden
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (!isOpen) this.#open(this.#isAnswer() ? '' : this.#input.value)
      const last = this.#shown.children.length - 1
      if (!altKey) this.#go(key === 'ArrowDown' ? this.#at + 1 : this.#at > 0 ? this.#at - 1 : last)
      return true
    }
    if (!isOpen) return false
    if (key === 'Escape') {
      this.#close()
      return true
    }
    const option = this.#shown.children[this.#at]
    if (key === 'Tab' && option) this.#take(option)
    if (key !== 'Enter' || !option) return false
    this.#take(option)
    return true
  }

  readonly #isAnswer = (): boolean => [...this.#all.options].some(({ value }) => value === this.#input.value)

  #open(typed: string): void {
    if (this.#input.readOnly || this.#input.disabled) return
    const found = fitting(
      [...this.#all.options].map(({ value }) => value),
      typed,
    )
    this.#shown.replaceChildren(...found.slice(0, MOST_SHOWN).map((words, index) => this.#option(words, index)))
    this.#shown.hidden = found.length === 0
    this.#input.setAttribute('aria-expanded', String(found.length > 0))
    this.#go(-1)
    const { some = '', none = '' } = this.#all.dataset
    this.#status.textContent = found.length > 0 ? some.replace('{count}', String(found.length)) : none
  }

  #option(words: string, index: number): HTMLElement {
    const option = document.createElement('li')
    option.id = `${this.#shown.id}-${String(index + 1)}`
    option.setAttribute('role', 'option')
    option.setAttribute('aria-selected', 'false')
    option.dir = 'auto'
    option.textContent = words
    return option
  }

  #go(to: number): void {
    const { children } = this.#shown
    this.#at = to < 0 || children.length === 0 ? -1 : to % children.length
    for (const [index, option] of [...children].entries())
      option.setAttribute('aria-selected', String(index === this.#at))
    const option = children[this.#at]
    if (option === undefined) this.#input.removeAttribute('aria-activedescendant')
    else this.#input.setAttribute('aria-activedescendant', option.id)
    option?.scrollIntoView({ block: 'nearest' })
  }

  #take(option: Element): void {
    this.#input.value = option.textContent ?? ''
    this.#close()
    for (const name of ['input', 'change']) this.#input.dispatchEvent(new Event(name, { bubbles: true }))
  }

  #close(): void {
    this.#shown.hidden = true
    this.#input.setAttribute('aria-expanded', 'false')
    this.#go(-1)
  }
}

/** Those with every word that was typed, those that begin with it first. */
export function fitting(all: readonly string[], typed: string): readonly string[] {
  const asked = folded(typed)
  const words = asked.split(' ')
  const fits = all.map((it) => ({ it, as: folded(it) })).filter(({ as }) => words.every((word) => as.includes(word)))
  const first = fits.filter(({ as }) => as.startsWith(asked))
  return [...first, ...fits.filter((it) => !first.includes(it))].map(({ it }) => it)
}
