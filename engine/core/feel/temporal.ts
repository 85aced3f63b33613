/**
 * Dates, times and durations as an expression sees them: birthdays, deadlines, opening hours.
 *
 * Kept as plain counts so that comparing and adding is arithmetic. Precision is the millisecond: finer digits of a text are cut.
 * Years run from -9999 to 9999.
 */

/** Seconds east of UTC, or the name of a zone ("Asia/Hebron"), or null: the time of wherever one is. */
export type Zone = number | string | null

export class FeelDate {
  /** Days since 1970-01-01. */
  readonly epochDay: number
  constructor(epochDay: number) {
    this.epochDay = epochDay
  }
}

export class FeelTime {
  /** Milliseconds since midnight on the clock of `zone`. */
  readonly millis: number
  readonly zone: Zone
  constructor(millis: number, zone: Zone) {
    this.millis = millis
    this.zone = zone
  }
}

export class FeelDateTime {
  /** Milliseconds since 1970-01-01T00:00:00 on the clock of `zone`. */
  readonly local: number
  readonly zone: Zone
  constructor(local: number, zone: Zone) {
    this.local = local
    this.zone = zone
  }
}

export class DaysTimeDuration {
  readonly millis: number
  constructor(millis: number) {
    this.millis = millis
  }
}

export class YearsMonthsDuration {
  readonly months: number
  constructor(months: number) {
    this.months = months
  }
}

export type FeelTemporal = FeelDate | FeelTime | FeelDateTime | DaysTimeDuration | YearsMonthsDuration
export type FeelDuration = DaysTimeDuration | YearsMonthsDuration

export const millisPerDay = 86_400_000

export function isTemporal(value: unknown): value is FeelTemporal {
  return (
    value instanceof FeelDate ||
    value instanceof FeelTime ||
    value instanceof FeelDateTime ||
    value instanceof DaysTimeDuration ||
    value instanceof YearsMonthsDuration
  )
}
