/**
 * Makes a form on a page answer at once: what an answer shows or hides, asks for or computes, by the same code as on the server. Without it every page still works; with it nothing
 * is decided here, only shown.
 */
import type { Body } from '../decode.ts'
import { type Changes, changesFor, type QuestionView } from './changes.ts'
import type { LiveData } from './live-data.ts'

/** What a change shows may hold an answer that shows more. */
const MOST_ROUNDS = 4

for (const holder of document.querySelectorAll<HTMLElement>('[data-form]')) {
  const form = holder.closest('form')
  const live: LiveData | undefined = form === null ? undefined : JSON.parse(holder.dataset['form'] ?? 'null')
  if (form === null || !live) continue
  const run = (): void => update(form, live)
  form.addEventListener('input', run)
  form.addEventListener('change', run)
  // A page that comes back from the browser's memory has what was typed.
  window.addEventListener('pageshow', run)
  run()
}

for (const summary of document.querySelectorAll<HTMLElement>('[data-errors]')) {
  summary.focus()
  summary.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const target = link && document.getElementById(decodeURI(link.hash.slice(1)))
    if (!target) return
    event.preventDefault()
    target.scrollIntoView({ block: 'center' })
    target.focus({ preventScroll: true })
  })
}

function update(form: HTMLFormElement, live: LiveData): void {
  for (let round = 0; round < MOST_ROUNDS && apply(form, changesFor(live, bodyOf(form))); round++);
}

function bodyOf(form: HTMLFormElement): Body {
  const body: Record<string, string[]> = {}
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') (body[name] ??= []).push(value)
  return body
}

/** @returns whether something came or went */
function apply(form: HTMLFormElement, { hidden, questions }: Changes): boolean {
  let changed = false
  for (const element of form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-key]')) {
    const now = hidden.get(element.dataset['key'] ?? '')
    if (now === undefined || (element.hidden === now && element.disabled === now)) continue
    element.hidden = now
    element.disabled = now
    changed = true
  }
  for (const element of form.querySelectorAll<HTMLElement>('[data-place]')) {
    const view = questions.get(element.dataset['place'] ?? '')
    if (view !== undefined) show(element, view)
  }
  return changed
}

function show(element: HTMLElement, view: QuestionView): void {
  const own = (selector: string): HTMLElement | undefined =>
    [...element.querySelectorAll<HTMLElement>(selector)].find((it) => it.closest('[data-place]') === element)
  const optional = own('[data-optional]')
  if (optional !== undefined) optional.hidden = !view.optional
  const shown = own('[data-shown]')
  if (shown !== undefined && view.shown !== undefined) shown.textContent = view.shown
  const hijri = own('[data-hijri]')
  if (hijri !== undefined) {
    hijri.hidden = view.hijri === undefined
    const day = hijri.querySelector('bdi')
    if (day !== null) day.textContent = view.hijri ?? ''
  }
  const select = own('select')
  if (select instanceof HTMLSelectElement && view.choices !== undefined) offer(select, view.choices)
  for (const input of element.querySelectorAll<HTMLInputElement>('input.input, textarea'))
    if (input.closest('[data-place]') === element) input.readOnly = view.readonly
}

/** Other answers may change what is offered; what was chosen stays where it is still there. */
function offer(select: HTMLSelectElement, choices: NonNullable<QuestionView['choices']>): void {
  const now = [...select.options].slice(1).map(({ value }) => value)
  if (now.join('\n') === choices.map(({ value }) => value).join('\n')) return
  const chosen = select.value
  const [first] = select.options
  select.replaceChildren(
    ...(first === undefined ? [] : [first]),
    ...choices.map(({ value, label }) => new Option(label, value)),
  )
  select.value = choices.some(({ value }) => value === chosen) ? chosen : ''
}
