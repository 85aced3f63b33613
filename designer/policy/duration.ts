/** A span of time as people say it, "45 working days", and as workflow.json writes it, "P45WD". */

export const SPAN_UNITS = ['WD', 'D', 'W', 'M', 'Y', 'TH', 'TM'] as const
export type SpanUnit = (typeof SPAN_UNITS)[number]

export interface Span {
  readonly count: number
  readonly unit: SpanUnit
}

const SPAN = /^P(T?)([0-9]{1,6})(WD|D|W|M|Y|H)$/
const MINUTES = /^PT([0-9]{1,6})M$/

/** @returns undefined where it is written in several parts ("P1Y6M"), or not at all */
export function readSpan(text: string): Span | undefined {
  const minutes = MINUTES.exec(text)?.[1]
  if (minutes !== undefined) return { count: Number(minutes), unit: 'TM' }
  const [, time, count, unit] = SPAN.exec(text) ?? []
  if (count === undefined) return undefined
  const name = `${time ?? ''}${unit ?? ''}`
  const known = SPAN_UNITS.find((it) => it === name)
  return known === undefined ? undefined : { count: Number(count), unit: known }
}

export function writtenSpan({ count, unit }: Span): string {
  return unit.startsWith('T') ? `PT${String(count)}${unit.slice(1)}` : `P${String(count)}${unit}`
}
