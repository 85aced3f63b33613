/** For whom somebody acts from now on: themselves or one of the companies that gave them a mandate. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isProblem, type Problem } from '../../../core/problem.ts'
import type { Representation } from '../../../core/mandate.ts'
import type { Language } from '../../../core/text.ts'
import type { Engine } from '../../../engine.ts'
import { actorOfRequest, orThrow, type ApiContext } from '../../api/context.ts'
import { signedIn } from '../../policy.ts'
import { titleOf } from '../../problem-text.ts'
import { STATUS } from '../../problem.ts'
import { csrfField } from '../frame/csrf.ts'
import { field } from '../frame/form-body.ts'
import { fill, html, type Html } from '../frame/html.ts'
import { languageOfPage, wordsIn } from '../frame/language.ts'
import { beginningOf } from '../frame/navigation.ts'
import { redirect } from '../frame/notice.ts'
import { page } from '../frame/page.ts'
import { localPath, URLS } from '../urls.ts'
import { titlesOf } from './services.ts'
import { ACTING_WORDS, ROLE_WORDS } from './words.ts'

const config = { policy: signedIn, anyMandate: true } as const

export function choicePages(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<{ Querystring: { next?: unknown } }>(URLS.actingFor(), { config }, (request, reply) =>
    choicePage(engine, request, reply, { next: localPath(request.query.next) }),
  )

  app.post(URLS.actingFor(), { config }, async (request, reply) => {
    const next = localPath(field(request.body, 'next'))
    const company = field(request.body, 'company')
    const { tokenDigest = '' } = request
    const acts = await engine.actFor(actorOfRequest(request), tokenDigest, company === '' ? undefined : company)
    if (isProblem(acts) && acts.code === 'mandate.none')
      return choicePage(engine, request, reply, { next, problem: acts })
    orThrow(acts)
    const text = company === '' ? ACTING_WORDS.nowSelf : ACTING_WORDS.nowFor
    return redirect(request, reply, next ?? (company === '' ? beginningOf(request) : URLS.my()), { tone: 'good', text })
  })
}

interface Choice {
  readonly next: string | undefined
  readonly problem?: Problem
}

async function choicePage(
  engine: Engine,
  request: FastifyRequest,
  reply: FastifyReply,
  { next, problem }: Choice,
): Promise<FastifyReply> {
  const language = languageOfPage(request)
  const say = wordsIn(ACTING_WORDS, language)
  const actor = actorOfRequest(request)
  const { tokenDigest = '' } = request
  const companies = await engine.listRepresentations(actor, tokenDigest)
  const titles = await titlesOf(engine, language)
  const current = actor.kind === 'user' ? actor.acting?.company.number : undefined
  return page(request, reply, {
    title: say.choose,
    assets: ['forms.css'],
    ...(problem && { status: STATUS[problem.kind], faulty: true, refused: problem.code }),
    main: html`<h1>${say.choose}</h1>
      ${problem && html`<div class="notice notice-bad" role="alert"><p>${titleOf(problem)[language]}</p></div>`}
      ${
        companies.length === 0
          ? html`<p>${say.noCompany}</p>`
          : html`<form method="post" action="${URLS.actingFor()}">
              ${csrfField(request)}${next !== undefined && html`<input type="hidden" name="next" value="${next}" />`}
              <fieldset class="field">
                <legend class="visually-hidden">${say.choose}</legend>
                <p class="hint">${say.chooseHint}</p>
                <div class="choices">
                  ${option('', say.yourself, undefined, current === undefined)}
                  ${companies.map((one) => companyOption(one, titles, language, one.company.number === current))}
                </div>
              </fieldset>
              <button class="button">${say.go}</button>
            </form>`
      }
      <p class="aside"><a href="${URLS.mandates()}">${say.title}</a></p>`,
  })
}

function companyOption(
  { company, role, services }: Representation,
  titles: ReadonlyMap<string, string>,
  language: Language,
  isChosen: boolean,
): Html {
  const say = wordsIn(ACTING_WORDS, language)
  const where =
    services === undefined
      ? html`${say.inAll}`
      : fill(say.inSome, {
          services: services.map((one) => titles.get(one) ?? one).join(language === 'ar' ? '، ' : ', '),
        })
  return option(
    company.number,
    fill(say.company, { company: company.name[language] }),
    html`${fill(say.number, { number: company.number })} · ${ROLE_WORDS[role][language]} ${where}`,
    isChosen,
  )
}

function option(value: string, label: Html | string, hint: Html | undefined, isChosen: boolean): Html {
  const id = `company-${value === '' ? 'self' : value}`
  return html`<div class="choice">
    <input type="radio" name="company" id="${id}" value="${value}"${isChosen && html` checked`} />
    <label for="${id}">${label}${hint && html`<span class="hint">${hint}</span>`}</label>
  </div>`
}
