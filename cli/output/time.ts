/** A moment as people at a keyboard read it: in the machine's own time zone, the same form in both languages. */

const FORM = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' })

/** @param at ISO text or epoch milliseconds; "" when there is none */
export function moment(at: string | number | undefined | null): string {
  if (at === undefined || at === null) return ''
  const time = new Date(at)
  return Number.isNaN(time.getTime()) ? String(at) : FORM.format(time)
}
