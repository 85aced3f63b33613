/** How the tests read a paper as a person would: its words from the PDF, its square with a camera. */
import jsqr from 'jsqr'
import type { Browser } from 'playwright-core'
import { inflateSync } from 'node:zlib'

type Pdf = ReadonlyMap<string, { readonly head: string; readonly stream: string }>

function objectsOf(pdf: Uint8Array): Pdf {
  const objects = new Map<string, { head: string; stream: string }>()
  const text = Buffer.from(pdf).toString('latin1')
  for (const [, id = '', body = ''] of text.matchAll(/(\d+) 0 obj\s(.*?)endobj/gs)) {
    const [head = '', packed] = body.split(/stream\r?\n/)
    const stream = packed?.replace(/\r?\nend$/, '')
    const flat = stream !== undefined && head.includes('FlateDecode') && !head.includes('/Length1')
    objects.set(id, { head, stream: flat ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : '' })
  }
  return objects
}

/** The text layer in reading order, as a search or a screen reader finds it. */
export function wordsOf(pdf: Uint8Array): string {
  const objects = objectsOf(pdf)
  const fonts = fontsOf(objects)
  const pages = [...objects.values()].filter(({ stream }) => /\bBT\b/.test(stream))
  return pages.map(({ stream }) => readPage(stream, fonts)).join('\n')
}

function fontsOf(objects: Pdf): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const fonts = new Map<string, ReadonlyMap<string, string>>()
  for (const { head } of objects.values()) {
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? ''
      fonts.set(name, lettersOf(objects.get(map)?.stream ?? ''))
    }
  }
  return fonts
}

function lettersOf(map: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>()
  for (const [, list = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, glyph = '', code = ''] of list.matchAll(/<(\w+)> <(\w+)>/g)) letters.set(glyph, utf16(code))
  for (const [, list = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, from = '', to = '', code = ''] of list.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let n = 0; n <= Number.parseInt(to, 16) - Number.parseInt(from, 16); n++)
        letters.set(hex(Number.parseInt(from, 16) + n), String.fromCodePoint(Number.parseInt(code, 16) + n))
  return letters
}

function readPage(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const lines: { readonly y: string; readonly runs: string[] }[] = []
  for (const [run] of stream.matchAll(/\bBT\b.*?\bET\b/gs)) {
    const y = /(\S+) Tm/.exec(run)?.[1] ?? ''
    const line = lines.at(-1)
    if (line?.y === y) line.runs.push(readRun(run, fonts))
    else lines.push({ y, runs: [readRun(run, fonts)] })
  }
  return lines.map(({ runs }) => inReadingOrder(runs)).join('\n')
}

/** Runs stand in the file from left to right; a line with Arabic is read from its right end. */
const inReadingOrder = (runs: readonly string[]): string =>
  (runs.some((run) => /[\u0600-\u06ff]/.test(run)) ? runs.toReversed() : runs).join('').replace(/[ \u00a0]+/g, ' ')

function readRun(run: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const actual = /\/ActualText <FEFF(\w+)>/.exec(run)?.[1]
  if (actual !== undefined) return utf16(actual)
  const letters = fonts.get(/\/(F\d+) /.exec(run)?.[1] ?? '')
  const glyphs = [...run.matchAll(/<(\w+)>\s*Tj/g)].flatMap(([, codes = '']) => codes.match(/.{4}/g) ?? [])
  const read = glyphs.map((glyph) => letters?.get(glyph) ?? '')
  return (run.includes('/ReversedChars') ? read.reverse() : read).join('')
}

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0')
const utf16 = (code: string): string => Buffer.from(code, 'hex').swap16().toString('utf16le')

/** What a telephone reads off the printed page. */
export async function scan(browser: Browser, html: string): Promise<string | undefined> {
  const context = await browser.newContext({ viewport: { width: 800, height: 1200 }, deviceScaleFactor: 2 })
  try {
    const page = await context.newPage()
    await page.setContent(html)
    const picture = (await page.locator('.qr').screenshot()).toString('base64')
    const camera = await context.newPage()
    const { data, width, height } = await camera.evaluate(async (png) => {
      const image = new Image()
      image.src = `data:image/png;base64,${png}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const drawing = canvas.getContext('2d')
      drawing?.drawImage(image, 0, 0)
      const pixels = drawing?.getImageData(0, 0, image.width, image.height).data ?? []
      return { data: Array.from(pixels), width: image.width, height: image.height }
    }, picture)
    return read(new Uint8ClampedArray(data), width, height)?.data
  } finally {
    await context.close()
  }
}

/** The package is CommonJS: its function is the module itself, whatever its types say. */
const read = jsqr as unknown as typeof jsqr.default
