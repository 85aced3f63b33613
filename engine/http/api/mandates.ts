/** Acting for a company: for which one may, for which one does, and the mandates people give and revoke. */
import type { FastifyInstance } from 'fastify'
import type { NewMandate } from '../../commands/mandates.ts'
import { isInForce, MANDATE_ROLES, type HeldMandate } from '../../core/mandate.ts'
import { roles, signedIn } from '../policy.ts'
import { gives, givesPageOf } from '../resources.ts'
import { about, idParam, limitOf, line, nothing, paging, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

const date = { type: 'string', format: 'date-time' } as const
const companyNumber = { type: 'string', pattern: '^[A-Z0-9][A-Z0-9-]{2,29}$' } as const

/** With times as programs write them. */
interface Granting extends Omit<NewMandate, 'starts' | 'ends'> {
  readonly starts?: string
  readonly ends?: string
}

const granting = strict(
  {
    holder: text(64),
    services: { type: 'array', items: text(80), minItems: 1, maxItems: 50, uniqueItems: true },
    starts: date,
    ends: date,
    company: strict({ number: companyNumber, name: strict({ ar: line(200), en: line(200) }, ['ar', 'en']) }, [
      'number',
    ]),
    role: { enum: MANDATE_ROLES },
  },
  ['holder'],
)

export function mandateRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.get(
    '/api/companies',
    {
      config: { policy: signedIn, anyMandate: true },
      schema: { ...about('mandates', 'Companies I may act for'), response: givesPageOf('Representation') },
    },
    async (request) => ({
      items: await engine.listRepresentations(actorOfRequest(request), request.tokenDigest ?? ''),
    }),
  )

  app.put<{ Body: { readonly company: string | null } }>(
    '/api/sessions/current/company',
    {
      config: { policy: signedIn, anyMandate: true },
      schema: {
        ...about('mandates', 'For which company everything in this session is done from now on; null: for myself'),
        body: strict({ company: { ...companyNumber, type: ['string', 'null'] } }, ['company']),
        response: { 204: { description: 'From the next request on', type: 'null' } },
      },
    },
    async (request, reply) => {
      const { tokenDigest = '', body } = request
      orThrow(await engine.actFor(actorOfRequest(request), tokenDigest, body.company ?? undefined))
      return reply.code(204).send()
    },
  )

  app.get<{ Querystring: { company?: string; holder?: string } }>(
    '/api/mandates',
    {
      config: { policy: roles('citizen', 'operator') },
      schema: {
        ...about('mandates', 'Mandates of the company I sign for, else my own; for operators of the installation all'),
        querystring: strict({ company: companyNumber, holder: text(64) }),
        response: givesPageOf('Mandate'),
      },
    },
    async (request) => {
      const now = engine.deps.clock.now()
      const all = await engine.listMandates(actorOfRequest(request), request.query)
      return { items: all.map((one) => shown(one, now)) }
    },
  )

  app.post<{ Body: Granting }>(
    '/api/mandates',
    {
      config: { policy: roles('citizen', 'operator') },
      schema: {
        ...about('mandates', 'Give somebody a mandate for the company I sign for; operators name the company'),
        body: granting,
        response: gives('Mandate', 201),
      },
    },
    async (request, reply) => {
      const granted = orThrow(await engine.grantMandate(actorOfRequest(request), newMandate(request.body)))
      return reply.code(201).send(shown(granted, engine.deps.clock.now()))
    },
  )

  app.delete<{ Params: { id: string } }>(
    '/api/mandates/:id',
    {
      config: { policy: roles('citizen', 'operator') },
      schema: {
        ...about('mandates', 'Revoke a mandate: at once, in every session'),
        params: idParam,
        body: nothing,
        response: { 204: { description: 'Revoked', type: 'null' } },
      },
    },
    async (request, reply) => {
      orThrow(await engine.revokeMandate(actorOfRequest(request), request.params.id))
      return reply.code(204).send()
    },
  )

  app.get<{ Params: { number: string }; Querystring: { after?: string; limit?: string } }>(
    '/api/companies/:number/record',
    {
      config: { policy: roles('citizen', 'operator') },
      schema: {
        ...about('mandates', 'Who gave, revoked and used mandates of a company, newest first'),
        params: strict({ number: companyNumber }, ['number']),
        querystring: strict(paging),
        response: givesPageOf('MandateEntry'),
      },
    },
    async (request) => {
      const { after } = request.query
      const page = orThrow(
        await engine.listMandateRecord(actorOfRequest(request), {
          company: request.params.number,
          limit: limitOf(request.query),
          ...(after === undefined ? {} : { after }),
        }),
      )
      return { ...page, items: page.items.map((one) => ({ ...one, at: moment(one.at) })) }
    },
  )
}

const moment = (at: number): string => new Date(at).toISOString()

const newMandate = ({ starts, ends, ...rest }: Granting): NewMandate => ({
  ...rest,
  ...(starts === undefined ? {} : { starts: Date.parse(starts) }),
  ...(ends === undefined ? {} : { ends: Date.parse(ends) }),
})

const shown = ({ mandate, company }: HeldMandate, now: number): object => {
  const { starts, ends, givenAt, revokedAt, ...rest } = mandate
  return {
    ...rest,
    company,
    starts: moment(starts),
    givenAt: moment(givenAt),
    inForce: isInForce(mandate, now),
    ...(ends === undefined ? {} : { ends: moment(ends) }),
    ...(revokedAt === undefined ? {} : { revokedAt: moment(revokedAt) }),
  }
}
