/** The rules of the game put together, and a game begun with them. */
import type { ProcessDrawing } from '../drawing/drawing.ts'
import { act, complete, enter } from './element/activity.ts'
import { throwError } from './element/error.ts'
import { closeWhenOnlyHandlersAreLeft } from './element/event-sub-process.ts'
import { start } from './element/start-event.ts'
import type { Variables } from './marking.ts'
import { move } from './move.ts'
import { Play, type Rules } from './play.ts'

const RULES: Rules = { start, enter, act, complete, throwError, move, rest: closeWhenOnlyHandlersAreLeft }

export const begun = (processes: readonly ProcessDrawing[], variables: Variables, now: number): Play =>
  new Play(RULES, processes, variables, now)
