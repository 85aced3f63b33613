/** Announced days as the server shows them. */
import type { Holiday } from '../../engine/core/holiday.ts'

export interface ShownHoliday extends Pick<
  Holiday,
  'id' | 'agency' | 'governorate' | 'closes' | 'title' | 'first' | 'last'
> {
  readonly announced: { readonly at: string; readonly by: string }
  readonly withdrawn?: { readonly at: string; readonly by: string; readonly reason: string }
}

export const holidayFrom = ({ announced, withdrawn, ...holiday }: ShownHoliday): Holiday => ({
  ...holiday,
  announced: { ...announced, at: Date.parse(announced.at) },
  ...(withdrawn && { withdrawn: { ...withdrawn, at: Date.parse(withdrawn.at) } }),
})
