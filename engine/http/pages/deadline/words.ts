/** What pages say of a deadline of law: why it is due when it is, and what happened to it. */
import type { Text } from '../../../core/text.ts'

export const DEADLINE_WORDS = {
  from: { ar: '{duration} من {day}', en: '{duration} from {day}' },
  endsDay: { ar: 'حتى نهاية اليوم الأخير', en: 'to the end of the last day' },
  endsOffice: { ar: 'حتى إغلاق المكتب في اليوم الأخير', en: 'until the office closes on the last day' },
  stood: { ar: 'توقفت {time}', en: 'Stood still for {time}' },
  stoodFor: { ar: 'توقفت {time}: {steps}', en: 'Stood still for {time}: {steps}' },
  hand: {
    ar: 'أُوقفت بقرار من {from} إلى {to} بموجب {law}: {reason}',
    en: 'Stopped by decision from {from} to {to} under {law}: {reason}',
  },
  off: { ar: 'لم تُحسب: {title} ({days})، أُعلنت في {day}', en: 'Not counted: {title} ({days}), announced on {day}' },
  holidays: { ar: 'لم تُحسب: {days}', en: 'Not counted: {days}' },
  dayOff: {
    ar: 'يومها الأخير {day} عطلة، فتنتهي في أول يوم عمل بعده',
    en: 'Its last day, {day}, is a day off, so it ends on the next working day',
  },
  termStopped: {
    ar: '{term}: أُوقفت المدة بقرار حتى {day} على الأكثر',
    en: '{term}: the time was stopped by decision until {day} at the latest',
  },
  termContinued: { ar: '{term}: استؤنفت المدة', en: '{term}: the time goes on' },
  termMoved: { ar: '{term}: انتقل الموعد من {before} إلى {day}', en: '{term}: moved from {before} to {day}' },
  under: { ar: 'السند: {law}', en: 'Under: {law}' },
  thenUntil: { ar: 'ثم تنتهي في {day}', en: 'It then ends on {day}' },
  becauseOff: { ar: '{title} ({days}): لا عمل', en: '{title} ({days}): not worked' },
  becauseShorter: {
    ar: '{title} ({days}): يُغلق المكتب الساعة {time}',
    en: '{title} ({days}): the office closes at {time}',
  },
  becauseWithdrawn: { ar: '{title} ({days}): سُحب الإعلان', en: '{title} ({days}): withdrawn' },
} as const satisfies Readonly<Record<string, Text>>
