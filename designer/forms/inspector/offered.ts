/**
 * Where an analyst finds what the form engine can do: every option of a control has its place in the inspector or the reason why it has none, and so has what an answer of each kind
 * may be. A new option or kind of the engine without a line here does not compile.
 */
import type { FormOption } from '../../../engine/core/package/form-options.ts'
import type { KindName } from '../../../forms/kinds/kind.ts'
import type { Constraint } from '../model/commands/set-constraint.ts'

/** Tabs of the inspector. */
export type Panel = 'question' | 'choices' | 'answer' | 'rules' | 'messages'

export type Place = { readonly panel: Panel } | { readonly reason: string }

export const OPTION_PLACES: Readonly<Record<FormOption, Place>> = {
  widget: { reason: 'the kind of question says it' },
  format: { reason: 'the kind of question says it' },
  multi: { reason: 'the kind of question says it' },
  detail: { reason: 'the outline has the fields inside, once they are laid out one by one' },
  required: { panel: 'question' },
  dir: { panel: 'question' },
  width: { panel: 'question' },
  rows: { panel: 'question' },
  autocomplete: { panel: 'question' },
  choices: { panel: 'choices' },
  outcomes: { panel: 'choices' },
  check: { panel: 'answer' },
  earliest: { panel: 'answer' },
  latest: { panel: 'answer' },
  accept: { panel: 'answer' },
  computed: { panel: 'answer' },
  prefill: { panel: 'answer' },
  visible: { panel: 'rules' },
  readonly: { panel: 'rules' },
  readable: { panel: 'rules' },
  writable: { panel: 'rules' },
}

/** What an answer may be, as one field of the answer panel. */
export type Limit =
  | Exclude<Constraint, 'uniqueItems' | 'type' | 'pattern'>
  | 'written'
  | 'whole'
  | 'luhn'
  | 'ticked'
  | 'currencies'
  | 'fileSize'
  | 'fileKinds'
  | 'earliest'
  | 'latest'

type Look = 'dir' | 'width' | 'rows' | 'autocomplete'

interface Offered {
  readonly limits: readonly Limit[]
  readonly looks?: readonly Look[]
  /** Why there are no limits. */
  readonly reason?: string
}

const LONG: Offered = { limits: ['written', 'minLength', 'maxLength'], looks: ['rows'] }
const ONE_CHOICE: Offered = { limits: [], reason: 'the answer is one of the choices' }
const SEVERAL: Offered = { limits: ['minItems', 'maxItems'] }
const INSIDE: Offered = { limits: [], reason: 'each question inside has its own' }
const FIXED: Offered = { limits: [], reason: 'the kind says how it is written' }

export const KIND_OFFERS: Readonly<Record<KindName, Offered>> = {
  text: { limits: ['written', 'minLength', 'maxLength'], looks: ['dir', 'width', 'autocomplete'] },
  longText: LONG,
  location: LONG,
  number: {
    limits: ['whole', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
    looks: ['width'],
  },
  date: { limits: ['earliest', 'latest'] },
  time: FIXED,
  yesNo: { limits: [], reason: 'both answers are right' },
  declaration: { limits: ['ticked'] },
  radio: ONE_CHOICE,
  select: ONE_CHOICE,
  search: ONE_CHOICE,
  severalOf: SEVERAL,
  nationalId: { limits: ['luhn'] },
  phone: FIXED,
  email: FIXED,
  iban: FIXED,
  money: { limits: ['currencies'] },
  personName: INSIDE,
  address: INSIDE,
  group: INSIDE,
  file: { limits: ['fileSize', 'fileKinds'] },
  files: { limits: ['minItems', 'maxItems', 'fileSize', 'fileKinds'] },
  signature: { limits: [], reason: 'only the name of who signs can stand there' },
  list: SEVERAL,
  table: SEVERAL,
}
