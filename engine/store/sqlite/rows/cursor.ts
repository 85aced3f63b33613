/** Where the next page of a list begins: the sort key of the last row shown, as a text callers pass back unread. */
import { badCursor } from '../../../core/page.ts'
import { ProblemError } from '../../../core/problem.ts'

export type KeyPart = string | number
type Shape = readonly ('text' | 'number')[]

export const cursorOf = (key: readonly KeyPart[]): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** Throws a ProblemError when the text was not made by cursorOf with a key of this shape. */
export function keyOf(cursor: string, shape: Shape): KeyPart[] {
  const parts = parse(cursor)
  if (!Array.isArray(parts) || parts.length !== shape.length) throw new ProblemError(badCursor(cursor))
  return parts.map((part: unknown, index) => {
    if (shape[index] === 'text' && typeof part === 'string') return part
    if (shape[index] === 'number' && typeof part === 'number') return part
    throw new ProblemError(badCursor(cursor))
  })
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
