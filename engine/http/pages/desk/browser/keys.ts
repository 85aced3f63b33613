/** Single keys by their place on the keyboard, so that they are the same whatever language it types. They do nothing while one types. */
type Deed = (page: HTMLElement) => void

const KEYS: Readonly<Record<string, Deed>> = {
  KeyJ: (page) => step(page, 1),
  KeyK: (page) => step(page, -1),
  Slash: () => focusOn('#text'),
  KeyC: (page) => submit(page, 'form[data-action="claim"]'),
  KeyR: (page) => submit(page, 'form[data-action="release"]'),
  KeyF: () => focusOn('#task-form input:not([type="hidden"]):not([disabled]), #task-form select, #task-form textarea'),
  KeyS: () => press('#task-form button[value="save"]'),
  KeyI: (page) => go(page.dataset['inbox']),
  KeyH: (page) => go(page.dataset['help']),
  Digit1: () => press('[data-part="application"]'),
  Digit2: () => press('[data-part="documents"]'),
  Digit3: () => press('[data-part="history"]'),
  Digit4: () => press('[data-part="notes"]'),
}

export function takeKeys(page: HTMLElement): void {
  if (page.dataset['keys'] !== 'on') return
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || isTyping(event.target)) return
    const deed = KEYS[event.code]
    if (!deed) return
    event.preventDefault()
    deed(page)
  })
  page.dataset['ready'] = 'yes'
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"]):not([type="submit"])'))

function step(page: HTMLElement, by: 1 | -1): void {
  const links = [...page.querySelectorAll<HTMLElement>('a[data-task]')]
  const here = links.findIndex((link) => link === document.activeElement)
  const next = here < 0 ? (by === 1 ? 0 : links.length - 1) : here + by
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus()
}

const focusOn = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus()
const press = (selector: string): void => document.querySelector<HTMLElement>(selector)?.click()
const submit = (page: HTMLElement, selector: string): void =>
  page.querySelector<HTMLFormElement>(selector)?.requestSubmit()

function go(address: string | undefined): void {
  if (address !== undefined) window.location.assign(address)
}
