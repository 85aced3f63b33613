/** workflow.json changed one place at a time: what is not changed stays as it was written. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSpan, SPAN_UNITS, writtenSpan } from '../../designer/policy/duration.ts'
import { drawingsRenamed } from '../../designer/policy/drawings-follow.ts'
import { basisPlaces, filesThatSay, freeId, renamed } from '../../designer/policy/rename.ts'
import { moved, readTitlePage, valueAt, withValue, writtenTitlePage } from '../../designer/policy/title-page.ts'
import { isDurationText } from '../../engine/core/bpmn/timer-text.ts'

const WORKFLOWS = resolve(import.meta.dirname, '../../workflows')
const shipped = readdirSync(WORKFLOWS, { withFileTypes: true })
  .filter((it) => it.isDirectory())
  .map(({ name }) => ({ name, text: readFileSync(join(WORKFLOWS, name, 'workflow.json'), 'utf8') }))

const page = (text: string) => readTitlePage(text) ?? {}

test.each(shipped)('$name is written as it was read, byte for byte', ({ text }) => {
  expect(writtenTitlePage(page(text), text)).toBe(text)
})

test('a file with a line for each value keeps them on lines', () => {
  const text = `${JSON.stringify({ id: 'a', start: { channels: ['portal', 'counter'] } }, null, 2)}\n`
  expect(writtenTitlePage(withValue(page(text), ['id'], 'b'), text)).toBe(text.replace('"a"', '"b"'))
})

test('a change touches the lines of that place alone', () => {
  const { text } = shipped.find(({ name }) => name === 'lgu.building-permit') ?? { text: '' }
  const next = writtenTitlePage(withValue(page(text), ['deadlines', 2, 'duration'], 'P4D'), text)
  const [before, after] = [text.split('\n'), next.split('\n')]
  expect(after.length).toBe(before.length)
  expect(after.filter((line, index) => line !== before[index])).toEqual(['      "duration": "P4D",'])
})

test('a new key goes where readers look for it, and unknown keys stay where they are', () => {
  const next = withValue({ id: 'a', later: 1, texts: {} }, ['fees', 0, 'id'], 'one')
  expect(Object.keys(next)).toEqual(['id', 'later', 'fees', 'texts'])
  expect(
    Object.keys(
      valueAt(withValue({ deadlines: [{ id: 'd', verified: false }] }, ['deadlines', 0, 'duration'], 'P1D'), [
        'deadlines',
        0,
      ]) ?? {},
    ),
  ).toEqual(['id', 'duration', 'verified'])
})

test('what is taken away leaves no empty list behind', () => {
  expect(withValue({ id: 'a', fees: [{ id: 'one' }] }, ['fees', 0], undefined)).toEqual({ id: 'a' })
  expect(withValue({ start: { form: 'apply', process: 'p' } }, ['start', 'form'], undefined)).toEqual({
    start: { process: 'p' },
  })
})

test('an article that is renamed is renamed wherever something rests on it', () => {
  const before = {
    legalBasis: [{ id: 'law' }, { id: 'other' }],
    dataAgreements: [{ service: 's', legalBasis: 'law' }],
    fees: [{ id: 'f', legalBasis: 'other' }],
    deadlines: [{ id: 'd', legalBasis: 'law', stop: { legalBasis: ['other', 'law'] } }],
  }
  const after = renamed(before, 'legalBasis', 'law', 'law-79')
  expect(basisPlaces(after, 'law')).toEqual([])
  expect(basisPlaces(after, 'law-79')).toHaveLength(3)
  expect(valueAt(after, ['fees', 0, 'legalBasis'])).toBe('other')
  expect(renamed(before, 'legalBasis', 'law', 'other')).toBe(before)
})

test('a role keeps its place among the others when it is renamed', () => {
  const after = renamed({ roles: { a: 1, b: 2, c: 3 } }, 'roles', 'b', 'desk')
  expect(Object.keys(valueAt(after, ['roles']) ?? {})).toEqual(['a', 'desk', 'c'])
})

test('files that say an id are found, and not those that say a longer one', () => {
  const files = new Map([
    ['workflow.json', '"decision"'],
    ['a.bpmn', '<zeebe:property name="masar:deadline" value="decision" />'],
    ['b.bpmn', 'value="decision-2" value="my_decision"'],
    ['tests/one.test.json', '{ "clock": "decision" }'],
  ])
  expect(filesThatSay(files, 'decision')).toEqual(['a.bpmn', 'tests/one.test.json'])
})

test('a free id is found beside those that are taken', () => {
  expect(freeId(['fee', 'fee-2'], 'fee')).toBe('fee-3')
})

test('entries move up and down, and not past the ends', () => {
  expect(moved([1, 2, 3], 2, 0)).toEqual([3, 1, 2])
  expect(moved([1, 2, 3], 0, -1)).toEqual([1, 2, 3])
})

test('spans of time are written as the engine reads them, and read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 900 }), fc.constantFrom(...SPAN_UNITS), (count, unit) => {
      const text = writtenSpan({ count, unit })
      expect(isDurationText(text)).toBe(true)
      expect(readSpan(text)).toEqual({ count, unit })
    }),
  )
  expect(readSpan('P1Y6M')).toBeUndefined()
})

test.each([
  [
    'roles',
    '<zeebe:assignmentDefinition assignee="=desk" candidateGroups="a, desk,desk-2" />',
    'candidateGroups="a, front,desk-2"',
  ],
  ['roles', '<zeebe:assignmentDefinition candidateGroups=\'=if desk then "desk" else "b"\' />', undefined],
  ['roles', '<zeebe:property name="masar:candidateGroups" value="desk" />', 'value="front"'],
  ['roles', '<zeebe:property name="masar:deadline" value="desk" />', undefined],
  ['deadlines', '<zeebe:property value="desk" name="masar:stopsClock"/>', 'value="front"'],
  ['legalBasis', '<zeebe:property name="masar:legalBasis" value="b,desk" />', 'value="b,front"'],
  ['fees', '<zeebe:property name="masar:deadline" value="desk" />', undefined],
] as const)(
  'drawings follow when one of %s is called otherwise, and are left alone elsewhere: %s',
  (kind, tag, told) => {
    const drawing = `<bpmn:process id="desk"><bpmn:userTask id="desk" name="desk">${tag}</bpmn:userTask></bpmn:process>`
    const changed = drawingsRenamed(
      new Map([
        ['a.bpmn', drawing],
        ['forms/desk.form.json', '"desk"'],
      ]),
      kind,
      'desk',
      'front',
    )
    expect([...changed.keys()]).toEqual(told === undefined ? [] : ['a.bpmn'])
    if (told === undefined) return
    const text = changed.get('a.bpmn') ?? ''
    expect(text).toContain(told)
    expect(text).toContain('<bpmn:userTask id="desk" name="desk">')
  },
)
