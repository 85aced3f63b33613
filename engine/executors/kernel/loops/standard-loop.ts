/**
 * A step done again as long as a condition holds (BPMN 2.0.2, 10.3.8 and 13.3.6): asked before each round, or after it.
 *
 * Every round has an instance of its own inside the body, with `loopCounter`, the number of the round. Before a round
 * the condition sees what the body sees, with the number of rounds done as `loopCounter`; after one it sees what the round
 * sees. At most `loopMaximum` rounds are begun, whatever the condition says.
 */
import type { StandardLoop } from '../../../core/program.ts'
import type { LoopState } from '../../../core/instance.ts'
import type { Behaviour } from '../behaviour.ts'
import { Failure } from '../failure.ts'
import { truth } from '../variables/evaluate.ts'
import { overlay } from '../variables/mapping.ts'
import { type Visit, visitTo } from '../visit.ts'
import type { LoopBehaviour, Outcome } from './loop.ts'

const body: Behaviour = {
  activate(visit) {
    const { loop } = visit.element
    if (loop?.kind !== 'standardLoop') throw new Error(`Expected ${visit.element.id} to be a standard loop`)
    const moves = [{ kind: 'spawn', scope: visit.id }] as const
    if (visit.record?.loop) return { kind: 'resume', moves }
    const again = loop.testBefore ? holds(visit, loop, 0) : true
    if (again instanceof Failure) return again
    return again ? { kind: 'enter', moves, loop: { items: [], started: 0, completed: 0 } } : { kind: 'pass' }
  },
}

export const standardLoop: LoopBehaviour<StandardLoop> = {
  body,
  next: (_loop, { started }) => ({ variables: { loopCounter: started + 1 }, parallel: false }),
  outcome,
  result: () => undefined,
}

function outcome(visit: Visit, loop: StandardLoop, state: LoopState): Outcome | Failure {
  const completed = state.completed + 1
  if (loop.loopMaximum !== undefined && completed >= loop.loopMaximum) return { completed, next: 'body' }
  const again = holds(loop.testBefore ? visitTo(visit.run, visit.enclosing) : visit, loop, completed)
  return again instanceof Failure ? again : { completed, next: again ? 'round' : 'body' }
}

function holds(visit: Visit, { loopCondition }: StandardLoop, loopCounter: number): boolean | Failure {
  if (!loopCondition) return true
  const names = { loopCounter }
  return truth(
    'condition',
    visit,
    'the loop condition',
    loopCondition,
    overlay(visit, () => names),
  )
}
