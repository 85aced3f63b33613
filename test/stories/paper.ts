/** Reading a certificate as whoever holds it does: its pages as pixels, the QR on them, its words. */
import { createCanvas } from '@napi-rs/canvas'
import jsQR from 'jsqr'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const SCALE = 3

/** The package is CommonJS: its one export arrives as the module. */
const scan = jsQR as unknown as typeof jsQR.default

export interface Paper {
  /** What the QR says; absent where there is none. */
  readonly qr?: string
  readonly text: string
}

export async function readPaper(pdf: Uint8Array): Promise<Paper> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  let text = ''
  let qr: string | undefined
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const content = await page.getTextContent()
    text += content.items.map((item) => ('str' in item ? item.str : '')).join(' ')
    const viewport = page.getViewport({ scale: SCALE })
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
    const context = canvas.getContext('2d')
    await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height)
    qr ??= scan(new Uint8ClampedArray(data), width, height)?.data
  }
  await document.loadingTask.destroy()
  return { text, ...(qr === undefined ? {} : { qr }) }
}
