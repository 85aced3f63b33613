/** Absences: whose desk is in which colleague's hands, from a day to a day. */
import type { FastifyInstance } from 'fastify'
import type { Delegation } from '../../core/delegation.ts'
import type { UserId } from '../../core/ids.ts'
import { PALESTINE } from '../../core/policy/calendar.ts'
import { endOfDate, startOfDate } from '../../core/policy/day.ts'
import { atDesk } from '../policy.ts'
import { gives, givesAll } from '../resources.ts'
import { about, idParam, line, nothing, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

interface NewAbsence {
  readonly principal?: string
  readonly deputy: string
  readonly from: string
  readonly until: string
  readonly reason: string
}

const date = { type: 'string', format: 'date' }
const { timeZone } = PALESTINE

export function delegationRoutes(app: FastifyInstance, context: ApiContext): void {
  reading(app, context)
  writing(app, context)
}

function reading(app: FastifyInstance, { engine }: ApiContext): void {
  app.get(
    '/api/delegations',
    {
      config: { policy: atDesk },
      schema: {
        ...about('delegations', 'Absences that concern me, to a supervisor all of the agency; the newest first'),
        response: givesAll('Delegation'),
      },
    },
    async (request) => ({ items: (await engine.listDelegations(actorOfRequest(request))).map(shown) }),
  )
  app.get(
    '/api/colleagues',
    {
      config: { policy: atDesk },
      schema: { ...about('delegations', 'Who may stand in, or be given a task'), response: givesAll('Colleague') },
    },
    async (request) => ({ items: await engine.listColleagues(actorOfRequest(request)) }),
  )
}

function writing(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<{ Body: NewAbsence }>(
    '/api/delegations',
    {
      config: { policy: atDesk },
      schema: {
        ...about('delegations', 'Put a desk in the hands of a colleague who shares a group'),
        body: strict(
          {
            principal: { ...text(64), description: 'Whose desk, only for supervisors; absent: my own' },
            deputy: text(64),
            from: { ...date, description: 'The first day, where the office is' },
            until: { ...date, description: 'The last day, included' },
            reason: line(500),
          },
          ['deputy', 'from', 'until', 'reason'],
        ),
        response: gives('Delegation', 201),
      },
    },
    async (request, reply) => {
      const { principal, deputy, from, until, reason } = request.body
      const made = await engine.delegate(actorOfRequest(request), {
        ...(principal === undefined ? {} : { principal: principal as UserId }),
        deputy: deputy as UserId,
        starts: startOfDate(from, timeZone) ?? Number.NaN,
        ends: endOfDate(until, timeZone) ?? Number.NaN,
        reason,
      })
      return reply.code(201).send(shown(orThrow(made)))
    },
  )
  app.post<{ Params: { id: string } }>(
    '/api/delegations/:id/end',
    {
      config: { policy: atDesk },
      schema: {
        ...about('delegations', 'End an absence before its time, or call it off'),
        params: idParam,
        body: nothing,
        response: { 204: { description: 'Ended', type: 'null' } },
      },
    },
    async (request, reply) => {
      orThrow(await engine.endDelegation(actorOfRequest(request), request.params.id))
      return reply.code(204).send()
    },
  )
}

const iso = (time: number): string => new Date(time).toISOString()

const shown = ({ agency: _agency, starts, ends, madeAt, endedAt, ...rest }: Delegation): object => ({
  ...rest,
  starts: iso(starts),
  ends: iso(ends),
  madeAt: iso(madeAt),
  ...(endedAt === undefined ? {} : { endedAt: iso(endedAt) }),
})
