/** The number under which the switch knows a refund: it follows from the charge, so that whoever asks again finds the same one. */
import { nameUuid } from '../charge-id.ts'

/** @param attempt counts on only after the attempt before was rejected */
export const refundId = (charge: string, attempt: number): string => nameUuid(`refund:${charge}:${attempt}`)
