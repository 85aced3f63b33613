/** The page of a service, written from its package: how it goes, what it costs, under which law, how long it takes. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { hasRole } from '../../../../core/actor.ts'
import { beyondMandate, mayHave } from '../../../../core/applicant.ts'
import { bilingual } from '../../../../core/bilingual.ts'
import type { Draft } from '../../../../core/draft.ts'
import type { CheckedPackage } from '../../../../core/package/package.ts'
import type { Language } from '../../../../core/text.ts'
import type { Workflow } from '../../../../core/workflow.ts'
import type { Engine } from '../../../../engine.ts'
import { orThrow, actorOfRequest, type ApiContext } from '../../../api/context.ts'
import { everyone, roles } from '../../../policy.ts'
import { csrfField } from '../../frame/csrf.ts'
import { shortDay } from '../../frame/dates.ts'
import { field } from '../../frame/form-body.ts'
import { fill, html, type Html } from '../../frame/html.ts'
import { languageOfPage, wordsIn } from '../../frame/language.ts'
import { redirect } from '../../frame/notice.ts'
import { URLS } from '../../urls.ts'
import { agencyName, portalPage } from '../portal-page.ts'
import { aboutService } from './about.ts'
import { SERVICE_WORDS } from './words.ts'

export function servicePage(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<{ Params: { packageId: string } }>(
    URLS.service(':packageId').replace('%3A', ':'),
    { config: { policy: everyone } },
    async (request, reply) => {
      const service = orThrow(await engine.getService(request.params.packageId))
      const { workflow } = service
      const language = languageOfPage(request)
      const say = wordsIn(SERVICE_WORDS, language)
      const figures = (await engine.serviceFigures()).find(({ packageId }) => packageId === workflow.id)
      return portalPage(request, reply, {
        title: workflow.title[language],
        active: 'services',
        main: html`<h1>${workflow.title[language]}</h1>
          ${workflow.description && html`<p class="lead">${workflow.description[language]}</p>`}
          <p class="hint">${fill(say.offeredBy, { agency: agencyName(workflow)[language] })}</p>
          ${beginning(request, service, await unfinished(engine, request, workflow.id), language)}
          ${aboutService(service, { figures, prices: await engine.feePrices(service) }, language)}`,
      })
    },
  )

  app.post<{ Params: { packageId: string } }>(
    URLS.service(':packageId').replace('%3A', ':'),
    { config: { policy: roles('citizen') } },
    async (request, reply) => {
      const startEvent = field(request.body, 'start')
      const draft = orThrow(
        await engine.beginDraft(actorOfRequest(request), {
          packageId: request.params.packageId,
          ...(startEvent === '' ? {} : { startEvent }),
        }),
      )
      return redirect(request, reply, URLS.apply(draft.id))
    },
  )
}

async function unfinished(engine: Engine, { actor }: FastifyRequest, packageId: string): Promise<readonly Draft[]> {
  const drafts = actor === undefined ? [] : await engine.listDrafts(actor)
  return drafts.filter((draft) => draft.packageId === packageId)
}

function beginning(
  request: FastifyRequest,
  { workflow }: CheckedPackage,
  drafts: readonly Draft[],
  language: Language,
): Html {
  const say = wordsIn(SERVICE_WORDS, language)
  const { id, start } = workflow
  const { actor } = request
  if (actor === undefined)
    return html`<p><a class="button" href="${URLS.signIn(URLS.service(id))}">${say.signInToApply}</a></p>`
  if (!hasRole(actor, 'citizen')) return html`<p class="notice">${say.staffOnly}</p>`
  const wrong = notForThem(request, workflow, language)
  if (wrong) return wrong
  const choices = start?.choices ?? []
  const buttons =
    choices.length === 0
      ? html`<button class="button">${say.apply}</button>`
      : choices.map(
          ({ event, name }) =>
            html`<button class="button" name="start" value="${event}">
              ${fill(say.applyFor, { name: bilingual(name)[language] })}
            </button>`,
        )
  return html`${
    drafts.length > 0 &&
    html`<div class="panel">
      <h2>${say.goOn}</h2>
      <ul>
        ${drafts.map(
          (draft) =>
            html`<li><a href="${URLS.apply(draft.id)}">${fill(say.goOnLink, { day: shortDay(draft.changedAt, language) })}</a></li>`,
        )}
      </ul>
    </div>`
  }
  <form method="post" action="${URLS.service(id)}">${csrfField(request)}
    <div class="row">${buttons}</div>
  </form>`
}

/** What to do where the service is not for whom one acts. */
function notForThem({ actor }: FastifyRequest, workflow: Workflow, language: Language): Html | undefined {
  if (actor?.kind !== 'user') return undefined
  const say = wordsIn(SERVICE_WORDS, language)
  const wrong = mayHave(workflow, actor.id) ?? beyondMandate(actor, workflow.id)
  if (wrong === undefined) return undefined
  const said =
    wrong.code === 'mandate.service'
      ? say.otherMandate
      : wrong.code === 'start.company'
        ? say.peopleOnly
        : say.companyOnly
  return html`<div class="notice notice-warn">
    <p>${said}</p>
    <p><a href="${URLS.actingFor(URLS.service(workflow.id))}">${say.actForOther}</a></p>
  </div>`
}
