/** A call activity: what is called, and which variables go in and come back. */
import { extensionOf, textOf } from '../../element.ts'
import type { MutableElement } from '../../moddle.ts'
import type { Translation } from '../translation.ts'
import type { Workshop } from '../workshop.ts'

export const calls: Translation = {
  name: 'calls',
  translate(element, workshop) {
    if (element.$type !== 'bpmn:CallActivity' || extensionOf(element, 'zeebe:CalledElement')) return
    const processId = textOf(element, 'calledElement')
    element.set('calledElement', undefined)
    for (const name of [
      'calledElementBinding',
      'calledElementVersion',
      'calledElementVersionTag',
      'calledElementTenantId',
    ])
      dropped(element, name, workshop)
    for (const name of ['variableMappingClass', 'variableMappingDelegateExpression', 'caseRef'])
      byHand(element, name, workshop)
    const [ins, outs] = [workshop.takeAll(element, 'In'), workshop.takeAll(element, 'Out')]
    workshop.extend(element, 'zeebe:CalledElement', {
      processId,
      propagateAllParentVariables: ins.some((it) => it.get('variables') === 'all'),
      propagateAllChildVariables: outs.some((it) => it.get('variables') === 'all'),
    })
    for (const one of ins) map(element, 'inputParameters', 'zeebe:Input', one, workshop)
    for (const one of outs) map(element, 'outputParameters', 'zeebe:Output', one, workshop)
    workshop.note('translated', element, 'calledElement', {
      en: `calls ${processId ?? '?'} of the package, with the variables named`,
      ar: `يستدعي ${processId ?? '?'} من الحزمة بالمتغيّرات المذكورة`,
    })
  },
}

function map(element: MutableElement, list: string, type: string, one: MutableElement, workshop: Workshop): void {
  const [source, expression, target] = ['source', 'sourceExpression', 'target'].map((name) => textOf(one, name))
  if (one.get('variables') === 'all') return
  if (target === undefined) {
    workshop.note('dropped', element, 'camunda:in businessKey', {
      en: 'a called process shares the reference number of the application',
      ar: 'يشترك الإجراء المستدعى في الرقم المرجعي للمعاملة',
    })
    return
  }
  const from = source === undefined ? workshop.feel(element, `camunda:in ${target}`, expression ?? '') : `=${source}`
  workshop.append(workshop.extension(element, 'zeebe:IoMapping'), list, type, { source: from, target })
}

function dropped(element: MutableElement, name: string, workshop: Workshop): void {
  if (workshop.take(element, name) === undefined) return
  workshop.note('dropped', element, `camunda:${name}`, {
    en: 'the version is pinned when the package is deployed',
    ar: 'تُثبَّت النسخة عند نشر الحزمة',
  })
}

function byHand(element: MutableElement, name: string, workshop: Workshop): void {
  const value = workshop.text(element, name)
  if (value === undefined) return
  workshop.note('byHand', element, `camunda:${name}`, {
    en: `was "${value}": name the variables as mappings`,
    ar: `كان "${value}": سمِّ المتغيّرات بروابط`,
  })
}
