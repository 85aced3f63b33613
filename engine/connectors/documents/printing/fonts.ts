/**
 * The letters of a certificate: Amiri, a Naskh (OFL), put into the page itself so that it prints alike on every machine.
 *
 * Amiri keeps each letter one glyph, so that words can be found and copied in the PDF; fonts that build letters from a
 * body and dots (Noto Naskh) print as well but leave broken words in the text layer.
 */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export const fontFamily = 'Amiri'

const PACKAGE = '@fontsource/amiri'
const WEIGHTS = [400, 700] as const
/** Later entries win where two have a letter; "latin" also holds the digits. */
const SUBSETS = {
  arabic: 'U+0600-06FF,U+0750-077F,U+0870-08FF,U+200C-200F,U+202A-202E,U+2066-2069,U+FB50-FDFF,U+FE70-FEFF',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-200B,U+2010-2029,U+202F-2065,U+20AC,U+2122,U+2212',
} as const

let loaded: Promise<string> | undefined

/** @font-face rules with the fonts as data: addresses, read once. */
export function fontFaces(): Promise<string> {
  loaded ??= loadFaces().catch((error: unknown) => {
    loaded = undefined
    throw error
  })
  return loaded
}

async function loadFaces(): Promise<string> {
  const faces = WEIGHTS.flatMap((weight) =>
    Object.entries(SUBSETS).map(async ([subset, range]) => {
      const file = `${PACKAGE}/files/amiri-${subset}-${weight}-normal.woff2`
      const bytes = await readFile(fileURLToPath(import.meta.resolve(file)))
      return (
        `@font-face{font-family:'${fontFamily}';font-weight:${weight};font-display:block;unicode-range:${range};` +
        `src:url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2')}`
      )
    }),
  )
  return (await Promise.all(faces)).join('\n')
}
