/** Applying for a citizen at the counter: the service, the citizen's consent, the application itself, page by page, then sent. */
import type { FastifyReply } from 'fastify'
import { CONSENTS, STATEMENT, type ConsentKind } from '../../../../core/assistance.ts'
import { programKey, type InstanceId, type UserId } from '../../../../core/ids.ts'
import type { JsonObject } from '../../../../core/json.ts'
import type { CheckedPackage } from '../../../../core/package/package.ts'
import { constantsOf } from '../../../../core/workflow.ts'
import type { Asker } from '../../../../commands/offers.ts'
import { compiledForm } from '../../../../commands/services.ts'
import { latinDigits } from '../../../../../forms/kinds/written.ts'
import { opening } from '../../../../../forms/opening.ts'
import { invalid, isProblem, notFound, ProblemError, type Problem } from '../../../../core/problem.ts'
import { STATUS } from '../../../problem.ts'
import { titleOf } from '../../../problem-text.ts'
import { field, type FormBody } from '../../frame/form-body.ts'
import { html, type Html } from '../../frame/html.ts'
import { redirect } from '../../frame/notice.ts'
import { page } from '../../frame/page.ts'
import { typedBefore } from '../../frame/typed.ts'
import { typedNotice } from '../../frame/typed-notice.ts'
import { URLS } from '../../urls.ts'
import {
  answersSoFar,
  asTyped,
  contextOf,
  formOf,
  formHtml,
  sentIn,
  stepOf,
  withChoices,
  withKnownFiles,
  type Filled,
} from '../answer-form.ts'
import { DESK_ASSETS, servicesOf, type Clerk } from '../clerk.ts'
import { OFFICE_WORDS } from './words.ts'
import { calendarOfService } from '../../../../transition.ts'

const CONSENT_WORDS = {
  signed: 'consentSigned',
  spoken: 'consentSpoken',
  representative: 'consentRepresentative',
} as const satisfies Readonly<Record<ConsentKind, string>>

export async function counterPage(clerk: Clerk, reply: FastifyReply): Promise<FastifyReply> {
  const { request, say, tell, language } = clerk
  const offered = [...(await servicesOf(clerk)).values()].filter(({ start }) => start?.channels.includes('counter'))
  return page(request, reply, {
    title: tell.counter,
    active: 'desk',
    assets: DESK_ASSETS,
    main: html`<p class="hint"><a href="${URLS.desk()}">${say.toInbox}</a></p>
      <h1>${tell.counter}</h1>
      <p>${tell.counterHint}</p>
      <h2>${tell.chooseService}</h2>
      ${
        offered.length === 0
          ? html`<p>${tell.noServices}</p>`
          : html`<ul class="list">
              ${offered.map(
                ({ id, title, description }) =>
                  html`<li>
                    <a href="${URLS.deskCounterService(id)}">${title[language]}</a>
                    ${description && html`<p class="hint">${description[language]}</p>`}
                  </li>`,
              )}
            </ul>`
      }`,
  })
}

/** The application so far; it travels with the page, and nothing is kept before it is sent. */
interface Counter {
  readonly service: CheckedPackage
  readonly filled: Filled | undefined
  readonly key: string
  readonly problem?: Problem
  /** What was typed before the session ran out. */
  readonly typed?: FormBody
}

export async function counterServicePage(clerk: Clerk, reply: FastifyReply, packageId: string): Promise<FastifyReply> {
  const service = await serviceAtCounter(clerk, packageId)
  const typed = await typedBefore(clerk.engine, clerk.request, URLS.deskCounterService(packageId))
  if (typed) {
    const { body } = typed
    const before = await begunForm(clerk, service, answersSoFar(body))
    return show(clerk, reply, { service, filled: before && asTyped(before, typed), key: keyIn(body), typed: body })
  }
  return show(clerk, reply, {
    service,
    filled: await begunForm(clerk, service, undefined),
    key: clerk.engine.deps.ids.uuid(),
  })
}

export async function postCounter(clerk: Clerk, reply: FastifyReply, packageId: string): Promise<FastifyReply> {
  const { request, engine, actor, language } = clerk
  const body = (request.body ?? {}) as FormBody
  const service = await serviceAtCounter(clerk, packageId)
  const before = await begunForm(clerk, service, answersSoFar(body))
  const key = keyIn(body)
  const asked = before && (await withChoices(clerk, askerOf(service, key), before, sentIn(clerk)))
  const step = asked && stepOf(asked, sentIn(clerk))
  if (step?.kind === 'fill') return show(clerk, reply, { service, filled: step.filled, key })
  const kind = CONSENTS.find((one) => one === field(body, 'consent'))
  const filled = step?.filled
  const [applicant, representative] = [
    latinDigits(field(body, 'applicant')).trim(),
    field(body, 'representative').trim(),
  ]
  if (kind === undefined || field(body, 'agreed') !== 'yes' || applicant === '')
    return show(clerk, reply, { service, filled, key, problem: NO_CONSENT })
  const started = await engine.startInstance(actor, {
    packageId,
    channel: 'counter',
    applicant: applicant as UserId,
    variables: step?.answers ?? {},
    consent: { kind, statement: STATEMENT[language], ...(representative === '' ? {} : { representative }) },
    idempotencyKey: `counter ${key}`,
    subject: subjectOf(key),
  })
  if (isProblem(started)) return show(clerk, reply, { service, filled, key, problem: started })
  return redirect(request, reply, URLS.deskApplication(started.reference), { tone: 'good', text: OFFICE_WORDS.begun })
}

const keyIn = (body: FormBody): string => field(body, 'key').slice(0, 64)

/** Under what registers are asked before there is an application. */
const subjectOf = (key: string): InstanceId => `counter ${key}` as InstanceId

const askerOf = ({ workflow: { id, version, agency, start } }: CheckedPackage, key: string): Asker => ({
  agency,
  program: programKey(id, version, start?.process ?? ''),
  subject: subjectOf(key),
})

const NO_CONSENT = invalid('assistance.consent', 'Expected the applicant, how they agreed, and that they did')

async function serviceAtCounter({ engine, actor }: Clerk, packageId: string): Promise<CheckedPackage> {
  const latest = await engine.deps.store.deployments.latest(packageId)
  const found = latest && (await engine.deps.definitions.package(packageId, latest.version))
  if (found?.workflow.agency !== actor.agency || !found.workflow.start?.channels.includes('counter'))
    throw new ProblemError(
      notFound('package.not-found', 'Expected a service of the agency that is offered at the counter'),
    )
  return found
}

async function begunForm(
  clerk: Clerk,
  service: CheckedPackage,
  answers: JsonObject | undefined,
): Promise<Filled | undefined> {
  const { forms, workflow } = service
  const form = workflow.start?.form === undefined ? undefined : forms.get(workflow.start.form)
  if (!form) return undefined
  const compiled = compiledForm(form)
  const days = await calendarOfService(clerk.engine.deps, service, workflow.agency)
  const context = { ...contextOf(clerk, { ...constantsOf(workflow) }), days }
  return { form: compiled, context, answers: answers ?? opening(compiled, context) }
}

async function show(
  clerk: Clerk,
  reply: FastifyReply,
  { service, filled: begun, key, problem, typed }: Counter,
): Promise<FastifyReply> {
  const chosen = begun && (await withChoices(clerk, askerOf(service, key), begun))
  const filled = chosen && (await withKnownFiles(clerk, chosen))
  const { request, say, tell, language } = clerk
  const { title, id } = service.workflow
  const faulty = problem !== undefined || (filled?.faults ?? []).length > 0
  return page(request, reply, {
    title: `${tell.counter}: ${title[language]}`,
    active: 'desk',
    assets: DESK_ASSETS,
    faulty,
    ...(faulty ? { status: problem ? STATUS[problem.kind] : 422 } : {}),
    main: html`<p class="hint"><a href="${URLS.desk()}">${say.toInbox}</a> · <a href="${URLS.deskCounter()}">${tell.counter}</a></p>
      <h1>${title[language]}</h1>
      ${problem && html`<div class="notice notice-bad" role="alert"><p><a href="#${problem.code === 'assistance.representative' ? 'representative' : 'applicant'}">${problem === NO_CONSENT ? tell.agreeFirst : titleOf(problem)[language]}</a></p></div>`}
      ${typed && typedNotice(request, URLS.deskCounterService(id))}
      ${formOf(
        clerk,
        URLS.deskCounterService(id),
        filled,
        html``,
        html`<input type="hidden" name="key" value="${key}" />
          <input type="hidden" name="so-far" value="${JSON.stringify(filled?.answers ?? {})}" />
          ${consentHtml(clerk, typed ?? request.body)}
          <div class="panel">${filled ? formHtml(clerk, filled, tell.begin, false) : html`<button class="button" name="action" value="submit">${tell.begin}</button>`}</div>`,
      )}`,
  })
}

function consentHtml({ tell, language }: Clerk, body: unknown): Html {
  const chosen = field(body, 'consent')
  return html`<div class="panel">
    <div class="field">
      <label class="label" for="applicant">${tell.applicant}</label>
      <input class="input" id="applicant" name="applicant" dir="ltr" inputmode="numeric" maxlength="64" autocomplete="off" value="${field(body, 'applicant')}" />
    </div>
    <fieldset class="group">
      <legend class="label">${tell.consent}</legend>
      <div class="choices">
        ${CONSENTS.map(
          (consent) =>
            html`<label class="choice"><input type="radio" name="consent" value="${consent}" ${consent === chosen && html` checked`} />${tell[CONSENT_WORDS[consent]]}</label>`,
        )}
      </div>
    </fieldset>
    <div class="field">
      <label class="label" for="representative">${tell.representative}</label>
      <p class="hint" id="representative-hint">${tell.representativeHint}</p>
      <input class="input" id="representative" name="representative" dir="auto" maxlength="200" autocomplete="off" aria-describedby="representative-hint" value="${field(body, 'representative')}" />
    </div>
    <p class="hint">${tell.statementHint}</p>
    <blockquote>${STATEMENT[language]}</blockquote>
    <label class="choice"><input type="checkbox" name="agreed" value="yes" ${field(body, 'agreed') === 'yes' && html` checked`} />${tell.agreed}</label>
  </div>`
}
