import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, moment } from '../../engine/http/pages/frame/dates.ts'
import { formBody } from '../../engine/http/pages/frame/form-body.ts'
import { fill, html, raw } from '../../engine/http/pages/frame/html.ts'
import { localPath } from '../../engine/http/pages/urls.ts'

describe('a piece of a page', () => {
  test('takes whatever is put into it as text, wherever it stands', () => {
    const text = `"><script>alert('x')</script>&`
    expect(html`<p title="${text}">${text}</p>`.toString()).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</p>',
    )
  })

  test('takes other pieces as they are, lists in order, and leaves nothing for what is absent', () => {
    expect(
      html`<ul>${[1, 'b'].map((one) => html`<li>${one}</li>`)}${false}${undefined}${raw('<hr>')}</ul>`.toString(),
    ).toBe('<ul><li>1</li><li>b</li><hr></ul>')
  })

  test('fills the gaps of a sentence, each in its own direction', () => {
    expect(fill('من {from} إلى {to}', { from: '<1>', to: html`<b>2</b>` }).toString()).toBe(
      'من <bdi>&lt;1&gt;</bdi> إلى <bdi><b>2</b></bdi>',
    )
    expect(() => fill('from {from}', {})).toThrow('Expected something for {from}')
  })
})

describe('a day', () => {
  const at = Date.UTC(2026, 10, 27, 20, 47)

  test('is read in both calendars, in Latin digits', () => {
    expect(day(at, 'ar').toString()).toContain('27 تشرين الثاني 2026')
    expect(day(at, 'ar').toString()).toContain('17 جمادى الآخرة 1448 هـ')
    expect(day(at, 'en').toString()).toContain('17 Jumada II 1448 AH')
  })

  test('and its hour are those of Palestine', () => {
    expect(moment(at, 'en').toString()).toBe(
      '<time datetime="2026-11-27T20:47:00.000Z"><bdi>27 November 2026, 22:47</bdi></time>',
    )
  })
})

describe('what a form sends', () => {
  test('is read as every browser writes it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' }))),
        (fields) => {
          const read = formBody(new URLSearchParams(fields.map(([name, value]) => [name, value])).toString())
          for (const [name, value] of fields) expect([read[name]].flat()).toContain(value.replaceAll('\r\n', '\n'))
        },
      ),
    )
  })

  test('is refused where it is no UTF-8', () => {
    for (const broken of ['a=%C3%28', 'a=%', 'a=%zz', 'a=é']) expect(() => formBody(broken)).toThrow('Expected a form')
  })
})

test('an address that came from outside leads nowhere but within this site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string(),
        fc.string().map((text) => `/${text}`),
        fc.array(fc.constantFrom('.', '..', '', '%2e', 'a.example', '\\')).map((steps) => `/${steps.join('/')}`),
      ),
      (address) => {
        const path = localPath(address)
        expect(path === undefined || new URL(path, 'https://masar.example').origin === 'https://masar.example').toBe(
          true,
        )
      },
    ),
  )
  expect(localPath('/my/2026-AAAA?x=1')).toBe('/my/2026-AAAA?x=1')
  for (const foreign of [
    '//a.example',
    '/\\a.example',
    'https://a.example',
    '/\t/a.example',
    '/.//a.example',
    '/my/..//a.example',
    '/%2e//a.example/x',
    'javascript:1',
    '',
    undefined,
  ])
    expect(localPath(foreign)).toBeUndefined()
})

test('no stylesheet says left or right: every page is laid out in both directions', () => {
  const root = resolve(import.meta.dirname, '../..')
  const sheets = ['engine/http/pages', 'forms'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.css'))
      .map((name) => join(folder, name)),
  )
  expect(sheets).toContain('engine/http/pages/frame/frame.css')
  const sided = sheets.flatMap((sheet) =>
    readFileSync(join(root, sheet), 'utf8')
      .replaceAll(/\/\*.*?\*\//gs, '')
      .split('\n')
      .filter((line) => /\b(left|right)\b/.test(line))
      .map((line) => `${sheet}: ${line.trim()}`),
  )
  expect(sided).toEqual([])
})
