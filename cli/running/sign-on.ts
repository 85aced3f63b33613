/** The sign-ons of the sandbox: citizens by their national ID, staff by the directory of their agency. */
import type { JsonObject } from '../../engine/core/json.ts'
import type { Text } from '../../engine/core/text.ts'
import type { SignOnDouble } from '../../engine/sandbox/sign-on/double.ts'
import type { SignOnPerson } from '../../engine/sandbox/sign-on/people.ts'
import { sayIn } from '../text/text.ts'
import { PEOPLE, type Part } from './people.ts'

const CLIENT = 'masar'

const TITLES = {
  national: { ar: 'الدخول الوطني الموحّد (نسخة تجريبية)', en: 'National sign-on (double)' },
  staff: { ar: 'دليل موظفي الحكومة (نسخة تجريبية)', en: 'Directory of government staff (double)' },
} as const satisfies Readonly<Record<string, Text>>

type Name = keyof typeof TITLES

/** Role here -> what the directory calls it. */
const DIRECTORY_ROLES = {
  clerk: 'masar-clerk',
  supervisor: 'masar-supervisor',
  auditor: 'masar-auditor',
  operator: 'masar-operator',
} as const

export async function startSignOn(port: number, masarUrl: string, secret: string): Promise<SignOnDouble> {
  const [{ startSignOnDouble }, { citizens }] = await Promise.all([
    import('../../engine/sandbox/sign-on/double.ts'),
    import('../../engine/sandbox/sign-on/citizens.ts'),
  ])
  const room = (name: Name, people: readonly SignOnPerson[]) => ({
    name,
    title: TITLES[name],
    client: {
      id: CLIENT,
      secret,
      redirects: [`${masarUrl}/sign-in/${name}/back`],
      afterwards: [`${masarUrl}/sign-in`],
      endings: `${masarUrl}/api/sign-ons/${name}/endings`,
    },
    people,
  })
  return startSignOnDouble({ port, rooms: [room('national', citizens()), room('staff', staff())] })
}

function staff(): readonly SignOnPerson[] {
  const parts = Object.keys(PEOPLE) as Part[]
  return parts.flatMap((part) => {
    const { id, name, agency, groups, roles } = PEOPLE[part]
    const duties = Object.entries(DIRECTORY_ROLES).flatMap(([role, called]) =>
      roles.some((one) => one === role) ? [called] : [],
    )
    if (duties.length === 0) return []
    const note = { ar: `${sayIn('ar')(`part.${part}`)} (${id})`, en: sayIn('en')(`part.${part}`) }
    const claims = { preferred_username: id, agency, roles: duties, groups: [...groups] }
    return [{ subject: `staff-${id}`, name, note, claims }]
  })
}

/** For masar.json; the secret is named, not copied. */
export function signOnConfig(double: SignOnDouble, clientSecret: JsonObject): readonly JsonObject[] {
  const shared = (name: Name): JsonObject => ({
    id: name,
    title: TITLES[name],
    issuer: double.issuer(name),
    clientId: CLIENT,
    clientSecret,
  })
  const roles = Object.fromEntries(Object.entries(DIRECTORY_ROLES).map(([role, name]) => [name, role]))
  return [
    {
      ...shared('national'),
      people: 'citizens',
      agency: 'egov',
      claims: { user: 'national_id', name: 'name', companies: 'companies' },
    },
    {
      ...shared('staff'),
      people: 'staff',
      claims: { user: 'preferred_username', name: 'name', agency: 'agency', roles: 'roles', groups: 'groups' },
      roles,
    },
  ]
}
