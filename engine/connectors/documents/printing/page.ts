/** The sheet a filled template is printed on: A4, its language and direction, its letters, and nothing from elsewhere. */
import type { Language } from '../../../core/text.ts'
import { fontFaces, fontFamily } from './fonts.ts'

export interface Sheet {
  readonly title: string
  readonly language: Language
  /** The filled template. */
  readonly body: string
}

/** No script, no frame, no fetch: whatever a template holds, the page is only what is written in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"

const STYLE = `
@page { size: A4; margin: 18mm 16mm; }
html { font-family: '${fontFamily}', serif; font-size: 14pt; line-height: 1.8; font-kerning: none;
  color: #111; background: #fff; }
body { margin: 0; }
h1, h2, h3 { line-height: 1.4; break-after: avoid; }
h1 { font-size: 24pt; text-align: center; }
table { border-collapse: collapse; inline-size: 100%; }
th, td { border: 0.5pt solid #777; padding: 2mm 3mm; text-align: start; vertical-align: top; }
tr, figure { break-inside: avoid; }
.qr { inline-size: 42mm; block-size: 42mm; display: block; }
[lang='en'], .en { direction: ltr; unicode-bidi: isolate; }
[lang='ar'], .ar { direction: rtl; unicode-bidi: isolate; }
.ltr { direction: ltr; unicode-bidi: isolate; }
`

/** A whole HTML page; a template that brings its own <html> and <title> only adds to it. */
export async function pageOf(sheet: Sheet): Promise<string> {
  const direction = sheet.language === 'ar' ? 'rtl' : 'ltr'
  return (
    `<!doctype html><html lang="${sheet.language}" dir="${direction}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${escape(sheet.title)}</title>` +
    `<style>${await fontFaces()}${STYLE}</style></head><body>${sheet.body}</body></html>`
  )
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
