/** A time of day, "09:30": typed with any mark between the hours and the minutes, or none. */
import { type Kind, typed } from './kind.ts'

const PATTERN = '^([01][0-9]|2[0-3]):[0-5][0-9]$'

export const time: Kind = {
  name: 'time',
  fits: ({ schema }) => schema['type'] === 'string' && schema['pattern'] === PATTERN,
  decode(posted) {
    const written = posted.text()
    const parts = written === undefined ? null : /^(\d{1,2})\s*[:.٫,hH\s]?\s*(\d{2})$/.exec(written)
    return parts === null ? written : `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? ''}`
  },
  view: (value) => ({ value: typed(value) }),
  shown: (value) => typed(value),
  code: (keyword) => (keyword === 'required' ? undefined : 'time'),
}
