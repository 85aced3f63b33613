/** Which error is thrown or caught, by its code: those its step's connector reports are there to choose. */
import type { ModdleElement } from '../../../../engine/core/bpmn/element.ts'
import type { Choice, Entry, Group, Subject } from '../entry.ts'
import { attribute, child } from '../extensions.ts'
import { ownText } from '../fields.ts'
import { ERROR, rootEntries } from '../root.ts'
import { eventDefinition } from '../tree.ts'
import { CONNECTOR_ERRORS } from '../../templates/errors.ts'

const TYPE = 'bpmn:ErrorEventDefinition'

export const error: Group = {
  id: 'error',
  title: { ar: 'الخطأ', en: 'Error' },
  isFor: (element, edit) => eventDefinition(edit, element, TYPE) !== undefined,
  entries(subject) {
    const holder = eventDefinition(subject.edit, subject.element, TYPE)
    if (holder === undefined) return []
    const throws = subject.element.$type === 'bpmn:EndEvent'
    const words = { ...WORDS, none: throws ? WORDS.none : { ar: 'كل الأخطاء', en: 'All errors' } }
    return [...rootEntries(subject, holder, ERROR, words, offered(subject)), ...(throws ? [] : variables(subject))]
  },
}

const WORDS = {
  choose: {
    id: 'error',
    label: { ar: 'رمز الخطأ', en: 'Error code' },
    rules: ['errors'],
  },
  other: { id: 'newError', label: { ar: 'رمز آخر', en: 'Another code' } },
  none: { ar: 'لم يُختر بعد', en: 'Not chosen yet' },
}

/** Of the connector of the step the event is drawn on. */
function offered({ element, edit }: Subject): readonly Choice[] {
  const host: ModdleElement | undefined = child(edit, element, 'attachedToRef')
  const type = attribute(edit, host, 'zeebe:TaskDefinition', 'type')
  return (CONNECTOR_ERRORS[type] ?? []).map(({ code, title }) => ({
    value: code,
    label: { ar: `${title.ar} (${code})`, en: `${title.en} (${code})` },
  }))
}

const variables = (subject: Subject): readonly Entry[] => [
  ownText(subject, 'masar:errorCodeVariable', {
    id: 'errorCodeVariable',
    label: { ar: 'متغير يأخذ الرمز', en: 'Variable that takes the code' },
    rules: ['properties'],
    words: ['errorCodeVariable'],
  }),
  ownText(subject, 'masar:errorMessageVariable', {
    id: 'errorMessageVariable',
    label: { ar: 'متغير يأخذ نص الخطأ', en: 'Variable that takes the message' },
    rules: ['properties'],
    words: ['errorMessageVariable'],
  }),
]
