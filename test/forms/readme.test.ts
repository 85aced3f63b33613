import { array, assert, constantFrom, property, stringMatching, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForm } from '../../engine/core/package/form.ts'
import { isNationalId } from '../../engine/sandbox/databus/registries/national-id.ts'
import { valueOf } from '../feel/example.ts'
import { definition, README } from './shelf.ts'

function blocks(language: string): readonly string[] {
  return [...README.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].flatMap(([, found, text]) =>
    found === language && text !== undefined ? [text] : [],
  )
}

const [checkDigit = '', ibanCheck = '', born = ''] = blocks('feel')

test('the form shown to an author is one, made of the definitions of the library', () => {
  const [shown = ''] = blocks('json')
  const form = readForm('forms/guardian.form.json', new TextEncoder().encode(shown))
  if (!form.ok) throw new Error(JSON.stringify(form.findings, undefined, 2))
  expect(form.value.schema['$defs']).toEqual({
    nationalId: { type: 'string', pattern: '^[0-9]{9}$' },
    sex: definition('sex').form.schema.$defs['sex'],
  })
  expect(form.value.validate({ guardianId: '400000014', guardianSex: 'female' })).toEqual([])
  expect(form.value.validate({ guardianId: '4' })).toHaveLength(1)
})

describe('what a schema cannot check, FEEL does', () => {
  test('the check digit of a national ID number, as the civil registry judges it', () => {
    expect(valueOf(checkDigit, { nationalId: '400000014' })).toBe(true)
    expect(valueOf(checkDigit, { nationalId: '400000015' })).toBe(false)
    assert(
      property(stringMatching(/^[0-9]{9}$/), (nationalId) => {
        expect(valueOf(checkDigit, { nationalId })).toBe(isNationalId(nationalId))
      }),
    )
  })

  test('the check digits of an IBAN', () => {
    expect(valueOf(ibanCheck, { iban: 'PS92PALS000000000400123456702' })).toBe(true)
    expect(valueOf(ibanCheck, { iban: 'PS93PALS000000000400123456702' })).toBe(false)
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
    const bank = array(constantFrom(...letters), { minLength: 4, maxLength: 4 })
    const account = array(constantFrom(...letters, ...'0123456789'), { minLength: 21, maxLength: 21 })
    assert(
      property(tuple(bank, account), ([bank, account]) => {
        const rest = [...bank, ...account].join('')
        const digits = 98n - (remainder(`${rest}PS00`) % 97n)
        const iban = (check: bigint): string => `PS${String(check).padStart(2, '0')}${rest}`
        expect(valueOf(ibanCheck, { iban: iban(digits) })).toBe(true)
        expect(valueOf(ibanCheck, { iban: iban(digits === 98n ? 2n : digits + 1n) })).toBe(false)
      }),
    )
  })

  test('a date of birth that is still to come', () => {
    expect(valueOf(born, { birthDate: '2026-11-23' })).toBe(true)
    expect(valueOf(born, { birthDate: '2026-11-24' })).toBe(false)
  })
})

/** The number that is written with a letter's place in the alphabet, counted from 10, for the letter; modulo 97. */
const remainder = (text: string): bigint =>
  BigInt([...text].map((it) => String(Number.parseInt(it, 36))).join('')) % 97n
