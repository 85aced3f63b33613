/**
 * Rounding of amounts and fees, by the decimal a number prints as: half of 1.005 at two places is a true half.
 */
export type RoundingMode = 'up' | 'down' | 'half up' | 'half down' | 'half even' | 'floor' | 'ceiling'

/** `value` with `places` decimal places (negative: tens, hundreds ...). */
export function roundTo(value: number, places: number, mode: RoundingMode): number {
  if (places >= 0 && Number.isInteger(value)) return value
  const [digits = '', exponent = '0'] = Math.abs(value).toExponential().replace('.', '').split('e')
  const kept = Number(exponent) + 1 + places
  if (kept >= digits.length) return value
  const head = kept > 0 ? digits.slice(0, kept) : '0'
  const away = roundsAway(mode, value < 0, head, kept < 0 ? `0${digits}` : digits.slice(kept))
  const rounded = Number(`${String(away ? BigInt(head) + 1n : BigInt(head))}e${String(-places)}`)
  return value < 0 && rounded !== 0 ? -rounded : rounded
}

/** Whether the digits cut off lift what is kept away from zero. */
function roundsAway(mode: RoundingMode, negative: boolean, kept: string, cut: string): boolean {
  if (/^0*$/.test(cut)) return false
  switch (mode) {
    case 'up':
      return true
    case 'down':
      return false
    case 'floor':
      return negative
    case 'ceiling':
      return !negative
    default:
      return isHalf(cut) ? halfRoundsAway(mode, kept) : cut >= '5'
  }
}

function isHalf(cut: string): boolean {
  return /^50*$/.test(cut)
}

function halfRoundsAway(mode: 'half up' | 'half down' | 'half even', kept: string): boolean {
  if (mode === 'half even') return Number(kept.at(-1)) % 2 === 1
  return mode === 'half up'
}
