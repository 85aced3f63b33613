/** The styles of portal and desk, for forms that stand in a place of their own within the designer. */
import frame from '../../engine/http/pages/frame/frame.css?inline'
import forms from '../../forms/html/forms.css?inline'

let made: CSSStyleSheet[] | undefined

export function formStyles(): CSSStyleSheet[] {
  made ??= [frame, forms].map((text) => {
    const sheet = new CSSStyleSheet()
    // What is imported there, the letters and colours, the designer has already.
    sheet.replaceSync(text.replaceAll(/@import[^;]+;/g, ''))
    return sheet
  })
  return made
}
