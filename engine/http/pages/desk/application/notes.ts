/** Notes beside an application: read, and written for colleagues or for the applicant. */
import type { FastifyReply } from 'fastify'
import { LONGEST_NOTE } from '../../../../commands/notes.ts'
import type { Followed } from '../../../../commands/timeline.ts'
import { AUDIENCES } from '../../../../core/note.ts'
import { mayWriteNote } from '../../../../core/policy/access.ts'
import { invalid, ProblemError } from '../../../../core/problem.ts'
import { orThrow } from '../../../api/context.ts'
import { csrfField } from '../../frame/csrf.ts'
import { moment } from '../../frame/dates.ts'
import { field } from '../../frame/form-body.ts'
import { bdi, html, type Html } from '../../frame/html.ts'
import { redirect } from '../../frame/notice.ts'
import { typedBefore } from '../../frame/typed.ts'
import { typedNotice } from '../../frame/typed-notice.ts'
import { localPath, URLS } from '../../urls.ts'
import { namesOf, type Clerk } from '../clerk.ts'
import { DESK_WORDS } from '../words.ts'

export async function notesHtml(clerk: Clerk, { detail: { row } }: Followed): Promise<Html> {
  const { say, language, engine, actor } = clerk
  const notes = orThrow(await engine.listNotes(actor, row.id))
  const names = await namesOf(
    clerk,
    notes.map(({ author }) => author),
  )
  return html`<h2>${say.notes}</h2>
    ${
      notes.length === 0
        ? html`<p>${say.noNotes}</p>`
        : html`<ol class="list notes">
            ${notes.map(
              ({ audience, author, body, at }) =>
                html`<li>
                  <p class="note" dir="auto">${body}</p>
                  <p class="hint">
                    ${author !== undefined && html`${bdi(names.get(author))} · `}${moment(at, language)} ·
                    <span class="tag ${audience === 'applicant' ? 'tag-warn' : ''}">${audience === 'applicant' ? say.noteApplicant : say.noteInternal}</span>
                  </p>
                </li>`,
            )}
          </ol>`
    }
    ${mayWriteNote(actor, row) === undefined && (await noteForm(clerk, row.reference))}`
}

/** A press too many writes one note: the form has its number before it is sent. */
async function noteForm({ say, request, engine }: Clerk, reference: string): Promise<Html> {
  const address = URLS.deskNotes(reference)
  const typed = await typedBefore(engine, request, address)
  const forApplicant = field(typed?.body, 'audience') === 'applicant'
  const id = field(typed?.body, 'id') || engine.deps.ids.uuid()
  return html`${typed && typedNotice(request, address)}
  <form method="post" action="${address}" class="panel" id="note-form">
    ${csrfField(request)}<input type="hidden" name="id" value="${id}" /><input type="hidden" name="back" value="${request.url}" />
    <h3>${say.writeNote}</h3>
    <div class="field">
      <label class="label" for="note">${say.noteText}</label>
      <textarea class="input" id="note" name="body" rows="4" required maxlength="${LONGEST_NOTE}" dir="auto">${field(typed?.body, 'body')}</textarea>
    </div>
    <fieldset class="group">
      <legend class="label">${say.noteFor}</legend>
      <div class="choices">
        <label class="choice"><input type="radio" name="audience" value="internal" ${!forApplicant && html` checked`} />${say.noteInternal}</label>
        <label class="choice"><input type="radio" name="audience" value="applicant" ${forApplicant && html` checked`} />${say.noteApplicant}</label>
      </div>
    </fieldset>
    <button class="button button-quiet">${say.addNote}</button>
  </form>`
}

export async function postNote(clerk: Clerk, reply: FastifyReply, reference: string): Promise<FastifyReply> {
  const { request, engine, actor } = clerk
  const audience = AUDIENCES.find((one) => one === field(request.body, 'audience'))
  if (audience === undefined)
    throw new ProblemError(invalid('note.audience', 'Expected to be told whom the note is for'))
  const note = { audience, body: field(request.body, 'body'), id: field(request.body, 'id') }
  orThrow(await engine.addNote(actor, reference, note))
  const back = localPath(field(request.body, 'back')) ?? `${URLS.deskApplication(reference)}?part=notes`
  return redirect(request, reply, back, { tone: 'good', text: DESK_WORDS.noteAdded })
}
