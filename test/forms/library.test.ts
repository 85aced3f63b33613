import { describe, expect, test } from 'vitest'
import { isJsonObject, type JsonValue } from '../../engine/core/json.ts'
import { CURRENCIES, money } from '../../engine/core/money.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { compileSchema } from '../../engine/core/schema/ajv.ts'
import { check } from '../package/parcel.ts'
import { definition, DEFINITIONS, FILES, read, README } from './shelf.ts'

const ARABIC = /\p{Script=Arabic}/u
const LATIN = /\p{Script=Latin}/u

/** Every { ar, en } of words; the two names of a person are answers and stand elsewhere. */
function textsIn(value: JsonValue, place = ''): readonly (readonly [place: string, ar: JsonValue, en: JsonValue])[] {
  if (Array.isArray(value)) return value.flatMap((it, index) => textsIn(it, `${place}/${String(index)}`))
  if (!isJsonObject(value)) return []
  const inner = Object.entries(value).flatMap(([key, it]) => textsIn(it, `${place}/${key}`))
  return 'ar' in value || 'en' in value ? [[place, value['ar'] ?? '', value['en'] ?? ''], ...inner] : inner
}

function notInBothLanguages(texts: ReturnType<typeof textsIn>): readonly string[] {
  const fits = (ar: JsonValue, en: JsonValue): boolean =>
    typeof ar === 'string' && typeof en === 'string' && ARABIC.test(ar) && LATIN.test(en) && !ARABIC.test(en)
  return texts.filter(([, ar, en]) => !fits(ar, en)).map(([place]) => place)
}

const FORMS = DEFINITIONS.map((it) => ({ ...it, read: read(it) }))

describe.each(FORMS)('the definition $id', ({ id, form, samples, read }) => {
  test('compiles within the limits for authors', () => {
    const compiled = compileSchema(form.schema)
    expect(compiled).toMatchObject({ ok: true })
  })

  test('defines one field, named like its file, from its own $defs', () => {
    const name = id.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
    expect(form.schema.properties).toEqual({ [name]: { $ref: `#/$defs/${name}` } })
    expect(form.schema.required).toEqual([name])
    expect(Object.keys(form.schema.$defs)[0]).toBe(name)
  })

  test('speaks Arabic and English everywhere', () => {
    const texts = [
      ...textsIn({ title: { ...form.title } }),
      ...textsIn(form.texts, '/texts'),
      ...textsIn([...form.ui.elements], '/ui'),
      ...textsIn([...samples.valid, ...samples.invalid].map((it) => ({ title: { ...it.title } }))),
    ]
    expect(texts.length).toBeGreaterThan(Object.keys(form.texts).length)
    expect(notInBothLanguages(texts)).toEqual([])
  })

  test.each(samples.valid)('takes: $title.en', ({ answers }) => {
    expect(read.validate(answers)).toEqual([])
  })

  test.each(samples.invalid)('refuses: $title.en', ({ answers, faults }) => {
    const found = read
      .validate(answers)
      .map((it) => `${it.rule.replace('answers/', '')} ${it.place ?? ''}`)
      // that a branch failed says nothing beside the fault inside it
      .filter((it) => !it.startsWith('if '))
    expect(found.sort()).toEqual(faults.map((it) => `${it.keyword} ${it.place}`).sort())
  })

  test('has samples of both kinds, and a word for the author in the README', () => {
    expect(samples.valid.length).toBeGreaterThan(0)
    expect(samples.invalid.length).toBeGreaterThan(0)
    expect(README).toContain(`\`${id}\``)
  })
})

test('every definition lies beside its samples, and nothing else is on the shelf', () => {
  expect(FILES).toEqual(DEFINITIONS.flatMap(({ id }) => [`${id}.form.json`, `${id}.samples.json`]))
  expect(DEFINITIONS.map((it) => it.id)).toEqual([
    'address',
    'applicant',
    'attachment',
    'bank-account',
    'birth-date',
    'declaration',
    'email',
    'iban',
    'money',
    'national-id',
    'passport',
    'person-name',
    'phone',
    'power-of-attorney',
    'sex',
  ])
})

test('a definition that holds another holds the same words of it', () => {
  const first = new Map<string, JsonValue>()
  let copies = 0
  for (const { id, form } of DEFINITIONS)
    for (const [name, schema] of Object.entries(form.schema.$defs)) {
      if (first.has(name)) copies++
      else first.set(name, schema)
      expect({ id, schema }).toEqual({ id, schema: first.get(name) })
    }
  expect(copies).toBeGreaterThan(0)
  expect(first.size).toBe(DEFINITIONS.length)
})

test('all definitions copied into one form make a package that can be deployed', async () => {
  const forms = DEFINITIONS.map((it) => it.form)
  const apply = {
    title: { ar: 'طلب', en: 'Application' },
    schema: {
      type: 'object',
      required: forms.flatMap((it) => it.schema.required),
      additionalProperties: false,
      properties: Object.assign({}, ...forms.map((it) => it.schema.properties)) as object,
      $defs: Object.assign({}, ...forms.map((it) => it.schema.$defs)) as object,
    },
    ui: { type: 'VerticalLayout', elements: forms.flatMap((it) => it.ui.elements) },
    texts: Object.assign({}, ...forms.map((it) => it.texts)) as object,
  }
  const checked = await check({ 'forms/apply.form.json': apply })
  if (!checked.ok) throw new Error(JSON.stringify(checked.findings, undefined, 2))
  const answers: unknown = Object.assign({}, ...DEFINITIONS.map((it) => it.samples.valid[0]?.answers))
  expect(checked.package.forms.get('apply')?.validate(answers)).toEqual([])
  expect(checked.package.forms.get('apply')?.validate({})).toHaveLength(DEFINITIONS.length)
})

describe('the facts', () => {
  test('Palestine has sixteen governorates, by their codes in ISO 3166-2', () => {
    const { texts } = definition('address').form
    const choices = (texts['/address/governorate'] as { readonly choices: Readonly<Record<string, { ar: string }>> })
      .choices
    expect(Object.entries(choices).map(([code, { ar }]) => `${code} ${ar}`)).toEqual([
      'PS-JEN جنين',
      'PS-TBS طوباس والأغوار الشمالية',
      'PS-TKM طولكرم',
      'PS-NBS نابلس',
      'PS-QQA قلقيلية',
      'PS-SLT سلفيت',
      'PS-RBH رام الله والبيرة',
      'PS-JRH أريحا والأغوار',
      'PS-JEM القدس',
      'PS-BTH بيت لحم',
      'PS-HBN الخليل',
      'PS-NGZ شمال غزة',
      'PS-GZA غزة',
      'PS-DEB دير البلح',
      'PS-KYS خان يونس',
      'PS-RFH رفح',
    ])
    const { properties } = definition('address').form.schema.$defs['address'] as {
      readonly properties: { readonly governorate: { readonly enum: readonly string[] } }
    }
    expect(properties.governorate.enum).toEqual(Object.keys(choices))
  })

  test('an IBAN the library takes has 29 characters', () => {
    for (const { answers } of definition('iban').samples.valid) expect(answers['iban']).toHaveLength(29)
  })

  test('a sum of money the library takes is one the engine can charge, in every currency of the engine', () => {
    const form = read(definition('money'))
    for (const [currency, digits] of Object.entries(CURRENCIES)) {
      const fee = { amount: `12.${'5'.repeat(digits)}`, currency }
      expect(form.validate({ money: fee })).toEqual([])
      expect(money(fee.amount, fee.currency)).toEqual(fee)
      const finer = { amount: `${fee.amount}5`, currency }
      expect(form.validate({ money: finer })).not.toEqual([])
      expect(isProblem(money(finer.amount, finer.currency))).toBe(true)
    }
  })
})
