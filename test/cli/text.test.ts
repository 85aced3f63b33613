import { expect, test } from 'vitest'
import { ar } from '../../cli/text/ar.ts'
import { en } from '../../cli/text/en.ts'

const places = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g))].sort()

test('everything the command line says is there in both languages', () => {
  expect(Object.keys(ar)).toEqual(Object.keys(en))
})

test('both languages tell the same facts', () => {
  const differing = Object.entries(en).filter(([key, text]) => {
    const arabic = ar[key as keyof typeof en]
    return JSON.stringify(places(text)) !== JSON.stringify(places(arabic))
  })
  expect(differing).toEqual([])
})

test('no sentence is missing and none is left in the other language', () => {
  const symbols = new Set(['event.decision', 'option.channel', 'option.view', 'option.status', 'option.taskStatus'])
  const untranslated = Object.entries(ar).filter(([key, text]) => {
    const words = text.replaceAll(/\{\w+\}/g, '')
    return !symbols.has(key) && /\p{L}/u.test(words) && !/\p{Script=Arabic}/u.test(words)
  })
  expect(untranslated).toEqual([])
  const empty = [...Object.entries(ar), ...Object.entries(en)].filter(([, text]) => text.trim() === '')
  expect(empty).toEqual([])
})
