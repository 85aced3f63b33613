/** What is said of accounts and of signing in. */
import type { Text } from '../../engine/core/text.ts'

export const PEOPLE = {
  'command.login': { en: 'sign in', ar: 'تسجيل الدخول' },
  'command.logout': { en: 'sign out', ar: 'تسجيل الخروج' },
  'command.account': { en: 'list accounts, create or replace one', ar: 'عرض الحسابات، أو إنشاء حساب أو استبداله' },
  'argument.account': {
    en: 'user name, without one accounts are listed; the password is taken from MASAR_NEW_PASSWORD, else made and shown once',
    ar: 'اسم المستخدم، ومن دونه تُعرض الحسابات؛ وكلمة المرور من MASAR_NEW_PASSWORD وإلا صُنعت وعُرضت مرة',
  },
  'argument.user': { en: 'user name', ar: 'اسم المستخدم' },
  'argument.userToLogOut': {
    en: 'user name; the one who signed in last, without',
    ar: 'اسم المستخدم؛ ومن دونه آخر من سجّل الدخول',
  },
  'option.accountAgency': { en: 'code of the agency, like "moj"', ar: 'رمز الجهة، مثل "moj"' },
  'option.accountData': {
    en: "write into the data folder of a stopped server: for an installation's first operator",
    ar: 'الكتابة في مجلد بيانات خادم متوقف: لأول مشغّل في التثبيت',
  },
  'option.accountName': { en: "the person's name", ar: 'اسم الشخص' },
  'option.disable': { en: 'the account may not sign in', ar: 'لا يستطيع صاحب الحساب الدخول' },
  'option.group': { en: 'groups to whom tasks are offered', ar: 'المجموعات التي تُعرض عليها المهام' },
  'option.passwordStdin': {
    en: 'read the password from standard input (else MASAR_PASSWORD, else it is asked for)',
    ar: 'قراءة كلمة المرور من المدخل القياسي (وإلا فمن MASAR_PASSWORD، وإلا سُئل عنها)',
  },
  'option.role': { en: 'what the person may do', ar: 'ما يحق للشخص' },
  'usage.account': {
    en: 'Expected --agency and --role for the account; see "masar account --help".',
    ar: 'يحتاج الحساب ‎--agency و‎--role؛ انظر "masar account --help".',
  },
  'usage.password': {
    en: 'Expected a password: set MASAR_PASSWORD, use --password-stdin, or run it at a terminal.',
    ar: 'كلمة المرور مطلوبة: في MASAR_PASSWORD أو مع ‎--password-stdin أو من لوحة المفاتيح.',
  },
  'login.password': { en: 'Password of {user}: ', ar: 'كلمة مرور {user}: ' },
  'login.done': {
    en: 'Signed in as {user} at {server} until {until}.',
    ar: 'سجّل {user} الدخول إلى {server} حتى {until}.',
  },
  'login.missing': {
    en: 'Expected {user} to be signed in at {server}, but they are not.',
    ar: 'المتوقع أن يكون {user} قد سجّل الدخول إلى {server}، لكنه لم يفعل.',
  },
  'logout.done': { en: '{user} is signed out of {server}.', ar: 'سجّل {user} الخروج من {server}.' },
  'logout.nobody': { en: 'Nobody is signed in at {server}.', ar: 'لم يسجّل أحد الدخول إلى {server}.' },
  'account.user': { en: 'User', ar: 'المستخدم' },
  'account.agency': { en: 'Agency', ar: 'الجهة' },
  'account.roles': { en: 'Roles', ar: 'الأدوار' },
  'account.groups': { en: 'Groups', ar: 'المجموعات' },
  'account.name': { en: 'Name', ar: 'الاسم' },
  'account.who': { en: 'Who', ar: 'من هو' },
  'account.disabled': { en: 'disabled', ar: 'موقوف' },
  'account.saved': {
    en: 'Account {user} of {agency} is saved; its sessions are ended.',
    ar: 'حُفظ الحساب {user} في {agency}، وانتهت جلساته.',
  },
  'account.password': {
    en: 'Password, shown this once: {password}',
    ar: 'كلمة المرور، تُعرض هذه المرة فقط: {password}',
  },
  'account.passwordTitle': { en: 'Password', ar: 'كلمة المرور' },
  'account.shortPassword': {
    en: 'Expected a password of 10 to 200 characters.',
    ar: 'المتوقع كلمة مرور من 10 إلى 200 محرف.',
  },
} as const satisfies Readonly<Record<string, Text>>
