/** The sections of the policy, in the order in which a service is thought of. */
import type { ComponentType } from 'preact'
import type { Text } from '../../engine/core/text.ts'
import { AgreementsSection } from './sections/agreements.tsx'
import { CalendarSection } from './sections/calendar.tsx'
import { ConstantsSection } from './sections/constants.tsx'
import { DeadlinesSection } from './sections/deadlines.tsx'
import { FeesSection } from './sections/fees.tsx'
import { LawSection } from './sections/law.tsx'
import { RetentionSection } from './sections/retention.tsx'
import { RolesSection } from './sections/roles.tsx'
import { SearchSection } from './sections/search.tsx'
import { SignersSection } from './sections/signers.tsx'
import { ServiceSection } from './sections/service.tsx'
import { StartSection } from './sections/start.tsx'
import { TextsSection } from './sections/texts.tsx'
import { UsesSection } from './sections/uses.tsx'
import { POLICY_WORDS } from './words.ts'

export interface Section {
  /** In the address. */
  readonly id: string
  readonly title: Text
  /** What of workflow.json it shows: findings there are counted beside its name. */
  readonly keys: readonly string[]
  readonly body: ComponentType
}

const section = (id: string, title: Text, keys: readonly string[], body: ComponentType): Section => ({
  id,
  title,
  keys,
  body,
})

export const SECTIONS: readonly Section[] = [
  section(
    'service',
    POLICY_WORDS.service,
    ['id', 'version', 'title', 'description', 'agency', 'executor', 'shared'],
    ServiceSection,
  ),
  section('start', POLICY_WORDS.start, ['start'], StartSection),
  section('roles', POLICY_WORDS.roles, ['roles'], RolesSection),
  section('law', POLICY_WORDS.law, ['legalBasis'], LawSection),
  section('agreements', POLICY_WORDS.agreements, ['dataAgreements'], AgreementsSection),
  section('fees', POLICY_WORDS.fees, ['fees'], FeesSection),
  section('deadlines', POLICY_WORDS.deadlines, ['deadlines'], DeadlinesSection),
  section('retention', POLICY_WORDS.retention, ['retention'], RetentionSection),
  section('signers', POLICY_WORDS.signers, ['signOff'], SignersSection),
  section('calendar', POLICY_WORDS.calendar, ['calendar'], CalendarSection),
  section('search', POLICY_WORDS.search, ['search'], SearchSection),
  section('constants', POLICY_WORDS.constants, ['policy'], ConstantsSection),
  section('texts', POLICY_WORDS.texts, ['texts'], TextsSection),
  section('uses', POLICY_WORDS.uses, ['uses'], UsesSection),
]
