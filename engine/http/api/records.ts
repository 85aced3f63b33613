/** The inner record of an application: everything that happened, where it stood at any moment, what other agencies were asked. */
import type { FastifyInstance } from 'fastify'
import { eventsOf } from '../../core/history.ts'
import { PROCESS } from '../../core/instance.ts'
import { visibleVariables } from '../../core/scope.ts'
import type { PastInstance } from '../../commands/time-travel.ts'
import { roles } from '../policy.ts'
import { gives } from '../resources.ts'
import { about, idParam, strict } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

export function recordRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<{ Params: { id: string } }>(
    '/api/instances/:id/history',
    {
      config: { policy: roles('clerk', 'supervisor', 'operator', 'auditor', 'analyst') },
      schema: { ...about('instances', 'Everything that happened, oldest first'), params: idParam },
    },
    async (request) => {
      const records = orThrow(await engine.getHistory(actorOfRequest(request), request.params.id))
      return {
        items: records.map((record) => ({
          ...record,
          at: new Date(record.at).toISOString(),
          events: eventsOf(record),
        })),
      }
    },
  )

  app.get<{ Params: { id: string }; Querystring: { event?: string; record?: string } }>(
    '/api/instances/:id/at',
    {
      config: { policy: roles('clerk', 'supervisor', 'operator', 'auditor', 'analyst') },
      schema: {
        ...about(
          'instances',
          'Where it stood after any event, counted over its whole history, or after a record of it',
        ),
        params: idParam,
        querystring: {
          ...strict({ event: ordinal('After this event'), record: ordinal('After this record (its seq)') }),
          not: { required: ['event', 'record'] },
        },
        response: gives('InstanceAt'),
      },
    },
    async (request) => {
      const { event, record } = request.query
      const moment = {
        ...(event === undefined ? {} : { event: Number(event) }),
        ...(record === undefined ? {} : { record: Number(record) }),
      }
      return past(orThrow(await engine.getInstanceAt(actorOfRequest(request), request.params.id, moment)))
    },
  )

  app.get<{ Params: { id: string } }>(
    '/api/instances/:id/evidence',
    {
      config: { policy: roles('clerk', 'supervisor', 'operator', 'auditor') },
      schema: { ...about('instances', 'Calls over the data bus, with their evidence'), params: idParam },
    },
    async (request) => ({
      items: orThrow(await engine.getEvidence(actorOfRequest(request), request.params.id)).map((call) => ({
        ...call,
        at: new Date(call.at).toISOString(),
      })),
    }),
  )
}

const ordinal = (description: string): object => ({ type: 'string', pattern: '^[1-9][0-9]{0,8}$', description })

function past({ row, state, record, last, event, events, records }: PastInstance): object {
  const { id, reference, status, program } = state
  return {
    id,
    reference,
    status,
    program,
    startedAt: new Date(row.startedAt).toISOString(),
    event,
    events,
    record: record.seq,
    records,
    at: new Date(record.at).toISOString(),
    actor: record.actor,
    command: record.command,
    last,
    variables: visibleVariables(state, PROCESS),
    elements: state.elements,
    waits: state.waits,
    incidents: state.incidents,
  }
}
