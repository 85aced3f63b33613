/** Deadlines of law stopped and continued by hand, by a supervisor, where the service allows it. */
import type { FastifyInstance } from 'fastify'
import { isProblem, type Problem } from '../../core/problem.ts'
import type { Moved } from '../../transition.ts'
import { roles } from '../policy.ts'
import { about, idParam, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

interface Stop {
  readonly deadline: string
  readonly legalBasis: string
  readonly reason: string
  readonly until?: string
}

const deadline = { ...text(200), description: 'Id of the deadline in workflow.json, or of one clock of several' }

export function clockStopRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<{ Params: { id: string }; Body: Stop }>(
    '/api/instances/:id/clocks/stop',
    {
      config: { policy: roles('supervisor') },
      schema: {
        ...about('instances', 'Let a deadline stand still under an article of law, as long as its service allows'),
        params: idParam,
        body: strict(
          {
            deadline,
            legalBasis: { ...text(64), description: 'Id of one of the articles that allow it' },
            reason: text(2_000),
            until: { type: 'string', format: 'date-time', description: 'Absent: as long as the service allows' },
          },
          ['deadline', 'legalBasis', 'reason'],
        ),
      },
    },
    async (request) => {
      const actor = actorOfRequest(request)
      const { row } = orThrow(await engine.getInstance(actor, request.params.id))
      const { until, ...stop } = request.body
      const ends = until === undefined ? {} : { until: Date.parse(until) }
      return done(await engine.stopClock(actor, row.id, { ...stop, ...ends }))
    },
  )

  app.post<{ Params: { id: string }; Body: Pick<Stop, 'deadline' | 'reason'> }>(
    '/api/instances/:id/clocks/continue',
    {
      config: { policy: roles('supervisor') },
      schema: {
        ...about('instances', 'Let a deadline that was stopped by hand go on'),
        params: idParam,
        body: strict({ deadline, reason: text(2_000) }, ['deadline', 'reason']),
      },
    },
    async (request) => {
      const actor = actorOfRequest(request)
      const { row } = orThrow(await engine.getInstance(actor, request.params.id))
      return done(await engine.continueClock(actor, row.id, request.body))
    },
  )
}

function done(moved: Moved | Problem): object {
  if (isProblem(moved)) return orThrow(moved)
  return { id: moved.state.id, status: moved.state.status }
}
