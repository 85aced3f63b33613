/** The service itself: what it is called, whose it is, how one applies, when its office works; and whatever else workflow.json says. */
import type { JsonObject, JsonValue } from '../../../json.ts'
import type { Text } from '../../../text.ts'
import type { Subject, Weight } from '../difference.ts'
import { leavesOf } from '../leaves.ts'
import type { Aspect, Comparison, Thing } from '../thing.ts'
import { shown } from '../words.ts'
import { FILE } from './entries.ts'

const THE_SERVICE: Text = { ar: 'الخدمة', en: 'the service' }

const WORDS: Readonly<Record<string, Text>> = {
  portal: { ar: 'البوابة', en: 'the portal' },
  counter: { ar: 'الشباك', en: 'the counter' },
  mission: { ar: 'البعثات', en: 'missions' },
  api: { ar: 'البرامج', en: 'programs' },
  person: { ar: 'الأفراد', en: 'people' },
  company: { ar: 'الشركات', en: 'companies' },
}

const DAYS: Readonly<Record<string, Text>> = {
  1: { ar: 'الإثنين', en: 'Monday' },
  2: { ar: 'الثلاثاء', en: 'Tuesday' },
  3: { ar: 'الأربعاء', en: 'Wednesday' },
  4: { ar: 'الخميس', en: 'Thursday' },
  5: { ar: 'الجمعة', en: 'Friday' },
  6: { ar: 'السبت', en: 'Saturday' },
  7: { ar: 'الأحد', en: 'Sunday' },
}

const worded =
  (words: Readonly<Record<string, Text>>) =>
  (value: JsonValue): Text => {
    const list = Array.isArray(value) ? value : [value]
    const texts = list.map((it: JsonValue) => words[String(it)] ?? shown(it))
    return { ar: texts.map((it) => it.ar).join('، '), en: texts.map((it) => it.en).join(', ') }
  }

/** Channels and applicants. */
export const CHANNELS_CALLED = worded(WORDS)

/** Told by comparisons of their own. The version is the publisher's to name. */
const ELSEWHERE = new Set([
  '$schema',
  'version',
  'uses',
  'roles',
  'legalBasis',
  'dataAgreements',
  'fees',
  'deadlines',
  'retention',
  'policy',
  'texts',
  'signOff',
  'start',
  'calendar',
])

export const service: Comparison = {
  things: ({ workflow }) => [
    part(
      'service',
      'people',
      '',
      Object.fromEntries(Object.entries(workflow).filter(([key]) => !ELSEWHERE.has(key))) as JsonObject,
    ),
    part('start', 'people', '/start', only(workflow, 'start')),
    part('calendar', 'law', '/calendar', only(workflow, 'calendar')),
  ],
  aspects: [
    aspect('title', 'الاسم', 'the name', { renames: true }),
    aspect('description', 'الوصف', 'the description'),
    aspect('id', 'معرّف الحزمة', 'the id of the package', { weight: 'service' }),
    aspect('agency', 'الجهة صاحبة الخدمة', 'the agency', { weight: 'service' }),
    aspect('executor', 'المنفّذ', 'the executor', { weight: 'course' }),
    aspect('shared', 'حزمة مشتركة', 'whether it only serves other packages', { weight: 'course' }),
    aspect('search', 'ما تُعرف به الطلبات عند البحث', 'what applications are found by'),
    aspect('start/process', 'الإجراء الذي تبدأ به', 'the procedure it begins with', { weight: 'course' }),
    aspect('start/form', 'نموذج الطلب', 'the application form'),
    aspect('start/channels', 'قنوات التقديم', 'the channels one applies by', { show: CHANNELS_CALLED }),
    aspect('start/applicants', 'من يحق له التقديم', 'who may apply', { weight: 'law', show: CHANNELS_CALLED }),
    aspect('calendar/timeZone', 'المنطقة الزمنية', 'the time zone'),
    aspect('calendar/workingDays', 'أيام العمل', 'the working days', { show: worded(DAYS) }),
    aspect('calendar/holidays', 'العطل', 'the holidays'),
    aspect('calendar/closes', 'وقت إغلاق المكتب', 'the hour the office closes'),
  ],
}

const only = (workflow: JsonObject, key: string): JsonObject =>
  workflow[key] === undefined ? {} : { [key]: workflow[key] }

function part(
  kind: Extract<Subject['kind'], 'service' | 'start' | 'calendar'>,
  weight: Weight,
  place: string,
  of: JsonObject,
): Thing {
  return { key: kind, subject: { kind }, title: THE_SERVICE, file: FILE, place, weight, aspects: leavesOf(of) }
}

function aspect(of: string, ar: string, en: string, more: Pick<Aspect, 'weight' | 'renames' | 'show'> = {}): Aspect {
  return { of, name: () => ({ ar, en }), ...more }
}
