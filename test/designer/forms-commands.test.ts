import { describe, expect, test } from 'vitest'
import { COMMANDS, changedText } from '../../designer/forms/model/commands/commands.ts'
import { BLUEPRINTS } from '../../designer/forms/model/blueprints.ts'
import { LIBRARY } from '../../designer/forms/model/library.ts'
import { choicesAt, kindAt } from '../../designer/forms/model/kind-at.ts'
import { mentionsIn, renamedIn } from '../../designer/forms/model/mentions.ts'
import { EMPTY, done, findingsOf, keysOf, pagesOf, read, shipped } from './form-scene.ts'

const PLATE = shipped('workflows/mot.vehicle-renewal/forms/check-plate.form.json')
const APPLY = shipped('workflows/moj.non-conviction/forms/apply.form.json')

describe('a new question', () => {
  test.each(keysOf(BLUEPRINTS))('of the kind %s is sound, of that kind, and drawn in both languages', (kind) => {
    const text = done(EMPTY, COMMANDS.addField, { kind, into: '/ui' })
    expect(findingsOf(text)).toEqual([])
    const [name = ''] = Object.keys((read(text)['schema'] as { properties: object }).properties)
    expect(kindAt(read(text), `/${name}`)).toBe(kind)
    expect(pagesOf(text).join('')).toContain(`/${name}`)
  })

  test.each(keysOf(LIBRARY))('of the national library, %s, is sound twice in one form', (field) => {
    const once = done(EMPTY, COMMANDS.addLibraryField, { field, into: '/ui' })
    const twice = done(once, COMMANDS.addLibraryField, { field, into: '/ui' })
    expect([findingsOf(once), findingsOf(twice)]).toEqual([[], []])
    expect(Object.keys((read(twice)['schema'] as { properties: object }).properties)).toHaveLength(2)
  })
})

describe('renaming a field', () => {
  test('takes schema, what is required, conditions, scopes, texts and FEEL along', () => {
    const text = done(PLATE, COMMANDS.renameField, { place: '/plateFinding', name: 'finding' })
    expect(findingsOf(text)).toEqual([])
    expect(text).not.toContain('plateFinding')
    expect(text).toContain('"condition": "=get or else(finding, \\"\\") = \\"corrected\\""')
    expect(text).toBe(PLATE.replaceAll('plateFinding', 'finding'))
  })

  test('leaves names alone that mean something else', () => {
    const isField = (place: string): boolean => ['/a', '/list', '/list/*/a', '/b'].includes(place)
    const source = 'for a in list return a.a + count(list[a > 1]) + (a = {a: b}.a)'
    const mentions = mentionsIn(source, [''], isField)
    expect(renamedIn(source, mentions, '/list/*/a', 'x')).toBe(
      'for a in list return a.x + count(list[x > 1]) + (a = {a: b}.a)',
    )
    expect(
      renamedIn(
        'a + sum(for it in list return it.a)',
        mentionsIn('a + sum(for it in list return it.a)', [''], isField),
        '/a',
        'x',
      ),
    ).toBe('x + sum(for it in list return it.a)')
  })

  test('is refused where another field is called so, or where FEEL could not read it', () => {
    expect(changedText(PLATE, COMMANDS.renameField, { place: '/plateFinding', name: 'plateReason' })).toMatchObject({
      ok: false,
    })
    expect(changedText(PLATE, COMMANDS.renameField, { place: '/plateFinding', name: 'two words' })).toMatchObject({
      ok: false,
    })
    expect(changedText(PLATE, COMMANDS.renameField, { place: '/nobody', name: 'x' })).toMatchObject({ ok: false })
  })
})

describe('renaming the value of a choice', () => {
  test('takes schema, words, its meaning at the desk and the conditions of the form along, and goes back', () => {
    const text = done(PLATE, COMMANDS.renameChoice, { place: '/plateFinding', from: 'corrected', to: 'set-right' })
    expect(findingsOf(text)).toEqual([])
    expect(text).toContain('"condition": "=get or else(plateFinding, \\"\\") = \\"set-right\\""')
    expect(text).not.toContain('"corrected"')
    expect(done(text, COMMANDS.renameChoice, { place: '/plateFinding', from: 'set-right', to: 'corrected' })).toBe(
      PLATE,
    )
  })

  test('is refused where another choice has it, and where it has spaces', () => {
    const [first, second] = choicesAt(read(PLATE), '/plateFinding').map(({ value }) => String(value))
    const renamed = (to = '') =>
      changedText(PLATE, COMMANDS.renameChoice, { place: '/plateFinding', from: first ?? '', to })
    expect(renamed(second)).toMatchObject({ ok: false })
    expect(renamed('two words')).toMatchObject({ ok: false })
  })
})

describe('a command and its opposite', () => {
  const there = (text: string, place: string): string => {
    const result = changedText(text, COMMANDS.renameField, { place, name: 'other' })
    return result.ok ? result.text : ''
  }

  test('leave the file as it was, letter by letter', () => {
    expect(done(there(APPLY, '/purpose'), COMMANDS.renameField, { place: '/other', name: 'purpose' })).toBe(APPLY)
    const added = changedText(PLATE, COMMANDS.addLibraryField, { field: 'address', into: '/ui', index: 1 })
    if (!added.ok || added.at === undefined) throw new Error('Expected it to be added')
    expect(done(added.text, COMMANDS.removeElement, { at: added.at })).toBe(PLATE)
    const moved = changedText(PLATE, COMMANDS.moveElement, { at: '/ui/elements/0', into: '/ui', index: 3 })
    expect(moved).toMatchObject({ ok: true, at: '/ui/elements/2' })
    expect(
      done(moved.ok ? moved.text : '', COMMANDS.moveElement, { at: '/ui/elements/2', into: '/ui', index: 0 }),
    ).toBe(PLATE)
    const section = done(PLATE, COMMANDS.addSection, { section: 'group', into: '/ui', index: 3 })
    const inside = done(section, COMMANDS.moveElement, { at: '/ui/elements/2', into: '/ui/elements/3' })
    expect(findingsOf(inside)).toEqual([])
    expect(done(inside, COMMANDS.dissolveSection, { at: '/ui/elements/2' })).toBe(PLATE)
    const hint = done(PLATE, COMMANDS.setText, { place: '/plateReason', part: 'hint', text: { ar: 'أ', en: 'a' } })
    expect(done(hint, COMMANDS.setText, { place: '/plateReason', part: 'hint' })).toBe(PLATE)
    const optional = done(PLATE, COMMANDS.setRequired, { place: '/plateReason', when: false })
    expect(done(optional, COMMANDS.setRequired, { place: '/plateReason', when: true })).toBe(PLATE)
  })
})

test('a field that goes takes its conditions along, and the definitions nobody else refers to', () => {
  const text = done(PLATE, COMMANDS.removeElement, { at: '/ui/elements/0' })
  expect(text).not.toContain('allOf')
  expect(findingsOf(text)).toEqual([])
})

test('a definition two fields share is copied before one of them changes', () => {
  const two = done(
    done(EMPTY, COMMANDS.addLibraryField, { field: 'national-id', into: '/ui' }),
    COMMANDS.addLibraryField,
    {
      field: 'national-id',
      into: '/ui',
    },
  )
  const text = done(two, COMMANDS.setConstraint, { place: '/nationalId2', constraint: 'maxLength', value: 9 })
  expect(read(text)['schema']).toMatchObject({
    properties: { nationalId: { $ref: '#/$defs/nationalId' }, nationalId2: { $ref: '#/$defs/nationalId2' } },
    $defs: { nationalId: expect.not.objectContaining({ maxLength: 9 }), nationalId2: { maxLength: 9 } },
  })
})

test('a form of one page gets its first page with the second', () => {
  const text = done(PLATE, COMMANDS.addPage, {})
  expect(pagesOf(text)).toHaveLength(2)
  expect(findingsOf(text)).toEqual([])
})
