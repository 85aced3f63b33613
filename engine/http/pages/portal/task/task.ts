/** What a citizen is asked in an application, their own or one they take part in: a correction, a choice, a signature. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { limitsOfTask } from '../../frame/task-limits.ts'
import { compiledForm } from '../../../../commands/services.ts'
import { askerOf, withOffers } from '../../../../commands/offers.ts'
import type { TaskDetail } from '../../../../commands/tasks.ts'
import { evaluate } from '../../../../../forms/evaluate.ts'
import type { Fault } from '../../../../../forms/fault.ts'
import type { CompiledForm, FormContext } from '../../../../../forms/form.ts'
import { opening } from '../../../../../forms/opening.ts'
import { validate } from '../../../../../forms/validate.ts'
import { pagesWith } from '../../../../../forms/pages.ts'
import { bilingual } from '../../../../core/bilingual.ts'
import type { JsonObject } from '../../../../core/json.ts'
import { invalid, isProblem, ProblemError } from '../../../../core/problem.ts'
import type { Engine } from '../../../../engine.ts'
import { actorOfRequest, orThrow, type ApiContext } from '../../../api/context.ts'
import { roles } from '../../../policy.ts'
import { lastDay } from '../../frame/dates.ts'
import type { FormBody } from '../../frame/form-body.ts'
import { bdi, fill, html, type Part } from '../../frame/html.ts'
import { languageOfPage, wordsIn } from '../../frame/language.ts'
import { redirect, type Notice } from '../../frame/notice.ts'
import { typedBefore } from '../../frame/typed.ts'
import { typedNotice } from '../../frame/typed-notice.ts'
import { URLS } from '../../urls.ts'
import { portalPage, titleOfProgram } from '../portal-page.ts'
import { formAround, withFiles } from '../../frame/form.ts'
import { overtakenNotice, overtakenReply, savedReply, savingLine } from '../saving/saving.ts'
import { keptOver, pageSent, standingOf } from '../saving/standing.ts'
import { askedAgain, posted, shown } from '../steps.ts'
import { handedPapers } from './handed.ts'
import { TASK_WORDS } from './words.ts'

interface Asked {
  readonly Params: { readonly task: string }
  readonly Querystring: { readonly page?: unknown }
  readonly Body: FormBody
}

const citizens = { config: { policy: roles('citizen') } }
const saving = { config: { policy: roles('citizen'), typed: 'background' } } as const

export function taskPage(app: FastifyInstance, { engine }: ApiContext): void {
  const config = { policy: roles('citizen'), typed: 'form', fileLimits: limitsOfTask(engine, 'task') } as const
  const answering = { config }
  app.get<Asked>('/my/tasks/:task', citizens, async (request, reply) => {
    const { task: id } = request.params
    const detail = orThrow(await engine.getTask(actorOfRequest(request), id))
    if (detail.task.status !== 'open') return redirect(request, reply, await afterwards(engine, request, detail))
    const { page } = request.query
    const saved = begunWith(request, detail)
    const typed = detail.form && (await typedBefore(engine, request, URLS.myTask(id)))
    if (detail.form && typed) {
      const form = compiledForm(detail.form)
      const context = await offered(engine, request, detail, form, saved)
      const { answers } = posted(form, typed, saved, context)
      const { overtaken } = keptOver(form, typed, saved, context)
      const here = { page: pageSent(form, typed), isTyped: true, overtaken } as const
      return answerPage(engine, request, reply, { id, detail, saved, answers, ...here })
    }
    return answerPage(engine, request, reply, {
      id,
      detail,
      saved,
      answers: saved,
      ...(typeof page === 'string' ? { page } : {}),
    })
  })

  app.post<Asked>('/my/tasks/:task', answering, async (request, reply) => {
    const { task: id } = request.params
    const actor = actorOfRequest(request)
    const detail = orThrow(await engine.getTask(actor, id))
    const sent = async (answers: JsonObject): Promise<FastifyReply> => {
      orThrow(await engine.completeTask(actor, id, answers))
      return redirect(request, reply, await afterwards(engine, request, detail), done(TASK_WORDS.sent))
    }
    if (!detail.form) return sent({})
    const form = compiledForm(detail.form)
    const before = begunWith(request, detail)
    const bare = await offered(engine, request, detail, form, before)
    const typed = posted(form, request, before, bare).answers
    const context = await offered(engine, request, detail, form, typed, askedAgain(request.body['action']))
    const { answers, step } = posted(form, request, before, context)
    const kept = keptOver(form, request, before, context)
    if (kept.overtaken) {
      const saved = kept.answers ?? before
      if (kept.answers) orThrow(await engine.saveTask(actor, id, saved, detail.task.draft ?? null))
      const page = pageSent(form, request)
      return answerPage(engine, request, reply, { id, detail, saved, answers, page, overtaken: true })
    }
    if (step.kind === 'end') {
      const [fault, ...others] = validate(form, answers, context)
      if (!fault) return sent(evaluate(form, answers, context).answers)
      const [page] = pagesWith(form, fault.place)
      return answerPage(engine, request, reply, {
        id,
        detail,
        saved: before,
        answers,
        faults: [fault, ...others],
        ...(page !== undefined && { page }),
      })
    }
    if (step.kind === 'faulty')
      return answerPage(engine, request, reply, { id, detail, saved: before, answers, ...step })
    orThrow(await engine.saveTask(actor, id, answers, detail.task.draft ?? null))
    if (step.kind === 'saved')
      return redirect(request, reply, await afterwards(engine, request, detail), done(TASK_WORDS.saved))
    const target = step.target === undefined ? '' : `#${step.target}`
    return redirect(request, reply, `${URLS.myTask(id)}?page=${encodeURIComponent(step.page)}${target}`)
  })
}

/** What is typed, in the background. */
export function taskSaving(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<Asked>('/my/tasks/:task/save', saving, async (request, reply) => {
    const { task: id } = request.params
    const actor = actorOfRequest(request)
    const detail = orThrow(await engine.getTask(actor, id))
    if (!detail.form) throw new ProblemError(nothingAsked)
    const form = compiledForm(detail.form)
    const before = begunWith(request, detail)
    const context = await offered(engine, request, detail, form, before)
    const { answers, standing, overtaken } = keptOver(form, request, before, context)
    if (answers) orThrow(await engine.saveTask(actor, id, answers, detail.task.draft ?? null))
    if (overtaken) return overtakenReply(reply, standing)
    return savedReply(reply, engine.deps.clock.now(), languageOfPage(request), standing)
  })
}

const nothingAsked = invalid('answers.unasked', 'Expected a task that asks something, but it asks nothing')

const done = (text: Notice['text']): Notice => ({ tone: 'good', text })

/** Who only takes part in somebody's application cannot see that. */
async function afterwards(engine: Engine, request: FastifyRequest, { task }: TaskDetail): Promise<string> {
  const own = await engine.deps.store.instances.get(task.instance)
  return own?.applicant === request.actor?.id ? URLS.application(task.reference) : URLS.my()
}

/** In the words of whoever asks, as the timeline of their own application has it. */
async function questionOf(
  engine: Engine,
  request: FastifyRequest,
  id: string,
  { task, variables }: TaskDetail,
): Promise<string | undefined> {
  const { question } = variables
  if (typeof question === 'string') return question
  const followed = await engine.followInstance(actorOfRequest(request), task.reference)
  if (isProblem(followed)) return undefined
  const asked = followed.timeline.entries.find((entry) => entry.kind === 'asked' && entry.task === id)
  return asked?.kind === 'asked' ? asked.question : undefined
}

/** What was saved, or what the form begins with. */
function begunWith(request: FastifyRequest, detail: TaskDetail): JsonObject {
  const { task, form } = detail
  return task.draft ?? (form ? opening(compiledForm(form), contextOf(request, detail)) : {})
}

/** Also with what registers offer to choose from, as the answers stand. */
const offered = (
  { deps }: Engine,
  request: FastifyRequest,
  detail: TaskDetail,
  form: CompiledForm,
  answers: JsonObject,
  again?: string,
): Promise<FormContext> => withOffers(deps, askerOf(detail.task), form, answers, contextOf(request, detail), again)

const contextOf = (request: FastifyRequest, { answering }: TaskDetail): FormContext => ({
  ...answering,
  language: languageOfPage(request),
})

interface Answering {
  readonly id: string
  readonly detail: TaskDetail
  readonly saved: JsonObject
  /** As they are shown. */
  readonly answers: JsonObject
  readonly page?: string
  readonly faults?: readonly Fault[]
  /** Other answers were saved meanwhile. */
  readonly overtaken?: boolean
  /** As it was typed before the session ran out. */
  readonly isTyped?: true
}

async function answerPage(
  engine: Engine,
  request: FastifyRequest,
  reply: FastifyReply,
  { id, detail, saved, answers, page, faults = [], overtaken = false, isTyped }: Answering,
): Promise<FastifyReply> {
  const language = languageOfPage(request)
  const say = wordsIn(TASK_WORDS, language)
  const { task, form } = detail
  const compiled = form && compiledForm(form)
  const context = compiled ? await offered(engine, request, detail, compiled, answers) : contextOf(request, detail)
  const known = compiled ? await withFiles(engine, actorOfRequest(request), compiled, answers, context) : context
  const found = compiled && shown(compiled, answers, known, page, faults)
  const row = await engine.deps.store.instances.get(task.instance)
  const service = row && (await titleOfProgram(engine, row.program))[language]
  const title = found?.label ?? found?.title ?? bilingual(task.name)[language]
  const isLast = found === undefined || found.number === found.count
  const question = await questionOf(engine, request, id, detail)
  return portalPage(request, reply, {
    title,
    active: 'my',
    assets: ['forms.css', 'forms.js', 'saving.js'],
    ...((faults.length > 0 || request.fileRefusals.length > 0) && { status: 422, faulty: true }),
    ...(overtaken && !isTyped && { status: 409 }),
    ...((overtaken || isTyped) &&
      compiled &&
      found && {
        alerts: html`${isTyped && typedNotice(request, URLS.myTask(id))}${
          overtaken &&
          overtakenNotice({
            form: compiled,
            page: found.id,
            saved,
            typed: answers,
            context: known,
            address: `${URLS.myTask(id)}?page=${encodeURIComponent(found.id)}`,
          })
        }`,
      }),
    main: html`<p class="hint">${service} · ${bdi(task.reference)}</p>
      <h1>${title}</h1>
      ${
        question !== undefined &&
        html`<h2>${say.asked}</h2>
          <blockquote dir="auto">${question}</blockquote>`
      }
      ${task.due !== undefined && html`<p>${fill(say.until, { day: lastDay(task.due, language) })}</p>`}
      ${await handedPapers(engine, request, detail)}
      ${formAround(request, {
        address: URLS.myTask(id),
        asksFiles: found?.asksFiles === true,
        inside: html`<button class="visually-hidden" name="action" value="next" tabindex="-1" aria-hidden="true">
            ${say.next}
          </button>
          ${found ? found.markup : html`<p>${say.nothing}</p>`}
          <div class="row">
            <button class="button" name="action" value="next">${isLast ? say.send : say.next}</button>
            ${backButton(found !== undefined && found.number > 1, say.back)}
            ${form && html`<button class="button button-quiet" name="action" value="save">${say.save}</button>`}
          </div>
          ${
            compiled &&
            found &&
            savingLine({
              address: URLS.saveMyTask(id),
              standing: standingOf(compiled, found.id, saved),
              language,
            })
          }`,
      })}`,
  })
}

const backButton = (isShown: boolean, label: string): Part =>
  isShown && html`<button class="button button-quiet" name="action" value="back">${label}</button>`
