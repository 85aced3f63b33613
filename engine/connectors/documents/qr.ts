/** Draws the square a telephone scans, as SVG: sharp at every size, the same bytes for the same text. */
import QRCode from 'qrcode'

/** Beyond this the squares become too fine for a cheap telephone and an office printer. */
export const longestQrText = 1000

const QUIET = 4

/** One path of horizontal runs, with the quiet zone the standard asks for (ISO/IEC 18004, 4 modules). */
export function drawQr(text: string): string {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  const whole = size + 2 * QUIET
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const from = x
      while (x < size && data[y * size + x]) x++
      if (x > from) path += `M${from + QUIET} ${y + QUIET}h${x - from}v1h-${x - from}z`
    }
  }
  return (
    `<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" shape-rendering="crispEdges" ` +
    `role="img" aria-label="QR"><path fill="#fff" d="M0 0h${whole}v${whole}H0z"/><path fill="#000" d="${path}"/></svg>`
  )
}
