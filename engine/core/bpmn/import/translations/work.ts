/** Work for a machine: an external task keeps its topic as the job's type; Java code becomes a job for a worker to write. */
import type { MutableElement } from '../../moddle.ts'
import type { Translation } from '../translation.ts'
import type { Workshop } from '../workshop.ts'

const WORKING: ReadonlySet<string> = new Set(['bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask'])
const CODE = ['class', 'delegateExpression', 'expression'] as const

export const work: Translation = {
  name: 'work',
  translate(element, workshop) {
    if (!WORKING.has(element.$type) && element.$type !== 'bpmn:MessageEventDefinition') return
    const holder = element.$type === 'bpmn:MessageEventDefinition' ? element.$parent : element
    if (!holder || !('set' in holder)) return
    external(element, holder as MutableElement, workshop)
    for (const name of CODE) code(element, holder as MutableElement, name, workshop)
    connector(element, workshop)
    const result = workshop.text(element, 'resultVariable')
    if (result !== undefined)
      workshop.note('byHand', holder, 'camunda:resultVariable', {
        en: `let the worker complete the job with the variable ${result}`,
        ar: `ليُكمل العامل المهمة بالمتغيّر ${result}`,
      })
  },
}

function external(element: MutableElement, holder: MutableElement, workshop: Workshop): void {
  const type = workshop.text(element, 'type')
  const topic = workshop.text(element, 'topic')
  if (type === undefined && topic === undefined) return
  if (topic === undefined) {
    workshop.note('byHand', holder, `camunda:type="${type ?? ''}"`, {
      en: 'give the task a job type (zeebe:taskDefinition)',
      ar: 'امنح المهمة نوع عمل (zeebe:taskDefinition)',
    })
    return
  }
  const jobType = workshop.feel(holder, 'camunda:topic', topic)
  workshop.extend(holder, 'zeebe:TaskDefinition', { type: jobType })
  workshop.note('translated', holder, 'camunda:topic', {
    en: `is the job type now: ${jobType}`,
    ar: `صار نوع العمل: ${jobType}`,
  })
}

function code(element: MutableElement, holder: MutableElement, name: string, workshop: Workshop): void {
  const text = workshop.text(element, name)
  if (text === undefined) return
  const type = text.replace(/[#$]\{|\}|\(.*$/g, '').replace(/^.*\./, '')
  workshop.extend(holder, 'zeebe:TaskDefinition', { type })
  workshop.note('byHand', holder, `camunda:${name}`, {
    en: `was the Java code "${text}": write a worker for the job type "${type}", or give the task a connector`,
    ar: `كان شيفرة Java ‏"${text}": اكتب عاملًا لنوع العمل "${type}" أو امنح المهمة موصلًا`,
  })
}

function connector(element: MutableElement, workshop: Workshop): void {
  for (const found of workshop.takeAll(element, 'Connector')) {
    const id = found.get('connectorId')
    workshop.note('byHand', element, 'camunda:connector', {
      en: `was the connector "${typeof id === 'string' ? id : '?'}": choose one of the element templates`,
      ar: `كان الموصل "${typeof id === 'string' ? id : '?'}": اختر أحد قوالب العناصر`,
    })
  }
}
