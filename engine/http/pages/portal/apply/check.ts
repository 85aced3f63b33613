/** Reading over what one wrote, with a way back to every answer; and sending it, once. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pagesWith } from '../../../../../forms/pages.ts'
import { sentenceOf } from '../../../../../forms/sentence.ts'
import { summaryOf } from '../../../../../forms/summary.ts'
import { validate } from '../../../../../forms/validate.ts'
import { idOf } from '../../../../../forms/view.ts'
import { isProblem } from '../../../../core/problem.ts'
import { orThrow, type ApiContext } from '../../../api/context.ts'
import { roles } from '../../../policy.ts'
import { csrfField } from '../../frame/csrf.ts'
import { field } from '../../frame/form-body.ts'
import { bdi, html, type Html } from '../../frame/html.ts'
import { languageOfPage, wordsIn } from '../../frame/language.ts'
import { redirect } from '../../frame/notice.ts'
import { URLS } from '../../urls.ts'
import { portalPage } from '../portal-page.ts'
import { withFiles } from '../../frame/form.ts'
import { keep, openDraft, type OpenDraft } from './open-draft.ts'
import { APPLY_WORDS } from './words.ts'

interface Asked {
  readonly Params: { readonly draft: string }
}

const citizens = { config: { policy: roles('citizen') } }
/** What makes it necessary to read everything over again. */
const CHANGED: ReadonlySet<string> = new Set(['draft.changed', 'draft.service-changed', 'answers.invalid'])

export function checkPages(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<Asked>('/apply/:draft/check', citizens, async (request, reply) => {
    const opened = await openDraft(engine, request, request.params.draft)
    const { sent } = opened.draft
    if (sent) return redirect(request, reply, URLS.application(sent.reference))
    const { version } = opened.service.workflow
    const draft = opened.draft.version === version ? opened.draft : await keep(engine, opened, (answers) => answers)
    const { actor, form } = opened
    const context = form ? await withFiles(engine, actor, form, draft.answers, opened.context) : opened.context
    return checkPage(request, reply, { ...opened, draft, context })
  })

  app.post<Asked>('/apply/:draft/check', citizens, async (request, reply) => {
    const { actor, draft } = await openDraft(engine, request, request.params.draft)
    const started = await engine.submitDraft(actor, draft.id, revOf(field(request.body, 'rev')))
    if (isProblem(started) && CHANGED.has(started.code))
      return redirect(request, reply, URLS.check(draft.id), { tone: 'warn', text: APPLY_WORDS.changedMeanwhile })
    const { reference } = orThrow(started)
    return redirect(request, reply, URLS.received(reference))
  })
}

const revOf = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0)

function checkPage(request: FastifyRequest, reply: FastifyReply, opened: OpenDraft): Promise<FastifyReply> {
  const language = languageOfPage(request)
  const say = wordsIn(APPLY_WORDS, language)
  const { draft, service } = opened
  const faults = faultsOf(opened)
  return portalPage(request, reply, {
    title: `${say.check} · ${service.workflow.title[language]}`,
    active: 'services',
    main: html`<p class="hint">${service.workflow.title[language]}</p>
      <h1>${say.check}</h1>
      ${
        faults.length > 0
          ? html`<div class="notice notice-bad" role="alert">
              <h2>${say.missing}</h2>
              <ul>
                ${faults}
              </ul>
            </div>`
          : html`<p>${say.checkHint}</p>`
      }
      ${answersOf(opened)}
      ${
        faults.length === 0 &&
        html`<form method="post" action="${URLS.check(draft.id)}">
          ${csrfField(request)}<input type="hidden" name="rev" value="${draft.rev}" />
          <p>${say.sendHint}</p>
          <div class="row"><button class="button">${say.send}</button></div>
        </form>`
      }
      <form method="post" action="${URLS.discard(draft.id)}" class="aside">
        ${csrfField(request)}<button class="plain">${say.discard}</button>
      </form>`,
  })
}

function faultsOf({ draft, form, context }: OpenDraft): readonly Html[] {
  if (form === undefined) return []
  return validate(form, draft.answers, context).map((fault) => {
    const [page = '1'] = pagesWith(form, fault.place)
    const asked = form.fields.get(fault.place.replaceAll(/\/\d+(?=\/|$)/g, '/*'))
    const href = URLS.change(draft.id, page, idOf(fault.place))
    return html`<li><a href="${href}">${sentenceOf(fault, asked, form, context.language)}</a></li>`
  })
}

function answersOf({ draft, form, context }: OpenDraft): Html {
  const say = wordsIn(APPLY_WORDS, context.language)
  if (form === undefined) return html`<p>${say.nothingAsked}</p>`
  return html`${summaryOf(form, draft.answers, context).map(
    ({ page, title, rows }) =>
      html`<section>
        <h2>${title ?? say.answers}</h2>
        <dl class="summary">
          ${rows.map(
            ({ place, label, answer, within }) =>
              html`<div>
                <dt>${within !== undefined && html`${within}: `}${label}</dt>
                <dd>${bdi(answer)}</dd>
                <dd>
                  <a href="${URLS.change(draft.id, page, idOf(place))}"
                    >${say.change}<span class="visually-hidden"> ${label}</span></a
                  >
                </dd>
              </div>`,
          )}
        </dl>
      </section>`,
  )}`
}
