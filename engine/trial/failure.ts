/** What a test expected and did not find, in the words of the analyst who reads its verdict: both languages, side by side. */
import { reasonTo } from '../core/incident-reason.ts'
import type { Finding, Problem } from '../core/problem.ts'
import type { Text } from '../core/text.ts'

export type Failure = Text

const inArabic = (reason: string): string => reasonTo(reason, 'ar')

const list = (names: readonly string[]): Text =>
  names.length === 0 ? { ar: 'لا شيء', en: 'none' } : { ar: names.join('، '), en: names.join(', ') }

/** A command that the engine refused. @param doing what somebody was to do */
export function refusedTo(doing: Text, problem: Problem): Failure {
  const findings = problem.findings ?? []
  const told = (language: 'ar' | 'en'): string =>
    findings
      .map((one) => {
        const message = language === 'ar' ? (one.messageAr ?? one.message) : one.message
        return `\n  ${one.file ?? ''} ${one.place ?? ''} ${message}`
      })
      .join('')
  return {
    en: `Expected ${doing.en}, but ${problem.code}: ${problem.detail}${told('en')}`,
    ar: `المتوقع ${doing.ar}، لكن ${problem.code}: ${inArabic(problem.detail)}${told('ar')}`,
  }
}

export const doing = {
  begin: { en: 'the application to begin', ar: 'أن يبدأ الطلب' },
  deploy: { en: 'the packages to deploy', ar: 'أن تُنشر الحزم' },
  announce: (day: string): Text => ({ en: `${day} to be announced`, ar: `أن يُعلن يوم ${day}` }),
  complete: (who: string, task: string): Text => ({
    en: `${who} to complete ${task}`,
    ar: `أن ينجز ${who} المهمة ${task}`,
  }),
  claim: (who: string, task: string): Text => ({ en: `${who} to claim ${task}`, ar: `أن يستلم ${who} المهمة ${task}` }),
  stop: (who: string, deadline: string): Text => ({
    en: `${who} to stop the deadline ${deadline}`,
    ar: `أن يوقف ${who} المهلة ${deadline}`,
  }),
  goOn: (who: string, deadline: string): Text => ({
    en: `${who} to let the deadline ${deadline} go on`,
    ar: `أن يستأنف ${who} المهلة ${deadline}`,
  }),
  activate: (who: string, steps: readonly string[]): Text => ({
    en: `${who} to begin ${list(steps).en}`,
    ar: `أن يبدأ ${who} الخطوات ${list(steps).ar}`,
  }),
  message: (name: string): Text => ({ en: `the message ${name} to be taken in`, ar: `أن تُستلم الرسالة ${name}` }),
  signal: (name: string): Text => ({ en: `the signal ${name} to be taken in`, ar: `أن تُستلم الإشارة ${name}` }),
  lease: (type: string): Text => ({ en: `a worker to take a job ${type}`, ar: `أن يأخذ عامل العمل ${type}` }),
  report: (type: string): Text => ({ en: `the job ${type} to be reported`, ar: `أن تُسجّل نتيجة العمل ${type}` }),
  retry: (element: string): Text => ({
    en: `the incident at ${element} to be retried`,
    ar: `أن تُعاد محاولة ما تعطّل عند ${element}`,
  }),
} as const

export const failure = {
  step: (number: number, { ar, en }: Failure): Failure => ({
    en: `step ${number}: ${en}`,
    ar: `الخطوة ${number}: ${ar}`,
  }),
  accepted: (wanted: Text, refused: string): Failure => ({
    en: `Expected ${wanted.en} to be refused with ${refused}, but it was accepted`,
    ar: `المتوقع أن يُرفض بالرمز ${refused} ${wanted.ar}، لكنه قُبل`,
  }),
  startAccepted: (refused: string): Failure => ({
    en: `Expected the start to be refused with ${refused}, but it was accepted`,
    ar: `المتوقع أن يُرفض بدء الطلب بالرمز ${refused}، لكنه قُبل`,
  }),
  unknownStep: (kinds: readonly string[], found: readonly string[]): Failure => ({
    en: `Expected a step with one of ${kinds.join(', ')}, but found ${found.join(', ')}`,
    ar: `المتوقع خطوة فيها واحد من ${kinds.join('، ')}، لكن وُجد ${found.join('، ')}`,
  }),
  duration: (found: string): Failure => ({
    en: `Expected an ISO 8601 duration like "P3D", but found "${found}"`,
    ar: `المتوقع مدة بصيغة ISO 8601 مثل "P3D"، لكن وُجد "${found}"`,
  }),
  noTask: (element: string, open: readonly string[], standing: Text): Failure => ({
    en: `Expected an open task ${element}, but open are: ${open.join(', ') || 'none'}${standing.en}`,
    ar: `المتوقع مهمة مفتوحة ${element}، لكن المفتوح: ${list(open).ar}${standing.ar}`,
  }),
  openTask: (element: string): Failure => ({
    en: `Expected no open task ${element}, but there is one`,
    ar: `المتوقع ألا تكون المهمة ${element} مفتوحة، لكنها مفتوحة`,
  }),
  due: (element: string, due: string, found: string): Failure => ({
    en: `Expected ${element} to be due ${due}, but it is due ${found}`,
    ar: `المتوقع أن يحل موعد ${element} في ${due}، لكنه في ${found}`,
  }),
  offered: (element: string, groups: readonly string[], found: readonly string[]): Failure => ({
    en: `Expected ${element} to be offered to ${groups.join(', ')}, but it is offered to ${found.join(', ')}`,
    ar: `المتوقع أن تُعرض ${element} على ${groups.join('، ')}، لكنها معروضة على ${list(found).ar}`,
  }),
  assigned: (element: string, person: string, found: string | undefined): Failure => ({
    en: `Expected ${element} to be assigned to ${person}, but it is assigned to ${found ?? 'nobody'}`,
    ar: `المتوقع أن تكون ${element} مسندة إلى ${person}، لكنها مسندة إلى ${found ?? 'لا أحد'}`,
  }),
  noJob: (type: string, standing: Text): Failure => ({
    en: `Expected a job ${type} to be due, but there is none${standing.en}`,
    ar: `المتوقع عمل ${type} حان وقته، لكن لا يوجد${standing.ar}`,
  }),
  noCharge: {
    en: 'Expected a charge that waits for the payer, but there is none',
    ar: 'المتوقع مطالبة تنتظر الدافع، لكن لا توجد',
  },
  variables: (expected: unknown, found: unknown): Failure => ({
    en: `Expected variables ${JSON.stringify(expected)}, but found ${JSON.stringify(found)}`,
    ar: `المتوقع المتغيرات ${JSON.stringify(expected)}، لكن وُجد ${JSON.stringify(found)}`,
  }),
  noClock: (deadline: string, running: readonly string[]): Failure => ({
    en: `Expected the deadline ${deadline} to run, but there run: ${running.join(', ') || 'none'}`,
    ar: `المتوقع أن تكون المهلة ${deadline} جارية، لكن الجاري: ${list(running).ar}`,
  }),
  clock: (deadline: string, what: Text, expected: unknown, found: unknown): Failure => ({
    en: `Expected the deadline ${deadline} ${what.en} ${String(expected)}, but found ${String(found)}`,
    ar: `المتوقع للمهلة ${deadline} ${what.ar} ${String(expected)}، لكن وُجد ${String(found)}`,
  }),
  reached: (element: string): Failure => ({
    en: `Expected ${element} never to be reached, but it was`,
    ar: `المتوقع ألا يُبلغ ${element} أبدًا، لكنه بُلغ`,
  }),
  path: (element: string, after: string | undefined, path: readonly string[]): Failure => ({
    en: `Expected ${element} to be completed${after === undefined ? '' : ` after ${after}`}, but the path was ${path.join(' > ')}`,
    ar: `المتوقع أن يكتمل ${element}${after === undefined ? '' : ` بعد ${after}`}، لكن المسار كان ${path.join(' > ')}`,
  }),
  same: (what: Text, expected: string, found: string): Failure => ({
    en: `Expected ${what.en} ${expected}, but found ${found}`,
    ar: `المتوقع ${what.ar} ${expected}، لكن وُجد ${found}`,
  }),
  notice: (text: string, sent: number): Failure => ({
    en: `Expected a notice with "${text}", but ${sent} were sent without it`,
    ar: `المتوقع إشعار فيه "${text}"، لكن أُرسل ${sent} دونه`,
  }),
  incident: (element: string, message: string): Failure => ({
    en: `Expected no incident, but ${element} stands still: ${message}`,
    ar: `المتوقع ألا يتعطل شيء، لكن ${element} متوقف: ${inArabic(message)}`,
  }),
  file: (found: Finding): Failure => ({
    en: `${found.place ?? ''} ${found.message}`,
    ar: `${found.place ?? ''} ${found.messageAr ?? found.message}`,
  }),
  fault: (text: string): Failure => ({ en: text, ar: `عطل داخلي: ${text}` }),
  replay: {
    en: 'Expected the history to fold to the stored state, but it differs',
    ar: 'المتوقع أن يعيد السجل الحالة المحفوظة، لكنه يختلف عنها',
  },
} as const

/** What stands still meanwhile, after what was expected of it. */
export const standingAt = (incidents: readonly { readonly element: string; readonly message: string }[]): Text => ({
  en: incidents.map((one) => `; incident at ${one.element}: ${one.message}`).join(''),
  ar: incidents.map((one) => `؛ تعطّل عند ${one.element}: ${inArabic(one.message)}`).join(''),
})
