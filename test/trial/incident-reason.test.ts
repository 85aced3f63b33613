/** Every sentence that says why an application stands still is there in Arabic too: the source of what writes them is the list. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reasonInArabic } from '../../engine/core/incident-reason.ts'
import { failure, standingAt } from '../../engine/trial/failure.ts'

const ENGINE = join(import.meta.dirname, '../../engine')

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(join(ENGINE, folder), { recursive: true, encoding: 'utf8' })
    .filter((it) => it.endsWith('.ts'))
    .map((it) => readFileSync(join(ENGINE, folder, it), 'utf8'))

const REASON = 'Expected a value, but found )'
const GAPS: readonly (readonly [RegExp, string])[] = [
  [/^asked$/, 'the assignee'],
  [/^expected$/, 'a list'],
  [/reason|^message$/, REASON],
  [/LONGEST|HIGHEST|most|steps|record|tokens|waits|count|bytes|more|places|length|days|ALLOWANCE|MOST/i, '7'],
  [/wanted\(/, ''],
  [
    /OVERSPENT/,
    'Expected the expressions of one command to need at most 7 steps of work together, but they need more; resolve the incident to go on',
  ],
]

const filled = (template: string): string =>
  template.replaceAll(
    /\$\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/g,
    (_, gap: string) => (GAPS.find(([form]) => form.test(gap)) ?? [undefined, 'x'])[1],
  )

const matches = (source: string, form: RegExp): readonly string[] =>
  [...source.matchAll(form)].map(([, , text = '']) => filled(text))

const KERNEL = sourcesIn('executors/kernel')
const STOPS = KERNEL.flatMap((it) => matches(it, /new Failure\(\s*(?:'\w+'|cause),\s*([`'])((?:(?!\1).)*)\1/gs))
const UNCAUGHT = KERNEL.flatMap((it) => matches(it, /const uncaught = (`)(.*?)`/g))
const DOUBLES = sourcesIn('trial').flatMap((it) => [
  ...matches(it, /kind: '(?:incident|failed)', reason: ([`'])(.*?)\1/g),
  ...matches(it, /kind: 'error', code: '\w+', message: ([`'])(.*?)\1/g),
])
const TIMES = matches(readFileSync(join(ENGINE, 'core/timer.ts'), 'utf8'), /fault\(([`'])(.*?)\1\)/g)
const ASKED = KERNEL.flatMap((it) => matches(it, /[(,] ?([`'])(the (?!element instance)[^`']*)\1,/g))
const WANTED = KERNEL.flatMap((it) =>
  matches(it, /unfit\([^)]*?, ([`'])((?:a|an) [^`']*|true or false|the code of a governorate)\1/gs),
)

/** What an Arab would have to read in English. */
const english = (text: string): string => text.replaceAll(/\u2066[^\u2069]*\u2069/g, '').replaceAll(/[^A-Za-z]/g, '')

describe('why an application stands still, in Arabic', () => {
  test('the source is understood by this test', () => {
    expect(STOPS.length).toBeGreaterThan(25)
    expect(DOUBLES.length).toBeGreaterThan(6)
    expect(TIMES.length).toBeGreaterThan(6)
    expect(ASKED.length).toBeGreaterThan(20)
    expect(WANTED.length).toBeGreaterThan(6)
  })

  test.each([...new Set([...STOPS, ...UNCAUGHT, ...DOUBLES, ...TIMES])])('is said whole: %s', (sentence) => {
    const said = reasonInArabic(sentence)
    expect(said).toMatch(/\p{Script=Arabic}/u)
    expect(english(said ?? '')).toBe('')
  })

  test.each([...new Set(ASKED)])('names what was asked: %s', (asked) => {
    const said = reasonInArabic(`Expected ${asked} at step to have a value, but "a.b" has none: ${REASON}`)
    expect(english(said ?? 'none')).toBe('')
    expect(said).not.toContain(`\u2066${asked}`)
  })

  test.each([...new Set(WANTED)])('names what was wanted: %s', (wanted) => {
    const said = reasonInArabic(`Expected the assignee at step to be ${wanted}, but "a.b" is 7`)
    expect(english(said ?? 'none')).toBe('')
    expect(said).not.toContain(`\u2066${wanted}`)
  })

  test('keeps what somebody wrote, and puts the reason within into Arabic too', () => {
    const said = reasonInArabic(
      'Expected the job masar:databus of ask to succeed, but its last attempt failed: PS/GOV/X could not be reached',
    )
    expect(said?.replaceAll(/[\u2066\u2069]/g, '')).toBe(
      'المتوقع أن ينجح العمل masar:databus في الخطوة ask، لكن آخر محاولة فشلت: تعذّر الوصول إلى PS/GOV/X',
    )
  })

  test('is nothing for a sentence of somebody else', () => {
    expect(reasonInArabic('the printer is out of paper')).toBeUndefined()
  })

  test('stands in the verdict of a test, beside the English', () => {
    const message = 'PS/GOV/X could not be reached'
    expect(failure.incident('ask', message)).toEqual({
      en: `Expected no incident, but ask stands still: ${message}`,
      ar: expect.stringMatching(/ask متوقف: تعذّر الوصول إلى/) as string,
    })
    expect(standingAt([{ element: 'ask', message }]).ar).toMatch(/تعذّر الوصول/)
  })
})
