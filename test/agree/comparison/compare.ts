/** One random application, played by the reference and by an executor side by side, until the first difference. */
import type { Executor } from '../../../engine/core/executor.ts'
import type { Program } from '../../../engine/core/program.ts'
import type { ProcessDrawing } from '../drawing/drawing.ts'
import { answer, type Action } from '../reference/answer.ts'
import type { Play } from '../reference/play.ts'
import { begun } from '../reference/rules.ts'
import { commandFor, starting } from './command.ts'
import { ASPECTS, observed } from './observation.ts'
import { tooEarly } from './order.ts'
import { Player, type Recorded } from './player.ts'
import { next, thrown } from './scenario.ts'

export interface Difference {
  readonly executor: string
  /** What was done, up to the command that made the difference. */
  readonly actions: readonly (Action | 'start')[]
  readonly what: string
}

export interface Compared {
  readonly commands: number
  readonly recorded: readonly Recorded[]
  readonly difference?: Difference
}

/** Monday 23 November 2026, ten o'clock in Hebron. */
const NOW = Date.parse('2026-11-23T10:00:00+02:00')
const VARIABLES = { n: 1 }
/** Commands after the dice are used up. */
const CLEARING = 20

export function compare(
  executor: Executor,
  drawing: readonly ProcessDrawing[],
  programs: readonly Program[],
  dice: readonly number[],
): Compared {
  const [main] = programs
  if (!main) throw new Error('Expected a program')
  const play = begun(drawing, VARIABLES, NOW)
  const player = new Player(executor, programs)
  const actions: (Action | 'start')[] = ['start']
  let what = player.take(starting(main, VARIABLES), NOW) ?? differs(play, player)
  const turns = [...dice, ...Array<undefined>(CLEARING)]
  for (const [turn, die] of turns.entries()) {
    if (what !== undefined || play.status !== 'active') break
    const action = die === undefined ? next(play) : (thrown(play, die) ?? next(play))
    actions.push(action)
    const command = commandFor(action, player.trace, player.state, turn)
    answer(play, action)
    what = command ? (player.take(command, play.now) ?? differs(play, player)) : 'does not wait for this'
  }
  const compared = { commands: actions.length, recorded: player.recorded }
  return what === undefined ? compared : { ...compared, difference: { executor: executor.name, actions, what } }
}

function differs(play: Play, player: Player): string | undefined {
  const expected = observed(play)
  const found = player.trace.observed(player.state)
  for (const aspect of ASPECTS) {
    if (String(expected[aspect]) === String(found[aspect])) continue
    return `${aspect}: ${listed(expected[aspect], found[aspect])}`
  }
  return tooEarly(play.facts, player.trace.facts)
}

/** Only what one has and the other has not. */
function listed(expected: string | readonly string[], found: string | readonly string[]): string {
  const missing = [expected].flat().filter((it) => ![found].flat().includes(it))
  const surplus = [found].flat().filter((it) => ![expected].flat().includes(it))
  return `expected ${JSON.stringify(missing)}, but found ${JSON.stringify(surplus)}`
}
