/**
 * Events that need several triggers: what has come is kept with who waits, until the last one comes.
 *
 * What came later wins where two bring a variable of one name. Beside a host or scope that goes on all of them are waited
 * for anew once the event has begun.
 */
import { localEntries, type LocalId } from '../../../core/ids.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Element } from '../../../core/program.ts'
import type { Catch } from '../behaviour.ts'
import type { Failure } from '../failure.ts'
import { type Run, elementAt } from '../run.ts'
import { type Visit, visitTo } from '../visit.ts'
import { catchesOf, needsAll, repeats } from './catches.ts'

/** What all of them brought together; undefined while one is missing. The wait of the one that came is closed. */
export function gathered(owner: Visit, element: Element, payload: JsonObject): JsonObject | undefined {
  const { run, program, id, record } = owner
  if (!needsAll(program, element)) return payload
  const before = record?.gathered?.[element.id]
  if (isMissing(run, id, element)) {
    run.emit({ kind: 'eventGathered', id, element: element.id, variables: payload })
    return undefined
  }
  if (before) run.emit({ kind: 'gatheringEnded', id, element: element.id })
  return { ...before, ...payload }
}

const isMissing = (run: Run, owner: LocalId, { id }: Element): boolean =>
  Object.values(run.draft.waits).some((wait) => wait.owner === owner && 'element' in wait && wait.element === id)

/** What is waited for anew now that the event has begun. */
export function anew(visit: Visit): readonly Catch[] | Failure {
  const { run, program, element } = visit
  const event = element.kind === 'eventStart' ? elementAt(program, element.parent) : element
  const owner = needsAll(program, event) && repeats(visit, event) ? ownerOf(visit, event) : undefined
  return owner === undefined || run.ctx.limits.record === 0 ? [] : catchesOf(visitTo(run, owner), owner, [event])
}

function ownerOf(visit: Visit, event: Element): LocalId | undefined {
  const { run, enclosing } = visit
  if (event.kind !== 'boundaryEvent') return run.draft.element(enclosing).scope
  const host = elementAt(visit.program, event.attachedTo)
  const live = localEntries(run.draft.elements)
  return live.find(
    ([id, record]) =>
      record.scope === enclosing &&
      record.element === host.id &&
      record.loopCounter === undefined &&
      isAtWork(run, id) &&
      !isMissing(run, id, event),
  )?.[0]
}

/** One that an incident holds back has not begun to wait for anything. */
const isAtWork = (run: Run, id: LocalId): boolean =>
  (run.draft.element(id).children ?? 0) > 0 || Object.values(run.draft.waits).some(({ owner }) => owner === id)
