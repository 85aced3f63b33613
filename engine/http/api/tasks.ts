/** The desk over HTTP: list, look, take, give back, assign, save, decide. */
import type { FastifyInstance } from 'fastify'
import type { UserId } from '../../core/ids.ts'
import { globalId } from '../../core/ids.ts'
import type { JsonObject } from '../../core/json.ts'
import type { TaskRow, TaskStatus } from '../../core/task.ts'
import { MOST_AT_ONCE, type TaskOutcome } from '../../commands/complete-tasks.ts'
import { LONGEST_NOTE } from '../../commands/notes.ts'
import { outcomesOf, type Outcome } from '../../commands/outcomes.ts'
import { compiledForm } from '../../commands/services.ts'
import type { Moved } from '../../transition.ts'
import { atDesk, overDesk, signedIn } from '../policy.ts'
import { gives, givesAll, givesPageOf } from '../resources.ts'
import { about, idParam, jsonObject, limitOf, nothing, paging, strict, text } from '../schema.ts'
import type { Language } from '../../core/text.ts'
import { languageOf } from '../language.ts'
import { titleOf } from '../problem-text.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

interface ListQuery {
  readonly status?: TaskStatus
  readonly view?: 'mine' | 'free' | 'all'
  readonly reference?: string
  readonly after?: string
  readonly limit?: string
}

type ById = { Params: { id: string } }

export function taskRoutes(app: FastifyInstance, context: ApiContext): void {
  reading(app, context)
  taking(app, context)
  deciding(app, context)
  decidingSeveral(app, context)
}

function reading(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<{ Querystring: ListQuery }>(
    '/api/tasks',
    {
      config: { policy: signedIn },
      schema: {
        ...about('tasks', 'Tasks I may see; earliest due first'),
        querystring: strict({
          status: { enum: ['open', 'completed', 'canceled'] },
          view: { enum: ['mine', 'free', 'all'] },
          reference: text(40),
          ...paging,
        }),
        response: givesPageOf('Task'),
      },
    },
    async (request) => {
      const { limit: _, ...query } = request.query
      const page = await engine.listTasks(actorOfRequest(request), { ...query, limit: limitOf(request.query) })
      return { ...page, items: page.items.map(shownTask) }
    },
  )

  app.get<ById>(
    '/api/tasks/:id',
    {
      config: { policy: signedIn },
      schema: {
        ...about('tasks', 'A task with its form and what is known'),
        params: idParam,
        response: gives('TaskDetail'),
      },
    },
    async (request) => {
      const { task, variables, form } = orThrow(await engine.getTask(actorOfRequest(request), request.params.id))
      const outcomes = form ? outcomesOf(compiledForm(form)) : []
      return {
        ...shownTask(task),
        variables,
        ...(form ? { formDefinition: { schema: form.schema, ui: form.ui, title: form.title, texts: form.texts } } : {}),
        ...(outcomes.length > 0 ? { outcomes: outcomes.map(shownOutcome) } : {}),
      }
    },
  )
}

function taking(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<ById>(
    '/api/tasks/:id/claim',
    {
      config: { policy: signedIn },
      schema: {
        ...about('tasks', 'Take a task offered to me'),
        params: idParam,
        body: nothing,
        response: gives('Moved'),
      },
    },
    async (request) => done(orThrow(await engine.claimTask(actorOfRequest(request), request.params.id))),
  )
  app.post<ById>(
    '/api/tasks/:id/release',
    {
      config: { policy: signedIn },
      schema: { ...about('tasks', 'Give a task back'), params: idParam, body: nothing, response: gives('Moved') },
    },
    async (request) => done(orThrow(await engine.releaseTask(actorOfRequest(request), request.params.id))),
  )
  app.post<ById & { Body: { assignee: string; reason: string } }>(
    '/api/tasks/:id/assign',
    {
      config: { policy: overDesk },
      schema: {
        ...about('tasks', 'Give a task to somebody, with a reason'),
        params: idParam,
        body: strict({ assignee: text(64), reason: text(2_000) }, ['assignee', 'reason']),
        response: gives('Moved'),
      },
    },
    async (request) =>
      done(
        orThrow(
          await engine.assignTask(
            actorOfRequest(request),
            request.params.id,
            request.body.assignee as UserId,
            request.body.reason,
          ),
        ),
      ),
  )
}

function deciding(app: FastifyInstance, { engine }: ApiContext): void {
  app.put<ById & { Body: { variables: JsonObject } }>(
    '/api/tasks/:id/draft',
    {
      config: { policy: signedIn },
      schema: {
        ...about('tasks', 'Save answers without submitting them'),
        params: idParam,
        body: strict({ variables: jsonObject }, ['variables']),
        response: { 204: { description: 'Saved', type: 'null' } },
      },
    },
    async (request, reply) => {
      orThrow(await engine.saveTask(actorOfRequest(request), request.params.id, request.body.variables))
      return reply.code(204).send()
    },
  )
  app.post<ById & { Body: { variables: JsonObject } }>(
    '/api/tasks/:id/complete',
    {
      config: { policy: signedIn },
      schema: {
        ...about('tasks', 'Submit the answers and complete the task'),
        params: idParam,
        body: strict({ variables: jsonObject }, ['variables']),
        response: gives('Moved'),
      },
    },
    async (request) =>
      done(orThrow(await engine.completeTask(actorOfRequest(request), request.params.id, request.body.variables))),
  )
}

function decidingSeveral(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<{ Body: { readonly decisions: readonly Decision[] } }>(
    '/api/tasks/complete',
    {
      config: { policy: atDesk },
      schema: {
        ...about(
          'tasks',
          'Complete several tasks, each by itself and with its own reason; what fails holds up nothing',
        ),
        body: strict(
          {
            decisions: {
              type: 'array',
              minItems: 1,
              maxItems: MOST_AT_ONCE,
              items: strict(
                {
                  id: text(200),
                  variables: jsonObject,
                  reason: { ...text(LONGEST_NOTE), description: 'Kept beside the application, for colleagues' },
                },
                ['id', 'variables', 'reason'],
              ),
            },
          },
          ['decisions'],
        ),
        response: givesAll('TaskOutcome'),
      },
    },
    async (request) => {
      const decisions = request.body.decisions.map(({ id, variables, reason }) => ({ id, answers: variables, reason }))
      const outcomes = orThrow(await engine.completeTasks(actorOfRequest(request), decisions))
      const language = languageOf(request)
      return { items: outcomes.map((one) => shownResult(one, language)) }
    },
  )
}

interface Decision {
  readonly id: string
  readonly variables: JsonObject
  readonly reason: string
}

const shownResult = ({ id, problem }: TaskOutcome, language: Language): object =>
  problem ? { id, problem: { code: problem.code, title: titleOf(problem)[language], detail: problem.detail } } : { id }

const shownOutcome = ({ kind, place, value, label }: Outcome): object => ({ kind, place, value, label })

const done = (moved: Moved): object => ({
  instance: moved.state.id,
  reference: moved.state.reference,
  status: moved.state.status,
  rev: moved.rev,
})

const iso = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : new Date(time).toISOString()

export const shownTask = (task: TaskRow): object => ({
  ...task,
  localId: task.id,
  id: globalId(task.instance, task.id),
  due: iso(task.due),
  followUp: iso(task.followUp),
  openedAt: iso(task.openedAt),
  closedAt: iso(task.closedAt),
})
