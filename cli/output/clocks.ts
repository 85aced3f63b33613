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

function standing({ overdue, stoppedSince, stoppedBy = [], silence }: ShownClock, say: Terminal['say']): string {
  const parts = [
    overdue ? say('clock.overdue') : '',
    stoppedSince === undefined ? '' : say('clock.stopped', { since: moment(stoppedSince), by: stoppedBy.join(', ') }),
    silence === undefined ? '' : say(`clock.silence.${silence}`),
  ]
  return parts.filter(Boolean).join(' · ')
}
