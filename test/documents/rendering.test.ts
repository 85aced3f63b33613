import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Setting } from '../../engine/connectors/documents/templates/formatters/formatter.ts'
import { startRenderers } from '../../engine/connectors/documents/templates/renderers.ts'
import type { Medium } from '../../engine/core/template/check.ts'
import { type Rendered, renderTemplate } from '../../engine/connectors/documents/templates/rendering.ts'

vi.setConfig({ testTimeout: 60_000 })

const arabic: Setting = { language: 'ar', timeZone: 'Asia/Hebron' }
const english: Setting = { language: 'en', timeZone: 'Asia/Hebron' }

const fill = (template: string, data: unknown = {}, setting = arabic, medium: Medium = 'html'): Rendered =>
  renderTemplate({ template, data: JSON.stringify(data), medium, setting })

const text = (template: string, data?: unknown, setting = arabic): string => {
  const rendered = fill(template, data, setting)
  return rendered.kind === 'rendered' ? rendered.text : `refused: ${rendered.reason}`
}

const reason = (template: string, data?: unknown): string => {
  const rendered = fill(template, data)
  return rendered.kind === 'refused' ? rendered.reason : `rendered: ${rendered.text}`
}

describe('a value on paper', () => {
  test.each([
    ['{{date d}}', { d: '2026-11-23' }, '23 تشرين الثاني 2026'],
    ['{{date d language="en"}}', { d: '2026-11-23' }, '23 November 2026'],
    ['{{date d style="short"}}', { d: '2026-11-23' }, '23\u200f/11\u200f/2026'],
    ['{{date d calendar="hijri"}}', { d: '2026-11-23' }, '13 جمادى الآخرة 1448 هـ'],
    ['{{date d language="en"}}', { d: '2026-11-23T22:30:00Z' }, '24 November 2026'],
    ['{{date d language="en"}}', { d: 1_795_435_200_000 }, '23 November 2026'],
    ['{{date d}}', { d: null }, ''],
    ['{{money fee}}', { fee: { amount: '1234567.50', currency: 'ILS' } }, '1,234,567.50 شيكل'],
    ['{{money a "JOD" language="en"}}', { a: '10' }, '10.000 JOD'],
    ['{{number n}}', { n: 1234.5 }, '1,234.5'],
    ['{{number n digits=2}}', { n: 3 }, '3.00'],
    ['{{text t}}', { t: { ar: 'عمل', en: 'work' } }, 'عمل'],
    ['{{text t "en"}}', { t: { ar: 'عمل', en: 'work' } }, 'work'],
    ['{{text t}}', { t: 'عمل' }, 'عمل'],
    ['{{code r}}', { r: '2026-7K3F-4' }, '\u20662026-7K3F-4\u2069'],
    ['{{#if (eq a "x")}}yes{{else}}no{{/if}}', { a: 'x' }, 'yes'],
    ['{{#if (or a b)}}yes{{else}}no{{/if}}', { b: [] }, 'no'],
    ['{{#if (and a (not b))}}yes{{/if}}', { a: 1 }, 'yes'],
    ['{{#each l}}{{@index}}{{this}};{{/each}}', { l: ['أ', 'ب'] }, '0أ;1ب;'],
    ['{{#with a}}{{b}}{{../c}}{{/with}}', { a: { b: 1 }, c: 2 }, '12'],
    ['{{this.date}}', { date: 'x' }, 'x'],
    ['{{#if a}}{{else}}none{{/if}}', {}, 'none'],
  ])('%s', (template, data, expected) => {
    expect(text(template, data)).toBe(expected)
  })

  test('is written in the language of the paper', () => {
    expect(text('{{date d}}, {{text t}}', { d: '2026-11-23', t: { ar: 'عمل', en: 'work' } }, english)).toBe(
      '23 November 2026, work',
    )
  })

  test('that is markup comes out as text', () => {
    const attacks = [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onmouseover='x",
      '{{constructor}}',
    ]
    for (const attack of attacks) {
      const page = text('<p title="{{x}}">{{x}} {{text x}} {{code x}}</p>', { x: attack })
      expect(page.replace(/<p title="[^"<>]*">|<\/p>/g, '')).not.toMatch(/[<>"']/)
    }
  })

  test('is left as it is in a plain text notice', () => {
    expect(fill('{{x}}', { x: 'a & b' }, arabic, 'text')).toEqual({ kind: 'rendered', text: 'a & b' })
  })
})

describe('a value that is missing', () => {
  test.each([
    ['{{name}}', {}, '"name" (template line 1)'],
    ['\n\n<p>{{holder.name}}</p>', { holder: {} }, '"holder.name" (template line 3)'],
    ['{{holder.name.ar}}', {}, '"holder.name.ar"'],
    ['{{#if holder.name.ar}}x{{/if}}', { holder: {} }, '"holder.name.ar"'],
    ['{{date issued}}', {}, '"date issued" (template line 1)'],
    ['{{text (text a)}}', {}, '"(text a)"'],
    ['{{#each rows}}x{{/each}}', {}, '"each rows"'],
    ['{{#each rows}}{{court}}{{/each}}', { rows: [{ court: 1 }, {}] }, '"court"'],
    ['{{toString}}', {}, '"toString"'],
    ['{{hasOwnProperty}}', {}, '"hasOwnProperty"'],
  ])('%s is named', (template, data, expected) => {
    expect(reason(template, data)).toContain(`Expected the data to have ${expected}`)
  })

  test.each([
    ['{{date d}}', { d: '2026-02-30' }, 'Expected a date'],
    ['{{date d calendar="julian"}}', { d: '2026-02-03' }, 'Expected calendar'],
    ['{{money m}}', { m: { amount: '1', currency: 'XXX' } }, 'Expected a currency'],
    ['{{number n}}', { n: '1' }, 'Expected a number'],
    ['{{text t}}', { t: { en: 'x' } }, 'Expected a text with "ar"'],
    ['{{holder}}', { holder: { a: 1 } }, 'found an object'],
    ['{{qr}}', {}, 'Expected a certificate for {{qr}}'],
  ])('or wrong is explained: %s', (template, data, expected) => {
    expect(reason(template, data)).toContain(expected)
  })
})

describe('a hostile template that was never checked', () => {
  test.each([
    '{{constructor.constructor}}',
    '{{#with "x" as |s|}}{{#with "e"}}{{#with split as |c|}}{{c}}{{/with}}{{/with}}{{/with}}',
    '{{lookup this "constructor"}}',
    '{{log this}}',
    '{{__proto__.x}}',
    '{{list.map.constructor}}',
    '{{> anything}}',
    '{{{list.constructor}}}',
  ])('%s reaches nothing', (template) => {
    const rendered = fill(template, { list: [1], x: 1 })
    expect(rendered.kind === 'refused' ? '' : rendered.text).toBe('')
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  test('given as a program instead of text is refused', () => {
    const program = { type: 'Program', body: [{ type: 'NumberLiteral', value: 'process.exit()' }] }
    expect(fill(program as unknown as string)).toMatchObject({ kind: 'refused' })
  })
})

describe('the room in which templates are filled', () => {
  const renderers = startRenderers({ threads: 2, deadlineMs: 60_000 })
  afterAll(() => renderers.close())
  const request = (template: string, data: unknown = {}, room = renderers) =>
    room.render({ template, data: JSON.stringify(data), medium: 'html', setting: arabic })
  const loop = (depth: number, body: string): string =>
    `${'{{#each @root.l}}'.repeat(depth)}${body}${'{{/each}}'.repeat(depth)}`
  const hundred = { l: Array.from({ length: 100 }, () => 1) }

  test('fills many at once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, n) => request('{{n}}', { n })))
    expect(all.map((it) => (it.kind === 'rendered' ? it.text : it.reason))).toEqual(all.map((_, n) => String(n)))
  })

  test.each([
    ['writes more than 5 MB', loop(3, 'xxxxxxxx'), 'at most 5 MB'],
    ['fills the memory', loop(4, 'xxxxxxxx'), 'at most 64 MB'],
    ['calls itself for ever', '{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}', 'nested too deeply'],
  ])('survives a template that %s, and goes on', async (_name, template, expected) => {
    expect(await request(template, hundred)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining(expected),
    })
    expect(await request('after')).toEqual({ kind: 'rendered', text: 'after' })
  })

  test('survives a template that never ends, and goes on', async () => {
    const hasty = startRenderers({ deadlineMs: 500 })
    expect(await request(loop(5, ''), hundred, hasty)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('within 500 ms'),
    })
    expect(await request('after', {}, hasty)).toEqual({ kind: 'rendered', text: 'after' })
    await hasty.close()
  })

  test('refuses work once it is closed', async () => {
    const closing = startRenderers()
    await closing.close()
    const late = await closing.render({ template: 'x', data: '{}', medium: 'html', setting: arabic })
    expect(late.kind).toBe('refused')
  })
})
