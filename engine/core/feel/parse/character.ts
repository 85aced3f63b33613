/**
 * Which characters make names, in any script; Arabic names need nothing special.
 */
const start = /[\p{L}\p{So}_?]/u
const part = /[\p{L}\p{M}\p{N}\p{So}\p{Pc}\p{Join_Control}?\u00B7]/u
const plainName = /^[\p{L}\p{So}_?][\p{L}\p{M}\p{N}\p{So}\p{Pc}\p{Join_Control}?\u00B7]*$/u
/** Spaces of all scripts, and the invisible marks editors leave between Arabic and Latin text. */
const space = /[\s\u061C\u200E\u200F]/u

export function isNameStart(character: string): boolean {
  return start.test(character)
}

export function isNamePart(character: string): boolean {
  return part.test(character)
}

export function isSpace(character: string): boolean {
  return space.test(character)
}

/** One word without spaces or operators. */
export function isWord(text: string): boolean {
  return plainName.test(text)
}

/** A name as it is compared: single spaces inside, none around. */
export function normalName(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ')
}
