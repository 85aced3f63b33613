/** What stands around a draft. */
import type { Text } from '../../engine/core/text.ts'

export const APP_WORDS = {
  title: { ar: 'مصمم الخدمات', en: 'Service designer' },
  name: { ar: 'مسار', en: 'Masar' },
  account: { ar: 'حسابك', en: 'Your account' },
  toSite: { ar: 'إلى الموقع', en: 'To the site' },
  opening: { ar: 'تُفتح المسودة…', en: 'Opening the draft…' },
  loading: { ar: 'يُحمّل…', en: 'Loading…' },
  unloaded: {
    ar: 'تعذّر تحميل هذا الجزء. عملك محفوظ؛ أعد تحميل الصفحة.',
    en: 'This part could not be loaded. Your work is kept; load the page again.',
  },
  unreachable: { ar: 'تعذّر الوصول إلى الخادم. حاول مرة أخرى.', en: 'The server cannot be reached. Try again.' },
  toWorkspace: { ar: 'إلى مساحة العمل', en: 'To the workspace' },
  views: { ar: 'أجزاء الخدمة', en: 'Parts of the service' },
  undo: { ar: 'تراجع', en: 'Undo' },
  redo: { ar: 'إعادة', en: 'Redo' },
  undoThis: { ar: 'تراجع: {what}', en: 'Undo: {what}' },
  redoThis: { ar: 'إعادة: {what}', en: 'Redo: {what}' },
  saved: { ar: 'محفوظة', en: 'Saved' },
  unsaved: { ar: 'لم تُحفظ بعد', en: 'Not saved yet' },
  saving: { ar: 'تُحفظ…', en: 'Saving…' },
  offline: { ar: 'بلا اتصال', en: 'Offline' },
  conflict: { ar: 'تعارض', en: 'Conflict' },
  readonly: { ar: 'للقراءة فقط', en: 'Read only' },
  offlineMore: {
    ar: 'تعذّر الوصول إلى الخادم. ما تعمله محفوظ في متصفحك ويُرسل حين يعود الاتصال.',
    en: 'The server cannot be reached. What you do is kept in your browser and sent when it is back.',
  },
  signedOut: {
    ar: 'انتهت جلستك. ما تعمله محفوظ في متصفحك: سجّل الدخول في نافذة أخرى بحسابك نفسه ثم تابع هنا.',
    en: 'Your session has ended. What you do is kept in your browser: sign in as yourself in another window, then go on here.',
  },
  signIn: { ar: 'تسجيل الدخول', en: 'Sign in' },
  full: {
    ar: 'امتلأت المساحة المخصصة لمسودات جهتك، فلم يُحفظ آخر ما كتبت إلا في هذا المتصفح. احذف من قائمة المسودات ما لا يعمل عليه أحد، وسيُحفظ عملك بعدها تلقائيًا.',
    en: 'There is no room left for the drafts of your agency: what you wrote last is kept in this browser only. Throw away drafts nobody works on, from the list of drafts; then it is saved by itself.',
  },
  refused: { ar: 'لم يقبل الخادم هذا التعديل؛ تراجع عنه.', en: 'The server does not take this change; undo it.' },
  lockedBy: {
    ar: 'يعمل {name} على هذه المسودة الآن، فهي للقراءة فقط.',
    en: '{name} is working on this draft, so it is read only.',
  },
  takeOver: { ar: 'تولَّ العمل عليها', en: 'Take over' },
  conflictMore: {
    ar: 'حفظ {name} تعديلات على ما عدّلته أنت أيضًا: {files}. أيّها يبقى؟ الآخر يبقى في سجل النسخ.',
    en: '{name} saved changes to what you changed too: {files}. Which stays? The other remains among the revisions.',
  },
  keepMine: { ar: 'أبقِ تعديلاتي', en: 'Keep my changes' },
  takeTheirs: { ar: 'خذ التعديلات الأخرى', en: 'Take the other changes' },
} as const satisfies Readonly<Record<string, Text>>
