/**
 * Expressions of Camunda 7 (JUEL: "${amount > 100}") as FEEL, as far as both can say the same.
 *
 * Calls of Java code cannot: they are told, never guessed.
 */
import type { Text } from '../../text.ts'
import { JuelReader } from './juel-reader.ts'

export type Feel = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: Text }

const COMPUTED = /[#$]\{([^{}]*)\}/g

/** Text without anything computed stands for itself; "Dear ${name}" becomes a FEEL text that is put together. */
export function feelOf(text: string): Feel {
  const parts = [...text.matchAll(COMPUTED)]
  if (parts.length === 0) return { ok: true, text }
  const [only] = parts
  if (only && parts.length === 1 && only[0].length === text.trim().length) return expression(only[1] ?? '')
  const pieces: string[] = []
  let at = 0
  for (const part of parts) {
    if (part.index > at) pieces.push(quoted(text.slice(at, part.index)))
    const inner = expression(part[1] ?? '')
    if (!inner.ok) return inner
    pieces.push(`string(${inner.text.slice(1)})`)
    at = part.index + part[0].length
  }
  if (at < text.length) pieces.push(quoted(text.slice(at)))
  return { ok: true, text: `=${pieces.join(' + ')}` }
}

function expression(source: string): Feel {
  const read = new JuelReader(source).read()
  return typeof read === 'string' ? { ok: true, text: `=${read}` } : { ok: false, reason: read }
}

export const quoted = (text: string): string => JSON.stringify(text)
