/** Makes a printed PDF say when the certificate was issued instead of when the browser ran: the same facts, the same bytes. */

const DATES = /\/(CreationDate|ModDate) \(D:\d{14}[+-]\d{2}'\d{2}'\)/g

/** @param at epoch milliseconds; the texts replaced have the same length, so every offset in the file stays right */
export function stampPdf(pdf: Uint8Array, at: number): Uint8Array {
  const stamp = new Date(at).toISOString().replace(/\D/g, '').slice(0, 14)
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  return Buffer.from(
    text.replace(DATES, (_whole, name: string) => `/${name} (D:${stamp}+00'00')`),
    'latin1',
  )
}
