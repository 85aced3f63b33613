/** Local accounts of an agency, kept by its operators. */
import type { FastifyInstance } from 'fastify'
import type { Account } from '../../core/account.ts'
import { ROLES, type Role } from '../../core/actor.ts'
import { agencyId, userId, type AgencyId } from '../../core/ids.ts'
import { forbidden, invalid, ProblemError } from '../../core/problem.ts'
import { isPlatformOperator, mayActFor } from '../../core/policy/access.ts'
import { acceptablePassword, hashPassword } from '../password.ts'
import { roles } from '../policy.ts'
import { gives, givesPageOf } from '../resources.ts'
import { about, idParam, line, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

interface AccountBody {
  readonly agency: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly groups: readonly string[]
  readonly password: string
  readonly disabled?: boolean
}

const body = strict(
  {
    agency: text(40),
    name: line(200),
    roles: { type: 'array', items: { enum: [...ROLES] }, uniqueItems: true, maxItems: ROLES.length },
    groups: { type: 'array', items: line(80), maxItems: 100, uniqueItems: true },
    password: text(200),
    disabled: { type: 'boolean' },
  },
  ['agency', 'name', 'roles', 'groups', 'password'],
)

export function accountRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  const { store, clock } = engine.deps

  app.put<{ Params: { id: string }; Body: AccountBody }>(
    '/api/accounts/:id',
    {
      config: { policy: roles('operator') },
      schema: {
        ...about('accounts', 'Create or replace an account; ends its sessions'),
        params: idParam,
        body,
        response: { ...gives('Account'), ...gives('Account', 201) },
      },
    },
    async (request, reply) => {
      const actor = actorOfRequest(request)
      const id = orThrow(userId(request.params.id))
      const agency: AgencyId = orThrow(agencyId(request.body.agency))
      const before = await store.accounts.get(id)
      if (!mayActFor(actor, agency) || (before && !mayActFor(actor, before.agency)))
        throw new ProblemError(forbidden('account.agency', 'Expected an account of your own agency'))
      if (request.body.roles.includes('citizen') && !isPlatformOperator(actor)) throw new ProblemError(citizenOfAgency)
      if (!acceptablePassword(request.body.password))
        throw new ProblemError(invalid('account.password', 'Expected a password of 10 to 200 characters'))
      const account: Account = {
        id,
        agency,
        name: request.body.name,
        roles: request.body.roles,
        groups: request.body.groups,
        password: await hashPassword(request.body.password),
        disabled: request.body.disabled ?? false,
        createdAt: before?.createdAt ?? clock.now(),
      }
      await store.accounts.put(account)
      await store.accounts.closeSessionsOf(id)
      return reply.code(before ? 200 : 201).send(shown(account))
    },
  )

  app.get(
    '/api/accounts',
    {
      config: { policy: roles('operator', 'supervisor') },
      schema: { ...about('accounts', 'Accounts of my agency'), response: givesPageOf('Account') },
    },
    async (request) => {
      const actor = actorOfRequest(request)
      const accounts = await store.accounts.list(isPlatformOperator(actor) ? undefined : actor.agency)
      return { items: accounts.map(shown) }
    },
  )
}

/** Citizens are the installation's: who makes one under somebody's national ID is taken for them by every agency. */
const citizenOfAgency = forbidden(
  'account.citizen',
  'Expected roles of staff: accounts of citizens are made by a sign-on, or by the operators of the installation',
)

function shown(account: Account): object {
  const { password: _, ...rest } = account
  return { ...rest, createdAt: new Date(account.createdAt).toISOString() }
}
