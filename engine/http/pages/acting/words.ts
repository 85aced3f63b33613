/** What the pages say on which people choose for whom they act, and give and revoke mandates. */
import type { MandateEntry, MandateRole, MandateSource } from '../../../core/mandate.ts'
import type { Text } from '../../../core/text.ts'

export const ACTING_WORDS = {
  choose: { ar: 'باسم من تتصرّف؟', en: 'Who are you acting for?' },
  chooseHint: {
    ar: 'كل ما تقدّمه وتراه بعد الاختيار يخصّ من اخترته وحده: الطلبات والمهام والوثائق. يمكنك التبديل متى شئت من أعلى الصفحة.',
    en: 'All you send and see afterwards belongs to whom you choose and to nobody else: applications, tasks, papers. You can change it at any time at the top of the page.',
  },
  yourself: { ar: 'باسمك أنت', en: 'For yourself' },
  company: { ar: 'باسم {company}', en: 'For {company}' },
  number: { ar: 'رقم الشركة {number}', en: 'Company number {number}' },
  inAll: { ar: 'في كل الخدمات المتاحة للشركات', en: 'in every service companies may use' },
  inSome: { ar: 'في: {services}', en: 'in: {services}' },
  go: { ar: 'متابعة', en: 'Continue' },
  nowFor: { ar: 'تتصرّف الآن باسم شركة.', en: 'You act for a company now.' },
  nowSelf: { ar: 'تتصرّف الآن باسمك.', en: 'You act for yourself now.' },
  noCompany: {
    ar: 'لا تفويض لديك من أي شركة. يمنحه المفوّض بالتوقيع عن الشركة، أو يعرفه الدخول الوطني من سجل الشركات.',
    en: 'You have no mandate of any company. Whoever signs for the company gives it, or the national sign-on knows it from the register of companies.',
  },
  title: { ar: 'الشركات والتفويضات', en: 'Companies and mandates' },
  ofCompany: { ar: 'تفويضات {company}', en: 'Mandates of {company}' },
  ownHint: {
    ar: 'الشركات التي يمكنك التصرّف باسمها، ومن فوّضك.',
    en: 'Companies you may act for, and who gave you the mandate.',
  },
  companyHint: {
    ar: 'من يتصرّف باسم الشركة في الخدمات الحكومية. يسري الإلغاء فورًا ولو كان الشخص داخلًا.',
    en: 'Who acts for the company in government services. Revoking counts at once, even if the person is signed in.',
  },
  grant: { ar: 'تفويض موظف', en: 'Give an employee a mandate' },
  holder: { ar: 'رقم هوية الموظف', en: 'National ID number of the employee' },
  holderHint: { ar: 'تسعة أرقام', en: 'Nine digits' },
  services: { ar: 'في أي خدمات؟', en: 'In which services?' },
  allServices: { ar: 'كل الخدمات المتاحة للشركات', en: 'Every service companies may use' },
  someServices: {
    ar: 'اختر الكل، أو خدمات بعينها.',
    en: 'Choose all, or certain services.',
  },
  from: { ar: 'من يوم (اختياري)', en: 'From (optional)' },
  until: { ar: 'حتى نهاية يوم (اختياري)', en: 'Until the end of (optional)' },
  fromHint: { ar: 'مثل 2026-12-01؛ وإن تُرك فمن الآن', en: 'Like 2026-12-01; from now on if left empty' },
  untilHint: { ar: 'مثل 2026-12-31؛ وإن تُرك فحتى الإلغاء', en: 'Like 2026-12-31; until revoked if left empty' },
  give: { ar: 'منح التفويض', en: 'Give the mandate' },
  given: { ar: 'مُنح التفويض، وهو سارٍ من موعده.', en: 'The mandate is given and counts from its day.' },
  revoke: { ar: 'إلغاء تفويض {holder}', en: 'Revoke the mandate of {holder}' },
  giveBack: { ar: 'التخلّي عن تفويض {company}', en: 'Give back the mandate of {company}' },
  revoked: { ar: 'أُلغي التفويض فورًا.', en: 'The mandate is revoked, as of now.' },
  inForce: { ar: 'سارٍ', en: 'In force' },
  planned: { ar: 'لم يبدأ بعد', en: 'Not yet begun' },
  over: { ar: 'انتهى', en: 'Ended' },
  withdrawn: { ar: 'مُلغى', en: 'Revoked' },
  since: { ar: 'من {day}', en: 'From {day}' },
  sinceUntil: { ar: 'من {day} حتى {until}', en: 'From {day} until {until}' },
  list: { ar: 'التفويضات', en: 'Mandates' },
  none: { ar: 'لا تفويضات بعد.', en: 'There are no mandates yet.' },
  record: { ar: 'سجل التفويضات', en: 'The record' },
  recordHint: {
    ar: 'من منح وألغى، ومن تصرّف باسم الشركة ومتى.',
    en: 'Who gave and revoked, and who acted for the company and when.',
  },
  more: { ar: 'أقدم من ذلك', en: 'Older lines' },
  act: { ar: 'التصرّف باسم شركة', en: 'Act for a company' },
} as const satisfies Readonly<Record<string, Text>>

export const ROLE_WORDS: Readonly<Record<MandateRole, Text>> = {
  signatory: { ar: 'مفوّض بالتوقيع', en: 'Signatory' },
  representative: { ar: 'ممثل', en: 'Representative' },
}

export const SOURCE_WORDS: Readonly<Record<MandateSource, Text>> = {
  register: { ar: 'من سجل الشركات', en: 'By the register of companies' },
  portal: { ar: 'منحه مفوّض بالتوقيع', en: 'Given by a signatory' },
  operator: { ar: 'منحه مشغّل النظام', en: 'Given by the operator' },
}

export const ENTRY_WORDS: Readonly<Record<MandateEntry['kind'], Text>> = {
  granted: { ar: 'مُنح تفويض لـ {holder}', en: 'A mandate was given to {holder}' },
  revoked: { ar: 'أُلغي تفويض {holder}', en: 'The mandate of {holder} was revoked' },
  used: { ar: 'بدأ {holder} التصرّف باسم الشركة', en: '{holder} began to act for the company' },
}

/** Who wrote a line of the record, where it was no signatory. */
export const WRITER_WORDS = {
  signOn: { ar: 'خدمة الدخول، من سجل الشركات', en: 'the sign-on, from the register of companies' },
  operator: { ar: 'مشغّل النظام', en: 'an operator' },
} as const satisfies Readonly<Record<string, Text>>
