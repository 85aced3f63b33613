import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { feelInArabic } from '../../engine/core/feel/arabic.ts'
import { parseFeel, parseUnaryTests, scopeOf } from '../../engine/core/feel/feel.ts'

const PARSE = resolve(import.meta.dirname, '../../engine/core/feel/parse')
const SOURCES = readdirSync(PARSE).map((file) => readFileSync(resolve(PARSE, file), 'utf8'))

/** With every piece that is filled in by one letter. */
const filled = (text: string): string => text.replaceAll(/\$\{[^}]*\}/g, 'x').replaceAll('\\\\', '\\')

/** What the reader of expressions asks for anywhere in its source. */
const WANTED = SOURCES.flatMap((source) => [
  ...[...source.matchAll(/\bfail\((['`])(.*?)\1/g)].map(([, , what = '']) => filled(what)),
  ...[...source.matchAll(/\bexpect\('(.*?)', (['`])(.*?)\2\)/g)].map(([, mark, , where = '']) =>
    filled(`${mark} ${where}`),
  ),
  ...[...source.matchAll(/\bexpectWord\('(.*?)', (['`])(.*?)\2\)/g)].map(([, word, , where = '']) =>
    filled(`"${word}" ${where}`),
  ),
]).filter((it) => !it.startsWith('x ') && !it.startsWith('"x"'))

/** What is left for an Arab to read once what was written in the expression is taken away. */
const prose = (text: string): string =>
  text
    .replaceAll(/\u2066[^\u2069]*\u2069/g, '')
    .replaceAll('list<number>', '')
    .replaceAll(
      /\b(if|then|else|for|in|FEEL|between|instance|function|context|and|number|string|date|true|false|null)\b/g,
      '',
    )

describe('why an expression cannot be read, in Arabic', () => {
  test('the source of the reader is understood by this test', () => {
    expect(WANTED.length).toBeGreaterThan(40)
  })

  test.each([...new Set(WANTED)])('says what is expected: %s', (wanted) => {
    const said = feelInArabic(`Expected ${wanted}, but found the end`)
    expect(said).toMatch(/^المتوقع .+، لكن انتهى التعبير$/)
    expect(prose(said)).not.toMatch(/[A-Za-z]/)
  })

  test.each([
    ['a +', 'المتوقع قيمة، لكن انتهى التعبير'],
    ['(a', 'المتوقع \u2066)\u2069 لإغلاق القوس، لكن انتهى التعبير'],
    ['a b = ) 3', 'المتوقع قيمة، لكن وُجد \u2066)\u2069'],
    ['if a then 1', 'المتوقع \u2066else\u2069 بعد جزء then من if، لكن انتهى التعبير'],
    ['"abc', 'المتوقع نص بين علامتي تنصيص مزدوجتين، لكن وُجد \u2066"\u2069'],
  ])('%s', (source, said) => {
    const parsed = parseFeel(source)
    expect(parsed.ok ? '' : feelInArabic(parsed.reason)).toBe(said)
  })

  test('of functions with wrong inputs it shows how they are written', () => {
    const parsed = parseFeel('substring("a")')
    expect(parsed.ok ? '' : feelInArabic(parsed.reason)).toContain('substring(string, start position')
    expect(parsed.ok ? '' : prose(feelInArabic(parsed.reason))).not.toMatch(/[A-Za-z]/)
  })

  test('of functions that are refused it says why', () => {
    for (const source of ['uuid()', 'random number()']) {
      const parsed = parseFeel(source)
      expect(parsed.ok ? 'English' : prose(feelInArabic(parsed.reason))).not.toMatch(/[A-Za-z]/)
    }
  })

  test('in cells of decision tables as well', () => {
    const parsed = parseUnaryTests('[1..')
    expect(parsed.ok ? '' : prose(feelInArabic(parsed.reason))).toMatch(/^المتوقع قيمة/)
  })
})

describe('why an expression has no value, in Arabic', () => {
  test.each([
    ['a + "x"'],
    ['missing'],
    ['c.missing'],
    ['a.b'],
    ['a and true'],
    ['if a then 1 else 2'],
    ['null + 1'],
    ['a / 0'],
    ['a < "x"'],
    ['upper case(a)'],
    ['sum(["a"])'],
    ['string length(a)'],
    ['date("2026-02-31")'],
    ['some x in a satisfies x'],
    ['number("abc")'],
    ['[1, 2] [a = "x"]'],
  ])('%s', (source) => {
    const parsed = parseFeel(source)
    if (!parsed.ok) throw new Error(parsed.reason)
    const result = parsed.expression.evaluate(scopeOf({ a: 5, c: { d: 'x' } }, 0, 'Asia/Hebron'))
    if (result.ok) throw new Error(`a value: ${String(result.value)}`)
    expect(prose(feelInArabic(result.reason))).not.toMatch(/[A-Za-z]/)
  })

  test('of a decision, with where in it', () => {
    const said = feelInArabic(
      'decision "fee": input "building.area": Expected a variable named "building", but there is none (in building)',
    )
    expect(said).toMatch(/^القرار .*fee.*: الشرط .*building\.area.*: المتوقع متغير/)
    expect(prose(said)).not.toMatch(/[A-Za-z]/)
  })

  test('what is not known stays whole', () => {
    expect(feelInArabic('Something else')).toBe('Something else')
  })
})
