/** A statutory deadline as the API shows it. */
import type { ClockView } from '../../commands/clocks.ts'

const moment = (at: number): string => new Date(at).toISOString()

export const shownClock = ({ started, due, stoppedSince, ...clock }: ClockView): object => ({
  ...clock,
  startedAt: moment(started),
  ...(due !== undefined && { due: moment(due) }),
  ...(stoppedSince !== undefined && { stoppedSince: moment(stoppedSince) }),
})
