/**
 * Joins that look at the whole of their scope before they go on: inclusive and complex gateways.
 *
 * They are looked at once no token moves any more, in document order. A complex gateway has two phases (13.4.5): waiting
 * for start it goes on when its activation condition holds and takes a token from every incoming flow that has one;
 * waiting for reset it waits, like an inclusive gateway, for tokens that can still come by the other flows, and takes them.
 */
import type { LocalId } from '../../../core/ids.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Element, ElementOf, FlowIndex, Program } from '../../../core/program.ts'
import { Failure } from '../failure.ts'
import { type Run, elementNamed, flowAt } from '../run.ts'
import { arrivedBy } from '../state/apply.ts'
import { truth } from '../variables/evaluate.ts'
import { overlay } from '../variables/mapping.ts'
import type { Visit } from '../visit.ts'
import { type Board, boardOf, isHeldBack, waitingJoins } from './reach.ts'

export interface ReadyJoin {
  readonly join: Element
  /** Incoming flows of which it takes a token, by id. */
  readonly flows: readonly string[]
  /** Of a complex gateway: its phase and counts, and from which flows it has had its token when it waits for reset. */
  readonly complex?: { readonly variables: JsonObject; readonly consumed?: readonly string[] }
}

/** The first join of the scope that may go on now, or why it cannot be told. */
export function readyJoin(scope: Visit): ReadyJoin | Failure | undefined {
  const { run, program, id, record } = scope
  if (!record?.arrived && !record?.resets) return undefined
  const board = boardOf(run, program, id)
  for (const join of candidates(board, Object.keys(record.resets ?? {}))) {
    const ready = join.kind === 'complexGateway' ? complexReady(scope, board, join) : inclusiveReady(board, join)
    if (ready) return ready
  }
  return undefined
}

/** Those with a token before them, and complex gateways that wait for reset. */
function candidates(board: Board, resetting: readonly string[]): readonly Element[] {
  const waiting = waitingJoins(board).filter(({ kind }) => kind === 'inclusiveGateway' || kind === 'complexGateway')
  const others = resetting.map((id) => elementNamed(board.program, id)).filter((join) => !waiting.includes(join))
  return [...waiting, ...others].toSorted((one, other) => one.index - other.index)
}

function inclusiveReady(board: Board, join: Element): ReadyJoin | undefined {
  const served = servedBy(board, join)
  return isHeldBack(board, join, served) ? undefined : { join, flows: idsOf(board.program, served) }
}

const servedBy = ({ filled }: Board, join: Element): ReadonlySet<FlowIndex> =>
  new Set(join.incoming.filter((flow) => filled.has(flow)))

const idsOf = (program: Program, flows: Iterable<FlowIndex>): readonly string[] =>
  [...flows].map((flow) => flowAt(program, flow).id)

type Complex = ElementOf<'complexGateway'>

function complexReady(scope: Visit, board: Board, join: Complex): ReadyJoin | Failure | undefined {
  const consumed = scope.record?.resets?.[join.id]
  return consumed ? readyToReset(scope, board, join, consumed) : readyToStart(scope, board, join)
}

function readyToStart(scope: Visit, board: Board, join: Complex): ReadyJoin | Failure | undefined {
  const flows = idsOf(board.program, servedBy(board, join))
  const variables = countsOf(scope.run, board.program, scope.id, join, true)
  const { activationCondition } = join
  const seen = overlay(scope, () => variables)
  const holds =
    !activationCondition ||
    truth('condition', scope, `the activation condition of ${join.id}`, activationCondition, seen)
  if (holds instanceof Failure) return holds
  return holds ? { join, flows, complex: { variables, consumed: flows } } : undefined
}

function readyToReset(scope: Visit, board: Board, join: Complex, consumed: readonly string[]): ReadyJoin | undefined {
  const { program, filled } = board
  const had = new Set(consumed)
  const open = join.incoming.filter((flow) => !had.has(flowAt(program, flow).id))
  const come = open.filter((flow) => filled.has(flow))
  const served = new Set(join.incoming.filter((flow) => filled.has(flow) || !open.includes(flow)))
  if (isHeldBack(board, join, served)) return undefined
  return {
    join,
    flows: idsOf(program, come),
    complex: { variables: countsOf(scope.run, program, scope.id, join, false) },
  }
}

/** What the conditions of a complex gateway see beside the variables of the case. */
function countsOf(run: Run, program: Program, scope: LocalId, join: Element, waitingForStart: boolean): JsonObject {
  const record = run.draft.element(scope)
  const counts = idsOf(program, join.incoming).map((id) => [id, arrivedBy(record, id)] as const)
  return {
    waitingForStart,
    activationCount: counts.reduce((sum, [, count]) => sum + count, 0),
    activationCounts: Object.fromEntries(counts),
  }
}
