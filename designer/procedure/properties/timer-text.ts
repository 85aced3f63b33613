/**
 * Times as an analyst says them and as a drawing writes them: a moment, after so much time, or again and again; in days, in working days, or by an expression.
 *
 * What no builder can say stays as the text it is.
 */

export const UNITS = ['minutes', 'hours', 'days', 'workingDays', 'weeks', 'months', 'years'] as const
export type Unit = (typeof UNITS)[number]

export type Span =
  | { readonly kind: 'amount'; readonly amount: number; readonly unit: Unit }
  /** FEEL after "=", or ISO 8601 that says more than one amount. */
  | { readonly kind: 'written'; readonly text: string }

export type Moment =
  /** "2026-12-31" and "12:00", at the office. */
  | { readonly kind: 'at'; readonly date: string; readonly time: string }
  | { readonly kind: 'written'; readonly text: string }

export type Cycle =
  /** Without `times` it never ends by itself. */
  | { readonly kind: 'every'; readonly times?: number; readonly span: Span & { readonly kind: 'amount' } }
  | { readonly kind: 'written'; readonly text: string }

export type TimerText =
  | { readonly kind: 'timeDate'; readonly text: string }
  | { readonly kind: 'timeDuration'; readonly text: string }
  | { readonly kind: 'timeCycle'; readonly text: string }

const LETTERS: Readonly<Record<Unit, readonly [before: string, after: string]>> = {
  minutes: ['PT', 'M'],
  hours: ['PT', 'H'],
  days: ['P', 'D'],
  workingDays: ['P', 'WD'],
  weeks: ['P', 'W'],
  months: ['P', 'M'],
  years: ['P', 'Y'],
}

export function readSpan(text: string): Span {
  const trimmed = text.trim()
  for (const unit of UNITS) {
    const [before, after] = LETTERS[unit]
    const amount =
      trimmed.startsWith(before) && trimmed.endsWith(after) ? trimmed.slice(before.length, -after.length) : ''
    if (/^(?:0|[1-9]\d{0,4})$/.test(amount)) return { kind: 'amount', amount: Number(amount), unit }
  }
  return { kind: 'written', text: trimmed }
}

export function writeSpan(span: Span): string {
  if (span.kind === 'written') return span.text
  const [before, after] = LETTERS[span.unit]
  return `${before}${String(span.amount)}${after}`
}

const MOMENT = /^=\s*date and time\("(\d{4}-\d\d-\d\d)T(\d\d:\d\d):00@[A-Za-z_/]+"\)$/

/** The hour of the office, whatever summer time does: a moment with its time zone. */
export function readMoment(text: string): Moment {
  const [, date = '', time = ''] = MOMENT.exec(text.trim()) ?? []
  return date === '' ? { kind: 'written', text: text.trim() } : { kind: 'at', date, time }
}

export const writeMoment = (moment: Moment, timeZone: string): string =>
  moment.kind === 'written' ? moment.text : `=date and time("${moment.date}T${moment.time}:00@${timeZone}")`

export function readCycle(text: string): Cycle {
  const [, times = '', span = ''] = /^R(|0|[1-9]\d{0,4})\/(P[^/]+)$/.exec(text.trim()) ?? []
  const read = readSpan(span)
  if (read.kind === 'written') return { kind: 'written', text: text.trim() }
  return { kind: 'every', ...(times === '' ? {} : { times: Number(times) }), span: read }
}

export const writeCycle = (cycle: Cycle): string =>
  cycle.kind === 'written'
    ? cycle.text
    : `R${cycle.times === undefined ? '' : String(cycle.times)}/${writeSpan(cycle.span)}`
