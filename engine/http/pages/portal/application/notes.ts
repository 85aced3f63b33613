/** What the agency wrote to the applicant beside the application; who wrote it stays inside. */
import type { ShownNote } from '../../../../commands/notes.ts'
import type { Language } from '../../../../core/text.ts'
import { moment } from '../../frame/dates.ts'
import { html, type Html } from '../../frame/html.ts'
import { wordsIn } from '../../frame/language.ts'
import { APPLICATION_WORDS } from './words.ts'

export function notesHtml(notes: readonly ShownNote[], language: Language): Html | false {
  const say = wordsIn(APPLICATION_WORDS, language)
  return (
    notes.length > 0 &&
    html`<section>
      <h2>${say.notes}</h2>
      <ul class="list">
        ${notes.map(
          ({ body, at }) =>
            html`<li>
              <p class="hint">${moment(at, language)}</p>
              <p dir="auto" class="said">${body}</p>
            </li>`,
        )}
      </ul>
    </section>`
  )
}
