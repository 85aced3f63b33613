import { expect, test } from 'vitest'
import { TEXTS } from '../../cli/text/text.ts'

const places = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g))].sort()

test('both languages tell the same facts', () => {
  const differing = Object.entries(TEXTS).filter(
    ([, { en, ar }]) => JSON.stringify(places(en)) !== JSON.stringify(places(ar)),
  )
  expect(differing).toEqual([])
})

test('no sentence is missing and none is left in the other language', () => {
  const symbols = new Set(['event.decision', 'option.channel', 'option.view', 'option.status', 'option.taskStatus'])
  const untranslated = Object.entries(TEXTS).filter(([key, { ar }]) => {
    const words = ar.replaceAll(/\{\w+\}/g, '')
    return !symbols.has(key) && /\p{L}/u.test(words) && !/\p{Script=Arabic}/u.test(words)
  })
  expect(untranslated).toEqual([])
  const empty = Object.entries(TEXTS).filter(([, { en, ar }]) => en.trim() === '' || ar.trim() === '')
  expect(empty).toEqual([])
})
