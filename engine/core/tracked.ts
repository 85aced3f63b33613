/** What a step means for the list of element instances at work: which came and stayed, which go on as another element, which are gone. */
import type { Change } from './change.ts'
import type { EnteredElement } from './element-instance.ts'
import type { Event, EventKind } from './event.ts'
import type { LocalId } from './ids.ts'
import type { InstanceState } from './instance.ts'
import { programAround } from './scope.ts'

const BEGIN: ReadonlySet<EventKind> = new Set(['elementActivated', 'compensationStarted'])
const END: ReadonlySet<EventKind> = new Set(['elementCompleted', 'elementTerminated', 'compensationCompleted'])

/** One change, or none where the step moved nothing. What came and went within the step was never seen. */
export function tracked(events: readonly Event[], state: InstanceState): readonly Change[] {
  const begun = new Set<LocalId>()
  const moved = new Set<LocalId>()
  const gone: LocalId[] = []
  for (const event of events) {
    if (event.kind === 'instanceMigrated') for (const id of idsOf(state)) moved.add(id)
    if (!('id' in event)) continue
    const id = event.id as LocalId
    if (BEGIN.has(event.kind)) begun.add(id)
    else if (END.has(event.kind) && !begun.delete(id)) gone.push(id)
  }
  const over = state.status === 'completed' || state.status === 'terminated'
  if (over) return [{ kind: 'trackElements', instance: state.id, entered: [], left: 'all' }]
  const entered = [...new Set([...begun, ...moved])].flatMap((id) => standing(state, id))
  if (entered.length === 0 && gone.length === 0) return []
  return [{ kind: 'trackElements', instance: state.id, entered, left: gone }]
}

const idsOf = ({ elements }: InstanceState): readonly LocalId[] => Object.keys(elements) as LocalId[]

function standing(state: InstanceState, id: LocalId): readonly EnteredElement[] {
  const record = state.elements[id]
  return record ? [{ id, element: record.element, program: programAround(state, id) }] : []
}
