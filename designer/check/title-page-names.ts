/** What the policy's forms call the keys of workflow.json: the section, and the field in it. */
import type { Text } from '../../engine/core/text.ts'
import { POLICY_WORDS } from '../policy/words.ts'
import { CHECK_WORDS } from './words.ts'

const SECTION: Readonly<Record<string, Text>> = {
  id: POLICY_WORDS.service,
  version: POLICY_WORDS.service,
  title: POLICY_WORDS.service,
  description: POLICY_WORDS.service,
  agency: POLICY_WORDS.service,
  executor: POLICY_WORDS.service,
  shared: POLICY_WORDS.service,
  start: POLICY_WORDS.start,
  roles: POLICY_WORDS.roles,
  legalBasis: POLICY_WORDS.law,
  dataAgreements: POLICY_WORDS.agreements,
  fees: POLICY_WORDS.fees,
  deadlines: POLICY_WORDS.deadlines,
  retention: POLICY_WORDS.retention,
  calendar: POLICY_WORDS.calendar,
  search: POLICY_WORDS.search,
  policy: POLICY_WORDS.constants,
  texts: POLICY_WORDS.texts,
  uses: POLICY_WORDS.uses,
}

const FIELD: Readonly<Record<string, Text>> = {
  ar: CHECK_WORDS.inArabic,
  en: CHECK_WORDS.inEnglish,
  id: POLICY_WORDS.id,
  title: POLICY_WORDS.title,
  description: POLICY_WORDS.description,
  version: POLICY_WORDS.version,
  agency: POLICY_WORDS.agency,
  executor: POLICY_WORDS.executor,
  shared: POLICY_WORDS.shared,
  process: POLICY_WORDS.startProcess,
  form: POLICY_WORDS.startForm,
  channels: POLICY_WORDS.channels,
  applicants: POLICY_WORDS.applicants,
  article: POLICY_WORDS.article,
  legalBasis: POLICY_WORDS.legalBasis,
  service: POLICY_WORDS.busService,
  purpose: POLICY_WORDS.purpose,
  decision: POLICY_WORDS.decision,
  examples: POLICY_WORDS.examples,
  given: POLICY_WORDS.given,
  duration: POLICY_WORDS.duration,
  verified: POLICY_WORDS.verified,
  statutory: POLICY_WORDS.statutory,
  dayOff: POLICY_WORDS.dayOff,
  ends: POLICY_WORDS.ends,
  silence: POLICY_WORDS.silence,
  stop: POLICY_WORDS.mayStop,
  longest: POLICY_WORDS.stopLongest,
  times: POLICY_WORDS.stopTimes,
  what: POLICY_WORDS.what,
  timeZone: POLICY_WORDS.timeZone,
  workingDays: POLICY_WORDS.workingDays,
  closes: POLICY_WORDS.closes,
  holidays: POLICY_WORDS.holidays,
}

/** Where keys are names an analyst gave. */
const NAMED: ReadonlySet<string> = new Set(['policy', 'texts', 'roles', 'uses'])

const own = (table: Readonly<Record<string, Text>>, key: string): Text | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

/** @param key the first of the place */
export const sectionName = (key: string): Text | undefined => own(SECTION, key)

/** @param section the first key of its place; undefined for that key itself */
export function fieldName(key: string, section?: string): Text | undefined {
  if (key === 'title' && section === undefined) return POLICY_WORDS.serviceTitle
  if (section !== undefined && NAMED.has(section) && key !== 'ar' && key !== 'en') return undefined
  return own(FIELD, key)
}
