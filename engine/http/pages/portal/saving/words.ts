/** What a page says of how what is typed in it is kept, in the background or by a button. */
import type { Text } from '../../../../core/text.ts'

export const SAVING_WORDS = {
  saved: { ar: 'حُفظ في {time}', en: 'Saved at {time}' },
  offline: {
    ar: 'لم يُحفظ بعد: لا اتصال بالخادم. نعيد المحاولة تلقائيًا، وما كتبته باقٍ في هذه الصفحة.',
    en: 'Not saved yet: the server cannot be reached. It is tried again by itself; what you typed stays on this page.',
  },
  busy: {
    ar: 'لم يُحفظ بعد: الخادم مشغول. نعيد المحاولة تلقائيًا، وما كتبته باقٍ في هذه الصفحة.',
    en: 'Not saved yet: the server is busy. It is tried again by itself; what you typed stays on this page.',
  },
  signedOut: {
    ar: 'لم يُحفظ: انتهت جلستك. سجّل الدخول في نافذة أخرى ثم عد إلى هنا، فيُحفظ ما كتبته.',
    en: 'Not saved: your session has ended. Sign in in another window and come back here; then what you typed is saved.',
  },
  another: {
    ar: 'لم يُحفظ: الدخول في نافذة أخرى باسم غيرك، أو تتصرّف هناك باسم آخر. عد إلى ما كنت عليه ثم ارجع إلى هنا، فيُحفظ ما كتبته.',
    en: 'Not saved: in another window somebody else is signed in, or you act for somebody else there. Change that back and return here; then what you typed is saved.',
  },
  signIn: { ar: 'سجّل الدخول في نافذة جديدة', en: 'Sign in in a new window' },
  overtaken: {
    ar: 'تغيّرت إجابات هذه الصفحة في نافذة أخرى أو على جهاز آخر بعد أن فتحتها. لم يُستبدل شيء، ولا يُحفظ ما تكتبه هنا إلى أن تختار.',
    en: 'The answers on this page were changed in another window or on another device after you opened it. Nothing was replaced, and what you type here is not saved until you choose.',
  },
  keepMine: { ar: 'احفظ ما كتبته هنا', en: 'Save what I typed here' },
  openSaved: { ar: 'افتح ما هو محفوظ', en: 'Open what is saved' },
  gone: {
    ar: 'أُرسل هذا أو حُذف في هذه الأثناء، فلا يُحفظ هنا شيء بعد الآن.',
    en: 'This was sent or discarded meanwhile; nothing more is saved here.',
  },
  refused: {
    ar: 'تعذّر حفظ ما كتبته كما هو. اضغط زر المتابعة لترى السبب.',
    en: 'What you typed cannot be saved as it is. Press the button to go on to see why.',
  },
  restored: {
    ar: 'ما كتبته من قبل ولم يكن قد حُفظ عاد إلى هنا، وحُفظ الآن.',
    en: 'What you had typed and was not saved yet is here again, and is saved now.',
  },
  overtakenTitle: { ar: 'تغيّرت هذه الإجابات في مكان آخر', en: 'These answers were changed elsewhere' },
  overtakenHere: {
    ar: 'حُفظت إجابات أخرى لهذه الصفحة في نافذة أخرى أو على جهاز آخر بعد أن فتحتها. لم يُستبدل شيء. ترى أدناه ما كتبته هنا: تابع لتحفظه بدل الآخر، أو افتح ما هو محفوظ.',
    en: 'Other answers to this page were saved in another window or on another device after you opened it. Nothing was replaced. Below is what you typed here: go on to save it in place of the other, or open what is saved.',
  },
  savedNow: { ar: 'المحفوظ الآن', en: 'Saved now' },
} as const satisfies Readonly<Record<string, Text>>

/** Those the script of the page says. */
export const SPOKEN = [
  'saved',
  'offline',
  'busy',
  'signedOut',
  'another',
  'signIn',
  'overtaken',
  'keepMine',
  'openSaved',
  'gone',
  'refused',
  'restored',
] as const satisfies readonly (keyof typeof SAVING_WORDS)[]
