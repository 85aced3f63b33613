/** Events by what triggers them and where they stand: the words of the library's menus, in Arabic. */

const TRIGGERS: Readonly<Record<string, string>> = {
  Message: 'رسالة',
  Timer: 'وقت',
  Conditional: 'شرط',
  Signal: 'إشارة',
  Error: 'خطأ',
  Escalation: 'تصعيد',
  Compensation: 'تعويض',
  Cancel: 'إلغاء',
  Terminate: 'إنهاء',
  Link: 'وصلة',
}

const PLACES: Readonly<Record<string, (trigger: string) => string>> = {
  'start event': (trigger) => `حدث بداية: ${trigger}`,
  'start event (non-interrupting)': (trigger) => `حدث بداية: ${trigger} (لا يقاطع)`,
  'intermediate catch event': (trigger) => `حدث انتظار: ${trigger}`,
  'intermediate throw event': (trigger) => `حدث إطلاق: ${trigger}`,
  'boundary event': (trigger) => `حدث على الحدّ: ${trigger}`,
  'boundary event (non-interrupting)': (trigger) => `حدث على الحدّ: ${trigger} (لا يقاطع)`,
  'end event': (trigger) => `حدث نهاية: ${trigger}`,
}

export const EVENT_WORDS: Readonly<Record<string, string>> = {
  'Start event': 'حدث بداية',
  'Intermediate throw event': 'حدث وسيط',
  'Boundary event': 'حدث على الحدّ',
  'End event': 'حدث نهاية',
  ...Object.fromEntries(
    Object.entries(TRIGGERS).flatMap(([en, ar]) =>
      Object.entries(PLACES).map(([place, say]) => [`${en} ${place}`, say(ar)]),
    ),
  ),
}
