/**
 * Makes a form on a page answer at once: what an answer shows or hides, asks for or computes, by the same code as on the server; lists that are searched, files that are sent by
 * themselves. Without it every page still works; with it nothing is decided here, only shown.
 */
import { changesFor } from './changes.ts'
import { askingIn } from './registers.ts'
import { bodyOf, showChanges } from './shown.ts'
import type { LiveData } from './live-data.ts'
import { loadPatterns } from './patterns.ts'
import { searchLists } from './search-list.ts'
import { sendFiles } from './uploads.ts'

/** What a change shows may hold an answer that shows more. */
const MOST_ROUNDS = 4

for (const holder of document.querySelectorAll<HTMLElement>('[data-form]')) {
  const form = holder.closest('form')
  const live: LiveData | undefined = form === null ? undefined : JSON.parse(holder.dataset['form'] ?? 'null')
  if (form !== null && live) void follow(form, live)
}
for (const form of document.forms) {
  searchLists(form)
  if (form.querySelector('.upload')) sendFiles(form)
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

async function follow(form: HTMLFormElement, live: LiveData): Promise<void> {
  if (live.patterns) await loadPatterns()
  let now = live
  const registers = askingIn(form)
  const run = (): void => {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const changes = changesFor(now, bodyOf(form))
      if (showChanges(form, changes)) continue
      registers.ask(changes, (offers) => {
        now = { ...now, context: { ...now.context, offers: { ...now.context.offers, ...offers } } }
        run()
      })
      break
    }
  }
  form.addEventListener('input', run)
  form.addEventListener('change', run)
  // A page that comes back from the browser's memory has what was typed.
  window.addEventListener('pageshow', run)
  run()
}
