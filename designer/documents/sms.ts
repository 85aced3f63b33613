/** How many messages a text takes on a telephone: letters of GSM 7-bit, or of UCS-2 where one of them is not among those (3GPP TS 23.038). */

const GSM = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Take two places each. */
const EXTENDED = new Set('^{}\\[~]|€\f')

export interface SmsLength {
  /** Places taken; of Arabic each letter is one. */
  readonly length: number
  readonly messages: number
  /** Places of one message here. */
  readonly each: number
}

export function smsLength(text: string): SmsLength {
  const letters = [...text]
  const isGsm = letters.every((it) => GSM.has(it) || EXTENDED.has(it))
  const length = isGsm ? letters.reduce((sum, it) => sum + (EXTENDED.has(it) ? 2 : 1), 0) : text.length
  const [one, several] = isGsm ? [160, 153] : [70, 67]
  return length <= one
    ? { length, messages: length === 0 ? 0 : 1, each: one }
    : { length, messages: Math.ceil(length / several), each: several }
}
