/** All services one can apply for, and a search over them. */
import type { FastifyInstance } from 'fastify'
import type { CheckedPackage } from '../../../../core/package/package.ts'
import { folded } from '../../../../core/spelling.ts'
import type { Language } from '../../../../core/text.ts'
import type { ApiContext } from '../../../api/context.ts'
import { everyone } from '../../../policy.ts'
import { fill, html, type Html } from '../../frame/html.ts'
import { languageOfPage, wordsIn } from '../../frame/language.ts'
import { URLS } from '../../urls.ts'
import { agencyName, portalPage } from '../portal-page.ts'
import { CATALOGUE_WORDS } from './words.ts'

const LONGEST_QUERY = 100

export function cataloguePage(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<{ Querystring: { q?: unknown } }>(URLS.home(), { config: { policy: everyone } }, async (request, reply) => {
    const language = languageOfPage(request)
    const say = wordsIn(CATALOGUE_WORDS, language)
    const { q } = request.query
    const query = typeof q === 'string' ? q.trim().slice(0, LONGEST_QUERY) : ''
    const services = inOrder(await engine.listServices(), language)
    const found = services.filter((one) => matches(one, query))
    return portalPage(request, reply, {
      title: say.title,
      active: 'services',
      main: html`<h1>${say.title}</h1>
        <form method="get" action="${URLS.home()}" role="search" class="search">
          <label class="label" for="q">${say.search}</label>
          <p class="hint" id="q-hint">${say.searchHint}</p>
          <div class="row">
            <input
              class="input"
              type="search"
              id="q"
              name="q"
              dir="auto"
              maxlength="${LONGEST_QUERY}"
              aria-describedby="q-hint"
              value="${query}"
            />
            <button class="button">${say.find}</button>
          </div>
        </form>
        ${query !== '' && html`<p role="status">${fill(say.found, { query, count: found.length })}</p>`}
        ${listOf(found, language)} ${found.length === 0 && html`<p>${query === '' ? say.empty : say.none}</p>`}
        ${query !== '' && html`<p><a href="${URLS.home()}">${say.all}</a></p>`}`,
    })
  })
}

const inOrder = (services: readonly CheckedPackage[], language: Language): readonly CheckedPackage[] =>
  services.toSorted((a, b) => a.workflow.title[language].localeCompare(b.workflow.title[language], language))

/** Every word that was asked for stands somewhere in what is said of the service, in either language. */
function matches({ workflow }: CheckedPackage, query: string): boolean {
  const { title, description } = workflow
  const said = [title, description, agencyName(workflow)].flatMap((text) => (text ? [text.ar, text.en] : []))
  const all = folded(`${said.join(' ')} ${workflow.id}`)
  return folded(query)
    .split(/\s+/)
    .every((word) => all.includes(word))
}

const listOf = (services: readonly CheckedPackage[], language: Language): Html | false =>
  services.length > 0 &&
  html`<ul class="list services">
    ${services.map(
      ({ workflow }) =>
        html`<li>
          <h2><a href="${URLS.service(workflow.id)}">${workflow.title[language]}</a></h2>
          ${workflow.description && html`<p>${workflow.description[language]}</p>`}
          <p class="hint">${agencyName(workflow)[language]}</p>
        </li>`,
    )}
  </ul>`
