/** What is said where a condition is chosen. */
import type { Text } from '../../engine/core/text.ts'

export const CONDITION_WORDS = {
  question: { ar: 'حسب', en: 'By' },
  answer: { ar: 'إذا كان', en: 'Where it is' },
  choose: { ar: 'اختر…', en: 'Choose…' },
  answered: { ar: 'أي جواب', en: 'Any answer' },
  unanswered: { ar: 'بلا جواب', en: 'No answer' },
  otherThan: { ar: 'غير: {answer}', en: 'Not: {answer}' },
  yes: { ar: 'نعم', en: 'Yes' },
  no: { ar: 'لا', en: 'No' },
  '=': { ar: 'يساوي', en: 'equals' },
  '!=': { ar: 'لا يساوي', en: 'is not' },
  '>': { ar: 'أكبر من', en: 'is more than' },
  '>=': { ar: 'لا يقل عن', en: 'is at least' },
  '<': { ar: 'أقل من', en: 'is less than' },
  '<=': { ar: 'لا يزيد على', en: 'is at most' },
  thanNumber: { ar: 'العدد', en: 'The number' },
  written: { ar: 'النص', en: 'The text' },
  write: { ar: 'اكتب تعبيرًا بدلًا من الاختيار', en: 'Write an expression instead' },
  chooseInstead: { ar: 'اختر بدلًا من كتابة تعبير', en: 'Choose instead of writing an expression' },
  nothing: {
    ar: 'لا سؤال ولا نتيجة قبل هذا الموضع. أضف نموذجًا إلى خطوة قبله.',
    en: 'Nothing is asked or found out before this place. Give a step before it a form.',
  },
  steps: { ar: 'نتائج الخطوات', en: 'What steps found out' },
  constants: { ar: 'ثوابت السياسة', en: 'Constants of the policy' },
  application: { ar: 'الطلب', en: 'The application' },
  ofStep: { ar: '{step}: {what}', en: '{step}: {what}' },
} as const satisfies Readonly<Record<string, Text>>
