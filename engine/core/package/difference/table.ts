/** Everything that is compared, in the order it is told within one weight. */
import { columns } from './decision/columns.ts'
import { decisions } from './decision/decisions.ts'
import { rules } from './decision/rules.ts'
import { documents } from './documents.ts'
import { data } from './drawing/data.ts'
import { flows } from './drawing/flows.ts'
import { lanes } from './drawing/lanes.ts'
import { notes } from './drawing/notes.ts'
import { participants } from './drawing/participants.ts'
import { steps } from './drawing/steps.ts'
import { fields, forms } from './form/forms.ts'
import { tests } from './tests.ts'
import type { Comparison } from './thing.ts'
import { constants } from './title-page/constants.ts'
import { dataAgreements } from './title-page/data-agreements.ts'
import { deadlines } from './title-page/deadlines.ts'
import { fees } from './title-page/fees.ts'
import { legalBasis } from './title-page/legal-basis.ts'
import { roles, texts } from './title-page/named-texts.ts'
import { retention } from './title-page/retention.ts'
import { service } from './title-page/service.ts'
import { sharedPackages } from './title-page/shared-packages.ts'
import { signOff } from './title-page/sign-off.ts'

export const COMPARISONS: readonly Comparison[] = [
  service,
  legalBasis,
  dataAgreements,
  deadlines,
  retention,
  signOff,
  constants,
  fees,
  decisions,
  columns,
  rules,
  documents,
  roles,
  steps,
  flows,
  lanes,
  forms,
  fields,
  texts,
  sharedPackages,
  data,
  tests,
  notes,
  participants,
]
