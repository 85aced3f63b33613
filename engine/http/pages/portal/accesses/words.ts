/** What the page says on which a citizen reads who looked into their data. */
import type { Role } from '../../../../core/actor.ts'
import type { AccessedPart } from '../../../../core/data-access.ts'
import type { CallOutcome } from '../../../../core/evidence.ts'
import type { Text } from '../../../../core/text.ts'

export const ACCESSES_WORDS = {
  title: { ar: 'من اطّلع على بياناتي', en: 'Who read my data' },
  about: {
    ar: 'كل من فتح طلبك أو وثيقة منه يُسجَّل هنا قبل أن يراه، مرة كل ربع ساعة. نذكر صفته وجهته، وتعرف الجهة من هو.',
    en: 'Everybody who opens your application or a document of it is written down here before they see it, once in a quarter of an hour. You read their office and agency; the agency knows who they are.',
  },
  people: { ar: 'أشخاص فتحوا طلبك', en: 'People who opened your application' },
  nobody: { ar: 'لم يفتحه أحد غيرك.', en: 'Nobody but you has opened it.' },
  registers: { ar: 'سجلات سُئلت عنك', en: 'Registers that were asked about you' },
  noRegister: { ar: 'لم تُسأل أي جهة عنك.', en: 'No other agency was asked about you.' },
  of: { ar: '{who}، جهة {agency}', en: '{who}, agency {agency}' },
  why: { ar: 'لماذا: {purpose}', en: 'Why: {purpose}' },
  under: { ar: 'بموجب: {law}', en: 'Under: {law}' },
  service: { ar: 'الخدمة: {service}', en: 'Service: {service}' },
  back: { ar: 'عودة إلى الطلب', en: 'Back to the application' },
  more: { ar: 'أقدم من ذلك', en: 'Older ones' },
  task: { ar: 'عملًا على: {task}', en: 'working on: {task}' },
  document: { ar: 'وثيقة: {document}', en: 'document: {document}' },
} as const satisfies Readonly<Record<string, Text>>

export const ROLE_WORDS: Readonly<Record<Role, Text>> = {
  citizen: { ar: 'مواطن مشارك في الطلب', en: 'a person who takes part' },
  clerk: { ar: 'موظف', en: 'a clerk' },
  supervisor: { ar: 'مشرف', en: 'a supervisor' },
  analyst: { ar: 'محلل خدمات', en: 'an analyst' },
  operator: { ar: 'مشغّل النظام', en: 'an operator' },
  auditor: { ar: 'مدقق', en: 'an auditor' },
  worker: { ar: 'نظام آلي', en: 'a machine' },
}

export const PART_WORDS: Readonly<Record<AccessedPart, Text>> = {
  application: { ar: 'الطلب كله', en: 'the application as a whole' },
  record: { ar: 'سجل ما جرى', en: 'the record of what happened' },
  evidence: { ar: 'ما سُئلت عنه الجهات الأخرى', en: 'what other agencies were asked' },
  document: { ar: 'وثيقة', en: 'a document' },
  task: { ar: 'ما يلزم لإنجاز خطوة', en: 'what is needed for a step' },
}

export const OUTCOME_WORDS: Readonly<Record<CallOutcome, Text>> = {
  answered: { ar: 'أجابت', en: 'answered' },
  notFound: { ar: 'لا قيد لديها', en: 'has no entry' },
  notDelivered: { ar: 'لم يصل السؤال', en: 'the question was not delivered' },
  ambiguous: { ar: 'لم يُعرف الجواب', en: 'no certain answer' },
  refused: { ar: 'رفضت السؤال', en: 'refused the question' },
}
