/** By when the law wants an application decided, and how much of that time is spent. */
import type { ShownClock, ShownInstanceDetail } from '../remote/instance.ts'
import type { Terminal } from '../terminal.ts'
import { table } from './table.ts'
import { moment } from './time.ts'

export function clockLines({ clocks = [] }: ShownInstanceDetail, terminal: Terminal): readonly string[] {
  if (clocks.length === 0) return []
  const { say } = terminal
  const headings = [say('clock.deadline'), say('clock.due'), say('clock.spent'), say('clock.left'), '']
  return [
    '',
    say('show.clocks'),
    ...table(
      headings,
      clocks.map((one) => row(one, terminal)),
    ),
  ]
}

function row(clock: ShownClock, { say, language }: Terminal): string[] {
  const { title, due, unit, spent, left } = clock
  return [
    title[language],
    moment(due),
    say(`clock.${unit}`, { days: spent }),
    say(`clock.${unit}`, { days: left }),
    standing(clock, say),
  ]
}

function standing(clock: ShownClock, say: Terminal['say']): string {
  const { overdue, stoppedSince, stoppedBy = [], stoppedByHand: hand, silence } = clock
  const since = moment(stoppedSince)
  const parts = [
    overdue ? say('clock.overdue') : '',
    stoppedBy.length > 0 ? say('clock.stopped', { since, by: stoppedBy.join(', ') }) : '',
    hand
      ? say('clock.stoppedByHand', { since, until: moment(hand.until), article: hand.legalBasis, reason: hand.reason })
      : '',
    silence === undefined ? '' : say(`clock.silence.${silence}`),
  ]
  return parts.filter(Boolean).join(' · ')
}
