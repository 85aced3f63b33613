/**
 * What is wrong in a decision file, said to its author in both languages: the rule, the place, the remedy.
 *
 * One table holds every sentence of the reader. All findings of a file are collected, none stops the reading of the rest.
 */
import { feelInArabic } from '../feel/arabic.ts'
import { mistake } from '../finding.ts'
import type { Finding } from '../problem.ts'
import type { Text } from '../text.ts'

/** Where in the file: the nearest element id, and the way to it in words ("rule 3, output "amount""). */
export interface Place {
  readonly id: string | undefined
  readonly words: Text
}

/** The same place, one step further in; keeps the outer id where the inner element has none. */
export function within(place: Place, id: string | undefined, en: string, ar: string): Place {
  const join = (outer: string, inner: string, comma: string): string => [outer, inner].filter(Boolean).join(comma)
  return { id: id ?? place.id, words: { en: join(place.words.en, en, ', '), ar: join(place.words.ar, ar, '، ') } }
}

interface Sentence {
  readonly message: Text
  readonly remedy: Text
}

const say = (en: string, ar: string, remedyEn: string, remedyAr: string): Sentence => ({
  message: { en, ar },
  remedy: { en: remedyEn, ar: remedyAr },
})

const RULES = {
  unreadable: (found: string) =>
    say(
      `Expected a DMN 1.2 to 1.5 file that reads without a warning, but found: ${found}`,
      `كان المتوقع ملف DMN من الإصدار 1.2 إلى 1.5 يُقرأ دون تحذير، لكن وُجد: ${found}`,
      'Save the file again in a DMN modeller, or remove the named part.',
      'احفظ الملف من جديد في برنامج نمذجة DMN، أو احذف الجزء المذكور.',
    ),
  'too-large': (found: string) =>
    say(
      `Expected no more than a decision file may hold, but found ${found}`,
      `كان المتوقع ألا يتجاوز ملف القرار الحد المسموح، لكن وُجد: ${found}`,
      'Split the decision into several smaller ones.',
      'قسّم القرار إلى عدة قرارات أصغر.',
    ),
  repeated: (found: string) =>
    say(
      `Expected ${found} at most once here, but found it again`,
      `كان المتوقع ورود ${found} مرة واحدة على الأكثر هنا، لكنه تكرر`,
      'Keep one of them.',
      'أبقِ واحدًا منها فقط.',
    ),
  unsupported: (found: string) =>
    say(
      `Expected only what Masar can run, but found ${found}`,
      `كان المتوقع ما يستطيع مسار تنفيذه فقط، لكن وُجد: ${found}`,
      'Express it with a decision table or FEEL, or remove it.',
      'عبّر عنه بجدول قرار أو بلغة FEEL، أو احذفه.',
    ),
  missing: (what: string) =>
    say(
      `Expected ${what}, but it is missing`,
      `العنصر المطلوب غير موجود: ${what}`,
      'Add it in the decision editor.',
      'أضفه في محرر القرارات.',
    ),
  syntax: (reason: string) =>
    say(
      `Expected a FEEL expression, but: ${reason}`,
      `كان المتوقع تعبير FEEL صحيحًا، لكن: ${feelInArabic(reason)}`,
      'Correct the expression; texts stand in double quotes.',
      'صحّح التعبير؛ تُكتب النصوص بين علامتي اقتباس مزدوجتين.',
    ),
  'unknown-name': (name: string) =>
    say(
      `Expected the name of an input, a required decision or a knowledge model, but found "${name}"`,
      `كان المتوقع اسم مدخل أو قرار مطلوب أو نموذج معرفة، لكن وُجد «${name}»`,
      'Correct the spelling, or draw the requirement from that element; texts stand in double quotes.',
      'صحّح كتابة الاسم، أو ارسم سهم الاعتماد من ذلك العنصر؛ تُكتب النصوص بين علامتي اقتباس مزدوجتين.',
    ),
  'unknown-reference': (href: string) =>
    say(
      `Expected a reference to an element of this file, but found "${href}"`,
      `كان المتوقع إشارة إلى عنصر في هذا الملف، لكن وُجد «${href}»`,
      'Draw the requirement again from an element of this file.',
      'أعد رسم سهم الاعتماد من عنصر في هذا الملف.',
    ),
  cycle: (path: string) =>
    say(
      `Expected requirements that come to an end, but found a circle: ${path}`,
      `كان المتوقع أن تنتهي سلسلة الاعتماد، لكن وُجدت حلقة: ${path}`,
      'Remove one of the requirements of the circle.',
      'احذف أحد أسهم الاعتماد في الحلقة.',
    ),
  ambiguous: (name: string) =>
    say(
      `Expected different names, but "${name}" means two things here`,
      `كان المتوقع أسماء مختلفة، لكن «${name}» يدل هنا على شيئين`,
      'Rename one of them.',
      'غيّر أحد الاسمين.',
    ),
  width: (found: string) =>
    say(
      `Expected one entry per column, but ${found}`,
      `كان المتوقع خانة واحدة لكل عمود، لكن: ${found}`,
      'Give the rule one entry for each input and each output.',
      'اجعل للقاعدة خانة لكل مدخل وخانة لكل مخرج.',
    ),
  'unknown-type': (name: string) =>
    say(
      `Expected a FEEL type or an item definition of this file, but found "${name}"`,
      `كان المتوقع نوعًا من أنواع FEEL أو تعريف عنصر في هذا الملف، لكن وُجد «${name}»`,
      'Use string, number, boolean, date, time, dateTime, dayTimeDuration, yearMonthDuration or Any, or define the type.',
      'استعمل string أو number أو boolean أو date أو time أو dateTime أو dayTimeDuration أو yearMonthDuration أو Any، أو عرّف النوع.',
    ),
  'hit-policy': (found: string) =>
    say(
      `Expected a hit policy of DMN (UNIQUE, FIRST, PRIORITY, ANY, COLLECT, RULE ORDER, OUTPUT ORDER), but found ${found}`,
      `كانت المتوقعة سياسة مطابقة من DMN (‏UNIQUE أو FIRST أو PRIORITY أو ANY أو COLLECT أو RULE ORDER أو OUTPUT ORDER)، لكن وُجد: ${found}`,
      'Choose the hit policy in the corner of the table.',
      'اختر سياسة المطابقة من زاوية الجدول.',
    ),
  'no-priorities': (policy: string) =>
    say(
      `Expected output values in order of priority for ${policy}, but no output lists any`,
      `كان المتوقع أن تُسرد قيم المخرج بترتيب الأولوية لسياسة ${policy}، لكن لا مخرج يسردها`,
      'List the output values of at least one output, the most important first.',
      'اسرد قيم مخرج واحد على الأقل، الأهم أولًا.',
    ),
  'not-allowed': (reason: string) =>
    say(reason, `القيمة لا توافق العمود: ${reason}`, 'Correct the entry or the column.', 'صحّح الخانة أو العمود.'),
  'taken-name': (name: string) =>
    say(
      `Expected a name of its own, but "${name}" is a function of FEEL, which would be called instead`,
      `كان المتوقع اسمًا خاصًا، لكن «${name}» دالة من دوال FEEL وستُستدعى بدلًا منه`,
      'Rename it.',
      'غيّر الاسم.',
    ),
  parameters: (found: string) =>
    say(
      `Expected exactly the parameters of the function, but ${found}`,
      `كان المتوقع معاملات الدالة نفسها تمامًا، لكن: ${found}`,
      'Bind each parameter of the function once.',
      'اربط كل معامل من معاملات الدالة مرة واحدة.',
    ),
} satisfies Record<string, (detail: string) => Sentence>

export type DmnRule = keyof typeof RULES

/** Gathers the findings of one file. */
export class Findings {
  readonly list: Finding[] = []
  readonly file: string

  constructor(file: string) {
    this.file = file
  }

  add(rule: DmnRule, place: Place, detail: string): void {
    const { message, remedy } = RULES[rule](
      detail.length > LONGEST_DETAIL ? `${detail.slice(0, LONGEST_DETAIL)}…` : detail,
    )
    const { en, ar } = place.words
    const said = {
      en: en === '' ? message.en : `${en}: ${message.en}`,
      ar: ar === '' ? message.ar : `${ar}: ${message.ar}`,
    }
    const where = place.id === undefined ? { file: this.file } : { file: this.file, place: place.id }
    if (this.list.length < MOST_FINDINGS) this.list.push(mistake(`dmn/${rule}`, where, said, remedy))
  }
}

/** A file wrong in a thousand cells is mended from the first hundred. */
const MOST_FINDINGS = 100
const LONGEST_DETAIL = 300
