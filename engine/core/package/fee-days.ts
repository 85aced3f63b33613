/**
 * The days on which a fee may become another: those its decision tables and constants name, and the day after each, for what
 * holds up to and including a day ends with it.
 */

const DAY = 24 * 3_600_000
/** Of the nearest; nobody looks further ahead. */
const MOST = 40
const NAMED = /\b\d{4}-\d{2}-\d{2}\b/g

/**
 * @param texts decision files and the title page
 * @param now epoch milliseconds
 * @returns noon of each such day still to come, the nearest first
 */
export function daysAhead(texts: Iterable<string>, now: number): readonly number[] {
  const named = new Set([...texts].flatMap((text) => text.match(NAMED) ?? []))
  const noons = [...named].map((date) => Date.parse(`${date}T12:00:00Z`)).filter((day) => !Number.isNaN(day))
  const days = new Set(noons.flatMap((day) => [day, day + DAY]))
  return [...days]
    .filter((day) => day > now)
    .toSorted((one, other) => one - other)
    .slice(0, MOST)
}

export const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10)
