/** What people type is cleaned before it is judged: ٠-٩ and ۰-۹ become 0-9, spaces at the ends and invisible marks go. */

const ARABIC_INDIC = 0x0660
const PERSIAN = 0x06f0

export function latinDigits(text: string): string {
  return text
    .replaceAll(/[\u0660-\u0669]/g, (it) => String(it.charCodeAt(0) - ARABIC_INDIC))
    .replaceAll(/[\u06F0-\u06F9]/g, (it) => String(it.charCodeAt(0) - PERSIAN))
}

/** Composed letters, one kind of line end, no direction marks or control characters. */
export function cleaned(text: string): string {
  return latinDigits(text)
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .trim()
}

/** "1٬234٫50" and "1,234.50" are 1234.50; a comma that does not part thousands stays, and the number is refused. */
export function decimalText(text: string): string {
  const plain = text.replaceAll(/[\s\u00A0\u202F\u066C']/g, '').replaceAll('\u066B', '.')
  return /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain
}
