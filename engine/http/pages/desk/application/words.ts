/** How the desk says what happened to an application. */
import type { Text } from '../../../../core/text.ts'

export const COURSE_WORDS = {
  received: { ar: 'قُدّم الطلب', en: 'Application received' },
  held: { ar: 'أُوقف الطلب', en: 'Held' },
  goesOn: { ar: 'استؤنف الطلب', en: 'Goes on' },
  over: { ar: 'انتهت المعاملة', en: 'Ended' },
  calledOff: { ar: 'أُلغي الطلب', en: 'Called off' },
  refused: { ar: 'رُفض الطلب', en: 'Refused' },
  paper: { ar: 'صدرت وثيقة:', en: 'Document:' },
  fee_asked: { ar: 'طُلب رسم', en: 'Fee asked for:' },
  fee_paid: { ar: 'دُفع الرسم', en: 'Fee paid:' },
  fee_notPaid: { ar: 'لم يُدفع الرسم', en: 'Fee not paid:' },
  fee_unknown: { ar: 'الدفع قيد التحقق', en: 'Payment being verified:' },
  refund_asked: { ar: 'طُلب رد مبلغ', en: 'Refund asked for:' },
  refund_given: { ar: 'رُدّ مبلغ', en: 'Refund given:' },
  refund_notTaken: { ar: 'لم يُقبل رد المبلغ', en: 'Refund not taken:' },
  register: { ar: 'سجل جهة أخرى', en: 'Register of another agency' },
  holder_applicant: { ar: 'مقدّم الطلب', en: 'Applicant' },
  holder_participant: { ar: 'شخص آخر مشارك', en: 'Another participant' },
  holder_system: { ar: 'النظام', en: 'System' },
} as const satisfies Readonly<Record<string, Text>>
