import { describe, expect, test } from 'vitest'
import { completed, completionsAt, isQuoted } from '../../designer/feel/completions.ts'
import { misfitOf, readyFor } from '../../designer/feel/fit.ts'
import { judge, preview } from '../../designer/feel/judge.ts'
import type { Variable } from '../../engine/core/package/variables/variable.ts'

const origin = { kind: 'form', form: 'apply' } as const
const text = { kind: 'text' } as const
const VARIABLES: readonly Variable[] = [
  { name: 'purpose', type: text, origin, title: { ar: 'الغرض', en: 'Purpose' } },
  {
    name: 'person',
    type: { kind: 'object', fields: [{ name: 'nationalId', type: text, origin }] },
    origin,
  },
  {
    name: 'children',
    type: { kind: 'list', of: { kind: 'object', fields: [{ name: 'birthDate', type: { kind: 'date' }, origin }] } },
    origin,
  },
]

const names = (written: string): readonly string[] =>
  completionsAt(written, written.length, VARIABLES).items.map(({ name }) => name)

describe('What may be written next', () => {
  test('is the variable that begins so, before functions and words', () => {
    expect(names('=pu')[0]).toBe('purpose')
  })
  test('is found by what people call it, in either language', () => {
    expect(names('=غرض')).toEqual(['purpose'])
  })
  test('is what stands under a name, also in the entries of a list', () => {
    expect(names('=person.')).toEqual(['nationalId'])
    expect(names('=children[1].bi')).toEqual(['birthDate'])
    expect(names('=purpose.')).toEqual([])
  })
  test('is a function with what it takes, the caret between its brackets', () => {
    const offer = completionsAt('=is def', 7, VARIABLES)
    const item = offer.items.find(({ name }) => name === 'is defined')
    expect(item?.about.en).toBe('is defined(value)')
    const written = completionsAt('=coun', 5, VARIABLES)
    const count = written.items.find(({ name }) => name === 'count')
    if (!count) throw new Error('Expected count')
    expect(completed('=coun', written, count)).toEqual({ text: '=count()', caret: 7 })
  })
  test('is first what a value may be: the choices of a question right of =, and what a column lists', () => {
    const chosen: Variable = { name: 'channel', type: { kind: 'text', choices: ['portal', 'counter'] }, origin }
    const married: Variable = { name: 'married', type: { kind: 'truth' }, origin }
    const first = (written: string, values: readonly string[] = []) =>
      completionsAt(written, written.length, [chosen, married], values)
        .items.filter(({ kind }) => kind === 'value')
        .map(({ insert }) => insert)
    expect(first('=channel = ')).toEqual(['"portal"', '"counter"'])
    expect(first('=channel != co')).toEqual(['"counter"'])
    expect(first('=married = ')).toEqual(['true', 'false'])
    expect(first('=channel + ')).toEqual([])
    expect(first('', ['"low"', '"high"'])).toEqual(['"low"', '"high"'])
    expect(first('hi', ['"low"', '"high"'])).toEqual(['"high"'])
  })
  test('is nothing inside a text', () => {
    expect(isQuoted('="pur', 5)).toBe(true)
    expect(isQuoted('="pur" + ', 9)).toBe(false)
  })
})

describe('An expression as it is written', () => {
  const known = { variables: VARIABLES, isOpen: false }
  test('is told where it breaks off', () => {
    expect(judge('=purpose = ', 'written', known)).toMatchObject({ kind: 'wrong' })
    expect(judge('plain text', 'written', known)).toEqual({ kind: 'good' })
    expect(judge('< 5, [10..20)', 'tests', undefined)).toEqual({ kind: 'good' })
  })
  test('is told of a name that nothing gives, unless anything may come', () => {
    expect(judge('=purpse', 'written', known)).toEqual({ kind: 'unknown', name: 'purpse', near: 'purpose' })
    expect(judge('=purpse', 'written', { ...known, isOpen: true })).toEqual({ kind: 'good' })
  })
  test('has a value with the data at hand, or a reason why not', () => {
    expect(preview('=purpose + "!"', 'written', { purpose: 'work' }, 0)).toEqual({ kind: 'value', value: '"work!"' })
    expect(preview('=purpose + 1', 'written', { purpose: 'work' }, 0)).toMatchObject({ kind: 'none' })
  })
  test('has a value also where a name of the data holds a word of the language', () => {
    expect(preview('fee and tax * 2', 'expression', { 'fee and tax': 5 }, 0)).toEqual({ kind: 'value', value: '10' })
  })
})

describe('What is wanted of an expression', () => {
  const known = { variables: VARIABLES, isOpen: false }
  const number = { type: { kind: 'number' }, required: [] } as const
  const sex = { type: { kind: 'text', choices: ['M', 'F'] }, required: [] } as const
  const person = {
    type: {
      kind: 'object',
      fields: [
        { name: 'nationalId', type: text, origin },
        { name: 'full name', type: text, origin },
      ],
    },
    required: ['nationalId'],
  } as const

  test.each([
    ['=purpose', number, 'kind'],
    ['=1 = 1', number, 'kind'],
    ['=children', number, 'kind'],
    ['="X"', sex, 'choice'],
    ['X', sex, 'choice'],
    ['={other: 1}', person, 'missing'],
  ] as const)('%s does not fit', (written, wanted, kind) => {
    expect(misfitOf(written, 'written', known, wanted)).toMatchObject({ kind })
  })

  test.each([
    ['=1', number],
    ['12', number],
    ['=count(children)', number],
    ['=nobody knows', number],
    ['="M"', sex],
    ['F', sex],
    ['=purpose', sex],
    ['=children[1].birthDate', sex],
    ['={nationalId: purpose}', person],
    ['=person', person],
    ['', person],
  ] as const)('%s fits, as far as one can tell', (written, wanted) => {
    expect(misfitOf(written, 'written', known, wanted)).toBeUndefined()
  })

  test('is offered ready to be filled in', () => {
    expect(readyFor(sex)).toEqual(['"M"', '"F"'])
    expect(readyFor(person)).toEqual(['{nationalId: null, "full name": null}'])
    expect(readyFor(number)).toEqual([])
  })
})
