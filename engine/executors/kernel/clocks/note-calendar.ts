/** Expressions that counted the days an office works are decided again by the same days: the record says which it knew. */
import { versionOf } from '../../../core/policy/calendar.ts'
import type { Run } from '../run.ts'

export function noteCalendar(run: Run): void {
  if (!run.countedDays || run.events.some((event) => 'calendar' in event)) return
  run.emit({ kind: 'daysCounted', calendar: versionOf(run.ctx.calendar) })
}
