/** Keywords for numbers. */
import type { Keyword } from './keyword.ts'
import { tell } from './rule.ts'

type Compare = (value: number, limit: number) => boolean

const limit = (name: string, comparison: string, isGood: Compare): Keyword => ({
  name,
  read(asked) {
    const most = Number(asked)
    return (value, place, run) =>
      isGood(Number(value), most) ||
      tell(run, place, {
        keyword: name,
        params: { comparison, limit: most },
        message: `must be ${comparison} ${String(most)}`,
      })
  },
})

const multipleOf: Keyword = {
  name: 'multipleOf',
  read(asked) {
    const unit = Number(asked)
    return (value, place, run) => {
      const times = Number(value) / unit
      // As Ajv counts: a quotient that JavaScript writes with an exponent is no whole number.
      if (unit !== 0 && times === Number.parseInt(String(times))) return true
      const message = `must be multiple of ${String(unit)}`
      return tell(run, place, { keyword: 'multipleOf', params: { multipleOf: unit }, message })
    }
  },
}

/** No format we know says anything of a number; Ajv counts it among what numbers are asked, and so tells their type there. */
const format: Keyword = { name: 'format', read: () => undefined }

export const NUMBER: readonly Keyword[] = [
  limit('maximum', '<=', (value, most) => value <= most),
  limit('minimum', '>=', (value, least) => value >= least),
  limit('exclusiveMaximum', '<', (value, most) => value < most),
  limit('exclusiveMinimum', '>', (value, least) => value > least),
  multipleOf,
  format,
]
