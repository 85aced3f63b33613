/** Finding an application of the agency. */
import type { FastifyReply } from 'fastify'
import { orThrow } from '../../../api/context.ts'
import { moment } from '../../frame/dates.ts'
import { field } from '../../frame/form-body.ts'
import { bdi, html } from '../../frame/html.ts'
import { page } from '../../frame/page.ts'
import { URLS } from '../../urls.ts'
import { DESK_ASSETS, namesOf, serviceTitle, type Clerk } from '../clerk.ts'

const PER_PAGE = 25
const LONGEST = 100

export async function searchPage(clerk: Clerk, reply: FastifyReply): Promise<FastifyReply> {
  const { engine, actor, request, say, tell, language } = clerk
  const text = field(request.query, 'text').trim().slice(0, LONGEST)
  const after = field(request.query, 'after')
  const asked = { text, limit: PER_PAGE, ...(after === '' ? {} : { after }) }
  const found = text === '' ? undefined : orThrow(await engine.searchApplications(actor, asked))
  const names = await namesOf(clerk, found?.items.map(({ applicant }) => applicant) ?? [])
  const titles = await Promise.all(found?.items.map(({ program }) => serviceTitle(clerk, program)) ?? [])
  const next = found?.next
  return page(request, reply, {
    title: tell.search,
    active: 'desk',
    assets: DESK_ASSETS,
    main: html`<p class="hint"><a href="${URLS.desk()}">${say.toInbox}</a></p>
      <h1>${tell.search}</h1>
      <form method="get" action="${URLS.deskSearch()}" class="panel" role="search">
        <div class="field">
          <label class="label" for="text">${tell.searchText}</label>
          <p class="hint" id="text-hint">${tell.searchHint}</p>
          <input class="input" id="text" name="text" type="search" dir="auto" maxlength="${LONGEST}" required aria-describedby="text-hint" value="${text}" />
        </div>
        <button class="button">${tell.find}</button>
      </form>
      ${
        found &&
        html`<h2>${tell.found}</h2>
          ${
            found.items.length === 0
              ? html`<p>${tell.foundNothing}</p>`
              : html`<ul class="list">
                  ${found.items.map(
                    ({ reference, applicant, startedAt, status }, index) =>
                      html`<li>
                        <a href="${URLS.deskApplication(reference)}">${bdi(reference)}</a> <span class="tag">${say[status]}</span>
                        <p class="hint">
                          ${titles[index]} · ${applicant === undefined ? say.unknownApplicant : html`${bdi(names.get(applicant))} (${bdi(applicant)})`}
                          · ${moment(startedAt, language)}
                        </p>
                      </li>`,
                  )}
                </ul>`
          }
          ${next !== undefined && html`<p><a rel="next" href="${URLS.deskSearch()}?${new URLSearchParams({ text, after: next }).toString()}">${tell.more}</a></p>`}`
      }`,
  })
}
