/** What happened to terms of law that their applicant has to know: stopped by decision, continued, moved because of days off. */
import type { ClockEvent } from '../clock-event.ts'
import { eventsOf } from '../history.ts'
import { clockParts } from '../statutory-clock.ts'
import type { Course } from './activities.ts'
import type { TermEntry, Told } from './timeline.ts'

export function termsTold(course: Course, { records }: Pick<Told, 'records'>): readonly TermEntry[] {
  return records.flatMap((record) =>
    eventsOf(record).flatMap((event) => ('clock' in event ? entriesOf(course, event, record.at) : [])),
  )
}

function entriesOf(course: Course, event: Extract<ClockEvent, { clock: string }>, at: number): readonly TermEntry[] {
  const { owner, deadline: id } = clockParts(event.clock)
  const node = course.nodes.get(owner)
  const workflow = node && course.drawingOf(node)?.workflow
  const deadline = workflow?.deadlines?.find((one) => one.id === id)
  if (!deadline) return []
  const due = 'due' in event && event.due !== undefined ? { due: event.due } : {}
  const about = { at, deadline: deadline.title, ...due }
  switch (event.kind) {
    case 'clockStoppedByHand': {
      const legalBasis = workflow?.legalBasis?.find((one) => one.id === event.legalBasis)
      const { until, reason } = event
      return [{ kind: 'termStopped', ...about, until, reason, ...(legalBasis && { legalBasis }) }]
    }
    case 'clockContinued':
      return [{ kind: 'termContinued', ...about, reason: event.reason }]
    case 'clockRecalculated': {
      const { before, because } = event
      return before === undefined || due.due === undefined || because.length === 0
        ? []
        : [{ kind: 'termMoved', ...about, before, because }]
    }
    default:
      return []
  }
}
