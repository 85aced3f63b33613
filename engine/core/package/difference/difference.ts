/** What is different between two packages of a service, said to the people who answer for it: lawyer, treasurer, clerk. */
import type { Text } from '../../text.ts'

/** Who must look at it: whoever answers for which service of whom it is, the law, money, what people do and are asked, the course of the procedure, or only how it looks. */
export const WEIGHTS = ['service', 'law', 'money', 'people', 'course', 'look'] as const
export type Weight = (typeof WEIGHTS)[number]

export type Change = 'added' | 'removed' | 'renamed' | 'changed'

/** What it is a difference of. */
export type Subject =
  | { readonly kind: 'service' | 'start' | 'calendar' }
  | {
      readonly kind:
        | 'legalBasis'
        | 'dataAgreement'
        | 'fee'
        | 'deadline'
        | 'retention'
        | 'role'
        | 'signOff'
        | 'constant'
        | 'text'
        | 'sharedPackage'
      readonly id: string
    }
  /** What a case costs, asked of the decision on both sides. */
  | { readonly kind: 'price'; readonly fee: string }
  | { readonly kind: 'process' | 'step' | 'flow' | 'lane' | 'data' | 'note' | 'participant'; readonly element: string }
  | { readonly kind: 'form'; readonly form: string }
  | { readonly kind: 'field'; readonly form: string; readonly field: string }
  | { readonly kind: 'decision'; readonly decision: string }
  | { readonly kind: 'rule'; readonly decision: string; readonly row: string }
  | { readonly kind: 'document'; readonly template: string }
  | { readonly kind: 'test' | 'readme' }
  /** Shapes, lines and places: nothing of what happens. */
  | { readonly kind: 'drawing' }
  /** A file that cannot be read on one side, so that what changed in it cannot be told. */
  | { readonly kind: 'unread' }

export interface Difference {
  readonly subject: Subject
  readonly change: Change
  readonly weight: Weight
  readonly file: string
  /** Element of a drawing or table, or JSON pointer; absent: the file as a whole. */
  readonly place?: string
  /** What of it: "candidateGroups", "required"; absent where all of it came or went. */
  readonly aspect?: string
  /** As people read it; absent where there was, or is, nothing. */
  readonly before?: Text
  readonly after?: Text
  readonly sentence: Text
}
