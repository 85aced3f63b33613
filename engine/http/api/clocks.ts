/** A statutory deadline as the API shows it. */
import type { ClockView } from '../../commands/clocks.ts'

const moment = (at: number): string => new Date(at).toISOString()

export function shownClock(clock: ClockView): object {
  const {
    id,
    started,
    due,
    stoppedSince,
    stoppedByHand,
    stop: _,
    articles: __,
    steps,
    account,
    dayOff: ___,
    ...rest
  } = clock
  return {
    id,
    ...rest,
    startedAt: moment(started),
    ...(due !== undefined && { due: moment(due) }),
    ...(stoppedSince !== undefined && { stoppedSince: moment(stoppedSince) }),
    ...(stoppedByHand && { stoppedByHand: { ...stoppedByHand, until: moment(stoppedByHand.until) } }),
    account: shownAccount(account, steps),
  }
}

const shownAccount = (
  { duration, ends, stood, daysOff, holidays, dayOff }: ClockView['account'],
  steps: ClockView['steps'],
): object => ({
  duration,
  ends,
  holidays,
  ...(dayOff !== undefined && { dayOff }),
  stood: stood.map(({ from, to, by, byHand }) => ({
    from: moment(from),
    ...(to !== undefined && { to: moment(to) }),
    ...(by && { steps: by.map((id) => ({ id, ...(steps.get(id) && { name: steps.get(id) }) })) }),
    ...(byHand && { legalBasis: byHand.legalBasis, reason: byHand.reason }),
  })),
  daysOff: daysOff.map(({ title, first, last, at, governorate }) => ({
    title,
    first,
    last,
    announcedAt: moment(at),
    ...(governorate !== undefined && { governorate }),
  })),
})
