/** A text of several lines: a reason, a description. */
import { type Kind, typed } from './kind.ts'

const LONG = 300

export const longText: Kind = {
  name: 'longText',
  fits: ({ schema, options }) =>
    schema['type'] === 'string' &&
    (options['multi'] === true || (typeof schema['maxLength'] === 'number' && schema['maxLength'] > LONG)),
  decode: (posted) => posted.text(),
  view(value, { field }) {
    const most = field.schema['maxLength']
    const rows = field.options['rows']
    return {
      value: typed(value),
      rows: typeof rows === 'number' ? rows : 4,
      ...(typeof most === 'number' ? { most } : {}),
    }
  },
  shown: (value) => typed(value),
}
