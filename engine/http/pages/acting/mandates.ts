/** Who may act for which company: of the company one signs for, to give and revoke; else one's own. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { NewMandate } from '../../../commands/mandates.ts'
import type { HeldMandate } from '../../../core/mandate.ts'
import { isProblem, ProblemError, type Problem } from '../../../core/problem.ts'
import type { Engine } from '../../../engine.ts'
import { latinDigits } from '../../../../forms/kinds/written.ts'
import { actorOfRequest, orThrow, type ApiContext } from '../../api/context.ts'
import { roles } from '../../policy.ts'
import { STATUS } from '../../problem.ts'
import { titleOf } from '../../problem-text.ts'
import { field, fieldsOf } from '../frame/form-body.ts'
import { fill, html } from '../frame/html.ts'
import { languageOfPage, wordsIn } from '../frame/language.ts'
import { redirect } from '../frame/notice.ts'
import { page } from '../frame/page.ts'
import { endOfTyped, startOfTyped } from '../frame/typed-day.ts'
import { URLS } from '../urls.ts'
import { grantForm } from './grant-form.ts'
import { mandateRow } from './mandate-row.ts'
import { recordHtml } from './record.ts'
import { titlesOf } from './services.ts'
import { ACTING_WORDS } from './words.ts'

const config = { policy: roles('citizen') } as const

export function mandatePages(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<{ Querystring: { after?: unknown } }>(URLS.mandates(), { config }, (request, reply) => {
    const { after } = request.query
    return mandatesPage(engine, request, reply, typeof after === 'string' ? { after } : {})
  })

  app.post(URLS.mandates(), { config }, async (request, reply) => {
    const granted = await engine.grantMandate(actorOfRequest(request), asked(request.body))
    if (isProblem(granted) && granted.kind !== 'forbidden')
      return mandatesPage(engine, request, reply, { problem: granted })
    orThrow(granted)
    return redirect(request, reply, URLS.mandates(), { tone: 'good', text: ACTING_WORDS.given })
  })

  app.post<{ Params: { id: string } }>('/mandates/:id/revoke', { config }, async (request, reply) => {
    const revoked = await engine.revokeMandate(actorOfRequest(request), request.params.id)
    if (isProblem(revoked)) throw new ProblemError(revoked)
    return redirect(request, reply, URLS.mandates(), { tone: 'good', text: ACTING_WORDS.revoked })
  })
}

interface View {
  readonly problem?: Problem
  /** Where the record goes on. */
  readonly after?: string
}

async function mandatesPage(
  engine: Engine,
  request: FastifyRequest,
  reply: FastifyReply,
  { problem, after }: View,
): Promise<FastifyReply> {
  const language = languageOfPage(request)
  const say = wordsIn(ACTING_WORDS, language)
  const actor = actorOfRequest(request)
  const acting = actor.kind === 'user' ? actor.acting : undefined
  const signsFor = acting?.role === 'signatory' ? acting.company : undefined
  const mandates = await engine.listMandates(actor)
  const titles = await titlesOf(engine, language)
  const row = (one: HeldMandate) => mandateRow(request, one, titles, engine.deps.clock.now(), signsFor !== undefined)
  const title = signsFor ? fill(say.ofCompany, { company: signsFor.name[language] }) : say.title
  return page(request, reply, {
    title: say.title,
    active: 'mandates',
    assets: ['forms.css'],
    ...(problem && { status: STATUS[problem.kind], faulty: true }),
    main: html`<h1>${title}</h1>
      <p>${signsFor ? say.companyHint : say.ownHint}</p>
      ${
        problem &&
        html`<div class="notice notice-bad" role="alert"><p><a href="#${placeOf(problem)}">${titleOf(problem)[language]}</a></p></div>`
      }
      ${signsFor && grantForm(request, titles)}
      <h2>${say.list}</h2>
      ${
        mandates.length === 0
          ? html`<p>${signsFor ? say.none : say.noCompany}</p>`
          : html`<ul class="list">
              ${mandates.map(row)}
            </ul>`
      }
      ${!signsFor && mandates.length > 0 && html`<p><a class="button button-quiet" href="${URLS.actingFor()}">${say.act}</a></p>`}
      ${signsFor && (await recordHtml(engine, request, signsFor.number, after))}`,
  })
}

/** The field that must be corrected. */
const placeOf = ({ code }: Problem): string =>
  code === 'mandate.time' ? 'until' : code === 'mandate.services' ? 'services-all' : 'holder'

/** A day that cannot be read is refused like one that cannot be. */
function asked(body: unknown): NewMandate {
  const [from, until] = [field(body, 'from').trim(), field(body, 'until').trim()]
  const services = fieldsOf(body, 'service')
  return {
    holder: latinDigits(field(body, 'holder')),
    ...(field(body, 'all') === 'yes' ? {} : { services }),
    ...(from === '' ? {} : { starts: startOfTyped(from) }),
    ...(until === '' ? {} : { ends: endOfTyped(until) }),
  }
}
