/** A list of what the application waits for, all of one kind; and what each such list works with. */
import type { ComponentChildren } from 'preact'
import type { Step } from '../../engine/core/trial/scenario.ts'
import type { Moment } from '../../engine/trial/moment.ts'
import type { Person } from './scenario.ts'
import type { KeptTest } from './samples.ts'
import type { Trial } from './use-trial.ts'

/** Who does what only supervisors may. */
export const SUPERVISOR = 'supervisor.1'

export interface NowProps {
  readonly trial: Trial
  readonly moment: Moment
  readonly tests: readonly KeptTest[]
  /** Takes a step, by somebody who is made known first where that is needed. */
  readonly take: (step: Step, person?: readonly [name: string, person: Person]) => Promise<boolean>
}

export function Waiting({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <div class="trial-waiting">
      <h3>{title}</h3>
      <ul class="trial-list">{children}</ul>
    </div>
  )
}
