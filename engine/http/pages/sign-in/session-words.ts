/** What the page on one's own sessions says. */
import type { Text } from '../../../core/text.ts'
import type { Browser, System } from '../../device.ts'

export const SESSION_WORDS = {
  title: { ar: 'أين حسابك مفتوح الآن', en: 'Where you are signed in' },
  hint: {
    ar: 'إن رأيت هنا جهازًا لا تعرفه، أو خرجت من جهاز مشترك ونسيت تسجيل الخروج، فأنهِ جلسته.',
    en: 'If you see a device here that you do not know, or left a shared one without signing out, end its session.',
  },
  here: { ar: 'هذا الجهاز', en: 'This device' },
  by: { ar: 'الدخول عبر {way}', en: 'Signed in by {way}' },
  local: { ar: 'حساب في مسار', en: 'a Masar account' },
  since: { ar: 'منذ', en: 'Since' },
  lastUsed: { ar: 'آخر استعمال', en: 'last used' },
  end: { ar: 'إنهاء هذه الجلسة', en: 'End this session' },
  endOthers: { ar: 'إنهاء كل الجلسات الأخرى', en: 'End all other sessions' },
  ended: { ar: 'انتهت تلك الجلسة.', en: 'That session has ended.' },
  othersEnded: { ar: 'انتهت كل الجلسات الأخرى.', en: 'All other sessions have ended.' },
  program: { ar: 'برنامج، أو متصفح غير معروف', en: 'A program, or a browser that is not known' },
} as const satisfies Readonly<Record<string, Text>>

export const BROWSER_WORDS: Readonly<Record<Browser, string>> = {
  edge: 'Edge',
  opera: 'Opera',
  samsung: 'Samsung Internet',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
}

export const SYSTEM_WORDS: Readonly<Record<System, string>> = {
  android: 'Android',
  ios: 'iPhone / iPad',
  windows: 'Windows',
  macos: 'macOS',
  linux: 'Linux',
}
