/** What people answered in an application after it was handed in: which task, who, when, and the answers as they came. Read out of the record. */
import type { Event, OpenedTask } from './event.ts'
import { eventsOf, type HistoryRecord } from './history.ts'
import type { LocalId, UserId } from './ids.ts'
import type { JsonObject } from './json.ts'
import { payloadAfter } from './payload.ts'

export interface Answered {
  readonly id: LocalId
  readonly task: OpenedTask
  /** Epoch ms. */
  readonly at: number
  readonly by?: UserId
  readonly answers: JsonObject
}

/** In the order in which they were answered. */
export function answeredIn(records: readonly HistoryRecord[]): readonly Answered[] {
  const tasks = new Map<LocalId, OpenedTask>()
  return records.flatMap((record) => {
    const events = eventsOf(record)
    return events.flatMap((event, index) => answerOf(tasks, events, event, index, record.at) ?? [])
  })
}

function answerOf(
  tasks: Map<LocalId, OpenedTask>,
  events: readonly Event[],
  event: Event,
  index: number,
  at: number,
): Answered | undefined {
  if (event.kind === 'taskOpened' || event.kind === 'taskRenewed') tasks.set(event.id, event.task)
  if (event.kind !== 'taskClosed' || event.outcome !== 'completed') return undefined
  const task = tasks.get(event.id)
  if (!task) return undefined
  const answers = payloadAfter(events, index, event.id, false)
  return { id: event.id, task, at, answers, ...(event.by !== undefined && { by: event.by }) }
}
