/**
 * An application as it stood after any one of its events: what it waited for then, what it knew then.
 *
 * Events are counted from 1 over the whole history; a record is what one command made of it, several events at once.
 */
import type { Actor } from '../core/actor.ts'
import type { Event } from '../core/event.ts'
import { eventsOf, type HistoryRecord } from '../core/history.ts'
import type { InstanceState } from '../core/instance.ts'
import { invalid, isProblem, type Problem } from '../core/problem.ts'
import type { InstanceRow } from '../core/instance-row.ts'
import type { EngineDeps } from '../deps.ts'
import { recordAccess } from './data-accesses.ts'
import { recordedInstance } from './read-instance.ts'

/** At most one of the two; without either, after the last event. */
export interface Moment {
  /** After this event, from 1. */
  readonly event?: number
  /** After this record, from 1. */
  readonly record?: number
}

export interface PastInstance {
  readonly row: InstanceRow
  readonly state: InstanceState
  readonly event: number
  readonly events: number
  readonly records: number
  /** The record the event stands in, and the event itself. */
  readonly record: HistoryRecord
  readonly last: Event
}

export async function getInstanceAt(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  moment: Moment,
): Promise<PastInstance | Problem> {
  const row = await recordedInstance(deps, actor, id)
  if (isProblem(row)) return row
  await recordAccess(deps, actor, row, 'record')
  const records = await deps.store.instances.history(row.id)
  const lengths = records.map((record) => eventsOf(record).length)
  const events = lengths.reduce((sum, length) => sum + length, 0)
  const event = moment.event ?? lengths.slice(0, moment.record).reduce((sum, length) => sum + length, 0)
  if (event < 1 || event > events || (moment.record ?? 0) > records.length)
    return invalid(
      'history.moment',
      `Expected an event from 1 to ${events} or a record from 1 to ${records.length}, but found ${moment.event ?? moment.record}`,
    )
  return { row, event, events, records: records.length, ...foldedTo(deps, records, event) }
}

function foldedTo(deps: EngineDeps, records: readonly HistoryRecord[], count: number) {
  let state: InstanceState | undefined
  let left = count
  for (const record of records)
    for (const event of eventsOf(record)) {
      state = deps.executor.apply(state, event)
      left--
      if (left === 0) return { state, record, last: event }
    }
  throw new Error(`Expected at least ${count} events, but there were ${count - left}`)
}
