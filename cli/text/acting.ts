/** What is said of people who act for a company. */
import type { Text } from '../../engine/core/text.ts'

export const ACTING = {
  'command.act-for': {
    en: 'say for which company everything is done from now on, or for which one may act',
    ar: 'تحديد الشركة التي تتصرّف باسمها من الآن، أو عرض الشركات التي يمكنك التصرّف باسمها',
  },
  'command.mandates': {
    en: 'list who may act for which company, or the record of a company',
    ar: 'عرض من يتصرّف باسم أي شركة، أو سجل تفويضات شركة',
  },
  'command.mandate': { en: 'let somebody act for a company', ar: 'تفويض شخص بالتصرّف باسم شركة' },
  'command.revoke-mandate': {
    en: 'revoke a mandate, at once and in every session',
    ar: 'إلغاء تفويض فورًا وفي كل جلسة',
  },
  'argument.company': { en: 'number of the company in the register', ar: 'رقم الشركة في سجل الشركات' },
  'argument.holder': {
    en: 'user name of who gets the mandate; of citizens the national ID number',
    ar: 'اسم مستخدم من يُمنح التفويض؛ للمواطنين رقم الهوية',
  },
  'argument.mandate': { en: 'id of the mandate (masar mandates)', ar: 'معرّف التفويض (masar mandates)' },
  'option.myself': { en: 'act for myself again', ar: 'التصرّف باسمي من جديد' },
  'option.company': {
    en: 'number of the company; absent: the one you act for',
    ar: 'رقم الشركة؛ وإن غاب فالشركة التي تتصرّف باسمها',
  },
  'option.companyNameAr': {
    en: 'what the company is called in Arabic, where it is not known here yet',
    ar: 'اسم الشركة بالعربية إن لم تكن معروفة هنا بعد',
  },
  'option.companyNameEn': {
    en: 'what the company is called in English, where it is not known here yet',
    ar: 'اسم الشركة بالإنجليزية إن لم تكن معروفة هنا بعد',
  },
  'option.mandateRole': { en: 'one of {roles}; operators name it', ar: 'إحدى القيم {roles}؛ يحددها المشغّل' },
  'option.mandateService': {
    en: 'packages it reaches; absent: all that companies may apply for',
    ar: 'الحزم التي يشملها؛ وإن غابت فكل ما يتاح للشركات',
  },
  'option.mandateFrom': {
    en: 'when it begins, like 2026-12-01 or 2026-12-01T08:00+02:00; absent: now',
    ar: 'متى يبدأ، مثل 2026-12-01 أو 2026-12-01T08:00+02:00؛ وإن غاب فالآن',
  },
  'option.mandateUntil': {
    en: 'when it ends, a day at its end; absent: until it is revoked',
    ar: 'متى ينتهي، واليوم بنهايته؛ وإن غاب فحتى الإلغاء',
  },
  'option.mandatesOf': { en: 'only those of this company', ar: 'تفويضات هذه الشركة فقط' },
  'option.mandatesOfHolder': { en: 'only those of this person', ar: 'تفويضات هذا الشخص فقط' },
  'option.mandateRecord': {
    en: 'the record of this company instead: who gave, revoked and used',
    ar: 'سجل هذه الشركة بدلًا من ذلك: من منح وألغى واستعمل',
  },
  'usage.companyName': {
    en: 'Expected --company with both --name-ar and --name-en, or neither name',
    ar: 'المتوقع ‎--company مع ‎--name-ar و‎--name-en معًا، أو بلا اسم',
  },
  'usage.moment': {
    en: 'Expected a day like 2026-12-01 or a moment like 2026-12-01T08:00+02:00, but found "{found}"',
    ar: 'المتوقع يوم مثل 2026-12-01 أو لحظة مثل 2026-12-01T08:00+02:00، لكن وُجد "{found}"',
  },
  'mandate.given': {
    en: '{holder} may act for {company} ({id}).',
    ar: 'يمكن لـ {holder} التصرّف باسم {company} ({id}).',
  },
  'mandate.revoked': { en: 'The mandate {id} is revoked.', ar: 'أُلغي التفويض {id}.' },
  'mandates.none': { en: 'There is no mandate.', ar: 'لا يوجد تفويض.' },
  'mandate.company': { en: 'Company', ar: 'الشركة' },
  'mandate.holder': { en: 'Holder', ar: 'صاحب التفويض' },
  'mandate.role': { en: 'Role', ar: 'الصفة' },
  'mandate.role.signatory': { en: 'signatory', ar: 'مفوّض بالتوقيع' },
  'mandate.role.representative': { en: 'representative', ar: 'ممثل' },
  'mandate.services': { en: 'Services', ar: 'الخدمات' },
  'mandate.allServices': { en: 'all', ar: 'كلها' },
  'mandate.until': { en: 'Until', ar: 'حتى' },
  'mandate.state': { en: 'State', ar: 'الحالة' },
  'mandate.inForce': { en: 'in force', ar: 'سارٍ' },
  'mandate.notInForce': { en: 'not in force', ar: 'غير سارٍ' },
  'mandate.revokedBy': { en: 'revoked by', ar: 'ألغاه' },
  'mandate.givenBy': { en: 'Given by', ar: 'منحه' },
  'mandate.id': { en: 'Id', ar: 'المعرّف' },
  'mandate.at': { en: 'When', ar: 'متى' },
  'mandate.what': { en: 'What', ar: 'ماذا' },
  'mandate.by': { en: 'By whom', ar: 'من' },
  'mandate.entry.granted': { en: 'given', ar: 'مُنح' },
  'mandate.entry.revoked': { en: 'revoked', ar: 'أُلغي' },
  'mandate.entry.used': { en: 'used', ar: 'استُعمل' },
  'actFor.myself': { en: 'You act for yourself.', ar: 'تتصرّف باسمك.' },
  'actFor.company': { en: 'You act for the company {company}.', ar: 'تتصرّف باسم الشركة {company}.' },
  'actFor.none': { en: 'You have no mandate of any company.', ar: 'لا تفويض لديك من أي شركة.' },
} as const satisfies Readonly<Record<string, Text>>
