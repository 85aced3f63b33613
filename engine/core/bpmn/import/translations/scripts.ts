/** A script task: JUEL and FEEL are rewritten, other languages are for a person. */
import { extensionOf, textOf } from '../../element.ts'
import type { Translation } from '../translation.ts'

export const scripts: Translation = {
  name: 'scripts',
  translate(element, workshop) {
    if (element.$type !== 'bpmn:ScriptTask' || extensionOf(element, 'zeebe:Script')) return
    const language = (textOf(element, 'scriptFormat') ?? '').toLowerCase()
    const script = textOf(element, 'script')?.trim()
    const resultVariable = workshop.text(element, 'resultVariable') ?? 'result'
    const resource = workshop.text(element, 'resource')
    element.set('scriptFormat', undefined)
    element.set('script', undefined)
    if (script !== undefined && (language === 'feel' || language === 'juel')) {
      const expression = language === 'feel' ? `=${script.replace(/^=/, '')}` : workshop.feel(element, 'script', script)
      workshop.extend(element, 'zeebe:Script', { expression, resultVariable })
      workshop.note('translated', element, 'script', { en: `is ${expression} now`, ar: `صار ${expression}` })
      return
    }
    workshop.extend(element, 'zeebe:Script', { expression: '=null', resultVariable })
    const was = resource ?? script ?? ''
    workshop.note('byHand', element, `script (${language || '?'})`, {
      en: `write this as FEEL: ${was}`,
      ar: `اكتب هذا بلغة FEEL: ${was}`,
    })
  },
}
