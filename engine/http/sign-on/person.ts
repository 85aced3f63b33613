/** Whom a sign-on has let in, and which account is theirs here: found by issuer and subject, made the first time. */
import type { Account, AccountStore, Identity } from '../../core/account.ts'
import { hasRole, type Role } from '../../core/actor.ts'
import { companyNumber, type Company } from '../../core/company.ts'
import { isJsonObject } from '../../core/json.ts'
import { agencyId, userId, type AgencyId, type UserId } from '../../core/ids.ts'
import { forbidden, isProblem, type Problem } from '../../core/problem.ts'
import { HASH_OF_NOBODY } from '../password.ts'
import { actorOf } from '../session.ts'
import type { SignOnConfig } from './config.ts'

export type Claims = Readonly<Record<string, unknown>>

export interface Person {
  readonly user: UserId
  readonly name: string
  readonly agency: AgencyId
  readonly roles: readonly Role[]
  readonly groups: readonly string[]
}

const LONGEST_NAME = 200

export function personOf(
  { claims: names, people, agency, roles = {} }: SignOnConfig,
  claims: Claims,
): Person | Problem {
  const user = userId(textOf(claims[names.user]).toLowerCase())
  const home = agencyId(names.agency === undefined ? (agency ?? '') : textOf(claims[names.agency]))
  if (isProblem(user) || isProblem(home)) return INCOMPLETE
  const known = { user, agency: home, name: textOf(claims[names.name]).slice(0, LONGEST_NAME) || user }
  if (people === 'citizens') return { ...known, roles: ['citizen'], groups: [] }
  const found = listOf(names.roles, claims).flatMap((name) => (Object.hasOwn(roles, name) ? [roles[name]] : []))
  const given = [...new Set(found)].filter((role) => role !== undefined)
  return given.length === 0 ? WITHOUT_ROLE : { ...known, roles: given, groups: listOf(names.groups, claims) }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Companies the person signs for; undefined: the sign-on does not speak of them. What cannot be read is none. */
export function companiesIn({ claims: { companies } }: SignOnConfig, claims: Claims): readonly Company[] | undefined {
  if (companies === undefined) return undefined
  const value = claims[companies]
  return Array.isArray(value) ? value.slice(0, MOST_COMPANIES).flatMap((one: unknown) => companyIn(one) ?? []) : []
}

const MOST_COMPANIES = 100

function companyIn(value: unknown): Company | undefined {
  if (!isJsonObject(value) || !isJsonObject(value['name'])) return undefined
  const number = companyNumber(textOf(value['number']))
  const name = { ar: textOf(value['name']['ar']), en: textOf(value['name']['en']) }
  if (isProblem(number) || name.ar === '' || name.en === '') return undefined
  return { number, name: { ar: name.ar.slice(0, LONGEST_NAME), en: name.en.slice(0, LONGEST_NAME) } }
}

function listOf(name: string | undefined, claims: Claims): readonly string[] {
  const value = name === undefined ? [] : claims[name]
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

/**
 * The account of this person as the sign-on describes them today; none where it is another's, or was closed here.
 *
 * @param known issuer and subject, which are never given to another person
 */
export async function accountOfPerson(
  accounts: AccountStore,
  known: Pick<Identity, 'issuer' | 'subject'>,
  person: Person,
  now: number,
): Promise<Account | Problem> {
  const linked = await accounts.identity(known.issuer, known.subject)
  if (linked !== undefined && linked.user !== person.user) return OF_ANOTHER
  const before = await accounts.get(person.user)
  if (before !== undefined && !isOfTheSameKind(before, person)) return OF_ANOTHER
  if (before?.disabled) return CLOSED
  const link = { ...known, user: person.user, linkedAt: now }
  if (before !== undefined && linked === undefined && !(await accounts.linkIdentity(link))) return OF_ANOTHER
  // Whoever made an account under this name elsewhere, knowing its password, does not come in beside its person.
  const isStrange = before !== undefined && linked === undefined && before.agency !== person.agency
  if (isStrange) await accounts.closeSessionsOf(person.user)
  const { user, ...described } = person
  const account: Account = {
    ...described,
    id: user,
    password: before === undefined || isStrange ? HASH_OF_NOBODY : before.password,
    disabled: false,
    createdAt: before?.createdAt ?? now,
  }
  await accounts.put(account)
  if (before === undefined && !(await accounts.linkIdentity(link))) return OF_ANOTHER
  return account
}

/** A sign-on of citizens opens no clerk's account, and the directory of one agency none of another. */
function isOfTheSameKind(account: Account, person: Person): boolean {
  const actor = actorOf(account)
  return person.roles.includes('citizen')
    ? account.roles.every((role) => role === 'citizen')
    : !hasRole(actor, 'citizen') && account.agency === person.agency
}

const INCOMPLETE = forbidden(
  'sign-on.incomplete',
  'Expected the sign-on to say who this is, by the claims the configuration names; ask its operator',
)
const WITHOUT_ROLE = forbidden(
  'sign-on.no-role',
  'Expected the directory to give this person a role that is known here, but it gives none',
)
const OF_ANOTHER = forbidden(
  'sign-on.other-person',
  'Expected the account that belongs to this identity, but it belongs to another; ask the operator',
)
const CLOSED = forbidden('sign-on.disabled', 'Expected an open account, but the operator has closed it')
