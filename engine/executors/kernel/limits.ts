/** How far one command may run before an operator has to look: a loop without end stops here. */
import { Failure } from './failure.ts'
import type { Visit } from './visit.ts'

/** Why no further element may be activated, or nothing where it may. @param isNew whether one more would be at work */
export function overLimit({ run, element }: Visit, isNew: boolean): Failure | undefined {
  const { steps, tokens } = run.ctx.limits
  if (run.steps >= steps)
    return new Failure(
      'limit',
      `Expected at most ${steps} steps before everything waits, but ${element.id} would be one more; look for a loop, then resolve the incident to go on`,
    )
  if (!isNew || run.draft.live() < tokens) return undefined
  return new Failure(
    'limit',
    `Expected at most ${tokens} elements at work in one instance, but ${element.id} would be one more`,
  )
}
