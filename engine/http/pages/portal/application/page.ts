/** The page of one application, for its applicant: how it stands, what to do, what happened, papers, messages. */
import type { FastifyInstance } from 'fastify'
import { humanNamed } from '../../../../core/actor.ts'
import { documentTitle, type DocumentRow } from '../../../../core/document.ts'
import type { Digest } from '../../../../core/ids.ts'
import type { Notice } from '../../../../core/notice.ts'
import type { Language } from '../../../../core/text.ts'
import { actorOfRequest, orThrow, type ApiContext } from '../../../api/context.ts'
import { roles } from '../../../policy.ts'
import { moment } from '../../frame/dates.ts'
import { fill, html, type Html } from '../../frame/html.ts'
import { languageOfPage, wordsIn } from '../../frame/language.ts'
import { redirect } from '../../frame/notice.ts'
import { URLS } from '../../urls.ts'
import { portalPage, titleOfProgram } from '../portal-page.ts'
import { notesHtml } from './notes.ts'
import { standingHtml, termsHtml } from './standing.ts'
import { timelineHtml } from './timeline.ts'
import { APPLICATION_WORDS } from './words.ts'

export function applicationPage(app: FastifyInstance, { engine, options, links }: ApiContext): void {
  app.get<{ Params: { reference: string } }>(
    '/my/:reference',
    { config: { policy: roles('citizen') } },
    async (request, reply) => {
      const followed = await engine.followInstance(actorOfRequest(request), request.params.reference)
      const { detail, timeline, terms, notices } = orThrow(followed)
      const { row, documents, charges } = detail
      const issued = documents.filter(({ givenBy }) => givenBy === undefined)
      const given = documents.filter(({ givenBy }) => givenBy !== undefined)
      const language = languageOfPage(request)
      const say = wordsIn(APPLICATION_WORDS, language)
      const title = (await titleOfProgram(engine, row.program))[language]
      const sentBy = humanNamed(row.startedBy)
      const notes = orThrow(await engine.listNotes(actorOfRequest(request), row.id))
      const reader = {
        language,
        now: engine.deps.clock.now(),
        charges,
        terms,
        clocks: detail.clocks,
        payerPage: options.payerPage ?? noPage,
      }
      return portalPage(request, reply, {
        title,
        active: 'my',
        main: html`<h1>${title}</h1>
          <p class="hint">
            ${fill(say.reference, { reference: row.reference })}${sentBy === undefined ? '' : html` · ${fill(say.sentBy, { person: sentBy })}`}
          </p>
          <section aria-labelledby="standing">
            <h2 id="standing">${say.standing}</h2>
            ${standingHtml(timeline.standing, reader)} ${termsHtml(reader)}
          </section>
          ${papers(say.papers, row.reference, issued, language)}
          <section>
            <h2>${say.happened}</h2>
            ${timelineHtml(timeline.entries, language)}
          </section>
          ${papers(say.givenPapers, row.reference, given, language)}
          ${notesHtml(notes, language)} ${messages(notices, language)}
          <p><a href="${URLS.accesses(row.reference)}">${say.accesses}</a></p>`,
      })
    },
  )

  /** By a link that needs no cookie, made when it is asked for. */
  app.get<{ Params: { reference: string; digest: string } }>(
    '/my/:reference/documents/:digest',
    { config: { policy: roles('citizen') } },
    async (request, reply) => {
      const { reference, digest } = request.params
      const { row } = orThrow(await engine.getDocument(actorOfRequest(request), reference, digest as Digest))
      const place = { kind: 'application', id: reference } as const
      const link = { digest: row.digest, place, disposition: 'attachment', session: request.tokenDigest ?? '' } as const
      return redirect(request, reply, links.sign(link, engine.deps.clock.now()))
    },
  )
}

const noPage = (): undefined => undefined

function papers(
  heading: string,
  reference: string,
  documents: readonly DocumentRow[],
  language: Language,
): Html | false {
  const say = wordsIn(APPLICATION_WORDS, language)
  return (
    documents.length > 0 &&
    html`<section>
      <h2>${heading}</h2>
      <ul class="list">
        ${documents.map(
          ({ digest, name, createdAt }) =>
            html`<li>
              <a href="${URLS.document(reference, digest)}" download>${fill(say.download, { name: documentTitle(name)[language] })}</a>
              <p class="hint">${moment(createdAt, language)}</p>
            </li>`,
        )}
      </ul>
    </section>`
  )
}

function messages(notices: readonly Notice[], language: Language): Html | false {
  const say = wordsIn(APPLICATION_WORDS, language)
  return (
    notices.length > 0 &&
    html`<section>
      <h2>${say.messages}</h2>
      <ul class="list">
        ${notices.map(
          ({ channel, to, subject, body, at, sentAt }) =>
            html`<li>
              <p class="hint">
                ${fill(channel === 'sms' ? say.bySms : say.byEmail, { to: html`<span dir="ltr">${to}</span>` })} · ${moment(sentAt ?? at, language)}
                ${sentAt === undefined && html` · ${say.notSent}`}
              </p>
              ${subject !== undefined && html`<p dir="auto"><b>${subject}</b></p>`}
              <p dir="auto" class="said">${body}</p>
            </li>`,
        )}
      </ul>
    </section>`
  )
}
