/** What the form engine can do and what the inspector offers are held together: an ability without a place, or a reason why it has none, fails here. */
import { describe, expect, test } from 'vitest'
import { KIND_OFFERS, OPTION_PLACES } from '../../designer/forms/inspector/offered.ts'
import { BLUEPRINTS } from '../../designer/forms/model/blueprints.ts'
import { changedText, COMMANDS } from '../../designer/forms/model/commands/commands.ts'
import { FILE_TYPES } from '../../designer/forms/model/commands/set-file-limits.ts'
import { faultCodesAt } from '../../designer/forms/model/fault-codes.ts'
import { kindAt } from '../../designer/forms/model/kind-at.ts'
import { optionsOf } from '../../designer/forms/model/layout.ts'
import { inputAt, newCall, operationOf, withInput } from '../../designer/forms/register/call.ts'
import { likelyOffer, listsIn, offerParts, offerText } from '../../designer/forms/register/offer-parts.ts'
import { DIGEST_PATTERN } from '../../engine/core/attachment-field.ts'
import { parseFeel, scopeOf, toJson } from '../../engine/core/feel/feel.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import { callFault } from '../../engine/core/package/form-calls.ts'
import { optionFaults } from '../../engine/core/package/form-options.ts'
import type { OfferedOperation, OfferedService } from '../../engine/core/service-catalogue.ts'
import { WORDS } from '../../forms/texts/texts.ts'
import { EMPTY, SHIPPED, done, findingsOf, keysOf, read } from './form-scene.ts'

const asking = (kind: keyof typeof BLUEPRINTS): { readonly text: string; readonly place: string } => {
  const text = done(EMPTY, COMMANDS.addField, { kind, into: '/ui' })
  const [name = ''] = Object.keys((read(text)['schema'] as { properties: object }).properties)
  return { text, place: `/${name}` }
}

describe('what the engine can do', () => {
  test('every option of a control has a place in the inspector, or a reason why it has none', () => {
    const [unknown] = optionFaults({ nothing: true }, {}, 'field')
    const [, names = ''] = /^one of the options (.+)$/.exec(unknown?.expected.en ?? '') ?? []
    expect(Object.keys(OPTION_PLACES).sort()).toEqual(names.split(', ').sort())
    expect(Object.values(OPTION_PLACES).filter((it) => 'reason' in it && it.reason === '')).toEqual([])
  })

  test.each(keysOf(KIND_OFFERS))('an answer of the kind %s has limits, or a reason why there are none', (kind) => {
    const { limits, reason } = KIND_OFFERS[kind]
    expect(limits.length > 0 || (reason ?? '') !== '').toBe(true)
  })

  test('whatever can be wrong with an answer may be told in words of the form, or is told of no question', () => {
    const told = new Set(
      keysOf(BLUEPRINTS).flatMap((kind) => {
        const { text, place } = asking(kind)
        return faultCodesAt(read(text), place).map(({ code }) => code)
      }),
    )
    const written = (kind: keyof typeof BLUEPRINTS, more: JsonObject, options: JsonObject = {}): void => {
      const { text, place } = asking(kind)
      const form = read(text)
      const schema = form['schema'] as JsonObject
      const name = place.slice(1)
      const own = (schema['properties'] as JsonObject)[name] as JsonObject
      const { $ref: _, ...plain } = own
      const properties = {
        ...(schema['properties'] as JsonObject),
        [name]: more['type'] ? more : { ...plain, ...more },
      }
      const ui = { type: 'VerticalLayout', elements: [{ type: 'Control', scope: `#/properties/${name}`, options }] }
      for (const { code } of faultCodesAt({ ...form, schema: { ...schema, properties }, ui }, place)) told.add(code)
    }
    written('text', { minLength: 1, pattern: 'x', const: 'x', not: {}, oneOf: [{}], anyOf: [{}], format: 'uri' })
    written('number', { type: 'number', maximum: 1, exclusiveMinimum: 1, exclusiveMaximum: 2, multipleOf: 1 })
    written('list', { minItems: 1, contains: {}, uniqueItems: true })
    written('nationalId', { type: 'string', pattern: '^[0-9]{9}$' }, { check: 'luhn' })
    written('text', { type: 'string' }, { choices: { service: 'x', offer: '=reply' } })
    written('date', { type: 'string', format: 'date' }, { earliest: '=today()', latest: '=today()' })
    const nobodyCorrects = [
      'additionalProperties',
      'unevaluatedProperties',
      'propertyNames',
      'depth',
      // Of an object whose questions are asked one by one; its own number is nothing a person knows of.
      'minProperties',
      'maxProperties',
      // The schema of every kind says its type, and each kind has words of its own for it.
      'type',
    ]
    expect(Object.keys(WORDS.en.errors).filter((it) => !told.has(it) && !nobodyCorrects.includes(it))).toEqual([])
  })

  test('the own sentences of the packages we ship can all be reached', () => {
    for (const [name, text] of SHIPPED) {
      const form = read(text)
      for (const [place, told] of Object.entries(
        isJsonObject(form['texts'] ?? null) ? (form['texts'] as JsonObject) : {},
      ))
        for (const code of Object.keys((told as { errors?: object }).errors ?? {}))
          expect(
            faultCodesAt(form, place).map((it) => it.code),
            `${name} ${place}`,
          ).toContain(code)
    }
  })
})

describe('limits', () => {
  test('of the currencies of a sum are kept with their words', () => {
    const { text, place } = asking('money')
    const choices = [{ value: 'JOD', label: { ar: 'دينار', en: 'Dinar' } }]
    const only = done(text, COMMANDS.setChoices, { place: `${place}/currency`, choices })
    expect(findingsOf(only)).toEqual([])
    expect(kindAt(read(only), place)).toBe('money')
  })

  test('of a box say whether it must be ticked; it stays a box', () => {
    const { text, place } = asking('declaration')
    const free = done(text, COMMANDS.setTicked, { place, must: false })
    expect([findingsOf(free), kindAt(read(free), place)]).toEqual([[], 'declaration'])
    const again = done(free, COMMANDS.setTicked, { place, must: true })
    expect(again).toContain('"const": true')
  })

  test('of a file that is kept by its digest alone are the kinds it offers', () => {
    const { text, place } = asking('text')
    const form = JSON.parse(text)
    form.schema.properties[place.slice(1)] = { type: 'string', pattern: DIGEST_PATTERN }
    const digest = JSON.stringify(form)
    const next = done(digest, COMMANDS.setFileLimits, { place, mediaTypes: [FILE_TYPES[0]] })
    expect([findingsOf(next), kindAt(read(next), place)]).toEqual([[], 'file'])
    expect(optionsOf(read(next), place)['accept']).toEqual([FILE_TYPES[0]])
    expect(changedText(digest, COMMANDS.setFileLimits, { place, maxBytes: 1 })).toMatchObject({ ok: false })
  })
})

const REPLY: JsonObject = {
  type: 'object',
  properties: {
    offices: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          code: { type: 'string' },
          name: { type: 'object', properties: { ar: { type: 'string' }, en: { type: 'string' } } },
        },
      },
    },
    towns: { type: 'array', items: { type: 'string' } },
  },
}
const OPERATION: OfferedOperation = {
  method: 'GET',
  path: 'areas/{area}/offices',
  title: { ar: 'مكاتب', en: 'Offices' },
  inputs: [
    { name: 'area', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'open', in: 'query', required: false, schema: { type: 'string' } },
  ],
  reply: REPLY,
}
const SERVICE: OfferedService = {
  id: 'PS/GOV/MTIT/post/offices/v1',
  provider: { id: 'PS/GOV/MTIT/post', name: 'Post' },
  title: { ar: 'مكاتب', en: 'Offices' },
  allowed: true,
  operations: [{ ...OPERATION, path: 'other', inputs: [] }, OPERATION],
}

describe('choices of a register', () => {
  const offered = (text: string, reply: JsonValue): unknown => {
    const parsed = parseFeel(text.slice(1))
    const result = parsed.ok ? parsed.expression.evaluate(scopeOf({ reply }, 0, 'Asia/Hebron')) : undefined
    return result?.ok === true ? toJson(result.value) : undefined
  }

  test('are found in what the provider describes, and read again from what was written', () => {
    const parts = likelyOffer(REPLY)
    expect(listsIn(REPLY).map(({ list, plain }) => [list.join('.'), plain])).toEqual([
      ['offices', false],
      ['towns', true],
    ])
    expect(offerParts(offerText(parts))).toEqual(parts)
    expect(offered(offerText(parts), { offices: [{ code: 'R', name: { ar: 'رام الله', en: 'Ramallah' } }] })).toEqual([
      { value: 'R', ar: 'رام الله', en: 'Ramallah' },
    ])
  })

  test.each([
    { list: ['a-b', 'list'], entry: { value: ['the id'], ar: ['x', 'ar-PS'], en: ['x', 'en'] } },
    { list: [], entry: { value: ['id'], ar: ['name'], en: ['name'] } },
    { list: ['towns'] },
  ])('are written as FEEL that is read back the same: %j', (parts) => {
    expect(offerParts(offerText(parts))).toEqual(parts)
    expect(parseFeel(offerText(parts).slice(1)).ok).toBe(true)
  })

  test.each(['=reply.offices[open]', '=[1, 2]', '=for a in reply.x, b in reply.y return {value: a, ar: b, en: b}'])(
    'of another shape stay an expression: %s',
    (text) => expect(offerParts(text)).toBeUndefined(),
  )

  test('that our packages have are shown in parts', () => {
    const calls = SHIPPED.flatMap(([, text]) => {
      const form = read(text)
      const places = Object.keys(isJsonObject(form['texts'] ?? null) ? (form['texts'] as JsonObject) : {})
      return places.flatMap((it) => {
        const { choices } = optionsOf(form, it)
        return choices !== undefined && isJsonObject(choices) ? [choices] : []
      })
    })
    expect(calls.length).toBeGreaterThan(0)
    for (const call of calls) expect(offerParts(String(call['offer']))).toBeDefined()
  })

  test('are asked with what the analyst says, in the path and beside it; the operation is known again by its path', () => {
    const [area, open] = OPERATION.inputs
    if (!area || !open) throw new Error('Expected two inputs')
    const begun = newCall(SERVICE, OPERATION, ['area'])
    expect([begun['path'], callFault(begun)]).toEqual(['=["areas", area, "offices"]', undefined])
    const asked = withInput(begun, OPERATION, open, { kind: 'fixed', text: 'yes' })
    const moved = withInput(asked, OPERATION, area, { kind: 'name', name: 'address.governorate' })
    expect(moved).toMatchObject({ path: '=["areas", address.governorate, "offices"]', query: { open: 'yes' } })
    expect(inputAt(moved, OPERATION, area)).toEqual({ kind: 'name', name: 'address.governorate' })
    expect(operationOf([SERVICE], moved)?.operation).toBe(OPERATION)
    expect(withInput(moved, OPERATION, open, { kind: 'nothing' })).not.toHaveProperty('query')
    expect(operationOf([SERVICE], { ...moved, path: 'elsewhere' })).toBeUndefined()
  })

  test.each(['radio', 'select', 'search', 'severalOf'] as const)(
    'take the place of those written for %s, and the form is sound on the way there and back',
    (kind) => {
      const { text, place } = asking(kind)
      const asked = done(text, COMMANDS.setChoiceSource, { place, from: newCall(SERVICE, OPERATION, []) })
      expect([findingsOf(asked), kindAt(read(asked), place)]).toEqual([[], kind])
      expect(asked).not.toContain('"enum"')
      const feel = done(asked, COMMANDS.setChoiceSource, { place, from: '=policy.branches' })
      expect([findingsOf(feel), kindAt(read(feel), place)]).toEqual([[], kind])
      const back = done(feel, COMMANDS.setChoiceSource, { place })
      expect([findingsOf(back), kindAt(read(back), place)]).toEqual([[], kind])
      expect(back).toBe(text)
    },
  )
})
