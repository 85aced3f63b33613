import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCall } from '../../engine/connectors/databus/call.ts'
import { messageIdOf } from '../../engine/connectors/databus/message-id.ts'
import { clientHeader, parseServiceId, servicePath } from '../../engine/connectors/databus/service-id.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { GET_PERSON, getSalma, withBus } from './bus.ts'

const SEED = 20261123
const read = (inputs: JsonObject) => readCall({ service: GET_PERSON, ...inputs }, 'X-Masar-')

describe('a service name', () => {
  test('is encoded part by part', () => {
    const id = parseServiceId("PS/GOV/Min. of (X)/a+b,c=d?'e/get it/v2.1")
    expect(!isProblem(id) && servicePath(id)).toBe("/r1/PS/GOV/Min.%20of%20(X)/a%2Bb%2Cc%3Dd%3F'e/get%20it/v2.1")
  })

  test.each([
    '',
    'PS/GOV/MOI/civil-registry',
    'PS/GOV/MOI/civil-registry/getPerson/v1/more',
    'PS/GOV/MOI/civil-registry/getPerson/latest',
    'PS/GOV//civil-registry/getPerson',
    'PS/GOV/../civil-registry/getPerson',
    'PS/GOV/MOI/./getPerson',
    'PS/GOV/MOI/civil-registry/..',
    'PS/GOV/MOI/civil-registry/%2e%2e/v1',
    'PS/GOV/MOI/civil:registry/getPerson',
    'PS/GOV/MOI/civil;registry/getPerson',
    'PS/GOV/MOI/civil\\registry/getPerson',
    'PS/GOV/MOI/civil-registry/getPerson#x',
    'PS/GOV/MOI/civil-registry/get\u0000Person',
    'PS/GOV/MOI/civil-registry/get\r\nPerson',
    'PS/GOV/MOI/civil\u200bregistry/getPerson',
    '\ufeffPS/GOV/MOI/civil-registry/getPerson',
    'PS/GOV/MOI/سجل/getPerson',
    'http://169.254.169.254/latest/meta-data',
    '//evil.example/a/b/c/d',
    'PS@evil.example/GOV/MOI/a/b',
    `PS/GOV/MOI/${'x'.repeat(256)}/getPerson`,
  ])('is refused when it is %j', (text) => {
    const id = parseServiceId(text)
    expect(isProblem(id) && id.code).toBe('databus.service')
  })

  test('stands for exactly one address, whatever is written in it', () => {
    const part = string({ unit: constantFrom(..."aZ09 '()+,-.=?aZ09 '()+,-.=?%/#"), minLength: 1, maxLength: 5 })
    let read = 0
    assert(
      property(array(part, { minLength: 5, maxLength: 5 }), (parts) => {
        const id = parseServiceId(parts.join('/'))
        if (isProblem(id)) return
        read++
        const url = new URL(servicePath(id), 'http://ss.test')
        expect(url.host).toBe('ss.test')
        expect(url.pathname.split('/').slice(1).map(decodeURIComponent)).toEqual(['r1', ...parts])
        expect(url.search + url.hash).toBe('')
      }),
      { seed: SEED, numRuns: 5_000 },
    )
    expect(read).toBeGreaterThan(100)
  })

  test('of ourselves may leave the subsystem out', () => {
    expect(clientHeader('PS/GOV/MOJ/masar')).toBe('PS/GOV/MOJ/masar')
    expect(clientHeader('PS/GOV/MOJ')).toBe('PS/GOV/MOJ')
    expect(isProblem(clientHeader('PS/GOV'))).toBe(true)
    expect(isProblem(clientHeader('PS/GOV/MOJ/a/b'))).toBe(true)
  })
})

describe('the inputs of a data bus task', () => {
  test.each([
    ['service', { service: 7 }],
    ['service', { service: null }],
    ['method', { method: 'TRACE' }],
    ['method', { method: 'GET / HTTP/1.1' }],
    ['method', { method: 1 }],
    ['path', { path: '/../other' }],
    ['path', { path: 'a//b' }],
    ['path', { path: ['ok', '..'] }],
    ['path', { path: ['ok', ''] }],
    ['path', { path: 'a\u0000b' }],
    ['path', { path: { a: 1 } }],
    ['path', { path: '\ud800' }],
    ['query', { query: 'a=b' }],
    ['query', { query: { 'a&b': '1' } }],
    ['query', { query: { 'a\r\nX': '1' } }],
    ['query', { query: { a: { b: 1 } } }],
    ['query', { query: { a: [['b']] } }],
    ['query', { query: { a: '\udfff' } }],
    ['body', { body: { a: 1 } }],
    ['body', { method: 'DELETE', body: 'x' }],
    ['headers', { headers: { 'X-Road-Client': 'PS/GOV/MOI/x' } }],
    ['headers', { headers: { 'x-road-issue': 'x' } }],
    ['headers', { headers: { Authorization: 'Bearer x' } }],
    ['headers', { headers: { Host: 'evil.example' } }],
    ['headers', { headers: { 'Idempotency-Key': 'x' } }],
    ['headers', { headers: { 'X-Masar-A': 'a\r\nX-Road-Client: PS/GOV/MOI/x' } }],
    ['headers', { headers: { 'X-Masar-A\r\nX-Evil': 'a' } }],
    ['headers', { headers: { 'X-Masar-A': 'عربي' } }],
    ['headers', { headers: { 'X-Masar-A': ['a'] } }],
    ['idempotent', { idempotent: 'yes' }],
    ['userId', { userId: '123456789' }],
    ['userId', { userId: 'PS1\r\nX-Evil: 1' }],
    ['timeout', { timeout: 'soon' }],
    ['timeout', { timeout: 0 }],
    ['timeout', { timeout: true }],
    ['timeout', { timeout: [5] }],
    ['service', { statusService: 'elsewhere' }],
  ] satisfies [string, JsonObject][])('name "%s" when it is wrong: %j', (input, inputs) => {
    const call = read(inputs)
    expect(isProblem(call) && call.detail).toContain(`"${input}`)
    expect(isProblem(call) && call.detail).toMatch(/^Expected .+, but found .+; correct the input/)
  })

  test('never repeat a citizen’s data in the message', () => {
    const call = read({ headers: { 'X-Masar-A': 'سرّي 400000014' } })
    expect(isProblem(call) && call.detail).not.toContain('400000014')
  })

  test('make a path and a query of plain text that cannot change the address', () => {
    expect(read({ path: '/persons/a b%2F?x=#', query: { q: 'أ&b=c', many: [1, true, null, 'z'] } })).toMatchObject({
      path: '/persons/a%20b%252F%3Fx%3D%23',
      query: 'q=%D8%A3%26b%3Dc&many=1&many=true&many=z',
    })
    expect(read({ path: ['persons', 'a/b', 7] })).toMatchObject({ path: '/persons/a%2Fb/7' })
    expect(read({ path: '' })).toMatchObject({ path: '' })
  })

  test('take a wait in seconds or as a duration', () => {
    expect(read({ timeout: 1.5 })).toMatchObject({ timeoutMs: 1500 })
    expect(read({ timeout: 'PT20S' })).toMatchObject({ timeoutMs: 20_000 })
  })

  test('hold reading, replacing and deleting for repeatable, submitting only if the provider promises', () => {
    const repeatable = (inputs: JsonObject): unknown => {
      const call = read(inputs)
      return isProblem(call) ? call : call.repeatable
    }
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'get']) expect(repeatable({ method })).toBe(true)
    for (const method of ['POST', 'PATCH']) expect(repeatable({ method })).toBe(false)
    expect(repeatable({ method: 'POST', idempotent: true })).toBe(true)
  })

  test('whatever a citizen writes in path and query stays in path and query', () => {
    assert(
      property(string({ unit: 'binary' }), string({ unit: 'binary' }), (segment, value) => {
        const call = read({ path: ['x', segment], query: { q: value } })
        if (isProblem(call)) return
        const url = new URL(`/r1/a${call.path}?${call.query}`, 'http://ss.test')
        expect(decodeURIComponent(url.pathname)).toBe(`/r1/a/x/${segment}`)
        expect([...url.searchParams]).toEqual([['q', value]])
      }),
      { seed: SEED, numRuns: 2_000 },
    )
  })

  test('become an incident without any call when they are wrong', () =>
    withBus(async ({ run, double, evidence }) => {
      expect(await run({ ...getSalma, method: 'BREW' })).toMatchObject({
        kind: 'incident',
        reason: expect.stringContaining('Expected one of GET'),
      })
      expect(double.calls()).toEqual([])
      expect(evidence).toEqual([])
    }))

  test('may not make an address of 2,000 characters or more', () =>
    withBus(async ({ run, double }) => {
      expect(await run({ ...getSalma, query: { nationalId: 'x'.repeat(2000) } })).toMatchObject({
        kind: 'incident',
        reason: expect.stringContaining('send the data in the body'),
      })
      expect(double.calls()).toEqual([])
    }))

  test('may not carry more than a security server logs', () =>
    withBus(async ({ run, double }) => {
      const body = { file: 'x'.repeat(10 * 1024 * 1024) }
      expect(await run({ ...getSalma, method: 'POST', query: {}, body })).toMatchObject({ kind: 'incident' })
      expect(double.calls()).toEqual([])
    }))
})

describe('the message id', () => {
  test('is a version 5 UUID that depends on the key alone', () => {
    expect(messageIdOf('a:1')).toBe(messageIdOf('a:1'))
    expect(messageIdOf('a:1')).not.toBe(messageIdOf('a:2'))
    expect(messageIdOf('a:1')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
