import { describe, expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '../../engine/core/json.ts'
import { WIDGETS, type WidgetName } from '../../engine/core/package/widgets.ts'
import { actionOf, afterAction } from '../../forms/actions.ts'
import { compileForm } from '../../forms/compile.ts'
import { decode } from '../../forms/decode.ts'
import { digestsIn, withFile } from '../../forms/files.ts'
import type { CompiledForm, FormContext } from '../../forms/form.ts'
import { renderForm } from '../../forms/html/render.ts'
import { KINDS } from '../../forms/kinds/kinds.ts'
import { summaryOf } from '../../forms/summary.ts'
import { validate } from '../../forms/validate.ts'
import { viewOf } from '../../forms/view.ts'
import { posted } from './browser-without.ts'
import { context } from './forms-shipped.ts'

const label = (name: string) => ({ label: { ar: `سؤال ${name}`, en: `Question ${name}` } })

/** A form of one field called "it". */
function formOf(schema: JsonObject, options: JsonObject = {}, texts: JsonObject = {}): CompiledForm {
  return compileForm({
    id: 'one',
    title: { ar: 'نموذج', en: 'Form' },
    schema: { type: 'object', required: ['it'], additionalProperties: false, properties: { it: schema } },
    ui: { type: 'VerticalLayout', elements: [{ type: 'Control', scope: '#/properties/it', options }] },
    texts: { '/it': label('it'), ...(texts as Record<string, never>) },
  })
}

const ctx = context('en', { person: '400000105' })
const html = (form: CompiledForm, answers: JsonObject, more: Partial<FormContext> = {}) =>
  renderForm(viewOf(form, answers, validate(form, answers, ctx), { ...ctx, ...more }))
const read = (form: CompiledForm, body: Record<string, string | string[]>) => decode(form, body, ctx)
const codes = (form: CompiledForm, it: JsonValue) => validate(form, { it }, ctx).map(({ code }) => code)
const shown = (form: CompiledForm, it: JsonValue) => summaryOf(form, { it }, ctx)[0]?.rows[0]?.answer

const DIGEST = '^[0-9a-f]{64}$'
const ATTACHMENT = {
  type: 'object',
  required: ['digest', 'name', 'size', 'mediaType'],
  properties: {
    digest: { type: 'string', pattern: DIGEST },
    name: { type: 'string' },
    size: { type: 'integer', maximum: 10_000_000 },
    mediaType: { type: 'string', enum: ['application/pdf', 'image/png'] },
  },
}
const given = { digest: 'a'.repeat(64), name: 'plan.pdf', size: 2_400_000, mediaType: 'application/pdf' }

test('every kind has a name in core, a partial, and draws itself', () => {
  expect(Object.keys(KINDS).sort()).toEqual(Object.keys(WIDGETS).sort())
  const schemas: Readonly<Partial<Record<WidgetName, JsonObject>>> = {
    date: { type: 'string', format: 'date' },
    money: {
      type: 'object',
      properties: { amount: { type: 'string' }, currency: { type: 'string', enum: ['ILS', 'JOD'] } },
    },
    file: { type: 'string', pattern: DIGEST },
    files: { type: 'array', items: ATTACHMENT },
    signature: { type: 'object', properties: { by: { type: 'string' }, at: { type: 'string' } } },
  }
  for (const [name, widget] of Object.entries(WIDGETS)) {
    const schema = schemas[name as WidgetName] ?? { type: widget.holds[0] ?? 'string', items: { type: 'string' } }
    expect(html(formOf(schema, { widget: name }), {})).toContain('/it')
  }
})

describe('a time', () => {
  const form = formOf({ type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })
  test.each(['9:30', '٩:٣٠', '09.30', '930', '9 30'])('is read from "%s"', (written) => {
    expect(read(form, { '/it': written })).toEqual({ it: '09:30' })
  })
  test('that there is not is refused', () => {
    expect(codes(form, '25:10')).toEqual(['time'])
    expect(codes(form, 'noon')).toEqual(['time'])
  })
})

describe('a list to search in', () => {
  const form = formOf(
    { type: 'string', enum: ['ps', 'jo'] },
    { widget: 'search' },
    {
      '/it': { ...label('it'), choices: { ps: { ar: 'فلسطين', en: 'Palestine' }, jo: { ar: 'الأردن', en: 'Jordan' } } },
    },
  )
  test('takes the words of either language, or the value', () => {
    for (const written of ['Jordan', 'jordan', 'الأردن', 'jo'])
      expect(read(form, { '/it': written })).toEqual({ it: 'jo' })
    expect(html(form, { it: 'jo' })).toContain('value="Jordan"')
  })
  test('refuses what it does not offer', () => {
    expect(codes(form, read(form, { '/it': 'Atlantis' })['it'] ?? '')).toEqual(['choose'])
  })
})

describe('an IBAN', () => {
  const form = formOf({ type: 'string', pattern: '^PS[0-9]{2}[A-Z]{4}[A-Z0-9]{21}$' })
  test('is read with blanks and small letters, and shown in fours', () => {
    expect(read(form, { '/it': 'ps92 pals 0000 0000 0400 1234 5670 2' })).toEqual({
      it: 'PS92PALS000000000400123456702',
    })
    expect(html(form, { it: 'PS92PALS000000000400123456702' })).toContain('PS92 PALS 0000 0000 0400 1234 5670 2')
  })
  test('with a slip is refused by its check digits', () => {
    expect(codes(form, 'PS92PALS000000000400123456702')).toEqual([])
    expect(codes(form, 'PS92PALS000000000400123456720')).toEqual(['ibanCheck'])
    expect(codes(form, 'PS92')).toEqual(['iban'])
  })
})

describe('a national ID number', () => {
  const schema = { type: 'string', pattern: '^[0-9]{9}$' }
  test('is checked by its last digit where the layout says so', () => {
    expect(codes(formOf(schema), '400000015')).toEqual([])
    expect(codes(formOf(schema, { check: 'luhn' }), '400000015')).toEqual(['checkDigit'])
    expect(codes(formOf(schema, { check: 'luhn' }), '400000014')).toEqual([])
  })
})

describe('a sum of money', () => {
  const money = {
    amount: { type: 'string', pattern: '^[0-9]+\\.[0-9]{2,3}$' },
    currency: { type: 'string', enum: ['ILS', 'JOD'] },
  }
  const form = formOf({ type: 'object', required: ['amount', 'currency'], properties: money })
  test('gets the digits of its currency and stays decimal text', () => {
    expect(read(form, { '/it/amount': '١٬٢٥٠٫٥', '/it/currency': 'JOD' })).toEqual({
      it: { amount: '1250.500', currency: 'JOD' },
    })
    expect(read(form, { '/it/amount': '1,250.5', '/it/currency': 'ILS' })).toEqual({
      it: { amount: '1250.50', currency: 'ILS' },
    })
    expect(shown(form, { amount: '1250.50', currency: 'ILS' })).toBe('1,250.50 ILS')
  })
  test('with more digits than the currency has is refused at the question', () => {
    const answers = read(form, { '/it/amount': '1.2345', '/it/currency': 'ILS' })
    expect(validate(form, answers, ctx)).toMatchObject([{ place: '/it', code: 'money' }])
  })
})

describe('a file', () => {
  const alone = formOf({ type: 'string', pattern: DIGEST })
  const whole = formOf(ATTACHMENT)
  const several = formOf({ type: 'array', maxItems: 2, items: ATTACHMENT })

  test('is put in its place as the schema asks, and taken away by its button', () => {
    expect(withFile(alone, {}, '/it', given, ctx)).toEqual({ it: given.digest })
    expect(withFile(whole, {}, '/it', given, ctx)).toEqual({ it: given })
    expect(digestsIn(whole, { it: given }, ctx)).toEqual([given.digest])
    expect(afterAction(whole, { it: given }, actionOf('remove:/it'), ctx)).toEqual({})
  })

  test('among several is there once, as many as there may be', () => {
    const one = withFile(several, {}, '/it', given, ctx)
    expect(withFile(several, one, '/it', given, ctx)).toEqual(one)
    const two = withFile(several, one, '/it', { ...given, digest: 'b'.repeat(64) }, ctx)
    expect(withFile(several, two, '/it', { ...given, digest: 'c'.repeat(64) }, ctx)).toEqual(two)
    expect(afterAction(several, two, actionOf('remove:/it/0'), ctx)).toEqual({
      it: [{ ...given, digest: 'b'.repeat(64) }],
    })
  })

  test('among several that the form describes elsewhere is put there as that says', () => {
    const form = compileForm({
      id: 'one',
      title: { ar: 'نموذج', en: 'Form' },
      schema: {
        type: 'object',
        properties: { it: { type: 'array', items: { $ref: '#/$defs/attachment' } } },
        $defs: { attachment: ATTACHMENT },
      },
      texts: { '/it': label('it') },
    })
    expect(withFile(form, {}, '/it', given, ctx)).toEqual({ it: [given] })
    expect(html(form, {})).toContain('accept="application/pdf,image/png"')
  })

  test('is shown by its name with a button to remove it, and stays when the page is sent', () => {
    const page = html(whole, { it: given })
    expect(page).toContain('plan.pdf (2.4 MB)')
    expect(page).toContain('accept="application/pdf,image/png"')
    expect(page).toContain('value="remove:/it"')
    expect(page).toContain('value="upload:/it"')
    expect(decode(whole, posted(page), ctx, { it: given })).toEqual({ it: given })
    expect(html(alone, { it: given.digest }, { files: [given] })).toContain('plan.pdf (2.4 MB)')
    expect(viewOf(whole, {}, [], ctx).asksFiles).toBe(true)
  })

  test('that is missing is asked for', () => {
    expect(validate(whole, {}, ctx)).toMatchObject([{ place: '/it', code: 'file' }])
  })
})

describe('a signature', () => {
  const form = formOf(
    {
      type: 'object',
      required: ['by', 'at'],
      properties: { by: { type: 'string' }, at: { type: 'string', format: 'date-time' } },
    },
    { widget: 'signature' },
  )

  test('is that of who is signed in, when it is given', () => {
    const signed = read(form, { seen: '/it', '/it': 'true' })
    expect(signed).toEqual({ it: { by: '400000105', at: '2026-11-27T09:00:00.000Z' } })
    expect(validate(form, signed, ctx)).toEqual([])
    expect(decode(form, { seen: '/it' }, ctx, signed)).toEqual({})
  })

  test('of somebody else, of another day, or without a name is refused', () => {
    expect(codes(form, { by: '400000014', at: '2026-11-27T09:00:00.000Z' })).toEqual(['signature'])
    expect(codes(form, { by: '400000105', at: '2026-11-20T09:00:00.000Z' })).toEqual(['signature'])
    expect(codes(form, { by: '400000105', at: '2027-11-27T09:00:00.000Z' })).toEqual(['signature'])
    expect(validate(form, {}, ctx)).toMatchObject([{ code: 'signature' }])
  })
})

describe('a text that explains', () => {
  const told = (en: string) =>
    renderForm(
      viewOf(
        compileForm({
          id: 'one',
          title: { ar: 'ن', en: 'F' },
          schema: { type: 'object', properties: { it: { type: 'string' } } },
          ui: {
            type: 'VerticalLayout',
            elements: [
              { type: 'Label', text: { ar: 'ن', en } },
              { type: 'Control', scope: '#/properties/it' },
            ],
          },
          texts: { '/it': label('it') },
        }),
        {},
        [],
        ctx,
      ),
    )

  test('has paragraphs, lists, emphasis and links', () => {
    const page = told('Bring **your card**.\n\n- a *copy*\n- the [form](https://example.ps/form)')
    expect(page).toContain('<strong>your card</strong>')
    expect(page).toContain('<em>copy</em>')
    expect(page).toContain('<a href="https://example.ps/form">form</a>')
    expect(page.match(/<li>/g)).toHaveLength(2)
  })

  test.each([
    '[x](javascript:alert(1))',
    '[x](data:text/html,1)',
    '[x](//evil.example)',
    '<b onclick=x>',
    '[x](/\\evil.example)',
  ])('never runs: %s', (payload) => {
    expect(told(payload)).not.toMatch(/<b onclick|href="(javascript|data|\/\/|\/\\)/)
  })

  test('may be the answers, read over', () => {
    const form = compileForm({
      id: 'one',
      title: { ar: 'ن', en: 'F' },
      schema: { type: 'object', properties: { it: { type: 'string' } } },
      ui: {
        type: 'Categorization',
        elements: [
          {
            type: 'Category',
            label: { ar: 'أ', en: 'First' },
            elements: [{ type: 'Control', scope: '#/properties/it' }],
          },
          {
            type: 'Category',
            label: { ar: 'ب', en: 'Second' },
            elements: [{ type: 'Label', text: { ar: 'راجع', en: 'Read over' }, options: { summary: true } }],
          },
        ],
      },
      texts: { '/it': label('it') },
    })
    expect(renderForm(viewOf(form, { it: 'hello' }, [], ctx, '2'))).toMatch(
      /<dt>Question it<\/dt><dd><bdi>hello<\/bdi>/,
    )
  })
})
