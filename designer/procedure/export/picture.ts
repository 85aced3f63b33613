/** The drawing as a picture: its letters carry their own direction, so it reads the same wherever it is opened. */
import type { Diagram } from '../canvas/model.ts'

export async function svgOf(diagram: Diagram): Promise<Blob> {
  const { svg } = await diagram.saveSVG()
  return new Blob([svg], { type: 'image/svg+xml' })
}

/** Pixels of the picture for each of the drawing. */
const SHARPNESS = 2
/** Beyond this browsers give no picture at all. */
const LONGEST = 16_000

/** Nothing where the browser cannot paint one so large. */
export async function pngOf(diagram: Diagram): Promise<Blob | undefined> {
  const image = await loaded(await svgOf(diagram))
  const scale = Math.min(SHARPNESS, LONGEST / Math.max(image.width, image.height))
  const paper = document.createElement('canvas')
  paper.width = Math.ceil(image.width * scale)
  paper.height = Math.ceil(image.height * scale)
  const paint = paper.getContext('2d')
  if (!paint) return undefined
  paint.fillStyle = '#fff'
  paint.fillRect(0, 0, paper.width, paper.height)
  paint.drawImage(image, 0, 0, paper.width, paper.height)
  return new Promise((resolve) => paper.toBlob((blob) => resolve(blob ?? undefined), 'image/png'))
}

/** Opens the browser's print dialog on the drawing alone. */
export async function print(diagram: Diagram): Promise<void> {
  const image = await loaded(await svgOf(diagram))
  const sheet = document.createElement('div')
  sheet.className = 'print-sheet'
  sheet.append(image)
  document.body.append(sheet)
  document.documentElement.classList.add('printing-drawing')
  try {
    window.print()
  } finally {
    document.documentElement.classList.remove('printing-drawing')
    sheet.remove()
  }
}

async function loaded(svg: Blob): Promise<HTMLImageElement> {
  const image = new Image()
  const address = URL.createObjectURL(svg)
  try {
    image.src = address
    await image.decode()
    return image
  } finally {
    URL.revokeObjectURL(address)
  }
}
