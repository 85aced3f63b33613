/** What is left of the other engine: switches without a meaning here are dropped, everything else is for a person. */
import { foreignNames, isMutable } from '../../moddle.ts'
import { extensionsOf } from '../../element.ts'
import type { Translation } from '../translation.ts'

const DROPPED: Readonly<Record<string, readonly [en: string, ar: string]>> = {
  ...Object.fromEntries(
    ['async', 'asyncBefore', 'asyncAfter', 'exclusive', 'jobPriority', 'taskPriority'].map((name) => [
      name,
      ['every step is stored before the next begins', 'تُحفظ كل خطوة قبل أن تبدأ التالية'],
    ]),
  ),
  historyTimeToLive: [
    'how long records are kept is said in workflow.json (retention)',
    'مدة الحفظ تُذكر في workflow.json',
  ],
  isStartableInTasklist: [
    'who may begin it and where is said in workflow.json (start)',
    'من يبدأ الإجراء وأين يُذكر في workflow.json',
  ],
  initiator: ['the applicant is application.applicant', 'مقدّم الطلب هو application.applicant'],
  diagramRelationId: ['it names a file of another modeller', 'يشير إلى ملف أداة رسم أخرى'],
  modelerTemplate: ['templates of the other engine are not applied', 'لا تُطبَّق قوالب المحرك الآخر'],
  modelerTemplateVersion: ['templates of the other engine are not applied', 'لا تُطبَّق قوالب المحرك الآخر'],
}

export const leftovers: Translation = {
  name: 'leftovers',
  translate(element, workshop) {
    for (const name of foreignNames(element)) {
      const value = workshop.take(element, name)
      if (value === undefined) continue
      const reason = DROPPED[name]
      if (reason) workshop.note('dropped', element, `camunda:${name}`, { en: reason[0], ar: reason[1] })
      else
        workshop.note('byHand', element, `camunda:${name}`, {
          en: `"${shown(value)}" has no counterpart: see whether it is needed`,
          ar: `لا مقابل لـ "${shown(value)}": انظر هل يلزم`,
        })
    }
    for (const { $type } of extensionsOf(element)) {
      if (!$type.startsWith('camunda:')) continue
      workshop.takeAll(element, $type.slice('camunda:'.length))
      workshop.note('byHand', element, $type, {
        en: 'has no counterpart: see whether it is needed',
        ar: 'لا مقابل له: انظر هل يلزم',
      })
    }
    emptied(element)
  },
}

const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '?')).slice(0, 80)

function emptied(element: Parameters<Translation['translate']>[0]): void {
  const holder = element.get('extensionElements')
  const values = isMutable(holder) ? holder.get('values') : undefined
  if (Array.isArray(values) && values.length === 0) element.set('extensionElements', undefined)
}
