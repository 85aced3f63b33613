/** A step of a scenario in a sentence: who did what, or what came. */
import { counted, durationIn } from '../../engine/core/counted.ts'
import { filled } from '../language/language.tsx'
import type { Text } from '../../engine/core/text.ts'
import type { Step } from '../../engine/core/trial/scenario.ts'
import type { PersonOf } from './people-called.ts'

/** Element id -> its name, as far as it was met. */
export type NameOf = (element: string) => Text

export function saidStep(step: Step, nameOf: NameOf, called: PersonOf): Text {
  const [sentence, gaps] = partsOf(step, nameOf, called)
  const told = (language: 'ar' | 'en'): string =>
    filled(
      sentence[language],
      Object.fromEntries(
        Object.entries(gaps).map(([key, gap]) => [key, typeof gap === 'string' ? gap : gap[language]]),
      ),
    )
  return { ar: told('ar'), en: told('en') }
}

type Parts = readonly [sentence: Text, gaps: Readonly<Record<string, string | Text>>]

function partsOf(step: Step, nameOf: NameOf, called: PersonOf): Parts {
  if ('complete' in step)
    return [
      { ar: 'أنجز {who} المهمة {task}', en: '{who} completed {task}' },
      { who: called(step.as), task: nameOf(step.complete) },
    ]
  if ('claim' in step)
    return [
      { ar: 'استلم {who} المهمة {task}', en: '{who} took {task}' },
      { who: called(step.as), task: nameOf(step.claim) },
    ]
  if ('activate' in step)
    return [
      { ar: 'اختار {who} أن يبدأ {steps}', en: '{who} chose to begin {steps}' },
      { who: called(step.as), steps: joined(step.activate.map(nameOf)) },
    ]
  if ('advance' in step)
    return [{ ar: 'مضى الوقت: {time}', en: 'Time passed: {time}' }, { time: durationSaid(step.advance) }]
  if ('holiday' in step)
    return [
      { ar: 'أُعلنت عطلة من {first} إلى {last}', en: 'A holiday was announced from {first} to {last}' },
      { first: step.holiday, last: step.last ?? step.holiday },
    ]
  if ('stopClock' in step)
    return [
      { ar: 'أوقف {who} المهلة {deadline}', en: '{who} stopped the deadline {deadline}' },
      { who: called(step.as), deadline: step.stopClock },
    ]
  if ('continueClock' in step)
    return [
      { ar: 'استأنف {who} المهلة {deadline}', en: '{who} let the deadline {deadline} go on' },
      { who: called(step.as), deadline: step.continueClock },
    ]
  if ('message' in step) return [{ ar: 'وصلت الرسالة {name}', en: 'The message {name} came' }, { name: step.message }]
  if ('signal' in step) return [{ ar: 'أُطلقت الإشارة {name}', en: 'The signal {name} was sent' }, { name: step.signal }]
  if ('job' in step) return [jobSaid(step), { type: step.job, code: step.error ?? '' }]
  if ('pay' in step) return [PAYMENTS[step.pay], {}]
  if ('retryIncidents' in step) return [{ ar: 'أُعيدت محاولة ما تعطّل', en: 'What stood still was tried again' }, {}]
  return [
    expectationSaid(step),
    { name: 'task' in step ? nameOf(step.task) : 'noTask' in step ? nameOf(step.noTask) : '' },
  ]
}

const PAYMENTS: Readonly<Record<'approve' | 'reject' | 'expire', Text>> = {
  approve: { ar: 'دُفع الرسم', en: 'The charge was paid' },
  reject: { ar: 'رُفض الدفع', en: 'The payer refused' },
  expire: { ar: 'انتهت مهلة الدفع', en: 'The charge expired' },
}

function jobSaid({ error, fails }: Extract<Step, { job: string }>): Text {
  if (error !== undefined)
    return { ar: 'أبلغ عامل {type} عن الخطأ {code}', en: 'A worker of {type} reported the error {code}' }
  if (fails !== undefined) return { ar: 'فشلت محاولة عامل {type}', en: 'An attempt of a worker of {type} failed' }
  return { ar: 'أنجز عامل {type} عمله', en: 'A worker of {type} was done' }
}

function expectationSaid(step: Step): Text {
  if ('task' in step) return { ar: 'يُتوقع أن تكون المهمة {name} مفتوحة', en: 'The task {name} is expected to be open' }
  if ('noTask' in step)
    return { ar: 'يُتوقع ألا تكون المهمة {name} مفتوحة', en: 'The task {name} is expected not to be open' }
  if ('clock' in step)
    return { ar: 'يُتوقع أن تكون المهلة كما وُصفت', en: 'A deadline is expected to stand as described' }
  return { ar: 'يُتوقع أن تعرف الخدمة قيمًا', en: 'The service is expected to know values' }
}

const joined = (names: readonly Text[]): Text => ({
  ar: names.map(({ ar }) => ar).join('، '),
  en: names.map(({ en }) => en).join(', '),
})

/** Seconds are told as days, hours and minutes. */
function durationSaid(iso: string): Text {
  const seconds = /^PT(\d+)S$/.exec(iso)?.[1]
  if (seconds !== undefined) return spanSaid(Number(seconds))
  return { ar: durationIn(iso, 'ar'), en: durationIn(iso, 'en') }
}

const SPANS = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
] as const

/** The two greatest parts are enough. */
function spanSaid(seconds: number): Text {
  let rest = Math.max(seconds, 60)
  const parts = SPANS.flatMap(([size, unit]) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return count === 0 ? [] : [{ ar: counted(count, unit, 'ar'), en: counted(count, unit, 'en') }]
  }).slice(0, 2)
  return { ar: parts.map(({ ar }) => ar).join(' و'), en: parts.map(({ en }) => en).join(' and ') }
}
