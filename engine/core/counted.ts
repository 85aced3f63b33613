/** Numbers of things as people say them: "three working days", in the plural their language has for that number. */
import type { Language } from './text.ts'

type Unit =
  | 'minute'
  | 'hour'
  | 'day'
  | 'workingDay'
  | 'week'
  | 'month'
  | 'year'
  | 'question'
  | 'error'
  | 'suggestion'
  | 'application'
  | 'visit'
type Forms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

const UNITS: Readonly<Record<Unit, Readonly<Record<Language, Forms>>>> = {
  minute: {
    ar: { one: 'دقيقة واحدة', two: 'دقيقتان', few: '{n} دقائق', other: '{n} دقيقة' },
    en: { one: '1 minute', other: '{n} minutes' },
  },
  hour: {
    ar: { one: 'ساعة واحدة', two: 'ساعتان', few: '{n} ساعات', other: '{n} ساعة' },
    en: { one: '1 hour', other: '{n} hours' },
  },
  day: {
    ar: { one: 'يوم واحد', two: 'يومان', few: '{n} أيام', many: '{n} يومًا', other: '{n} يوم' },
    en: { one: '1 day', other: '{n} days' },
  },
  workingDay: {
    ar: { one: 'يوم عمل واحد', two: 'يوما عمل', few: '{n} أيام عمل', other: '{n} يوم عمل' },
    en: { one: '1 working day', other: '{n} working days' },
  },
  week: {
    ar: { one: 'أسبوع واحد', two: 'أسبوعان', few: '{n} أسابيع', many: '{n} أسبوعًا', other: '{n} أسبوع' },
    en: { one: '1 week', other: '{n} weeks' },
  },
  month: {
    ar: { one: 'شهر واحد', two: 'شهران', few: '{n} أشهر', many: '{n} شهرًا', other: '{n} شهر' },
    en: { one: '1 month', other: '{n} months' },
  },
  year: {
    ar: { one: 'سنة واحدة', two: 'سنتان', few: '{n} سنوات', other: '{n} سنة' },
    en: { one: '1 year', other: '{n} years' },
  },
  question: {
    ar: { one: 'سؤال واحد', two: 'سؤالان', few: '{n} أسئلة', many: '{n} سؤالًا', other: '{n} سؤال' },
    en: { one: '1 question', other: '{n} questions' },
  },
  error: {
    ar: { one: 'خطأ واحد', two: 'خطآن', few: '{n} أخطاء', many: '{n} خطأً', other: '{n} خطأ' },
    en: { one: '1 error', other: '{n} errors' },
  },
  suggestion: {
    ar: { one: 'اقتراح واحد', two: 'اقتراحان', few: '{n} اقتراحات', many: '{n} اقتراحًا', other: '{n} اقتراح' },
    en: { one: '1 suggestion', other: '{n} suggestions' },
  },
  application: {
    ar: { one: 'طلب واحد', two: 'طلبان', few: '{n} طلبات', many: '{n} طلبًا', other: '{n} طلب' },
    en: { one: '1 application', other: '{n} applications' },
  },
  visit: {
    ar: { one: 'مرة واحدة', two: 'مرتين', few: '{n} مرات', other: '{n} مرة' },
    en: { one: 'once', other: '{n} times' },
  },
}

const RULES: Readonly<Record<Language, Intl.PluralRules>> = {
  ar: new Intl.PluralRules('ar'),
  en: new Intl.PluralRules('en'),
}

export function counted(count: number, unit: Unit, language: Language): string {
  const forms = UNITS[unit][language]
  return (forms[RULES[language].select(count)] ?? forms.other).replace('{n}', String(count))
}

const DURATION = /^P(?:(\d+)WD|(\d+)Y|(\d+)M|(\d+)W|(\d+)D|T(\d+)H|T(\d+)M)$/
const GROUPS: readonly Unit[] = ['workingDay', 'year', 'month', 'week', 'day', 'hour', 'minute']

/** "P3WD" -> "3 working days"; a duration of several units is said as it is written. */
export function durationIn(duration: string, language: Language): string {
  const found = DURATION.exec(duration)
  const at = found?.slice(1).findIndex((group) => group !== undefined) ?? -1
  const unit = GROUPS[at]
  return unit === undefined ? duration : counted(Number(found?.[at + 1]), unit, language)
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long something took, as one would tell it. @param milliseconds 0 or more */
export function elapsed(milliseconds: number, language: Language): string {
  if (milliseconds < HOUR) return counted(Math.max(1, Math.round(milliseconds / MINUTE)), 'minute', language)
  if (milliseconds < 2 * DAY) return counted(Math.round(milliseconds / HOUR), 'hour', language)
  return counted(Math.round(milliseconds / DAY), 'day', language)
}
