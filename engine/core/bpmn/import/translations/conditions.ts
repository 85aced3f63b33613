/** Conditions of flows and events, and the times of timers. */
import { childOf, textOf } from '../../element.ts'
import { isMutable, type MutableElement } from '../../moddle.ts'
import type { Translation } from '../translation.ts'
import { type Workshop } from '../workshop.ts'

export const conditions: Translation = {
  name: 'conditions',
  translate(element, workshop) {
    if (element.$type === 'bpmn:SequenceFlow') expression(element, 'conditionExpression', workshop)
    if (element.$type === 'bpmn:TimerEventDefinition')
      for (const name of ['timeDate', 'timeDuration', 'timeCycle']) expression(element, name, workshop)
    if (element.$type !== 'bpmn:ConditionalEventDefinition') return
    expression(element, 'condition', workshop)
    const variableNames = workshop.text(element, 'variableName')
    const variableEvents = workshop.text(element, 'variableEvents')
    if (variableNames !== undefined || variableEvents !== undefined)
      workshop.extend(element, 'zeebe:ConditionalFilter', {
        variableNames,
        variableEvents: variableEvents?.replace(/,?\s*delete/, ''),
      })
  },
}

function expression(element: MutableElement, name: string, workshop: Workshop): void {
  const holder = childOf(element, name)
  const body = textOf(holder, 'body')?.trim()
  if (!isMutable(holder) || body === undefined) return
  const language = textOf(holder, 'language')
  const resource = workshop.text(holder, 'resource')
  if (language !== undefined || resource !== undefined) {
    holder.set('language', undefined)
    workshop.note('byHand', element, name, {
      en: `is written in ${language ?? resource ?? '?'}: write it as FEEL: ${body}`,
      ar: `مكتوب بلغة ${language ?? resource ?? '?'}: اكتبه بلغة FEEL: ${body}`,
    })
    return
  }
  const feel = workshop.feel(element, name, body)
  holder.set('body', feel)
  if (feel !== body) workshop.note('translated', element, name, { en: `is ${feel} now`, ar: `صار ${feel}` })
}
