/** External workers: fetch work by long poll, then complete it, report a failure, or throw a BPMN error. */
import type { FastifyInstance } from 'fastify'
import { globalId } from '../../core/ids.ts'
import type { JobRow } from '../../core/job.ts'
import type { JsonObject } from '../../core/json.ts'
import type { Engine } from '../../engine.ts'
import type { Moved } from '../../transition.ts'
import { roles } from '../policy.ts'
import { longPoll } from '../long-poll.ts'
import { gives, givesPageOf } from '../resources.ts'
import { about, idParam, jsonObject, line, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

type OnJob<Body> = { Params: { id: string }; Body: Body & { readonly token: number } }

const token = { type: 'integer', minimum: 1, description: 'Fence token of the lease' } as const
const LONGEST_POLL = 50_000

export function jobRoutes(app: FastifyInstance, context: ApiContext): void {
  activating(app, context)
  completing(app, context)
  failing(app, context)
}

function activating(app: FastifyInstance, { engine }: ApiContext): void {
  const stopping = new AbortController()
  app.addHook('preClose', async () => stopping.abort())
  app.post<{ Body: { types: string[]; worker: string; limit?: number; leaseTime?: number; wait?: number } }>(
    '/api/jobs/activate',
    {
      config: { policy: roles('worker') },
      schema: {
        ...about('jobs', 'Lease jobs of these types; waits up to `wait` ms for the first one'),
        body: strict(
          {
            types: { type: 'array', items: line(200), minItems: 1, maxItems: 50 },
            worker: line(200),
            limit: { type: 'integer', minimum: 1, maximum: 100 },
            leaseTime: {
              type: 'integer',
              minimum: 1_000,
              maximum: 3_600_000,
              description: 'milliseconds, default 60000',
            },
            wait: { type: 'integer', minimum: 0, maximum: LONGEST_POLL },
          },
          ['types', 'worker'],
        ),
        response: givesPageOf('Job'),
      },
    },
    async (request, reply) => {
      const { types, worker, limit = 10, leaseTime = 60_000, wait = 0 } = request.body
      const actor = actorOfRequest(request)
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      const fetch = async () => orThrow(await engine.activateJobs(actor, { types, worker, limit, leaseTime }))
      const jobs = await longPoll(
        engine.deps.wakeup,
        types,
        wait,
        AbortSignal.any([gone.signal, stopping.signal]),
        fetch,
      )
      if (gone.signal.aborted) await giveBack(engine, jobs)
      return { items: jobs.map(shown) }
    },
  )
}

/** Leased for a worker that had hung up by then: the next one gets them at once. */
async function giveBack({ deps }: Engine, jobs: readonly JobRow[]): Promise<void> {
  const now = deps.clock.now()
  await Promise.all(jobs.map(({ instance, id, token }) => deps.store.jobs.putBack(instance, id, token, now)))
}

function completing(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<OnJob<{ variables?: JsonObject }>>(
    '/api/jobs/:id/complete',
    {
      config: { policy: roles('worker') },
      schema: {
        ...about('jobs', 'The job is done'),
        params: idParam,
        body: strict({ token, variables: jsonObject }, ['token']),
        response: gives('Moved'),
      },
    },
    async (request) =>
      done(
        orThrow(
          await engine.completeJob(
            actorOfRequest(request),
            request.params.id,
            request.body.variables ?? {},
            request.body.token,
          ),
        ),
      ),
  )
}

function failing(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<OnJob<{ reason: string; retries?: number; backoff?: number }>>(
    '/api/jobs/:id/fail',
    {
      config: { policy: roles('worker') },
      schema: {
        ...about('jobs', 'An attempt failed; tried again after a pause while attempts are left, then an incident'),
        params: idParam,
        body: strict(
          {
            token,
            reason: text(2_000),
            retries: { type: 'integer', minimum: 0, maximum: 100 },
            backoff: { type: 'integer', minimum: 0, maximum: 86_400_000 },
          },
          ['token', 'reason'],
        ),
        response: gives('Moved'),
      },
    },
    async (request) => {
      const { token: fence, ...failure } = request.body
      return done(orThrow(await engine.failJob(actorOfRequest(request), request.params.id, failure, fence)))
    },
  )
  app.post<OnJob<{ code: string; message?: string; variables?: JsonObject }>>(
    '/api/jobs/:id/error',
    {
      config: { policy: roles('worker') },
      schema: {
        ...about('jobs', 'Throw a BPMN error the procedure can catch'),
        params: idParam,
        body: strict({ token, code: text(200), message: text(2_000), variables: jsonObject }, ['token', 'code']),
        response: gives('Moved'),
      },
    },
    async (request) => {
      const { token: fence, message, ...error } = request.body
      return done(
        orThrow(
          await engine.throwJobError(
            actorOfRequest(request),
            request.params.id,
            { ...error, message: message ?? '' },
            fence,
          ),
        ),
      )
    },
  )
}

const done = (moved: Moved): object => ({ instance: moved.state.id, status: moved.state.status })

const shown = (job: JobRow): object => ({
  id: globalId(job.instance, job.id),
  instance: job.instance,
  reference: job.reference,
  element: job.element,
  type: job.type,
  headers: job.headers,
  variables: job.variables,
  retries: job.retries,
  token: job.token,
  leasedUntil: job.leasedUntil === undefined ? undefined : new Date(job.leasedUntil).toISOString(),
})
