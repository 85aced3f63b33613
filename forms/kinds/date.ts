/** A day: three short texts, since a browser's own calendar follows the browser's language and hides which number is the month. */
import type { Kind } from './kind.ts'
import { gregorian, hijri } from '../../engine/core/written-day.ts'

export const date: Kind = {
  name: 'date',
  first: 'day',
  fits: ({ schema }) => schema['type'] === 'string' && schema['format'] === 'date',
  decode(posted) {
    const [year, month, day] = ['year', 'month', 'day'].map((it) => posted.text(it)?.replaceAll('-', '') ?? '')
    if (!year && !month && !day) return undefined
    return `${year ?? ''}-${twoDigits(month)}-${twoDigits(day)}`
  },
  view(value, { language }) {
    const [year = '', month = '', ...day] = typeof value === 'string' ? value.split('-') : []
    const inHijri = typeof value === 'string' ? hijri(value, language) : undefined
    return { year, month, day: day.join('-'), ...(inHijri === undefined ? {} : { hijri: inHijri }) }
  },
  shown(value, { language }) {
    if (typeof value !== 'string') return ''
    const day = gregorian(value, language)
    const beside = hijri(value, language)
    return day === undefined ? value : beside === undefined ? day : `${day} (${beside})`
  },
  code: (keyword) => (keyword === 'format' || keyword === 'pattern' || keyword === 'type' ? 'date' : undefined),
}

const twoDigits = (part: string | undefined): string => (/^\d$/.test(part ?? '') ? `0${part ?? ''}` : (part ?? ''))
