/** Where people are known already: the national sign-on of citizens, the directory of an agency's staff. The operator names them. */
import { ROLES, type Role } from '../../core/actor.ts'
import { agencyId } from '../../core/ids.ts'
import { isJsonObject } from '../../core/json.ts'
import { invalid, isProblem, type Problem } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'

export interface SignOnConfig {
  /** In the address: "national" -> /sign-in/national. */
  readonly id: string
  /** On the button: "National sign-on". */
  readonly title: Text
  /** Address of the OpenID provider; https, or http on this machine. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** "openid profile" unless said otherwise. */
  readonly scope?: string
  /** Citizens get the role citizen and nothing else; staff the roles and groups their directory says. */
  readonly people: 'citizens' | 'staff'
  /** Agency of all who come this way; for staff instead of a claim that names it. */
  readonly agency?: string
  readonly claims: ClaimNames
  /** What the directory calls a role -> what it is here. Names that are not here give nothing. */
  readonly roles?: Readonly<Record<string, Role>>
}

/** Under which names the provider says what we need. */
export interface ClaimNames {
  /** The user name here: a citizen's national ID, a clerk's user name. */
  readonly user: string
  readonly name: string
  readonly agency?: string
  readonly roles?: string
  readonly groups?: string
  /** Companies the register names the person a signatory of: a list of `{ "number", "name": { "ar", "en" } }`; of citizens only. */
  readonly companies?: string
}

type Check = (value: unknown) => string | undefined

const text: Check = (value) => (typeof value === 'string' && value !== '' ? undefined : 'a text')
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? undefined : check(value)

const CLAIMS: Readonly<Record<keyof ClaimNames, Check>> = {
  user: text,
  name: text,
  agency: optional(text),
  roles: optional(text),
  groups: optional(text),
  companies: optional(text),
}

const CHECKS: Readonly<Record<keyof SignOnConfig, Check>> = {
  id: (value) => (typeof value === 'string' && /^[a-z][a-z0-9-]{0,29}$/.test(value) ? undefined : 'a short name'),
  title: (value) =>
    isJsonObject(value) && text(value['ar']) === undefined && text(value['en']) === undefined
      ? undefined
      : 'a title in both languages',
  issuer: (value) =>
    typeof value === 'string' && isSafe(value) ? undefined : 'an https address (http on this machine)',
  clientId: text,
  clientSecret: text,
  scope: optional((value) =>
    /^openid( [\w:.-]+)*$/.test(String(value)) ? undefined : 'scopes that begin with openid',
  ),
  people: (value) => (value === 'citizens' || value === 'staff' ? undefined : 'citizens or staff'),
  agency: optional((value) =>
    typeof value === 'string' && !isProblem(agencyId(value)) ? undefined : 'an agency like "moj"',
  ),
  claims: (value) => faultIn(CLAIMS, value),
  roles: optional((value) =>
    isJsonObject(value) && Object.values(value).every((role) => ROLES.some((one) => one === role))
      ? undefined
      : `names with one of ${ROLES.join(', ')} each`,
  ),
}

const isSafe = (address: string): boolean => {
  const url = URL.parse(address)
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && /^(127\.0\.0\.1|localhost)$/.test(url.hostname))
}

export function readSignOnConfig(value: unknown): readonly SignOnConfig[] | Problem {
  if (!Array.isArray(value)) return refused('a list of sign-ons')
  for (const [index, one] of value.entries()) {
    const fault = faultIn(CHECKS, one) ?? incomplete(one as SignOnConfig)
    if (fault !== undefined) return refused(`${fault} (sign-on ${index + 1})`)
  }
  const ids = new Set(value.map(({ id }: SignOnConfig) => id))
  return ids.size === value.length ? (value as readonly SignOnConfig[]) : refused('another id for each sign-on')
}

function faultIn(checks: Readonly<Record<string, Check>>, value: unknown): string | undefined {
  if (!isJsonObject(value)) return `an object with ${Object.keys(checks).join(', ')}`
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(checks, key))
  if (unknown !== undefined) return `one of ${Object.keys(checks).join(', ')} instead of "${unknown}"`
  for (const [key, check] of Object.entries(checks)) {
    const expected = check(value[key])
    if (expected !== undefined) return `${expected} at "${key}"`
  }
  return undefined
}

function incomplete({ people, agency, claims, roles }: SignOnConfig): string | undefined {
  if (people === 'citizens')
    return agency === undefined || claims.roles !== undefined || roles !== undefined
      ? 'an agency and no roles for a sign-on of citizens'
      : undefined
  if (claims.companies !== undefined) return 'no claim of companies for a sign-on of staff'
  if (claims.roles === undefined || roles === undefined) return 'a claim of roles and what they mean here'
  return agency === undefined && claims.agency === undefined ? 'an agency or a claim that names it' : undefined
}

const refused = (expected: string): Problem => invalid('config.sign-on', `Expected ${expected}`)
