/** Tokens on their way from element to element, and the joins where they wait for each other. */
import type { LocalId } from '../../../core/ids.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Element, Flow, Program } from '../../../core/program.ts'
import { behaviour } from '../elements/table.ts'
import { arrivedBy } from '../state/apply.ts'
import { type Move, type Run, elementAt, flowAt } from '../run.ts'

/** Takes the flows and sends their tokens on, the first flow's first. */
export function takeFlows(
  run: Run,
  program: Program,
  scope: LocalId,
  flows: readonly Flow[],
  payload?: JsonObject,
): void {
  const moves: Move[] = []
  for (const flow of flows) {
    run.steps++
    const target = elementAt(program, flow.to)
    const join = target.incoming.length > 1 ? behaviour(target.kind).join : undefined
    if (!flow.isLink)
      run.emit(
        join ? { kind: 'flowTaken', flow: flow.id, scope, waits: true } : { kind: 'flowTaken', flow: flow.id, scope },
      )
    if (!join) moves.push({ kind: 'enter', program, element: target, scope, ...(payload && { payload }) })
    else if (join === 'every') moves.push(...joined(run, program, scope, target))
    run.touch(scope)
  }
  run.send(moves)
}

/** A parallel join goes on with one token of every incoming flow; further ones stay for its next time. */
function joined(run: Run, program: Program, scope: LocalId, join: Element): Move[] {
  const record = run.draft.element(scope)
  const flows = join.incoming.map((index) => flowAt(program, index).id)
  if (!flows.every((flow) => arrivedBy(record, flow) > 0)) return []
  run.emit({ kind: 'tokensJoined', scope, flows })
  return [{ kind: 'enter', program, element: join, scope }]
}

/** Joins of a scope that may go on because its diagram is another one now. */
export function joinedIn(run: Run, scope: LocalId): void {
  const { arrived } = run.draft.element(scope)
  if (!arrived) return
  const program = run.programAt(scope)
  const flows = program.flows.filter(({ id }) => Object.hasOwn(arrived, id))
  const joins = new Set(flows.map(({ to }) => elementAt(program, to)))
  for (const join of joins) if (behaviour(join.kind).join === 'every') run.send(joined(run, program, scope, join))
  run.touch(scope)
}
