/** Giving and revoking mandates to act for a company, reading who has one, and beginning to act for one. */
import { actorName, humanOf, type Actor } from '../core/actor.ts'
import { applicantsOf } from '../core/applicant.ts'
import { companyNumber, partyOfCompany, type Company } from '../core/company.ts'
import { userId, type UserId } from '../core/ids.ts'
import {
  isOver,
  type HeldMandate,
  type Mandate,
  type MandateEntry,
  type MandateRole,
  type Representation,
} from '../core/mandate.ts'
import type { Page } from '../core/page.ts'
import { isPlatformOperator } from '../core/policy/access.ts'
import { conflict, forbidden, invalid, isProblem, notFound, type Problem } from '../core/problem.ts'
import type { Text } from '../core/text.ts'
import type { EngineDeps } from '../deps.ts'
import { representations, type Person } from './acting.ts'
import { listServices } from './services.ts'

export interface NewMandate {
  /** Who gets it: a national ID number, as the person signs in; operators may name any user. */
  readonly holder: string
  /** Packages it reaches; absent: all that companies may apply for. */
  readonly services?: readonly string[]
  /** Epoch ms; absent: now. */
  readonly starts?: number
  readonly ends?: number
  /** For operators; a signatory gives mandates of their own company, to representatives. */
  readonly company?: { readonly number: string; readonly name?: Text }
  readonly role?: MandateRole
}

/** In force or to come. */
const MOST_OPEN = 200
const MOST_SERVICES = 50
const NATIONAL_ID = /^\d{9}$/

export async function grantMandate(
  deps: EngineDeps,
  actor: Actor,
  request: NewMandate,
): Promise<HeldMandate | Problem> {
  const giver = await giverOf(deps, actor, request)
  if (isProblem(giver)) return giver
  const holder = userId(request.holder.trim())
  if (isProblem(holder)) return holder
  const now = deps.clock.now()
  const { starts = now, ends, services } = request
  const wrong =
    unfitHolder(actor, giver, holder) ??
    unfitTime(starts, ends, now) ??
    (await unfitServices(deps, services)) ??
    (await tooMany(deps, giver.company.number, now))
  if (wrong) return wrong
  const mandate: Mandate = {
    id: deps.ids.uuid(),
    company: giver.company.number,
    holder,
    role: giver.role,
    ...(services === undefined || giver.role === 'signatory' ? {} : { services: [...new Set(services)] }),
    source: giver.source,
    starts: Math.max(starts, now),
    ...(ends === undefined ? {} : { ends }),
    givenBy: actorName(actor),
    givenAt: now,
  }
  await deps.store.mandates.grant(mandate, giver.company)
  return { mandate, company: giver.company }
}

/** A signatory those of their company, the holder their own, the operator of the installation every one but the register's. */
export async function revokeMandate(deps: EngineDeps, actor: Actor, id: string): Promise<true | Problem> {
  const mandate = await deps.store.mandates.get(id)
  if (mandate === undefined || !mayRevoke(actor, mandate)) return noSuchMandate
  if (mandate.source === 'register')
    return conflict(
      'mandate.register',
      'Expected a mandate that was given here, but this one is of the register of companies; have it changed there',
    )
  const now = deps.clock.now()
  const revoked = !isOver(mandate, now) && (await deps.store.mandates.revoke(id, now, actorName(actor)))
  return revoked || conflict('mandate.over', 'Expected a mandate in force, but it has ended or was revoked before')
}

export interface MandateQuery {
  /** For operators: of one company, of one person. */
  readonly company?: string
  readonly holder?: string
}

/** Of the company one signs for; else one's own; for operators of the installation every one. Those that are over too. */
export async function listMandates(
  deps: EngineDeps,
  actor: Actor,
  { company, holder }: MandateQuery = {},
): Promise<readonly HeldMandate[]> {
  if (isPlatformOperator(actor))
    return deps.store.mandates.list({
      ...(company === undefined ? {} : { company }),
      ...(holder === undefined ? {} : { holder: holder as UserId }),
    })
  if (actor.kind !== 'user') return []
  const { acting } = actor
  if (acting?.role === 'signatory') return deps.store.mandates.list({ company: acting.company.number })
  const own = await deps.store.mandates.list({ holder: humanOf(actor) })
  return acting === undefined ? own : own.filter((one) => one.company.number === acting.company.number)
}

/** Who gave, revoked and used mandates of a company, newest first: for its signatories and the operators of the installation. */
export async function listMandateRecord(
  deps: EngineDeps,
  actor: Actor,
  { company, ...query }: { readonly company: string; readonly after?: string; readonly limit: number },
): Promise<Page<MandateEntry> | Problem> {
  const isSignatory =
    actor.kind === 'user' && actor.acting?.role === 'signatory' && actor.acting.company.number === company
  if (!isSignatory && !isPlatformOperator(actor)) return signatoryOnly
  return deps.store.mandates.record({ company, ...query })
}

/** For whom this person may act now. @param session digest of its token */
export async function listRepresentations(
  deps: EngineDeps,
  actor: Actor,
  session: string,
): Promise<readonly Representation[]> {
  const opened = await deps.store.accounts.session(session)
  return actor.kind === 'user' && opened !== undefined ? representations(deps, selfOf(actor), opened) : []
}

/**
 * From now on everything in this session is done for the company, or for oneself again.
 *
 * @param session digest of its token
 * @param company number of the company; undefined: for oneself
 */
export async function actFor(
  deps: EngineDeps,
  actor: Actor,
  session: string,
  company: string | undefined,
): Promise<true | Problem> {
  if (actor.kind !== 'user')
    return forbidden('mandate.person', 'Expected a person, since only people act for a company')
  const opened = await deps.store.accounts.session(session)
  if (opened === undefined) return noSuchCompany
  if (company === undefined) return (await deps.store.accounts.actFor(session, undefined)) || noSuchCompany
  const person = selfOf(actor)
  const found = (await representations(deps, person, opened)).find((one) => one.company.number === company)
  if (found === undefined) return noSuchCompany
  const by = `user:${person.id} for ${partyOfCompany(company)}`
  await deps.store.mandates.use({ at: deps.clock.now(), company, holder: person.id, by })
  return (await deps.store.accounts.actFor(session, company)) || noSuchCompany
}

/** The person, whomever they act for: only people who apply for themselves may act for a company, so their role is known. */
function selfOf(actor: Person): Person {
  const { acting, ...rest } = actor
  return acting === undefined ? rest : { ...rest, id: acting.person }
}

interface Giver {
  readonly company: Company
  readonly role: MandateRole
  readonly source: 'portal' | 'operator'
}

async function giverOf(
  deps: EngineDeps,
  actor: Actor,
  { company, role = 'representative' }: NewMandate,
): Promise<Giver | Problem> {
  if (isPlatformOperator(actor)) {
    const named = await companyNamed(deps, company)
    return isProblem(named) ? named : { company: named, role, source: 'operator' }
  }
  const acting = actor.kind === 'user' ? actor.acting : undefined
  const isOwn = company === undefined || company.number === acting?.company.number
  if (acting?.role !== 'signatory' || !isOwn || role !== 'representative') return signatoryOnly
  return { company: acting.company, role, source: 'portal' }
}

async function companyNamed(deps: EngineDeps, company: NewMandate['company']): Promise<Company | Problem> {
  const number = companyNumber(company?.number ?? '')
  if (isProblem(number)) return number
  const name = company?.name
  const known = await deps.store.mandates.company(number)
  if (name !== undefined) return { number, name: { ar: name.ar, en: name.en } }
  return (
    known ?? invalid('company.name', `Expected the name of ${number} in both languages, since it is not known here`)
  )
}

const mayRevoke = (actor: Actor, { company, holder, source }: Mandate): boolean => {
  if (isPlatformOperator(actor)) return true
  if (actor.kind !== 'user') return false
  if (humanOf(actor) === holder) return true
  return actor.acting?.role === 'signatory' && actor.acting.company.number === company && source !== 'operator'
}

function unfitHolder(actor: Actor, { source }: Giver, holder: UserId): Problem | undefined {
  if (source === 'operator') return undefined
  if (!NATIONAL_ID.test(holder))
    return invalid('mandate.holder', 'Expected the national ID number of the employee, nine digits')
  return actor.kind === 'user' && humanOf(actor) === holder
    ? invalid('mandate.self', 'Expected somebody other than yourself, since you sign for the company already')
    : undefined
}

function unfitTime(starts: number, ends: number | undefined, now: number): Problem | undefined {
  const isInOrder = Number.isFinite(starts) && (ends === undefined || (ends > starts && ends > now))
  return isInOrder
    ? undefined
    : invalid('mandate.time', 'Expected a mandate that ends after it begins, and not in the past')
}

async function unfitServices(deps: EngineDeps, services: readonly string[] | undefined): Promise<Problem | undefined> {
  if (services === undefined) return undefined
  if (services.length === 0 || services.length > MOST_SERVICES)
    return invalid('mandate.services', `Expected 1 to ${MOST_SERVICES} services, or all of them`)
  const offered = new Set((await companyServices(deps)).map(({ workflow }) => workflow.id))
  const stranger = services.find((one) => !offered.has(one))
  return stranger === undefined
    ? undefined
    : invalid(
        'mandate.services',
        `Expected services that companies may apply for, but found "${stranger.slice(0, 80)}"`,
      )
}

/** Those a mandate can name. */
export const companyServices = async (deps: EngineDeps): ReturnType<typeof listServices> =>
  (await listServices(deps)).filter(({ workflow }) => applicantsOf(workflow).includes('company'))

async function tooMany(deps: EngineDeps, company: string, now: number): Promise<Problem | undefined> {
  const all = await deps.store.mandates.list({ company })
  return all.filter(({ mandate }) => !isOver(mandate, now)).length < MOST_OPEN
    ? undefined
    : conflict('mandate.too-many', `Expected at most ${MOST_OPEN} mandates of a company; revoke one first`)
}

const noSuchMandate: Problem = notFound(
  'mandate.not-found',
  'Expected a mandate of yours or of your company, but there is none by this id',
)
const noSuchCompany: Problem = notFound(
  'mandate.none',
  'Expected a company you may act for now, but you have no mandate of this one',
)
const signatoryOnly: Problem = forbidden(
  'mandate.signatory',
  'Expected somebody who signs for this company and acts for it now; mandates are given and revoked by a signatory',
)
