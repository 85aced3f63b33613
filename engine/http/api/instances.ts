/** Applications: begin one, follow it, look into it, end it. */
import type { FastifyInstance } from 'fastify'
import type { Actor } from '../../core/actor.ts'
import type { Digest, UserId } from '../../core/ids.ts'
import { PROCESS, type InstanceStatus } from '../../core/instance.ts'
import type { JsonObject } from '../../core/json.ts'
import { mayReadRecord } from '../../core/policy/access.ts'
import { visibleVariables } from '../../core/scope.ts'
import type { InstanceRow } from '../../core/instance-row.ts'
import { CONSENTS, type Assistance, type Consent } from '../../core/assistance.ts'
import { CHANNELS, type Channel } from '../../core/channel.ts'
import type { InstanceDetail } from '../../commands/read-instance.ts'
import { FILE_CONTENT } from '../files/files.ts'
import { sendFile } from '../files/send.ts'
import { roles, signedIn } from '../policy.ts'
import { gives, givesOnce, givesPageOf } from '../resources.ts'
import { about, idParam, jsonObject, limitOf, line, paging, params, strict, text } from '../schema.ts'
import { shownClock } from './clocks.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

interface StartBody {
  readonly packageId: string
  readonly version?: string
  readonly startEvent?: string
  readonly channel?: Channel
  readonly applicant?: string
  readonly consent?: Consent
  readonly variables: JsonObject
}

interface ListQuery {
  readonly packageId?: string
  readonly status?: InstanceStatus
  readonly reference?: string
  readonly incidents?: 'true' | 'false'
  readonly after?: string
  readonly limit?: string
}

const consent = {
  ...strict(
    {
      kind: { enum: CONSENTS, description: 'On paper; by word of mouth; or a legal representative agreed' },
      representative: { ...line(200), description: 'Name and number of the representative who agreed' },
      statement: { ...text(4_000), description: 'What was read to the applicant, and agreed to' },
    },
    ['kind', 'statement'],
  ),
  description: 'How the applicant agreed; demanded of staff who apply at the counter or at a mission',
}

export function instanceRoutes(app: FastifyInstance, context: ApiContext): void {
  beginning(app, context)
  reading(app, context)
  documents(app, context)
  steering(app, context)
}

function beginning(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<{ Body: StartBody }>(
    '/api/instances',
    {
      config: { policy: roles('citizen', 'clerk', 'supervisor', 'operator', 'worker', 'analyst') },
      schema: {
        ...about('instances', 'Apply for a service; the same Idempotency-Key finds the same application'),
        headers: { type: 'object', properties: { 'idempotency-key': text(200) } },
        body: strict(
          {
            packageId: text(80),
            version: text(20),
            startEvent: text(200),
            channel: { enum: CHANNELS },
            applicant: text(64),
            consent,
            variables: jsonObject,
          },
          ['packageId', 'variables'],
        ),
        response: givesOnce('Started'),
      },
    },
    async (request, reply) => {
      const { body } = request
      const key = request.headers['idempotency-key']
      const started = orThrow(
        await engine.startInstance(actorOfRequest(request), {
          packageId: body.packageId,
          variables: body.variables,
          channel: body.channel ?? 'portal',
          ...(body.version === undefined ? {} : { version: body.version }),
          ...(body.startEvent === undefined ? {} : { startEvent: body.startEvent }),
          ...(body.consent && { consent: body.consent }),
          ...(body.applicant === undefined ? {} : { applicant: body.applicant as UserId }),
          ...(typeof key === 'string' ? { idempotencyKey: key } : {}),
        }),
      )
      return reply
        .code(started.created ? 201 : 200)
        .header('location', `/api/instances/${started.id}`)
        .send(started)
    },
  )
}

function reading(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<{ Querystring: ListQuery }>(
    '/api/instances',
    {
      config: { policy: signedIn },
      schema: {
        ...about(
          'instances',
          'Applications of my agency (of every agency for operators of the installation), or my own; newest first',
        ),
        querystring: strict({
          packageId: text(80),
          status: { enum: ['active', 'suspended', 'completed', 'terminated'] },
          reference: text(40),
          incidents: { enum: ['true', 'false'] },
          ...paging,
        }),
        response: givesPageOf('InstanceSummary'),
      },
    },
    async (request) => {
      const { limit: _, incidents, ...query } = request.query
      const page = await engine.listInstances(actorOfRequest(request), {
        ...query,
        limit: limitOf(request.query),
        ...(incidents === 'true' ? { incidents: true } : {}),
      })
      return { ...page, items: page.items.map(summary) }
    },
  )

  app.get<{ Params: { id: string } }>(
    '/api/instances/:id',
    {
      config: { policy: signedIn },
      schema: {
        ...about('instances', 'One application, by id or reference number'),
        params: idParam,
        response: gives('Instance'),
      },
    },
    async (request) => {
      const actor = actorOfRequest(request)
      return detail(actor, orThrow(await engine.getInstance(actor, request.params.id)))
    },
  )
}

function documents(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<{ Params: { id: string; digest: string } }>(
    '/api/instances/:id/documents/:digest',
    {
      config: { policy: signedIn },
      schema: {
        ...about('documents', 'A document of the application, to download'),
        params: params('id', 'digest'),
        response: FILE_CONTENT,
      },
    },
    async (request, reply) => {
      const { row, read } = orThrow(
        await engine.getDocument(actorOfRequest(request), request.params.id, request.params.digest as Digest),
      )
      return sendFile(reply, row, read())
    },
  )
}

function steering(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<{ Params: { id: string }; Body: { reason: string } }>(
    '/api/instances/:id/cancel',
    {
      config: { policy: roles('operator', 'supervisor') },
      schema: {
        ...about('instances', 'End an application, with a reason'),
        params: idParam,
        body: strict({ reason: text(2_000) }, ['reason']),
      },
    },
    async (request) => {
      const actor = actorOfRequest(request)
      const { row } = orThrow(await engine.getInstance(actor, request.params.id))
      const moved = orThrow(await engine.cancelInstance(actor, row.id, request.body.reason))
      return { id: moved.state.id, status: moved.state.status }
    },
  )

  app.patch<{ Params: { id: string }; Body: { variables: JsonObject; scope?: string } }>(
    '/api/instances/:id/variables',
    {
      config: { policy: roles('operator') },
      schema: {
        ...about('instances', 'Correct variables, e.g. before an incident is retried'),
        params: idParam,
        body: strict({ variables: jsonObject, scope: { type: 'string', pattern: '^[1-9][0-9]{0,9}$' } }, ['variables']),
      },
    },
    async (request) => {
      const actor = actorOfRequest(request)
      const { row } = orThrow(await engine.getInstance(actor, request.params.id))
      const moved = orThrow(await engine.setVariables(actor, row.id, request.body.variables, request.body.scope))
      return { id: moved.state.id, status: moved.state.status }
    },
  )
}

export function summary(row: InstanceRow): object {
  const { id, agency, rev, status, program, reference, applicant } = row
  return {
    id,
    agency,
    rev,
    status,
    program,
    reference,
    ...(applicant === undefined ? {} : { applicant }),
    startedAt: new Date(row.startedAt).toISOString(),
    changedAt: new Date(row.changedAt).toISOString(),
    ...(row.endedAt === undefined ? {} : { endedAt: new Date(row.endedAt).toISOString() }),
  }
}

/** Applicants are told how they agreed, by what the operator wrote down; who that was is for staff. */
function shownConsent(
  actor: Actor,
  { consent, representative, statement, operator, applicant, at }: Assistance,
): object {
  return {
    consent,
    ...(representative === undefined ? {} : { representative }),
    statement,
    at: new Date(at).toISOString(),
    ...(actor.id === applicant ? {} : { operator }),
  }
}

/** Applicants see what concerns them; what the procedure knows and where it stands is for staff. */
function detail(actor: Actor, found: InstanceDetail): object {
  const outward = {
    ...summary(found.row),
    documents: found.documents.map((row) => ({ ...row, createdAt: new Date(row.createdAt).toISOString() })),
    charges: found.charges.map(({ id, billNo, money, state, receiptNo, completedAt }) => ({
      id,
      billNo,
      money,
      state,
      receiptNo,
      completedAt: completedAt === undefined ? undefined : new Date(completedAt).toISOString(),
    })),
    refunds: found.refunds.map(({ id, charge, money, state, completedAt }) => ({
      id,
      charge,
      money,
      state,
      completedAt: completedAt === undefined ? undefined : new Date(completedAt).toISOString(),
    })),
    clocks: found.clocks.map(shownClock),
    ...(found.assistance && { assistance: shownConsent(actor, found.assistance) }),
  }
  if (mayReadRecord(actor, found.row)) return outward
  return {
    ...outward,
    variables: visibleVariables(found.state, PROCESS),
    elements: found.state.elements,
    waits: found.state.waits,
    incidents: found.state.incidents,
  }
}
