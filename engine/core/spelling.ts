/**
 * What is looked for as people type it: without vowel signs and lengthened strokes, with one form of alef, hamza carriers, yeh and teh marbuta, digits Latin, small
 * letters, single blanks. The same in server and browser.
 */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0640\p{M}\p{Cf}]/gu, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/\u0649/g, '\u064A')
    .replace(/\u0629/g, '\u0647')
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
