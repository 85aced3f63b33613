import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Text } from '../../engine/core/text.ts'

const HTTP = resolve(import.meta.dirname, '../../engine/http')

const files = readdirSync(HTTP, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(^|[/-])words\.ts$|^texts\//.test(name))
  .toSorted()

/** Every sentence of a file of words, under its name; records within records too. */
function sentencesIn(value: unknown, name: string): readonly { readonly name: string; readonly text: unknown }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('ar' in value || 'en' in value) return typeof Object.values(value)[0] === 'string' ? [{ name, text: value }] : []
  return Object.entries(value).flatMap(([key, inner]) => sentencesIn(inner, `${name}.${key}`))
}

const gapsIn = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{\w+\}/g)].map(([gap]) => gap).toSorted()

describe.each(files)('%s', (file) => {
  test('says every sentence in Arabic and in English, with the same gaps', async () => {
    const words: unknown = await import(join(HTTP, file))
    const sentences = sentencesIn(words, file)
    expect(sentences.length).toBeGreaterThan(0)
    for (const { name, text } of sentences) {
      const { ar, en } = text as Text
      expect([name, typeof ar, typeof en]).toEqual([name, 'string', 'string'])
      expect([name, /[\u0600-\u06FF]/.test(ar), /[A-Za-z]/.test(en), /[\u0600-\u06FF]/.test(en)]).toEqual([
        name,
        true,
        true,
        false,
      ])
      expect([name, gapsIn(ar)]).toEqual([name, gapsIn(en)])
      // Tanween stands before its alef, as everywhere.
      expect([name, ar]).not.toEqual([name, expect.stringContaining('\u0627\u064B')])
    }
  })
})
