/** What an expression needed and what it met instead, in Arabic: the kinds of values, and where in the expression they stand. */

/** $1 … stand for what was written. */
export type Phrase = readonly [english: RegExp, arabic: string]

const KINDS: Readonly<Record<string, string>> = {
  'a number': 'عدد',
  'a whole number': 'عدد صحيح',
  'a string': 'نص',
  'a boolean': 'نعم أو لا',
  'true or false': 'true أو false',
  'a date': 'تاريخ',
  'a time': 'وقت',
  'a date and time': 'تاريخ ووقت',
  'a duration': 'مدة',
  'a days and time duration': 'مدة بالأيام والوقت',
  'a years and months duration': 'مدة بالسنوات والأشهر',
  'a list': 'قائمة',
  'a list of strings': 'قائمة نصوص',
  'a list of numbers': 'قائمة أعداد',
  'a range': 'مجال',
  'a context': 'مجموعة قيم',
  'a function': 'دالة',
  'a value': 'قيمة',
  numbers: 'أعداد',
  strings: 'نصوص',
  dates: 'تواريخ',
  times: 'أوقات',
  durations: 'مدد',
  contexts: 'مجموعات قيم',
}

/** Of several kinds at once. */
const SEVERAL = [
  'a number, a string, a date, a time or a duration',
  'a number, a date, a time or a duration',
  'a number or a duration',
  'numbers, strings, dates, times or durations',
  'a list or a range',
  'a whole number or a date',
]

const inArabic = (kinds: string): string =>
  kinds
    .split(/, | or (?=a )|(?<=s) or /)
    .map((it) => KINDS[it] ?? it)
    .join(' أو ')

const BEHIND: readonly (readonly [english: string, arabic: string])[] = [
  ['', ''],
  [' left of (\\S+)', ' إلى يسار $1'],
  [' right of (\\S+)', ' إلى يمين $1'],
  [' beside (and|or)', ' بجانب $1'],
  [' after (satisfies|if|in)', ' بعد $1'],
  [' in the list', ' في القائمة'],
  [' in the list left of (\\S+)', ' في القائمة إلى يسار $1'],
  [' of a test', ' من الشرط'],
  [' as the condition of a filter', ' شرطًا للمرشِّح'],
  [' from the function (.+)', ' من الدالة $1'],
  [' before the parenthesis', ' قبل القوس'],
  [' under "(.+)"', ' تحت $1'],
  [' as the (?:start|end) of the range', ' طرفًا للمجال'],
  [' as ends of a range', ' طرفين للمجال'],
  [' as "(.+)" of (.+)', ' في المدخل $1 من الدالة $2'],
  [' as "(.+)" of the function (.+)', ' في المدخل $1 من الدالة $2'],
]

const ofKinds: readonly Phrase[] = [...SEVERAL, ...Object.keys(KINDS)].flatMap((kinds) =>
  BEHIND.map(([behind, said]): Phrase => [new RegExp(`^${kinds}${behind}$`, 's'), `${inArabic(kinds)}${said}`]),
)

export const WANTED_VALUES: readonly Phrase[] = [
  [/^a variable named "(.+)"$/s, 'متغير اسمه $1'],
  [/^the key "(.+)"$/s, 'الحقل $1'],
  [/^a context left of \.(.+)$/s, 'مجموعة قيم قبل .$1'],
  [/^a value of the kind of the range$/, 'قيمة من نوع المجال'],
  [/^what fits (.+) right of (\S+)$/, 'ما يناسب النوع $1 إلى يمين $2'],
  [/^a (?:date and time|date) like (.+)$/, 'تاريخ مثل $1'],
  [/^a time like (.+)$/, 'وقت مثل $1'],
  [/^a duration like (.+)$/, 'مدة مثل $1'],
  [/^ends of one kind$/, 'طرفان من نوع واحد'],
  [/^values? of one kind that has an order in the list$/, 'قيم من نوع واحد له ترتيب في القائمة'],
  [/^two values of one kind that has an order$/, 'قيمتان من نوع واحد له ترتيب'],
  [/^a divisor other than 0(?: right of \/)?$/, 'مقسوم عليه غير الصفر'],
  [/^a day that exists$/, 'يوم موجود في التقويم'],
  [/^the text of a number like "(.+)"$/, 'نص عدد مثل $1'],
  [/^the calendar of an office here$/, 'تقويم دوام هنا'],
  [/^a result of (\S+) that is a number of at most 308 digits$/, 'ناتج للعملية $1 لا يزيد على 308 خانات'],
  [/^a shallower expression$/, 'تعبير أقل تداخلًا'],
  [/^at most (.+) steps of work$/, 'عمل لا يزيد على $1 خطوة'],
  [/^at most (.+) bytes of data$/, 'بيانات لا تزيد على $1 بايت'],
  [/^at most (.+) characters in a string$/, 'نص لا يزيد على $1 محرف'],
  [/^at most (.+) items in a list$/, 'قائمة لا تزيد على $1 عنصر'],
  [/^other arguments for (.+) than (\d+)$/, 'مدخلات غير $2 للدالة $1'],
  ...ofKinds,
]

export const FOUND_VALUES: readonly Phrase[] = [
  [/^found null$/, 'لا قيمة هناك (null)'],
  [/^found the string (.+)$/s, 'وُجد النص $1'],
  [/^found the number (.+)$/, 'وُجد العدد $1'],
  [/^found an empty list$/, 'وُجدت قائمة فارغة'],
  [/^found a list of (\d+)$/, 'وُجدت قائمة من $1'],
  [/^found a range$/, 'وُجد مجال'],
  [/^found the function (.+)$/, 'وُجدت الدالة $1'],
  [/^found an empty context$/, 'وُجدت مجموعة قيم فارغة'],
  [/^found a context of (.+)$/s, 'وُجدت مجموعة قيم فيها $1'],
  [/^found the (?:date and time|date|time) (\S+)$/, 'وُجد $1'],
  [/^found the [\w ]*duration (\S+)$/, 'وُجدت المدة $1'],
  [/^there is none$/, 'لا شيء منه'],
  [/^the scope has none$/, 'لا شيء بهذا الاسم'],
  [/^it lies beyond$/, 'الناتج خارجها'],
  [/^the (?:expression|list|string|data) .+$/s, 'التعبير يتجاوز ذلك'],
]
