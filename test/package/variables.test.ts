import { describe, expect, test } from 'vitest'
import { flow, extension } from '../bpmn/drawing.ts'
import { readParts } from '../../engine/core/package/parts.ts'
import { knowledgeOf } from '../../engine/core/package/variables/known.ts'
import { nearest } from '../../engine/core/package/variables/nearest.ts'
import { drawn, parcel, sound } from './parcel.ts'

async function warned(condition: string): Promise<readonly (readonly (string | undefined)[])[]> {
  const { warnings } = await sound({ 'permit.bpmn': drawn(condition) })
  return warnings
    .filter(({ rule }) => rule === 'variables/unknown')
    .map(({ file: where, place, remedy }) => [where, place, remedy])
}

async function known(element: string) {
  const parts = await readParts(parcel(), () => Promise.resolve())
  return knowledgeOf({ ...parts, shared: new Map() }).at('permit.bpmn', element)
}

describe('A variable that can never be there', () => {
  test('is told with the name that was meant', async () => {
    expect(await warned('=purpos = "work"')).toEqual([['permit.bpmn', 'yes', 'Did you mean "purpose"?']])
  })

  test('is told without a guess where no name is like it', async () => {
    expect(await warned('=zzz = 1')).toEqual([['permit.bpmn', 'yes', 'Correct the name, or let a step give it']])
  })

  test.each([
    ['an answer', '=purpose = "work"'],
    ['what a register replied', '=reply.status = 200'],
    ['a decision', '=fee > 10'],
    ['a constant of the package', '=policy.straightThrough'],
    ['what Masar says of the application', '=application.applicant.nationalId = "1"'],
    ['a name inside the expression itself', '=some x in [1, 2] satisfies x > 1'],
    ['what is asked for first', '=is defined(later)'],
  ])('is none of these: %s', async (_what, condition) => {
    expect(await warned(condition)).toEqual([])
  })

  test('is not told where a worker may bring anything', async () => {
    const worker = `<bpmn:serviceTask id="w">${extension('<zeebe:taskDefinition type="own.worker"/>')}</bpmn:serviceTask>`
    const { warnings } = await sound({
      'permit.bpmn': drawn('=purpos = "work"', worker).replace(
        flow('f5', 'print', 'choice'),
        `${flow('f5', 'print', 'w')}${flow('f6', 'w', 'choice')}`,
      ),
    })
    expect(warnings.filter(({ rule }) => rule === 'variables/unknown')).toEqual([])
  })
})

describe('What a step knows', () => {
  test('has kinds and the words of the form, what is mapped into a step for that step alone', async () => {
    const { variables, isOpen } = await known('lookup')
    expect(isOpen).toBe(false)
    expect(variables[0]).toMatchObject({ name: 'service', origin: { kind: 'input', element: 'lookup' } })
    const purpose = variables.find(({ name }) => name === 'purpose')
    expect(purpose).toMatchObject({ type: { kind: 'text', choices: ['work', 'study'] }, title: { en: 'Purpose' } })
    const person = variables.find(({ name }) => name === 'person')
    expect(person?.type).toMatchObject({ kind: 'object', fields: [{ name: 'nationalId', type: { kind: 'text' } }] })
    expect((await known('review')).variables.map(({ name }) => name)).not.toContain('service')
  })
})

test('a name is near where few letters differ', () => {
  expect(nearest('aplicant', ['applicant', 'amount'])).toBe('applicant')
  expect(nearest('nmae', ['id', 'name'])).toBe('name')
  expect(nearest('x', ['applicant', 'amount'])).toBeUndefined()
  expect(nearest('x', ['y'])).toBeUndefined()
})
