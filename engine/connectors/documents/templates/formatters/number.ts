/** A number with its thousands apart: {{number area}}, {{number rate digits=2}}. */
import { type Formatter, Unwritable, languageOf, shown } from './formatter.ts'

export const number: Formatter = {
  name: 'number',
  format([value], options, setting) {
    if (value === null) return ''
    if (typeof value !== 'number') throw new Unwritable(`Expected a number, but found ${shown(value)}`)
    const digits = options['digits']
    if (
      digits !== undefined &&
      !(typeof digits === 'number' && Number.isInteger(digits) && digits >= 0 && digits <= 10)
    )
      throw new Unwritable(`Expected digits from 0 to 10, but found ${shown(digits)}`)
    const fraction = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits }
    const place = languageOf(options['language'], setting) === 'ar' ? 'ar-PS-u-nu-latn' : 'en-GB'
    return new Intl.NumberFormat(place, fraction).format(value)
  },
}
