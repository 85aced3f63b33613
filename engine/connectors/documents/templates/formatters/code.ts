/**
 * A reference, serial or telephone number kept in its own order inside an Arabic line: {{code document.serial}}.
 *
 * Without it "2026-7K3F-4" is printed with its parts reversed. Isolates of Unicode (LRI, PDI) do it in HTML and in text.
 */
import { type Formatter, Unwritable, shown } from './formatter.ts'

export const code: Formatter = {
  name: 'code',
  format([value]) {
    if (value === null) return ''
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new Unwritable(`Expected a number or code as text, but found ${shown(value)}`)
    return `\u2066${value}\u2069`
  },
}
