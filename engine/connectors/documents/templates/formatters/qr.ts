/** The square a telephone scans: {{qr}} is the signed mark of a certificate, {{qr "text"}} any other short text. */
import { drawQr, longestQrText } from '../../qr.ts'
import { type Formatter, Markup, Unwritable, shown } from './formatter.ts'

export const qr: Formatter = {
  name: 'qr',
  format(values, _options, setting) {
    const content = values.length === 0 ? setting.verifyUrl : values[0]
    if (content === undefined && values.length === 0)
      throw new Unwritable('Expected a certificate for {{qr}}, but the task has no input "certificate" = true')
    if (typeof content !== 'string' || content === '' || content.length > longestQrText)
      throw new Unwritable(
        `Expected a text of 1 to ${longestQrText} characters for {{qr}}, but found ${shown(content)}`,
      )
    return new Markup(drawQr(content))
  },
}
