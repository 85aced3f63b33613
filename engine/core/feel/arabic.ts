/**
 * Why an expression cannot be read or has no value, said in Arabic: "Expected a value, but found )" -> «المتوقع قيمة، لكن وُجد )».
 *
 * The reader and the evaluation have one sentence each time, in English; here stands the same in Arabic, piece by piece. What is
 * written in the expression stays as it is, and runs from left to right. A sentence that is not known stays whole, in English.
 */
import { FOUND_VALUES, WANTED_VALUES, type Phrase } from './arabic-values.ts'

const PLACES: readonly Phrase[] = [
  [/^after the condition of if$/, 'بعد شرط if'],
  [/^after the then part of if$/, 'بعد جزء then من if'],
  [/^after the lists of (\w+)$/, 'بعد قوائم $1'],
  [/^after the name (.+)$/s, 'بعد الاسم $1'],
  [/^after function$/, 'بعد function'],
  [/^after the parameters$/, 'بعد معاملات الدالة'],
  [/^after the tests of in$/, 'بعد شروط in'],
  [/^before a key$/, 'قبل المفتاح'],
  [/^before a filter$/, 'قبل المرشِّح'],
  [/^to close the filter$/, 'لإغلاق المرشِّح'],
  [/^before the arguments$/, 'قبل مدخلات الدالة'],
  [/^after the arguments$/, 'بعد مدخلات الدالة'],
  [/^after the name of the argument$/, 'بعد اسم المدخل'],
  [/^to close (list|range|context|function|.+)<$/, 'لإغلاق $1'],
  [/^after the key$/, 'بعد المفتاح'],
  [/^before a date, time or duration$/, 'قبل التاريخ أو الوقت أو المدة'],
  [/^to open$/, 'للفتح'],
  [/^to close the parenthesis$/, 'لإغلاق القوس'],
  [/^to close the range$/, 'لإغلاق المجال'],
  [/^to close the list$/, 'لإغلاق القائمة'],
  [/^to open a range$/, 'لفتح المجال'],
  [/^between the ends of a range$/, 'بين طرفي المجال'],
  [/^to open a context$/, 'لفتح مجموعة القيم'],
  [/^to close the context$/, 'لإغلاق مجموعة القيم'],
  [/^between the bounds of between$/, 'بين حدّي between'],
  [/^after instance$/, 'بعد instance'],
]

const WANTED: readonly Phrase[] = [
  [/^a value$/, 'قيمة'],
  [/^an operator or the end$/, 'عملية مثل + أو and، أو نهاية التعبير'],
  [/^a name after (\w+)$/, 'اسم بعد $1'],
  [/^a function written in FEEL \(code outside FEEL is not allowed\)$/, 'دالة مكتوبة بلغة FEEL (لا يُسمح بشيفرة خارجها)'],
  [/^the name of a parameter$/, 'اسم معامل الدالة'],
  [/^a key after the dot$/, 'اسم الحقل بعد النقطة'],
  [/^the argument "(.+)" once$/s, 'المدخل $1 مرة واحدة'],
  [/^a name and : before the argument, as before the first one$/, 'اسم ثم : قبل المدخل، كما قبل الأول'],
  [/^a type such as number, string, date or list<number>$/, 'نوع مثل number أو string أو date أو list<number>'],
  [/^a key and : in context<$/, 'مفتاح ثم : داخل context<'],
  [/^a key and : in the context$/, 'مفتاح ثم : داخل مجموعة القيم'],
  [/^a smaller number$/, 'عدد أصغر'],
  [/^a date, time or duration such as (@"[^"]*"), (@"[^"]*") or (@"[^"]*")$/, 'تاريخ أو وقت أو مدة مثل $1 أو $2 أو $3'],
  [/^a string in double quotes$/, 'نص بين علامتي تنصيص مزدوجتين'],
  [/^a Unicode character up to (\S+)$/, 'محرف يونيكود حتى $1'],
  [/^\] or \) to close the range$/, '] أو ) لإغلاق المجال'],
  [/^another key than "(.+)" a second time$/s, 'مفتاح آخر، فقد ورد $1 من قبل'],
  [/^another key$/, 'مفتاح آخر'],
  [/^at most (\d+) levels of nesting$/, 'ألا يزيد التداخل على $1 مستوى'],
  [/^at most (\d+) constructs inside one another$/, 'ألا يزيد تداخل التراكيب على $1'],
  [/^at most (\d+) characters$/, 'ألا يزيد النص على $1 محرف'],
  [
    /^a function that always gives the same value: ([\w ]+\(\)) would give another value at every replay of a case; let the process carry the id in a variable$/,
    'دالة تعطي القيمة نفسها دائمًا: $1 تعطي قيمة أخرى كلما أُعيد تشغيل المعاملة؛ ليحمل الإجراء المعرّف في متغير',
  ],
  [
    /^a function that always gives the same value: ([\w ]+\(\)) would give another value at every replay of a case; let a service task draw it$/,
    'دالة تعطي القيمة نفسها دائمًا: $1 تعطي قيمة أخرى كلما أُعيد تشغيل المعاملة؛ لتسحب الرقم مهمة خدمة',
  ],
  [/^([\p{L} ]+\(.*\))$/su, 'كتابة الدالة هكذا: $1'],
]

/** Of a decision that was asked. */
const WHERE: readonly Phrase[] = [
  [/^decision "(.*)"$/, 'القرار $1'],
  [/^rule (\d+)$/, 'القاعدة $1'],
  [/^input "(.*)"$/, 'الشرط $1'],
  [/^output "(.*)"$/, 'الجواب $1'],
]

const FOUND: readonly Phrase[] = [
  [/^found the end$/, 'انتهى التعبير'],
  [/^the arguments do not fit it$/, 'مدخلاتها لا تناسبها'],
  ...FOUND_VALUES,
  [/^found (.+)$/s, 'وُجد $1'],
]

/** A sentence of the reader, the compiler or the evaluation. */
export function feelInArabic(reason: string): string {
  const [, where, inner = ''] = /^((?:decision|rule|input|output) (?:"[^"]*"|\d+)): ([\s\S]+)$/.exec(reason) ?? []
  if (where !== undefined) return `${phrased(where, WHERE) ?? where}: ${feelInArabic(inner)}`
  const [, sentence = reason, place] = /^([\s\S]*?)(?: \(in ([\s\S]*)\))?$/.exec(reason) ?? []
  const said = whole(sentence)
  return said === undefined ? reason : place === undefined ? said : `${said} (في ${written(place)})`
}

function whole(sentence: string): string | undefined {
  // What was written may hold ", but " itself: the last of ours counts first.
  const text = /^Expected ([\s\S]+)$/.exec(sentence)?.[1]
  if (text === undefined) return undefined
  for (let at = text.lastIndexOf(', but '); at > 0; at = text.lastIndexOf(', but ', at - 1)) {
    const [wanted, found] = [wantedIn(text.slice(0, at)), phrased(text.slice(at + 6), FOUND)]
    if (wanted !== undefined && found !== undefined) return `المتوقع ${wanted}، لكن ${found}`
  }
  const wanted = wantedIn(text)
  return wanted === undefined ? undefined : `المتوقع ${wanted}`
}

function wantedIn(text: string): string | undefined {
  const known = phrased(text, [...WANTED, ...WANTED_VALUES])
  if (known !== undefined) return known
  const [, mark = '', where = ''] = /^("\w+"|\S{1,2}) (.+)$/s.exec(text) ?? []
  const place = phrased(where, PLACES)
  return place === undefined ? undefined : `${written(mark.replaceAll('"', ''))} ${place}`
}

function phrased(text: string, phrases: readonly Phrase[]): string | undefined {
  for (const [english, arabic] of phrases) {
    const found = english.exec(text)
    if (found) return arabic.replaceAll(/\$(\d)/g, (_, group: string) => written(found[Number(group)] ?? ''))
  }
  return undefined
}

/** From left to right whatever stands around it: a bracket would turn else. */
const written = (text: string): string => `\u2066${text}\u2069`
