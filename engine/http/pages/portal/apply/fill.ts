/** The pages of the form of an application, each saved when it is left, whichever way. */
import { isDeepStrictEqual } from 'node:util'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Fault } from '../../../../../forms/fault.ts'
import { fileLimits } from '../../../../../forms/file-limits.ts'
import type { CompiledForm } from '../../../../../forms/form.ts'
import { sentBefore } from '../../../../commands/drafts.ts'
import type { Draft } from '../../../../core/draft.ts'
import type { JsonObject } from '../../../../core/json.ts'
import { invalid, ProblemError } from '../../../../core/problem.ts'
import type { Engine } from '../../../../engine.ts'
import { orThrow, actorOfRequest, type ApiContext } from '../../../api/context.ts'
import { roles } from '../../../policy.ts'
import { csrfField } from '../../frame/csrf.ts'
import type { FormBody } from '../../frame/form-body.ts'
import { fill, html } from '../../frame/html.ts'
import { languageOfPage, wordsIn } from '../../frame/language.ts'
import { redirect } from '../../frame/notice.ts'
import { typedBefore } from '../../frame/typed.ts'
import { typedNotice } from '../../frame/typed-notice.ts'
import { paramOf, type LimitsAt } from '../../frame/uploads.ts'
import { URLS } from '../../urls.ts'
import { portalPage } from '../portal-page.ts'
import { formAround, withFiles } from '../../frame/form.ts'
import { overtakenNotice, overtakenReply, savedReply, savingLine } from '../saving/saving.ts'
import { type Kept, keptOver, pageSent, standingOf } from '../saving/standing.ts'
import { askedAgain, posted, shown, textOf } from '../steps.ts'
import { keep, offered, openDraft, type OpenDraft } from './open-draft.ts'
import { APPLY_WORDS } from './words.ts'

interface Asked {
  readonly Params: { readonly draft: string }
  readonly Querystring: { readonly page?: unknown; readonly from?: unknown }
  readonly Body: FormBody
}

const citizens = { config: { policy: roles('citizen') } }
const saving = { config: { policy: roles('citizen'), typed: 'background' } } as const

export function fillPages(app: FastifyInstance, { engine }: ApiContext): void {
  const limits = async (request: FastifyRequest): Promise<LimitsAt | undefined> => {
    const { form } = await openDraft(engine, request, paramOf(request, 'draft'))
    return form && ((place) => fileLimits(form, place))
  }
  const filling = { config: { policy: roles('citizen'), typed: 'form', fileLimits: limits } } as const
  app.get<Asked>('/apply/:draft', citizens, async (request, reply) => {
    const opened = await openDraft(engine, request, request.params.draft)
    const { draft, form } = opened
    if (draft.sent) return redirect(request, reply, URLS.application(draft.sent.reference))
    if (form === undefined) return redirect(request, reply, URLS.check(draft.id))
    const { page, from } = request.query
    const typed = await typedBefore(engine, request, URLS.apply(draft.id))
    if (typed)
      return formPage(engine, request, reply, opened, {
        page: textOf(typed.body['page']),
        saved: draft.answers,
        answers: posted(form, typed, draft.answers, opened.context).answers,
        fromCheck: typed.body['from'] === 'check',
        isTyped: true,
        overtaken: keptOver(form, typed, draft.answers, opened.context).overtaken,
      })
    return formPage(engine, request, reply, opened, {
      page: typeof page === 'string' ? page : draft.place,
      saved: draft.answers,
      answers: draft.answers,
      fromCheck: from === 'check',
    })
  })

  app.post<Asked>('/apply/:draft', filling, async (request, reply) => {
    const before = await openDraft(engine, request, request.params.draft)
    const { draft, form } = before
    if (draft.sent) return redirect(request, reply, URLS.application(draft.sent.reference))
    if (form === undefined) return redirect(request, reply, URLS.check(draft.id))
    const { body } = request
    const typed = posted(form, request, draft.answers, before.context).answers
    const context = await offered(engine, before, typed, askedAgain(body['action']))
    const opened = { ...before, context }
    const { step } = posted(form, request, draft.answers, context)
    const place = step.kind === 'page' || step.kind === 'faulty' ? step.page : textOf(body['page'])
    const { saved, overtaken } = await keepPage(engine, opened, form, request, place)
    const fromCheck = body['from'] === 'check'
    if (overtaken)
      return formPage(engine, request, reply, opened, {
        page: pageSent(form, request),
        saved: saved.answers,
        answers: posted(form, request, saved.answers, context).answers,
        fromCheck,
        overtaken,
      })
    if (step.kind === 'faulty')
      return formPage(engine, request, reply, opened, {
        ...step,
        saved: saved.answers,
        answers: saved.answers,
        fromCheck,
      })
    if (step.kind === 'saved') return redirect(request, reply, URLS.my(), { tone: 'good', text: APPLY_WORDS.saved })
    const forward = !/^(back|go:|add:|remove:|upload:|refresh:)/.test(textOf(body['action']) ?? '')
    const appeared = step.kind === 'page' && step.target !== undefined
    if (step.kind === 'end' || (fromCheck && forward && !appeared))
      return redirect(request, reply, URLS.check(draft.id))
    return redirect(
      request,
      reply,
      step.target === undefined
        ? URLS.apply(draft.id, step.page)
        : `${URLS.apply(draft.id, step.page)}${fromCheck ? '&from=check' : ''}#${step.target}`,
    )
  })

  app.post<Asked>('/apply/:draft/save', saving, async (request, reply) => {
    const opened = await openDraft(engine, request, request.params.draft)
    const { draft, form } = opened
    if (draft.sent) throw new ProblemError(sentBefore(draft.sent))
    if (form === undefined) throw new ProblemError(nothingAsked)
    const { saved, overtaken, standing } = await keepPage(engine, opened, form, request, pageSent(form, request), true)
    if (overtaken) return overtakenReply(reply, standing)
    return savedReply(reply, saved.changedAt, languageOfPage(request), standing)
  })

  app.post<Asked>('/apply/:draft/discard', citizens, async (request, reply) => {
    orThrow(await engine.discardDraft(actorOfRequest(request), request.params.draft))
    return redirect(request, reply, URLS.my(), { tone: 'good', text: APPLY_WORDS.discarded })
  })
}

const nothingAsked = invalid('answers.unasked', 'Expected a service that asks something, but it asks nothing')

/**
 * What a page sent, kept over what was saved before.
 *
 * @param quietly what changes nothing is not saved anew
 */
async function keepPage(
  engine: Engine,
  opened: OpenDraft,
  form: CompiledForm,
  request: FastifyRequest<Asked>,
  place: string | undefined,
  quietly = false,
): Promise<{ readonly saved: Draft } & Omit<Kept, 'answers'>> {
  let kept: Kept | undefined
  const change = (before: JsonObject): JsonObject | undefined => {
    kept = keptOver(form, request, before, opened.context)
    return quietly && isDeepStrictEqual(kept.answers, before) ? undefined : kept.answers
  }
  const saved = await keep(engine, opened, change, place)
  return { saved, overtaken: kept?.overtaken === true, standing: kept?.standing ?? '' }
}

interface Filling {
  readonly page: string | undefined
  readonly saved: JsonObject
  /** As they are shown. */
  readonly answers: JsonObject
  readonly fromCheck: boolean
  readonly faults?: readonly Fault[]
  /** Other answers were saved meanwhile. */
  readonly overtaken?: boolean
  /** As it was typed before the session ran out. */
  readonly isTyped?: true
}

async function formPage(
  engine: Engine,
  request: FastifyRequest,
  reply: FastifyReply,
  { actor, draft, form, service, context }: OpenDraft,
  { page, saved, answers, fromCheck, faults = [], overtaken = false, isTyped }: Filling,
): Promise<FastifyReply> {
  if (form === undefined) throw new Error(`Expected the draft ${draft.id} to have a form`)
  const language = languageOfPage(request)
  const say = wordsIn(APPLY_WORDS, language)
  const known = await withFiles(engine, actor, form, answers, context)
  const { id, title, label, number, count, markup, asksFiles } = shown(form, answers, known, page, faults)
  const heading = label ?? title
  return portalPage(request, reply, {
    title: `${heading} · ${service.workflow.title[language]}`,
    active: 'services',
    assets: ['forms.css', 'forms.js', 'saving.js'],
    ...((faults.length > 0 || request.fileRefusals.length > 0) && { status: 422, faulty: true }),
    ...(overtaken && !isTyped && { status: 409 }),
    ...((overtaken || isTyped) && {
      alerts: html`${isTyped && typedNotice(request, URLS.apply(draft.id))}${
        overtaken &&
        overtakenNotice({
          form,
          page: id,
          saved,
          typed: answers,
          context: known,
          address: URLS.apply(draft.id, id),
        })
      }`,
    }),
    main: html`<p class="hint">${service.workflow.title[language]}</p>
      ${count > 1 && html`<p class="step">${fill(say.step, { number, count })}</p>`}
      <h1>${heading}</h1>
      ${formAround(request, {
        address: URLS.apply(draft.id),
        asksFiles,
        inside: html`<button class="visually-hidden" name="action" value="next" tabindex="-1" aria-hidden="true">
            ${say.next}
          </button>
          ${fromCheck && html`<input type="hidden" name="from" value="check" />`} ${markup}
          <div class="row">
            <button class="button" name="action" value="next">${say.next}</button>
            ${number > 1 && html`<button class="button button-quiet" name="action" value="back">${say.back}</button>`}
            <button class="button button-quiet" name="action" value="save">${say.save}</button>
          </div>
          ${savingLine({ address: URLS.saveDraft(draft.id), standing: standingOf(form, id, saved), language })}`,
      })}
      <form method="post" action="${URLS.discard(draft.id)}" class="aside">
        ${csrfField(request)}<button class="plain">${say.discard}</button>
      </form>`,
  })
}
