/** Putting one's desk in a colleague's hands for a time, or a supervisor that of somebody who is away. */
import { hasRole, type Actor } from '../core/actor.ts'
import type { Account } from '../core/account.ts'
import { LONGEST_DELEGATION, type Delegation } from '../core/delegation.ts'
import type { UserId } from '../core/ids.ts'
import { worksAtDesk } from '../core/policy/access.ts'
import { conflict, forbidden, invalid, isProblem, notFound, type Problem } from '../core/problem.ts'
import type { EngineDeps } from '../deps.ts'
import { unfitText } from './notes.ts'

export interface NewDelegation {
  /** Whose desk; one's own where absent. */
  readonly principal?: UserId
  readonly deputy: UserId
  /** Epoch ms. */
  readonly starts: number
  readonly ends: number
  readonly reason: string
}

type Person = Extract<Actor, { kind: 'user' }>

export async function delegate(deps: EngineDeps, actor: Actor, request: NewDelegation): Promise<Delegation | Problem> {
  const principal = principalOf(actor, request)
  if (isProblem(principal)) return principal
  const now = deps.clock.now()
  const wrong = unfitText(request.reason) ?? unfitTime(request, now)
  if (wrong) return wrong
  const colleagues = await sharingGroups(deps, principal, request.deputy)
  if (isProblem(colleagues)) return colleagues
  const delegation: Delegation = {
    id: deps.ids.uuid(),
    agency: colleagues.agency,
    principal: principal.id,
    deputy: request.deputy,
    starts: request.starts,
    ends: request.ends,
    reason: request.reason.trim(),
    madeBy: principal.by,
    madeAt: now,
  }
  await deps.store.delegations.add(delegation)
  return delegation
}

/** One's own on both sides; to a supervisor those of the agency. */
export async function listDelegations(deps: EngineDeps, actor: Actor): Promise<readonly Delegation[]> {
  if (actor.kind !== 'user') return []
  const of = hasRole(actor, 'supervisor') ? {} : { of: actor.id }
  return deps.store.delegations.list({ agency: actor.agency, ...of })
}

export async function endDelegation(deps: EngineDeps, actor: Actor, id: string): Promise<true | Problem> {
  const found = await deps.store.delegations.get(id)
  if (actor.kind !== 'user' || found === undefined || !concerns(actor, found))
    return notFound('delegation.not-found', 'Expected a delegation of yours, but there is none by this id')
  const ended = await deps.store.delegations.end(id, deps.clock.now(), actor.id)
  return ended || conflict('delegation.over', 'Expected a delegation that goes on, but it was ended before')
}

/** People of the agency who share a group with this one: who may stand in, or be given a task. */
export async function listColleagues(
  deps: EngineDeps,
  actor: Actor,
): Promise<readonly Pick<Account, 'id' | 'name' | 'groups'>[]> {
  if (actor.kind !== 'user' || !worksAtDesk(actor)) return []
  const isAll = hasRole(actor, 'supervisor') || hasRole(actor, 'operator')
  return (await deps.store.accounts.list(actor.agency))
    .filter((it) => !it.disabled && it.groups.length > 0 && (isAll || sharesGroup(it.groups, actor.groups)))
    .map(({ id, name, groups }) => ({ id, name, groups }))
}

const concerns = (actor: Person, { agency, principal, deputy }: Delegation): boolean =>
  principal === actor.id || deputy === actor.id || (hasRole(actor, 'supervisor') && agency === actor.agency)

function principalOf(actor: Actor, { principal }: NewDelegation): { id: UserId; by: UserId } | Problem {
  if (actor.kind !== 'user' || !worksAtDesk(actor))
    return forbidden('desk.staff', 'Expected somebody who works at a desk of the agency')
  if (principal === undefined || principal === actor.id) return { id: actor.id, by: actor.id }
  if (hasRole(actor, 'supervisor')) return { id: principal, by: actor.id }
  return forbidden(
    'delegation.own',
    'Expected your own desk; a supervisor puts the desk of somebody else in other hands',
  )
}

function unfitTime({ starts, ends }: NewDelegation, now: number): Problem | undefined {
  const isInOrder = Number.isFinite(starts) && Number.isFinite(ends) && starts < ends && ends > now
  if (isInOrder && ends - starts <= LONGEST_DELEGATION) return undefined
  return invalid('delegation.time', 'Expected it to end after it begins, not in the past, and to last at most 92 days')
}

async function sharingGroups(
  deps: EngineDeps,
  principal: { readonly id: UserId; readonly by: UserId },
  deputy: UserId,
): Promise<Account | Problem> {
  const [maker, one, other] = await Promise.all(
    [principal.by, principal.id, deputy].map((id) => deps.store.accounts.get(id)),
  )
  const isSound = one !== undefined && other !== undefined && !other.disabled && one.id !== other.id
  if (isSound && one.agency === other.agency && one.agency === maker?.agency && sharesGroup(one.groups, other.groups))
    return one
  return invalid(
    'delegation.deputy',
    'Expected a colleague of the same agency who shares a group, but this person does not; choose another',
  )
}

const sharesGroup = (groups: readonly string[], others: readonly string[]): boolean =>
  groups.some((group) => others.includes(group))
