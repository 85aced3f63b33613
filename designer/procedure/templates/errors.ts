/** What a connector reports that the procedure can go on from: BPMN errors by job type, as an analyst chooses one to catch. */
import type { Text } from '../../../engine/core/text.ts'

export interface ConnectorError {
  readonly code: string
  readonly title: Text
}

const error = (code: string, ar: string, en: string): ConnectorError => ({ code, title: { ar, en } })

export const CONNECTOR_ERRORS: Readonly<Record<string, readonly ConnectorError[]>> = {
  'masar:databus': [
    error('NOT_FOUND', 'لا قيد كهذا', 'No such entry'),
    error('BUS_REFUSED', 'رفضت الجهة السؤال', 'The agency refused the question'),
    error('BUS_UNAVAILABLE', 'لا جواب بعد آخر محاولة', 'No answer after the last attempt'),
  ],
  'masar:payment': [
    error('PAYMENT_REJECTED', 'رُفض الدفع', 'The payment was refused'),
    error('PAYMENT_EXPIRED', 'انتهت مهلة الدفع', 'The time to pay is over'),
    error('PAYMENT_UNKNOWN', 'لا يُعرف مصير الدفع', 'The end of the payment is not known'),
  ],
  'masar:refund': [error('REFUND_REJECTED', 'رُفض الرد', 'The refund was refused')],
  'masar:document': [
    error('DOCUMENT_FAILED', 'تعذّر إصدار الوثيقة', 'The document could not be made'),
    error('CERTIFICATE_UNKNOWN', 'لا شهادة بهذا الرقم', 'No certificate of this number'),
  ],
  'masar:notify': [error('NOTICE_FAILED', 'تعذّر الإشعار', 'The notice could not be sent')],
}
