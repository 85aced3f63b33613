/** A deadline on the statutory clock, as an element of a drawing carries it. */
import type { FeelExpression } from './feel/feel.ts'
import type { LastDay } from './statutory-clock.ts'

/** How long it is, and how its last day ends. */
export interface KeptTime {
  readonly duration: string
  readonly lastDay: LastDay
}

export interface KeptDeadline extends KeptTime {
  readonly id: string
  /** Whose closures count, as the element's variables say when the clock begins. */
  readonly governorate?: FeelExpression
}
