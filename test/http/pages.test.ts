import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ACCESS, CALLERS } from './access-table.ts'
import { openHouse, type House, type Name } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let house: House
beforeAll(async () => {
  house = await openHouse({ signInsPerMinute: 10_000 })
})
afterAll(() => house.close())

/** On a page, or told to its script. */
const refused = (text: string): string | undefined =>
  /data-refused="([^"]+)"|"code":"([^"]+)"/.exec(text)?.slice(1).find(Boolean)
const cookie = (name: Name): string => `masar=${house.tokenOf(name)}`

describe('a page', () => {
  test('runs nothing that is written in it, loads nothing from elsewhere, is framed by nobody', async () => {
    const { headers, text } = await house.browse('GET', '/sign-in')
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';frame-src 'self';base-uri 'none';frame-ancestors 'none';form-action 'self'",
    )
    expect(text).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)|<style|\sstyle=|\son[a-z]+=|javascript:|https?:/i)
  })

  test('is kept by nobody once somebody is signed in', async () => {
    expect((await house.browse('GET', '/sign-in', { as: 'clerk.rana' })).headers.get('cache-control')).toBe('no-store')
  })

  test('writes what came in the address as text', async () => {
    const { text } = await house.browse('GET', `/sign-in?next=${encodeURIComponent('/x?"><script>alert(1)</script>')}`)
    expect(text).not.toContain('<script>alert')
  })

  test('travels compressed to those who can read it so, and asks for styles that never change under their name', async () => {
    const { text } = await house.browse('GET', '/sign-in')
    const [, path = ''] = /href="(\/assets\/frame-[A-Z0-9]{8}\.css)"/.exec(text) ?? []
    for (const encoding of ['br', 'gzip']) {
      const style = await fetch(house.url + path, { headers: { 'accept-encoding': encoding } })
      expect(style.headers.get('content-encoding')).toBe(encoding)
      expect(style.headers.get('cache-control')).toContain('immutable')
      expect(await style.text()).toContain('--ink')
    }
    const [letters = ''] = /\/assets\/tajawal[^)"']+\.woff2/.exec(await (await fetch(house.url + path)).text()) ?? []
    const font = await fetch(house.url + letters)
    expect([font.status, font.headers.get('content-type')]).toEqual([200, 'font/woff2'])
    const plain = await fetch(house.url + path, { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect((await fetch(`${house.url}/assets/frame-00000000.css`)).status).toBe(404)
  })

  test('is a page also where there is none, for browsers; programs get a problem', async () => {
    const page = await house.browse('GET', '/nowhere', { headers: { 'accept-language': 'en' } })
    expect([page.status, refused(page.text)]).toEqual([404, 'route.not-found'])
    expect((await house.call('GET', '/nowhere')).json['code']).toBe('route.not-found')
    const api = await house.call('GET', '/api/nowhere', { headers: { accept: 'text/html' } })
    expect(api.json['code']).toBe('route.not-found')
  })
})

describe('who asks for a page', () => {
  const isKnown = (text: string): boolean => text.includes('action="/sign-out"')

  test('is known by the cookie and not by a bearer token', async () => {
    expect(isKnown((await house.browse('GET', '/sign-in', { as: 'clerk.rana' })).text)).toBe(true)
    const bearer = { authorization: `Bearer ${house.tokenOf('clerk.rana')}` }
    expect(isKnown((await house.browse('GET', '/sign-in', { headers: bearer })).text)).toBe(false)
  })

  test('is nobody where two cookies of one name say different things', async () => {
    const twice = { cookie: `${cookie('clerk.rana')}; ${cookie('clerk.sami')}` }
    expect(isKnown((await house.browse('GET', '/sign-in', { headers: twice })).text)).toBe(false)
  })

  test('is nobody any more after thirty idle minutes, and after twelve hours however busy', async () => {
    for (const [pauses, minutes] of [
      [1, 31],
      [48, 15],
    ] as const) {
      await using other = await openHouse()
      for (let n = 1; n <= pauses; n++) {
        expect([n, isKnown((await other.browse('GET', '/sign-in', { as: 'clerk.rana' })).text)]).toEqual([n, true])
        other.clock.move(minutes * 60_000)
      }
      expect(isKnown((await other.browse('GET', '/sign-in', { as: 'clerk.rana' })).text)).toBe(false)
    }
  })

  test('is nobody any more once signed out, wherever the cookie was copied to', async () => {
    await using other = await openHouse()
    const copied = { cookie: `masar=${other.tokenOf('clerk.rana')}` }
    expect(isKnown((await other.browse('GET', '/sign-in', { headers: copied })).text)).toBe(true)
    const out = await other.browse('POST', '/sign-out', { as: 'clerk.rana' })
    expect([out.status, out.headers.get('location')]).toEqual([303, '/sign-in'])
    expect(isKnown((await other.browse('GET', '/sign-in', { headers: copied })).text)).toBe(false)
    expect((await other.call('GET', '/api/me', { as: 'clerk.rana' })).status).toBe(401)
  })
})

describe('signing in', () => {
  const password = 'a long enough password'
  const account = { agency: 'moj', name: 'Lina', roles: ['clerk'], groups: [], password }
  const enter = (form: object, headers = {}) =>
    house.browse('POST', '/sign-in', { form: { user: 'clerk.page', password, ...form }, headers })
  beforeAll(() => house.call('PUT', '/api/accounts/clerk.page', { as: 'operator.omar', body: account }))

  test('gives a new token, whatever token the browser brought, in a cookie no script reads', async () => {
    const planted = 'A'.repeat(43)
    const { status, headers } = await enter({})
    expect(status).toBe(303)
    const set = headers.get('set-cookie') ?? ''
    expect(set).toMatch(/^masar=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax/)
    expect(set).not.toContain(planted)
  })

  test('ends the session the browser had before', async () => {
    await using other = await openHouse()
    await other.call('PUT', '/api/accounts/clerk.page', { as: 'operator.omar', body: account })
    const form = { user: 'clerk.page', password }
    expect((await other.browse('POST', '/sign-in', { as: 'clerk.rana', form })).status).toBe(303)
    expect((await other.call('GET', '/api/me', { as: 'clerk.rana' })).status).toBe(401)
  })

  test('leads on within this site and nowhere else', async () => {
    const location = async (next: string) => (await enter({ next })).headers.get('location')
    expect(await location('/my?x=1')).toBe('/my?x=1')
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:1',
    ])
      expect([next, await location(next)]).toEqual([next, '/desk'])
  })

  test('counts wrong passwords together with those tried at the API', async () => {
    await using other = await openHouse({ signInsPerMinute: 10_000 })
    for (let n = 0; n < 10; n++) {
      await other.browse('POST', '/sign-in', { form: { user: 'clerk.rana', password: 'x' } })
      await other.call('POST', '/api/sessions', { body: { user: 'clerk.rana', password: 'x' } })
    }
    const status = async () =>
      (await other.browse('POST', '/sign-in', { form: { user: 'clerk.rana', password: 'x' } })).status
    // So many passwords at once may leave the server out of breath (503).
    await expect.poll(status, { timeout: 20_000 }).toBe(429)
  })

  test('needs https where the site is not on one’s own machine', async () => {
    await using other = await openHouse({ trustedProxies: ['127.0.0.1'] })
    const headers = { 'x-forwarded-host': 'masar.example' }
    const answer = await other.browse('POST', '/sign-in', { form: { user: 'clerk.page', password }, headers })
    expect([answer.status, refused(answer.text)]).toEqual([403, 'session.insecure'])
  })

  test('over https the cookie is of this host alone and travels over nothing else', async () => {
    await using other = await openHouse({ publicUrl: 'https://masar.example' })
    const { headers } = await other.browse('GET', '/sign-in')
    expect(headers.get('set-cookie')).toMatch(/^__Host-masar-visit=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  })
})

describe('a form that comes from elsewhere', () => {
  const posts = ACCESS.filter(({ page, route }) => page && route.startsWith('POST '))
  /** Whom the route lets through, whatever it says of the object. */
  const mayPost = (letters: string): Name | undefined => {
    const each = [...letters.replaceAll(' ', '')]
    return CALLERS[Math.max(...['+', '0', 'o'].map((letter) => each.lastIndexOf(letter)))]
  }

  test.each(posts)('is refused: $route', async ({ route, expect: letters, form = {} }) => {
    const as = mayPost(letters)
    const path = route.replace('POST ', '').replace(/:\w+/g, '01JDA5Q0000000000000000000:1')
    const post = (headers: object, csrf?: string) =>
      house.browse('POST', path, {
        ...(as && { as }),
        form: { ...form, ...(csrf === undefined ? {} : { csrf }) },
        headers: { ...headers },
      })
    const tries = [
      await post({ origin: 'https://evil.example' }),
      await post({ origin: 'null' }),
      await post({ 'sec-fetch-site': 'cross-site' }),
      await post({ 'sec-fetch-site': 'same-site' }),
      await post({}, ''),
      await post({}, `${'A'.repeat(16)}.${'A'.repeat(43)}`),
    ]
    expect(tries.map(({ status, text }) => [status, refused(text)])).toEqual(tries.map(() => [403, 'request.forged']))
  })

  test('is told from one of our own also behind a proxy that asks the server under another name', async () => {
    await using other = await openHouse({ publicUrl: 'https://masar.example' })
    const post = async (origin: string) =>
      (await other.browse('POST', '/language', { form: { language: 'en' }, headers: { origin } })).status
    expect(await post('https://masar.example')).toBe(303)
    expect(await post('http://masar.example')).toBe(403)
    expect(await post('https://masar.example.evil.example')).toBe(403)
  })

  test('is refused with the token of somebody else', async () => {
    const { text } = await house.browse('GET', '/sign-in', { as: 'clerk.sami' })
    const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''
    const answer = await house.browse('POST', '/sign-out', { as: 'clerk.rana', form: { csrf } })
    expect([answer.status, refused(answer.text)]).toEqual([403, 'request.forged'])
  })
})
