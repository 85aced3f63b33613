/**
 * Clocks of the world: what the clock on the wall shows at an instant, and at which instant it shows that.
 */
import { Failure } from './failure.ts'
import type { Meter } from './meter.ts'
import type { FeelDateTime, Zone } from './temporal.ts'

const millisPerSecond = 1000
const stepsPerConversion = 8
/** Outside these years a zone keeps the offset it has at their edge. */
const firstKnown = Date.UTC(1000, 0, 1)
const lastKnown = Date.UTC(9999, 0, 1)
const clocks = new Map<string, Intl.DateTimeFormat>()

export function isZoneName(name: string): boolean {
  return clockOf(name) !== null
}

/** The instant of a date and time in milliseconds UTC; without a zone, as if the clock were UTC. */
export function instantOf(value: FeelDateTime, meter: Meter): number {
  const { zone, local } = value
  if (zone === null) return local
  if (typeof zone === 'number') return local - zone * millisPerSecond
  meter.charge(stepsPerConversion)
  const guess = local - offsetOf(zone, local)
  return local - offsetOf(zone, guess)
}

/** What the clock of `zone` shows at an instant, in milliseconds since 1970-01-01T00:00:00 on that clock. */
export function localOf(instant: number, zone: Zone, meter: Meter): number {
  if (zone === null) return instant
  if (typeof zone === 'number') return instant + zone * millisPerSecond
  meter.charge(stepsPerConversion)
  return instant + offsetOf(zone, instant)
}

/** Seconds east of UTC at that date and time, or null without a zone. */
export function offsetSecondsOf(value: FeelDateTime, meter: Meter): number | null {
  if (typeof value.zone !== 'string') return value.zone
  return (value.local - instantOf(value, meter)) / millisPerSecond
}

function offsetOf(zone: string, instant: number): number {
  const clock = clockOf(zone)
  if (clock === null)
    throw new Failure('value', `Expected the name of a time zone like "Asia/Hebron", but found ${JSON.stringify(zone)}`)
  const seconds = Math.floor(Math.min(Math.max(instant, firstKnown), lastKnown) / millisPerSecond)
  const shown: Record<string, number> = {}
  for (const { type, value } of clock.formatToParts(seconds * millisPerSecond)) shown[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown
  return Date.UTC(year, month - 1, day, hour, minute, second) - seconds * millisPerSecond
}

function clockOf(zone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  if (zone.length > 64 || !/^[A-Za-z][\w+\-/]*$/.test(zone)) return null
  try {
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    clocks.set(zone, clock)
    return clock
  } catch {
    return null
  }
}
