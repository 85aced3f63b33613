/** How the desk says what happened to an application. */
import type { Text } from '../../../../core/text.ts'

export const COURSE_WORDS = {
  received: { ar: 'قُدّم الطلب', en: 'Application received' },
  held: { ar: 'أُوقف الطلب', en: 'Held' },
  goesOn: { ar: 'استؤنف الطلب', en: 'Goes on' },
  over: { ar: 'انتهى الطلب', en: 'Ended' },
  calledOff: { ar: 'أُلغي الطلب', en: 'Called off' },
  refused: { ar: 'رُفض الطلب', en: 'Refused' },
  paper: { ar: 'صدرت وثيقة:', en: 'Document:' },
  fee_asked: { ar: 'طُلب دفع الرسم:', en: 'Fee asked for:' },
  fee_paid: { ar: 'دُفع الرسم:', en: 'Fee paid:' },
  fee_notPaid: { ar: 'لم يُدفع الرسم:', en: 'Fee not paid:' },
  fee_unknown: { ar: 'الدفع قيد التحقق:', en: 'Payment being verified:' },
  refund_asked: { ar: 'طُلب رد المبلغ:', en: 'Refund asked for:' },
  refund_given: { ar: 'رُدّ المبلغ:', en: 'Refund given:' },
  refund_notTaken: { ar: 'لم يُقبل رد المبلغ:', en: 'Refund not taken:' },
  register: { ar: 'سجل جهة أخرى', en: 'Register of another agency' },
  holder_applicant: { ar: 'مقدّم الطلب', en: 'Applicant' },
  holder_participant: { ar: 'شخص آخر مشارك', en: 'Another participant' },
  holder_system: { ar: 'النظام', en: 'System' },
} as const satisfies Readonly<Record<string, Text>>

/** What the desk says of terms of law, and why they end when they do. */
export const TERM_WORDS = {
  terms: { ar: 'المدد القانونية', en: 'Terms of law' },
  runs: { ar: 'جارية', en: 'Runs' },
  isStill: { ar: 'متوقفة', en: 'Stands still' },
  isOver: { ar: 'منقضية', en: 'Over' },
  ends: { ar: 'آخر يوم {day}', en: 'last day {day}' },
  byHand: {
    ar: 'أوقفها المشرف من {from} حتى {to} بموجب {law}: {reason}',
    en: 'Stopped by a supervisor from {from} until {to} under {law}: {reason}',
  },
  stands: { ar: 'متوقفة منذ {since} بسبب: {steps}', en: 'Stands still since {since} for: {steps}' },
  late: { ar: 'متأخرة', en: 'Late' },
  stop: { ar: 'إيقاف المدة', en: 'Let it stand still' },
  goOn: { ar: 'استئناف المدة', en: 'Let it go on' },
  under: { ar: 'بموجب أي مادة؟', en: 'Under which article?' },
  why: { ar: 'السبب، ويقرؤه مقدّم الطلب', en: 'Reason, which the applicant can read' },
  longest: { ar: 'تُستأنف المدة وحدها بعد {time}.', en: 'It goes on by itself after {time}.' },
  stoppedNow: { ar: 'أُوقفت المدة.', en: 'The term stands still.' },
  goesOnNow: { ar: 'استُؤنفت المدة.', en: 'The term goes on.' },
} as const satisfies Readonly<Record<string, Text>>
