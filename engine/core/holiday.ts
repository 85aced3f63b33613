/**
 * Days on which an agency does not work, or closes early, as they are announced: for every agency or one, everywhere or in one governorate.
 *
 * Announcements are kept for ever, with who made them and when, and who withdrew them: so the calendar of any moment in
 * the past is known, and what was decided by it can be decided again. The version of a calendar is the number of
 * announcements and withdrawals it holds.
 */
import type { AgencyId } from './ids.ts'
import type { Text } from './text.ts'

export interface Holiday {
  readonly id: string
  /** Absent: of every agency. */
  readonly agency?: AgencyId
  /** Code like "PS-RBH"; absent: everywhere. */
  readonly governorate?: string
  /** The office works, but only until this time, "12:00": half days, the hours of Ramadan. */
  readonly closes?: string
  readonly title: Text
  /** ISO dates of the agency's time zone, the last one included. */
  readonly first: string
  readonly last: string
  readonly announced: { readonly at: number; readonly by: string }
  readonly withdrawn?: { readonly at: number; readonly by: string; readonly reason: string }
}

export type NewHoliday = Omit<Holiday, 'announced' | 'withdrawn'>

/** The list as it will be. */
export function withChange(
  all: readonly Holiday[],
  { announced, withdrawn }: { readonly announced?: NewHoliday; readonly withdrawn?: string },
  said: Holiday['announced'],
): readonly Holiday[] {
  const rest = all.map((one) => (one.id === withdrawn ? { ...one, withdrawn: { ...said, reason: '' } } : one))
  return announced ? [...rest, { ...announced, announced: said }] : rest
}

export interface HolidayStore {
  /** All of them, oldest first; the same list as long as nothing is announced or withdrawn. */
  list(): Promise<readonly Holiday[]>
  /** Announced or withdrawn, and not yet carried to every running application. */
  spreading(): Promise<readonly Holiday[]>
}
