import type { DraftFiles, FileChanges } from '../../engine/core/package/file-changes.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { history } from '../../designer/draft/history.ts'

const label = { ar: 'خطوة', en: 'Step' }
const write = (path: string, content: string): FileChanges => new Map([[path, content]])

test('letters typed into one field are one step, until the field is left', () => {
  const steps = history()
  let files: DraftFiles = new Map([['a', '']])
  for (const text of ['x', 'xy', 'xyz']) files = steps.record(files, label, write('a', text), 'field')
  steps.seal()
  files = steps.record(files, label, write('a', 'xyz!'), 'field')
  files = steps.undo(files)
  expect(files.get('a')).toBe('xyz')
  files = steps.undo(files)
  expect(files.get('a')).toBe('')
  expect(steps.undoLabel).toBeUndefined()
})

test('a step that changes nothing is none', () => {
  const steps = history()
  const files: DraftFiles = new Map([['a', 'x']])
  expect(steps.record(files, label, write('a', 'x'))).toBe(files)
  expect(steps.undoLabel).toBeUndefined()
})

test('what the version is called follows into every step, forth and back, and a step that only called it otherwise is none any more', () => {
  const steps = history()
  const page = (version: string, title: string): string => `${version}: ${title}`
  let files: DraftFiles = new Map([['page', page('1', 'a')]])
  const does = (content: string): void => void (files = steps.record(files, label, write('page', content)))
  does(page('1', 'b'))
  does(page('2', 'b'))
  does(page('2', 'c'))
  files = steps.undo(files)
  steps.rewrite('page', (content) => content.replace(/^\d/, '9'))
  files = new Map([['page', page('9', 'b')]])
  expect(steps.redo(files).get('page')).toBe(page('9', 'c'))
  files = steps.undo(files)
  expect(files.get('page')).toBe(page('9', 'b'))
  files = steps.undo(files)
  expect(files.get('page')).toBe(page('9', 'a'))
  expect(steps.undoLabel).toBeUndefined()
})

const path = fc.constantFrom('a', 'b', 'c')
const step = fc.record({
  changes: fc.array(fc.tuple(path, fc.option(fc.string(), { nil: null })), { minLength: 1, maxLength: 3 }),
  merge: fc.option(fc.constantFrom('m', 'n'), { nil: undefined }),
})

test('whatever was done, undoing all of it gives what there was, and doing it again what there is', () => {
  fc.assert(
    fc.property(fc.dictionary(path, fc.string()), fc.array(step, { maxLength: 20 }), (start, all) => {
      const steps = history()
      const begun: DraftFiles = new Map(Object.entries(start))
      let files = begun
      for (const { changes, merge } of all) files = steps.record(files, label, new Map(changes), merge)
      const done = files
      while (steps.undoLabel) files = steps.undo(files)
      expect(Object.fromEntries(files)).toEqual(Object.fromEntries(begun))
      while (steps.redoLabel) files = steps.redo(files)
      expect(Object.fromEntries(files)).toEqual(Object.fromEntries(done))
    }),
  )
})
