/** What belongs together in a form stays together, whichever command is asked for. */
import { expect, test } from 'vitest'
import { changedText, COMMANDS } from '../../designer/forms/model/commands/commands.ts'
import { questionsOf } from '../../designer/forms/questions.ts'
import { EMPTY, done, findingsOf, shipped } from './form-scene.ts'

test('a field of a question that is one of several by their names is not called otherwise', () => {
  const signed = done(EMPTY, COMMANDS.addField, { kind: 'signature', into: '/ui' })
  const renamed = changedText(signed, COMMANDS.renameField, { place: '/signature/by', name: 'who' })
  expect(renamed.ok ? '' : renamed.reason.en).toMatch(/one question.*"by" and "at"/)
})

test('a field inside a definition does not become that definition, which would never end', () => {
  const name = shipped('forms/library/person-name.form.json')
  const inside = changedText(name, COMMANDS.changeKind, { place: '/personName/ar/first', kind: 'personName' })
  expect(inside.ok ? findingsOf(inside.text) : []).toEqual([])
})

test('choices that a condition still speaks of keep their words when they go, or the question is asked otherwise', () => {
  const company = shipped('workflows/mne.company-registration/forms/company.form.json')
  const one = { value: 'JOD', label: { ar: 'دينار أردني', en: 'Jordanian dinar (JOD)' } }
  expect(findingsOf(done(company, COMMANDS.setChoices, { place: '/capitalCurrency', choices: [one] }))).toEqual([])
  expect(findingsOf(done(company, COMMANDS.changeKind, { place: '/capitalCurrency', kind: 'text' }))).toEqual([])
})

test('a library field stands on its own definitions where the form has changed those of the same name', () => {
  const applicant = shipped('forms/library/applicant.form.json')
  const without = done(applicant, COMMANDS.removeField, { place: '/applicant/powerOfAttorney/number' })
  const twice = done(without, COMMANDS.addLibraryField, { field: 'applicant', into: '/ui' })
  expect(findingsOf(twice)).toEqual([])
  expect(twice).toContain('/applicant2/powerOfAttorney/number')
})

test('a definition inside itself, written by hand, ends no list of questions', () => {
  const form = {
    schema: {
      type: 'object',
      properties: { person: { $ref: '#/$defs/person' } },
      $defs: { person: { type: 'object', properties: { mother: { $ref: '#/$defs/person' } } } },
    },
  }
  expect(questionsOf(form)).toEqual([])
})
