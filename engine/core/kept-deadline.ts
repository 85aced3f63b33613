/** A deadline on the statutory clock, as an element of a drawing carries it. */
import type { FeelExpression } from './feel/feel.ts'

export interface KeptDeadline {
  readonly id: string
  readonly duration: string
  /** Whose closures count, as the element's variables say when the clock begins. */
  readonly governorate?: FeelExpression
}
