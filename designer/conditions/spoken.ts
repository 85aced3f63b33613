/** What people call what the engine and its connectors give: the statuses of the bus and of a payment, the channel an application came by. */
import type { Text } from '../../engine/core/text.ts'
import { POLICY_WORDS } from '../policy/words.ts'
import type { Answer } from './question.ts'

export interface Spoken {
  readonly title: Text
  readonly answers?: readonly Answer[]
}

/** By the last part of the name. */
export const SPOKEN: Readonly<Record<string, Spoken>> = {
  status: { title: { ar: 'رمز حالة الجواب', en: 'Status of the answer' } },
  state: {
    title: { ar: 'حالة الدفع', en: 'State of the payment' },
    answers: [
      { value: 'rejected', label: { ar: 'رُفض', en: 'Refused' } },
      { value: 'expired', label: { ar: 'انتهت مهلته', en: 'Not paid in time' } },
      { value: 'unknown', label: { ar: 'غير معروف بعد', en: 'Not known yet' } },
    ],
  },
  receiptNo: { title: { ar: 'رقم الإيصال', en: 'Receipt number' } },
  refundNo: { title: { ar: 'رقم الرد', en: 'Refund number' } },
  billNo: { title: { ar: 'رقم الفاتورة', en: 'Bill number' } },
  amount: { title: { ar: 'المبلغ', en: 'Amount' } },
  currency: { title: { ar: 'العملة', en: 'Currency' } },
  serial: { title: { ar: 'الرقم المتسلسل', en: 'Serial number' } },
  reason: { title: { ar: 'السبب', en: 'Reason' } },
}

/** What every application says of itself, as far as ways part by it. */
export const OF_APPLICATION: readonly (Spoken & { readonly name: string })[] = [
  {
    name: 'application.applicant.company',
    title: { ar: 'الشركة التي يُقدم الطلب عنها', en: 'Company it is applied for' },
  },
  {
    name: 'application.channel',
    title: { ar: 'قناة التقديم', en: 'Channel' },
    answers: [
      { value: 'portal', label: POLICY_WORDS.channelPortal },
      { value: 'counter', label: POLICY_WORDS.channelCounter },
      { value: 'api', label: POLICY_WORDS.channelApi },
      { value: 'mission', label: POLICY_WORDS.channelMission },
    ],
  },
]
