/** What is said of payments and what is given back. */
import type { Text } from '../../engine/core/text.ts'

export const PAYMENT = {
  'charge.billNo': { en: 'Bill', ar: 'الفاتورة' },
  'charge.amount': { en: 'Amount', ar: 'المبلغ' },
  'charge.state': { en: 'State', ar: 'الحالة' },
  'charge.receiptNo': { en: 'Receipt', ar: 'الإيصال' },
  'charge.id': { en: 'Id', ar: 'المعرّف' },
  'charge.state.created': { en: 'not sent yet', ar: 'لم تُرسل بعد' },
  'charge.state.requested': { en: 'with the payer', ar: 'لدى الدافع' },
  'charge.state.accepted': { en: 'with the payer', ar: 'لدى الدافع' },
  'charge.state.quoted': { en: 'being paid', ar: 'جارٍ دفعها' },
  'charge.state.reserved': { en: 'being paid', ar: 'جارٍ دفعها' },
  'charge.state.committed': { en: 'paid', ar: 'مدفوعة' },
  'charge.state.rejected': { en: 'rejected', ar: 'مرفوضة' },
  'charge.state.expired': { en: 'out of time', ar: 'انتهت المهلة' },
  'charge.state.aborted': { en: 'not paid', ar: 'لم تُدفع' },
  'charge.state.unknown': { en: 'not known yet', ar: 'لم تُعرف بعد' },
  'refund.charge': { en: 'Payment', ar: 'الدفعة' },
  'refund.state.created': { en: 'asked of the bank', ar: 'سُئل عنها المصرف' },
  'refund.state.quoted': { en: 'on its way', ar: 'في الطريق' },
  'refund.state.committed': { en: 'given back', ar: 'رُدّت' },
  'refund.state.rejected': { en: 'not taken by the bank', ar: 'لم يقبلها المصرف' },
} as const satisfies Readonly<Record<string, Text>>
