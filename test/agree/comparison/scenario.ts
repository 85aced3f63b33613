/** Everybody around a random application: who acts next, and how, is thrown with dice. */
import { type Arbitrary, array, nat, noBias } from 'fast-check'
import { choicesOf, incidentsOf, waitsOf, type Action } from '../reference/answer.ts'
import { waitKey, type Wait } from '../reference/marking.ts'
import type { Play } from '../reference/play.ts'

export const dice: Arbitrary<readonly number[]> = noBias(array(nat(9_999), { minLength: 3, maxLength: 14 }))

const CANCELED_ONCE_IN = 100
const CORRECTED_ONCE_IN = 12
const CHOSEN_ONCE_IN = 5

/** What the die says happens next; nothing when nothing can. */
export function thrown(play: Play, die: number): Action | undefined {
  if (die % CANCELED_ONCE_IN === 0) return { kind: 'cancel' }
  if (die % CORRECTED_ONCE_IN === 1) return { kind: 'set', variables: { n: die % 4 } }
  const targets = [...incidentsOf(play), ...waitsOf(play).filter(({ kind }) => kind !== 'condition')]
  const choices = choicesOf(play)
  const chosen = choices[Math.floor(die / CHOSEN_ONCE_IN) % (choices.length || 1)]
  if (chosen && die % CHOSEN_ONCE_IN === 0) return { kind: 'choose', at: chosen.at, steps: [chosen.step] }
  const target = targets[die % targets.length]
  if (!target) return undefined
  const way = Math.floor(die / targets.length)
  return 'owner' in target ? at(target, way) : { kind: 'retry', at: target.path }
}

function at(wait: Wait, way: number): Action {
  const key = waitKey(wait)
  const variables = { answer: way % 4 }
  switch (wait.kind) {
    case 'task':
      return { kind: 'complete', wait: key, variables }
    case 'timer':
      return { kind: 'timer', wait: key }
    case 'condition':
      return { kind: 'set', variables: { n: way % 4 } }
    case 'signal':
      return { kind: 'signal', name: wait.name, variables }
    case 'message':
      return { kind: 'message', wait: key, variables }
    case 'job':
      if (way % 9 < 2) return { kind: 'error', wait: key, code: way % 9 === 0 ? 'E' : 'F', variables }
      if (way % 9 < 4) return { kind: 'fail', wait: key, retries: way % 2 }
      return { kind: 'complete', wait: key, variables }
  }
}

/** Somebody clears up: work first, then what is waited for on the way itself; what only listens is left alone. */
export function next(play: Play): Action {
  const waits = waitsOf(play).filter(({ node }) => node.kind !== 'boundary' && node.kind !== 'eventSubProcess')
  const wait = waits.find(({ kind }) => kind === 'task' || kind === 'job') ?? waits[0]
  return wait ? at(wait, 5) : { kind: 'cancel' }
}
