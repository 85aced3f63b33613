/**
 * The proleptic Gregorian calendar by arithmetic: days of the month, weekdays, ISO weeks, months added to a date.
 */
export interface CivilDate {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
}

const firstYear = -9999
const lastYear = 9999

const daysPerEra = 146_097
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Days since 1970-01-01 (H. Hinnant, "chrono-compatible low-level date algorithms"). */
export function epochDayOf({ year, month, day }: CivilDate): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysPerEra + dayOfEra - 719_468
}

/** The reverse of `epochDayOf`. */
export function civilOf(epochDay: number): CivilDate {
  const shifted = epochDay + 719_468
  const era = Math.floor(shifted / daysPerEra)
  const dayOfEra = shifted - era * daysPerEra
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 }
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0)
}

export function isCivilDate({ year, month, day }: CivilDate): boolean {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day)
  return whole && year >= firstYear && year <= lastYear && day >= 1 && day <= daysInMonth(year, month)
}

export function isEpochDay(epochDay: number): boolean {
  return (
    epochDay >= epochDayOf({ year: firstYear, month: 1, day: 1 }) &&
    epochDay <= epochDayOf({ year: lastYear, month: 12, day: 31 })
  )
}

/** The same day `months` later, or the last day of a month that is shorter. */
export function plusMonths(epochDay: number, months: number): number {
  const { year, month, day } = civilOf(epochDay)
  const total = year * 12 + month - 1 + months
  const newYear = Math.floor(total / 12)
  const newMonth = total - newYear * 12 + 1
  return epochDayOf({ year: newYear, month: newMonth, day: Math.min(day, daysInMonth(newYear, newMonth)) })
}

/** Whole months from one day to another, negative when the second is earlier. */
export function monthsBetween(fromDay: number, toDay: number): number {
  if (toDay < fromDay) return 0 - monthsBetween(toDay, fromDay)
  const from = civilOf(fromDay)
  const to = civilOf(toDay)
  const months = (to.year - from.year) * 12 + to.month - from.month
  return to.day < from.day ? months - 1 : months
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1
}

export function dayOfYearOf(epochDay: number): number {
  return epochDay - epochDayOf({ year: civilOf(epochDay).year, month: 1, day: 1 }) + 1
}

/** ISO 8601: the week belongs to the year of its Thursday. */
export function weekOfYearOf(epochDay: number): number {
  return Math.ceil(dayOfYearOf(epochDay - weekdayOf(epochDay) + 4) / 7)
}
