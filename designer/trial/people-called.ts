/** The people of a try as they are called: the applicant, the first or second of a role, or by the user name somebody gave them. */
import { isJsonObject, type JsonObject } from '../../engine/core/json.ts'
import type { Text } from '../../engine/core/text.ts'
import type { Scenario } from '../../engine/core/trial/scenario.ts'
import type { Beginning, Moment, TriedTask } from '../../engine/trial/moment.ts'
import { filled } from '../language/language.tsx'
import { SUPERVISOR } from './waiting.tsx'
import { TRIAL_WORDS } from './words.ts'

/** User name -> how people call them. */
export type PersonOf = (name: string) => Text

/** Who answers as the applicant, for themselves or a company, is this in a scenario. */
export const APPLICANT = 'applicant'

const INVENTED = /^(.+)\.([12])$/

/** Two of each role, made known when they act first. */
export const inventedOf = (group: string): readonly string[] => [`${group}.1`, `${group}.2`]

interface SeenMoment extends Pick<Moment, 'variables'> {
  readonly tasks: readonly Pick<TriedTask, 'groups'>[]
}

interface Seen {
  readonly beginning: Pick<Beginning, 'roles'>
  readonly moments: readonly SeenMoment[]
}

export function peopleCalled(scenario: Scenario, tried: Seen): PersonOf {
  const { roles } = tried.beginning
  const applicants = applicantsIn(scenario, tried)
  const peopled = [...Object.values(scenario.people ?? {}), ...tried.moments.flatMap(({ tasks }) => tasks)]
  const groups = new Set(peopled.flatMap((it) => it.groups))
  return (name) => {
    if (applicants.has(name)) return TRIAL_WORDS.theApplicant
    if (name === SUPERVISOR) return TRIAL_WORDS.supervisorOf
    const [, group = '', number = ''] = INVENTED.exec(name) ?? []
    const role = roles[group] ?? (groups.has(group) ? { ar: group, en: group } : undefined)
    if (role === undefined) return { ar: name, en: name }
    const { ar, en } = TRIAL_WORDS.personOf
    return { ar: filled(ar, { role: role.ar, number }), en: filled(en, { role: role.en, number }) }
  }
}

/** By whatever name they are meant: their own, that of the company they apply for, or as who applies. */
export const applicantsIn = ({ start }: Scenario, { moments }: Pick<Seen, 'moments'>): ReadonlySet<string> =>
  new Set([
    APPLICANT,
    ...(start.applicant === undefined ? [] : [start.applicant]),
    ...moments.flatMap(({ variables }) => partyIn(variables) ?? []),
  ])

function partyIn({ application }: JsonObject): string | undefined {
  const applicant = isJsonObject(application) ? application['applicant'] : undefined
  const id = isJsonObject(applicant) ? applicant['id'] : undefined
  return typeof id === 'string' ? id : undefined
}
