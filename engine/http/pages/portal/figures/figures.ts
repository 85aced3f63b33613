/** How the services do, for everybody to read. */
import type { FastifyInstance } from 'fastify'
import type { CheckedPackage } from '../../../../core/package/package.ts'
import { FEWEST_DECISIONS, type ServiceFigures } from '../../../../core/service-figures.ts'
import type { Language } from '../../../../core/text.ts'
import type { ApiContext } from '../../../api/context.ts'
import { everyone } from '../../../policy.ts'
import { fill, html, type Html } from '../../frame/html.ts'
import { languageOfPage, wordsIn } from '../../frame/language.ts'
import { URLS } from '../../urls.ts'
import { elapsed } from '../../../../core/counted.ts'
import { portalPage } from '../portal-page.ts'
import { FIGURES_WORDS } from './words.ts'

export function figuresPage(app: FastifyInstance, { engine }: ApiContext): void {
  app.get(URLS.figures(), { config: { policy: everyone } }, async (request, reply) => {
    const language = languageOfPage(request)
    const say = wordsIn(FIGURES_WORDS, language)
    const [services, figures] = await Promise.all([engine.listServices(), engine.serviceFigures()])
    const rows = services
      .toSorted((a, b) => a.workflow.title[language].localeCompare(b.workflow.title[language], language))
      .map((service) =>
        rowOf(
          service,
          figures.find((one) => one.packageId === service.workflow.id),
          language,
        ),
      )
    return portalPage(request, reply, {
      title: say.title,
      active: 'figures',
      main: html`<h1>${say.title}</h1>
        <p>${say.about}</p>
        ${rows.length === 0 ? html`<p>${say.none}</p>` : rows}`,
    })
  })
}

/** A list for each service and no wide table: it is read on telephones. */
function rowOf({ workflow }: CheckedPackage, figures: ServiceFigures | undefined, language: Language): Html {
  const say = wordsIn(FIGURES_WORDS, language)
  const time = (took: number | undefined): Html =>
    took === undefined ? fill(say.few, { count: FEWEST_DECISIONS }) : html`<bdi>${elapsed(took, language)}</bdi>`
  const row = (label: string, value: Html | number): Html => html`<div><dt>${label}</dt><dd>${value}</dd></div>`
  return html`<section class="panel">
    <h2><a href="${URLS.service(workflow.id)}">${workflow.title[language]}</a></h2>
    <dl class="figures">
      ${row(say.received, figures?.received ?? 0)} ${row(say.open, figures?.open ?? 0)}
      ${row(say.decided, figures?.decided ?? 0)} ${row(say.median, time(figures?.median))}
      ${row(say.slow, time(figures?.slow))}
    </dl>
  </section>`
}
