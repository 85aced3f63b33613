/** Which message is waited for and by which key it finds its application; or which is sent, to whom. */
import type { ModdleElement } from '../../../../engine/core/bpmn/element.ts'
import { MASAR_PROPERTIES } from '../../../../engine/core/bpmn/vocabulary.ts'
import type { Editing } from '../editing.ts'
import type { Entry, Group, Subject } from '../entry.ts'
import { attribute, child, extension } from '../extensions.ts'
import { feelAttribute, ownFeel, tick } from '../fields.ts'
import { MESSAGE, rootEntries } from '../root.ts'
import { eventDefinition } from '../tree.ts'

const TASKS = ['bpmn:ReceiveTask', 'bpmn:SendTask']

export const message: Group = {
  id: 'message',
  title: { ar: 'الرسالة', en: 'Message' },
  isFor: (element, edit) => holderOf(edit, element) !== undefined && !isWork(edit, element),
  entries(subject) {
    const holder = holderOf(subject.edit, subject.element)
    if (holder === undefined) return []
    return [
      ...rootEntries(subject, holder, MESSAGE, WORDS),
      ...(isSender(subject.element) ? sending(subject, holder) : waiting(subject, holder)),
    ]
  },
}

/** A worker sends it. */
const isWork = (edit: Pick<Editing, 'get'>, element: ModdleElement): boolean =>
  attribute(edit, element, 'zeebe:TaskDefinition', 'type') !== ''

const holderOf = (edit: Pick<Editing, 'get'>, element: ModdleElement): ModdleElement | undefined =>
  TASKS.includes(element.$type) ? element : eventDefinition(edit, element, 'bpmn:MessageEventDefinition')

const isSender = ({ $type }: ModdleElement): boolean =>
  MASAR_PROPERTIES['masar:correlationKey']?.includes($type) === true

const WORDS = {
  choose: {
    id: 'message',
    label: { ar: 'الرسالة', en: 'Message' },
    rules: ['messages'],
    words: ['a message with a name', 'message name', 'publish a message'],
  },
  other: { id: 'newMessage', label: { ar: 'رسالة أخرى باسم', en: 'Another message, called' } },
  none: { ar: 'لم تُختر بعد', en: 'Not chosen yet' },
}

function waiting(subject: Subject, holder: ModdleElement): readonly Entry[] {
  const named = child(subject.edit, holder, 'messageRef')
  const key: readonly Entry[] = named
    ? [
        feelAttribute(
          subject,
          'zeebe:Subscription',
          'correlationKey',
          {
            id: 'correlationKey',
            plain: false,
            label: { ar: 'المفتاح الذي تجد به طلبها', en: 'Key by which it finds its application' },
            hint: {
              ar: 'مثل ‎=application.reference‎. لرسالة البدء: طلب واحد لكل مفتاح في وقته.',
              en: 'Like =application.reference. Of a message that begins: one application per key at a time.',
            },
            rules: ['messages', 'feel'],
            words: ['correlationKey'],
          },
          named,
        ),
      ]
    : []
  if (subject.element.$type !== 'bpmn:ReceiveTask') return key
  return [
    ...key,
    tick(subject, subject.element, 'instantiate', false, {
      id: 'instantiate',
      label: { ar: 'تبدأ الرسالة طلبًا', en: 'The message begins an application' },
      rules: ['instantiation'],
    }),
  ]
}

const PARTS = ['correlationKey', 'messageId', 'timeToLive'] as const

const LABELS = {
  correlationKey: { ar: 'مفتاح الطلب الذي تُرسل إليه', en: 'Key of the application it goes to' },
  messageId: { ar: 'معرّف يمنع التكرار', en: 'Id that prevents doubles' },
  timeToLive: { ar: 'تُحفظ لمن يأتي بعد مدة', en: 'Kept for who comes later, for' },
} as const

const HINTS = {
  correlationKey: { ar: 'تعبير مثل ‎=reference‎.', en: 'An expression such as =reference.' },
  messageId: { ar: 'اختياري.', en: 'Optional.' },
  timeToLive: { ar: 'مثل PT1H. بلا كتابة لا تُحفظ.', en: 'Like PT1H. Kept for nobody where nothing is written.' },
} as const

/** In zeebe:publishMessage where the file has one; else in properties, which every modeller keeps. */
function sending(subject: Subject, holder: ModdleElement): readonly Entry[] {
  const { edit, element } = subject
  const at = [holder, element].find((it) => extension(edit, it, 'zeebe:PublishMessage') !== undefined)
  return PARTS.map((name) => {
    const said = {
      id: name,
      label: LABELS[name],
      hint: HINTS[name],
      rules: ['messages', 'feel'],
      words: name === 'correlationKey' ? ['a correlationKey', 'masar:correlationKey'] : [name],
    }
    return at === undefined
      ? ownFeel(subject, `masar:${name}`, said)
      : feelAttribute(subject, 'zeebe:PublishMessage', name, said, at)
  })
}
