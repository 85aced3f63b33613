/** What the sign-in page says. */
import type { Text } from '../../../core/text.ts'

export const SIGN_IN_WORDS = {
  title: { ar: 'تسجيل الدخول', en: 'Sign in' },
  user: { ar: 'اسم المستخدم', en: 'User name' },
  userHint: { ar: 'للمواطنين: رقم الهوية', en: 'Citizens: your national ID number' },
  password: { ar: 'كلمة المرور', en: 'Password' },
  submit: { ar: 'دخول', en: 'Sign in' },
  problem: { ar: 'تعذّر تسجيل الدخول', en: 'You could not be signed in' },
  signedInAs: { ar: 'دخولك مسجّل باسم {name}.', en: 'You are signed in as {name}.' },
  by: { ar: 'الدخول عبر {signOn}', en: 'Continue with {signOn}' },
  local: { ar: 'بحساب في مسار', en: 'With a Masar account' },
  localHint: { ar: 'للتجربة، ولمن لا تشمله خدمة الدخول.', en: 'For trying things out, and for those no sign-on knows.' },
  goOn: { ar: 'متابعة', en: 'Continue' },
  signedOut: { ar: 'تم تسجيل خروجك.', en: 'You are signed out.' },
} as const satisfies Readonly<Record<string, Text>>
