/** How large a file is, as people say it. */
import type { Language } from '../../engine/core/text.ts'

export function sizeOf(bytes: number, language: Language): string {
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, UNITS.kilo] : [bytes / 1_000_000, UNITS.mega]
  return `${String(Math.max(Math.round(size * 10) / 10, 0.1))} ${unit[language]}`
}

const UNITS = { kilo: { ar: 'ك.ب', en: 'kB' }, mega: { ar: 'م.ب', en: 'MB' } } as const

/** "PDF", "JPEG": as people call kinds of files. */
export const kindsOf = (media: unknown): readonly string[] =>
  (Array.isArray(media) ? media : [media]).map((it) => String(it).split('/').at(-1)?.toUpperCase() ?? '')
