/** What every panel of the inspector knows: the form, the question that is chosen, the draft. */
import type { Pattern } from '../../../forms/place.ts'
import type { DraftSession } from '../../draft/session.ts'
import type { Building } from '../building.ts'

export interface PanelProps {
  readonly building: Building
  readonly place: Pattern
  readonly session: DraftSession
  /** To another view. */
  readonly go: (view: string, ...at: readonly string[]) => void
}
