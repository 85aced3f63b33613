/** A day as somebody types it, in whichever digits: only one that the calendar has. */
import { latinDigits } from '../../forms/kinds/written.ts'

/** "2027-01-01"; undefined for "2027-02-31" as for anything else. */
export function dayTyped(text: string): string | undefined {
  const day = latinDigits(text.trim())
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? undefined : day
}
