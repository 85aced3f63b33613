/** Numbers a register gives: the same thing asked twice gets the same number, and nothing need be kept for that. */
import { createHash } from 'node:crypto'

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest()

/** So many decimal digits, drawn from the text. */
export function digitsFrom(text: string, count: number): string {
  const number = digest(text).readBigUInt64BE() % 10n ** BigInt(count)
  return number.toString().padStart(count, '0')
}

export const lettersFrom = (text: string): string => digest(text).toString('hex').slice(0, 8).toUpperCase()
