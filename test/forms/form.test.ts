import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../engine/core/json.ts'
import { actionOf, afterAction } from '../../forms/actions.ts'
import { decode } from '../../forms/decode.ts'
import { evaluate } from '../../forms/evaluate.ts'
import { precompiled } from '../../forms/html/precompile.ts'
import { unseenOn } from '../../forms/pages.ts'
import { lies } from '../../forms/place.ts'
import { renderForm } from '../../forms/html/render.ts'
import { summaryOf } from '../../forms/summary.ts'
import { ar } from '../../forms/texts/ar.ts'
import { en } from '../../forms/texts/en.ts'
import { validate } from '../../forms/validate.ts'
import { viewOf } from '../../forms/view.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { posted } from './browser-without.ts'
import { APPLICATIONS, context, SHIPPED, shipped } from './forms-shipped.ts'
import { DEFINITIONS } from './shelf.ts'

const LANGUAGES = ['ar', 'en'] as const
const apply = () => shipped('moj.non-conviction/forms/apply.form.json')

describe.each(SHIPPED)('the form $file', ({ form }) => {
  test.each(LANGUAGES)('is drawn in %s, every page, with every question of it once', (language) => {
    for (const page of form.pages) {
      const html = renderForm(
        viewOf(form, {}, validate(form, {}, context(language), page.id), context(language), page.id),
      )
      expect(html).not.toMatch(/undefined|\[object|\{\{/)
      const seen = [...html.matchAll(/name="seen" value="([^"]+)"/g)].map((it) => it[1])
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.length).toBeGreaterThan(0)
    }
  })

  test('every fault of an empty form leads to an input that is there', () => {
    const ctx = context('en')
    for (const page of form.pages) {
      const view = viewOf(form, {}, validate(form, {}, ctx, page.id), ctx, page.id)
      const html = renderForm(view)
      for (const { href } of view.errors) expect(html).toContain(`id="${href.slice(1)}"`)
    }
  })
})

describe.each(DEFINITIONS)('answers to the library form $id', ({ id, samples }) => {
  test('come back as they were when the page that shows them is sent', () => {
    const form = shipped(`library/${id}.form.json`)
    for (const { answers } of samples.valid) {
      const ctx = context('ar')
      const html = renderForm(viewOf(form, answers, [], ctx))
      expect(decode(form, posted(html), ctx, answers)).toEqual(answers)
      // One sample shows that a schema alone does not see wrong check digits; the form does.
      expect(validate(form, answers, ctx).filter((it) => it.code !== 'ibanCheck')).toEqual([])
    }
  })

  test('are refused with a fault at, or inside, each place the samples name', () => {
    const form = shipped(`library/${id}.form.json`)
    for (const { answers, faults } of samples.invalid) {
      const told = validate(form, answers, context('ar')).map((it) => it.place)
      expect(
        faults.filter(({ place }) => !told.some((it) => place === '/' || lies(place, it) || lies(it, place))),
      ).toEqual([])
    }
  })
})

describe.each(APPLICATIONS)('the application of $file', ({ form, answers, knows }) => {
  test('comes back as it was when all its pages are sent', () => {
    const ctx = context('ar', { variables: knows })
    const counted = evaluate(form, answers, ctx).answers
    const again = form.pages.reduce<JsonObject>((sum, page) => {
      const html = renderForm(viewOf(form, sum, [], ctx, page.id))
      return decode(form, posted(html), ctx, sum)
    }, counted)
    expect(evaluate(form, again, ctx).answers).toEqual(counted)
    // No register answers here.
    expect(validate(form, counted, ctx).filter((it) => it.code !== 'unasked')).toEqual([])
  })
})

describe('what is hidden', () => {
  const answers = { identityBy: 'passport', nationalId: '400000105', passportNo: 'A12345' }

  test('holds no value, and is there again when it is shown', () => {
    const ctx = context('ar')
    expect(evaluate(apply(), answers, ctx).answers).toEqual({ identityBy: 'passport', passportNo: 'A12345' })
    const changed = { ...answers, identityBy: 'nationalId' }
    expect(evaluate(apply(), changed, ctx).answers).toEqual({ identityBy: 'nationalId', nationalId: '400000105' })
  })

  test('is not asked for', () => {
    const places = validate(apply(), answers, context('en')).map((it) => it.place)
    expect(places).toContain('/nationality')
    expect(places).not.toContain('/nationalId')
    expect(places).not.toContain('/poaNumber')
  })

  test('is on the page for those with JavaScript, switched off, and says nothing when the page is sent', () => {
    const html = renderForm(viewOf(apply(), answers, [], context('en')))
    expect(html).toMatch(/<fieldset class="when" role="none" data-key="\/nationalId" hidden disabled>/)
    expect(posted(html)).not.toHaveProperty('/nationalId')
  })
})

describe('without JavaScript', () => {
  test('a question that appears by an answer on its page is asked before one goes on', () => {
    const ctx = context('en')
    const body = { ...posted(renderForm(viewOf(apply(), {}, [], ctx, '2'))), '/purpose': 'other' }
    const answers = decode(apply(), body, ctx)
    expect(unseenOn(apply(), '2', body, evaluate(apply(), answers, ctx))).toEqual(['/purposeText'])
    const again = posted(renderForm(viewOf(apply(), answers, [], ctx, '2')))
    expect(unseenOn(apply(), '2', again, evaluate(apply(), answers, ctx))).toEqual([])
  })
})

describe('required', () => {
  test('follows the branches of the schema', () => {
    const required = (answers: Parameters<typeof evaluate>[1]) =>
      [...evaluate(apply(), answers, context('ar')).fields].filter(([, it]) => it.required).map(([place]) => place)
    expect(required({})).not.toContain('/principalId')
    expect(required({ applicantType: 'agent' })).toEqual(
      expect.arrayContaining(['/principalId', '/poaNumber', '/poaDate']),
    )
    expect(required({ applicantType: 'self' })).not.toContain('/principalId')
  })
})

describe('what people type', () => {
  const read = (body: Record<string, string | string[]>) => decode(apply(), body, context('ar'))

  test('in Arabic-Indic or Persian digits is kept in Latin ones', () => {
    expect(read({ '/copies': '٣', '/nationalId': '٤٠٠ ٠٠٠ ١٠٥', '/phone': '۰۵۹-۹۱۲۳۴۵۶' })).toMatchObject({
      copies: 3,
      nationalId: '400000105',
      phone: '0599123456',
    })
  })

  test('into three boxes is a day', () => {
    expect(read({ '/poaDate/day': '٥', '/poaDate/month': '3', '/poaDate/year': '2025' })).toMatchObject({
      poaDate: '2025-03-05',
    })
  })

  test('stays as it is where it is no number or no day, and is told so', () => {
    const answers = read({
      '/copies': 'ثلاث',
      '/poaDate/day': '31',
      '/poaDate/month': '2',
      '/poaDate/year': '',
      '/applicantType': 'agent',
    })
    const faults = validate(apply(), answers, context('en'))
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ place: '/copies', code: 'integer' }),
        expect.objectContaining({ place: '/poaDate', code: 'date' }),
      ]),
    )
    const html = renderForm(viewOf(apply(), answers, faults, context('en')))
    expect(html).toContain('name="/poaDate/day" value="31"')
    expect(html).toContain('must be a real date')
  })

  test('nothing is no answer; an empty box says no', () => {
    expect(read({ page: '4', seen: '/declaration' })).toEqual({ declaration: false })
    expect(read({ page: '2', seen: ['/purpose', '/destinationCountry'], '/destinationCountry': '  ' })).toEqual({})
  })

  test('for another page, or for what did not stand on it, changes nothing', () => {
    const before = { copies: 2, destinationCountry: 'Jordan' }
    const body = { page: '2', seen: '/copies', '/copies': '4', '/destinationCountry': 'X', '/phone': '1' }
    expect(decode(apply(), body, context('ar'), before)).toEqual({ copies: 4, destinationCountry: 'Jordan' })
  })
})

describe('a list', () => {
  const company = () => shipped('company.form.json')
  const ctx = context('en')

  test('that must have entries shows them empty, and takes what is written into them', () => {
    const names = shipped('names.form.json')
    const html = renderForm(viewOf(names, {}, [], ctx))
    expect([...html.matchAll(/name="(\/names\/\d\/ar)"/g)].map((it) => it[1])).toEqual([
      '/names/0/ar',
      '/names/1/ar',
      '/names/2/ar',
    ])
    const answers = decode(names, { ...posted(html), '/names/1/ar': 'شركة النور', '/activityCodes/0': '٤٧' }, ctx)
    expect(answers).toEqual({ names: [{}, { ar: 'شركة النور' }, {}], activityCodes: ['47'] })
  })

  test('grows and shrinks by its buttons, within its bounds', () => {
    const two = afterAction(company(), { founders: [{ nameEn: 'A' }] }, actionOf('add:/founders'), ctx)
    expect(two).toEqual({ founders: [{ nameEn: 'A' }, {}] })
    expect(afterAction(company(), two, actionOf('remove:/founders/0'), ctx)).toEqual({ founders: [{}] })
    expect(afterAction(company(), two, actionOf('add:/signing'), ctx)).toEqual(two)
  })

  test('tells what is wrong in which entry', () => {
    const view = viewOf(
      company(),
      { founders: [{}, { identityBy: 'passport' }] },
      validate(company(), { founders: [{}, { identityBy: 'passport' }] }, ctx, '2'),
      ctx,
      '2',
    )
    expect(view.errors.map((it) => it.text)).toContain('Answer “Passport number (2)”')
  })
})

describe('check your answers', () => {
  test('shows what counts, page by page, in words', () => {
    const parts = summaryOf(
      apply(),
      { purpose: 'visa', purposeText: 'hidden', poaDate: '2025-03-12', applicantType: 'agent' },
      context('ar'),
    )
    const rows = parts.flatMap((it) => it.rows)
    expect(rows).toContainEqual({
      place: '/purpose',
      label: 'الغرض من الشهادة',
      answer: 'تأشيرة',
      answered: true,
      files: [],
      given: false,
    })
    expect(rows.find((it) => it.place === '/poaDate')?.answer).toBe('12 آذار 2025 (12 رمضان 1446 هـ)')
    expect(rows.map((it) => it.place)).not.toContain('/purposeText')
  })
})

describe('the words', () => {
  test('are there in both languages', () => {
    expect(Object.keys(ar.errors)).toEqual(Object.keys(en.errors))
    expect(Object.keys(ar)).toEqual(Object.keys(en))
  })
})

test('whatever a person wrote is escaped', () => {
  const html = renderForm(
    viewOf(apply(), { destinationCountry: '"><script>alert(1)</script>' }, [], context('ar'), '2'),
  )
  expect(html).not.toContain('<script')
})

test('the compiled partials are those of the files beside them', () => {
  expect(readFileSync(join(import.meta.dirname, '../../forms/html/partials.js'), 'utf8')).toBe(precompiled())
})
