import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { FAMILY_TEXTS, PROBLEM_TEXTS, titleOf } from '../../engine/http/problem-text.ts'
import { languageOf } from '../../engine/http/language.ts'
import { openHouse, type House } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('a refusal over HTTP', () => {
  test('is a problem as RFC 9457 writes it', async () => {
    const { status, headers, json } = await house.call('GET', '/api/tasks/none', { as: 'clerk.rana' })
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(json).toEqual({
      type: 'urn:masar:problem:task.not-found',
      title: 'لا توجد مهمة بهذا المعرّف',
      status,
      detail: expect.stringMatching(/^Expected .+, but .+/) as string,
      code: 'task.not-found',
      instance: expect.stringMatching(/^urn:masar:request:[0-9a-f-]{36}$/) as string,
    })
    expect(status).toBe(404)
  })

  test('has its title in the language the caller prefers', async () => {
    const title = async (accept: string) => {
      const answer = await house.call('GET', '/nowhere', { headers: { 'accept-language': accept } })
      return [answer.headers.get('content-language'), answer.json['title']]
    }
    expect(await title('en')).toEqual(['en', 'There is nothing at this address'])
    expect(await title('ar')).toEqual(['ar', 'لا يوجد شيء على هذا العنوان'])
  })

  test.each([
    ['', 'ar'],
    ['*', 'ar'],
    ['fr', 'ar'],
    ['en-GB,en;q=0.9', 'en'],
    ['ar-PS,ar;q=0.9,en;q=0.8', 'ar'],
    ['en;q=0.3, ar;q=0.9', 'ar'],
    ['fr, en;q=0.2', 'en'],
    ['en;q=0', 'ar'],
    ['en, ar', 'en'],
    ['ar, en', 'ar'],
    ['en;q=x', 'ar'],
    ['enx, barn', 'ar'],
    ['EN-us', 'en'],
  ])('asked for with "%s" speaks %s', (accept, language) => {
    expect(languageOf({ headers: { 'accept-language': accept } })).toBe(language)
  })
})

/** Every code a source file can give a problem: the first argument of its makers, and the beginnings of those made up. */
function codesInSources(): { readonly codes: readonly string[]; readonly prefixes: readonly string[] } {
  const root = resolve(import.meta.dirname, '../../engine')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const calls = files.flatMap((file) => [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /\b(?:invalid|notFound|forbidden|unauthenticated|conflict|tooLarge|limited|unavailable)\(\s*(?:'([a-zA-Z.-]+)'|`([^`]*)`)/g,
    ),
  ])
  const codes = calls.flatMap(([, plain]) => (plain === undefined ? [] : [plain]))
  const prefixes = calls.flatMap(([, , made]) => (made === undefined ? [] : [made]))
  return { codes: [...new Set(codes)].sort(), prefixes: [...new Set(prefixes)].sort() }
}

describe('every code the engine can say', () => {
  const { codes, prefixes } = codesInSources()

  test('has a title in Arabic and in English', () => {
    expect(codes.length).toBeGreaterThan(80)
    expect(codes.filter((code) => !Object.hasOwn(PROBLEM_TEXTS, code))).toEqual([])
  })

  test('that is put together is known by its parts', () => {
    expect(prefixes).toEqual([
      '${WORD[kind]}.not-open',
      'deploy.${kind}-name',
      'document.${what}',
      'duplicate.${result.of}',
      'notify.${what}',
    ])
    for (const word of ['task', 'job', 'timer', 'subscription'])
      expect(PROBLEM_TEXTS).toHaveProperty([`${word}.not-open`])
    for (const kind of ['message', 'signal']) expect(PROBLEM_TEXTS).toHaveProperty([`deploy.${kind}-name`])
    for (const of of ['idempotencyKey', 'reference', 'message'])
      expect(PROBLEM_TEXTS).toHaveProperty([`duplicate.${of}`])
    for (const family of ['document', 'notify'])
      expect(titleOf({ code: `${family}.anything`, kind: 'invalid' })).toBe(FAMILY_TEXTS[family])
  })

  test('that nobody said in this table is not kept in it', () => {
    const said = new Set([...codes, 'bug'])
    const made = /\.not-open$|^duplicate\.|^deploy\..*-name$|^databus\.unknown-member$/
    expect(Object.keys(PROBLEM_TEXTS).filter((code) => !said.has(code) && !made.test(code))).toEqual([])
  })

  test('is told in real Arabic and real English', () => {
    for (const [code, { ar, en }] of Object.entries({ ...PROBLEM_TEXTS, ...FAMILY_TEXTS })) {
      expect([code, ar]).toEqual([
        code,
        expect.stringMatching(/^[^a-z]*[\u0600-\u06ff][^a-z]*(zip|JSON|UTF-8)?[^a-z]*$/),
      ])
      expect([code, en]).toEqual([code, expect.stringMatching(/^[A-Z][ -~]+[^.]$/)])
    }
  })
})
