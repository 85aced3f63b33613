/** What an analyst types into a cell, as FEEL: a word becomes a text, Arabic digits become digits, a day becomes a date. */
const ASCII = (text: string): string =>
  text
    .replaceAll(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replaceAll(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))

/** Words, in whatever script, that are no FEEL: letters, digits, spaces, single dots and hyphens. */
const WORDS = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_ .-]*$/u
const DAY = /(?<!["\d])(\d{4}-\d{2}-\d{2})(?!["\d])/g
const TRUTHS: Readonly<Record<string, string>> = { نعم: 'true', yes: 'true', لا: 'false', no: 'false' }

/** @param type of the column, as its typeRef says; what is FEEL already is left as it is */
export function spelled(text: string, type: string | undefined): string {
  const source = text.trim()
  if (source === '' || source === '-') return source
  if (type === 'number') return ASCII(source)
  if (type === 'date') return ASCII(source).replaceAll(DAY, 'date("$1")')
  if (type === 'boolean') return TRUTHS[source.toLowerCase()] ?? source
  if (type !== 'string') return source
  const parts = source.split(/[,،]/).map((part) => part.trim())
  const plain = parts.every((part) => WORDS.test(part) && part !== 'null')
  return plain ? parts.map((part) => JSON.stringify(part)).join(', ') : source
}
