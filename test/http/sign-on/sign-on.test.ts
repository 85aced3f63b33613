import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { UserId } from '../../../engine/core/ids.ts'
import { isProblem } from '../../../engine/core/problem.ts'
import { readSignOnConfig } from '../../../engine/http/sign-on/config.ts'
import type { SignOnDouble } from '../../../engine/sandbox/sign-on/double.ts'
import { digestOfToken } from '../../../engine/http/session.ts'
import { openHouse, type House } from '../house.ts'
import { csrfIn, type Landing } from '../traveller.ts'
import type { FalseProvider } from './false-provider.ts'
import { citizens, openTown, refusedIn, staff, type Newcomer, type Town } from './town.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let town: Town
let house: House
let double: SignOnDouble
let liar: FalseProvider
beforeAll(async () => {
  town = await openTown()
  ;({ house, double, liar } = town)
})
afterAll(() => town[Symbol.asyncDispose]())

let browser: Newcomer
beforeEach(() => {
  browser = town.newcomer()
})

const refused = refusedIn
const isOurs = (url: string): boolean => url.startsWith(house.url)
const proven: Newcomer['proven'] = (...way) => browser.proven(...way)
const enter: Newcomer['enter'] = (...way) => browser.enter(...way)
const known = (): Promise<Landing> => browser.known()
const session = (): string => browser.session()
const me = () => browser.me()

describe('signing in by a sign-on', () => {
  test('a citizen comes back known by their national ID, to the page they wanted', async () => {
    const back = await browser.get(await proven('national', 'c-1', '/sign-in?x=1'))
    expect([back.status, back.location]).toEqual([303, `${house.url}/sign-in?x=1`])
    expect(await me()).toMatchObject({ id: '900000001', agency: 'public', roles: ['citizen'] })
    expect((await known()).text).toContain('ليلى')
  })

  test('somebody who was never here gets an account, which no password opens', async () => {
    await enter('national', 'c-2')
    expect(await me()).toMatchObject({ id: '900000055', agency: 'public', roles: ['citizen'], groups: [] })
    const tried = await house.call('POST', '/api/sessions', { body: { user: '900000055', password: 'a guess at it' } })
    expect(tried.json['code']).toBe('session.refused')
  })

  test('who made an account under their name before, elsewhere, does not come in beside them', async () => {
    const { accounts } = house.engine.deps.store
    const body = { agency: 'moj', name: 'x', roles: [], groups: [], password: 'known to an operator' }
    const made = await house.call('PUT', '/api/accounts/900000066', { as: 'operator.omar', body })
    const signIn = () =>
      house.call('POST', '/api/sessions', { body: { user: '900000066', password: 'known to an operator' } })
    const early = String((await signIn()).json['token'])
    expect([made.status, (await house.call('GET', '/api/me', { token: early })).status]).toEqual([201, 200])
    await enter('national', 'c-66')
    expect(await me()).toMatchObject({ id: '900000066', roles: ['citizen'] })
    expect((await house.call('GET', '/api/me', { token: early })).status).toBe(401)
    expect((await signIn()).json['code']).toBe('session.refused')
    expect((await accounts.get('900000066' as UserId))?.agency).toBe('public')
  })

  test('staff have today’s roles and groups of the directory', async () => {
    await enter('staff', 's-1')
    expect(await me()).toMatchObject({
      id: 'clerk.rana',
      agency: 'moj',
      roles: ['supervisor'],
      groups: ['supervisors'],
    })
  })

  test.each([
    ['a sign-on of citizens opens no clerk’s account', 'national', 'c-3', 'sign-on.other-person'],
    ['the directory opens no account of another agency', 'staff', 's-2', 'sign-on.other-person'],
    ['a person without a role here stays outside', 'staff', 's-3', 'sign-on.no-role'],
    ['a person without a national ID stays outside', 'national', 'c-4', 'sign-on.incomplete'],
    ['a person who changed their mind stays outside', 'national', '', 'sign-on.refused'],
  ])('%s', async (_what, id, person, code) => {
    const at = await enter(id, person)
    expect([at.status, refused(at), session()]).toEqual([403, code, ''])
  })

  test('an account the operator closed stays closed', async () => {
    await enter('national', 'c-2')
    const { accounts } = house.engine.deps.store
    const account = await accounts.get('900000055' as UserId)
    if (account === undefined) throw new Error('Expected the account')
    await accounts.put({ ...account, disabled: true })
    browser = town.newcomer()
    expect(refused(await enter('national', 'c-2'))).toBe('sign-on.disabled')
    await accounts.put(account)
  })

  test('a sign-on that does not answer is said to, and one that nobody named is not found', async () => {
    const silent = await browser.get(`${house.url}/sign-in/silent`)
    expect([silent.status, refused(silent)]).toEqual([503, 'sign-on.unreachable'])
    const none = await browser.get(`${house.url}/sign-in/none`)
    expect([none.status, refused(none)]).toEqual([404, 'sign-on.unknown'])
  })
})

describe('a way back that is not the one this browser was sent on', () => {
  const arriveWith = async (change: (url: URL) => void): Promise<Landing> => {
    const url = new URL(await proven('national', 'c-1'))
    change(url)
    return browser.get(url.href)
  }
  /** Where this browser keeps what it remembers of the one way it was sent. */
  const journey = (): string => [...browser.cookies(house.url).keys()].find((name) => name.includes('journey')) ?? ''
  const remember = (change: Readonly<Record<string, string>>): void => {
    const jar = browser.cookies(house.url)
    const kept = JSON.parse(Buffer.from(jar.get(journey()) ?? '', 'base64url').toString()) as object
    jar.set(journey(), Buffer.from(JSON.stringify({ ...kept, ...change })).toString('base64url'))
  }

  test.each([
    ['with another state', (url: URL) => url.searchParams.set('state', 'A'.repeat(43))],
    ['without its state', (url: URL) => url.searchParams.delete('state')],
    ['with a code of nobody', (url: URL) => url.searchParams.set('code', 'A'.repeat(43))],
    ['in the name of another provider', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
  ])('is refused: %s', async (_what, change) => {
    const at = await arriveWith(change)
    expect([at.status, refused(at), session()]).toEqual([403, 'sign-on.invalid', ''])
  })

  test.each([
    ['another nonce', { nonce: 'A'.repeat(43) }],
    ['another PKCE verifier', { verifier: 'A'.repeat(43) }],
  ])('is refused: for %s', async (_what, change) => {
    const url = await proven('national', 'c-1')
    remember(change)
    const at = await browser.get(url)
    expect([at.status, refused(at), session()]).toEqual([403, 'sign-on.invalid', ''])
  })

  test('is refused in a browser that was sent nowhere', async () => {
    const url = await proven('national', 'c-1')
    browser = town.newcomer()
    expect(refused(await browser.get(url))).toBe('sign-on.invalid')
  })

  test('is refused for the way to another sign-on', async () => {
    const url = await proven('national', 'c-1')
    remember({ signOn: 'liar' })
    expect(refused(await browser.get(url))).toBe('sign-on.invalid')
  })

  test('leads whoever is in to the page that says so when the back button leads there again', async () => {
    const url = await proven('national', 'c-1')
    expect((await browser.get(url)).status).toBe(303)
    const before = session()
    const again = await browser.get(url)
    expect([again.status, again.location, session()]).toEqual([303, `${house.url}/sign-in`, before])
    expect((await browser.follow(again)).text).toContain('ليلى')
    browser.cookies(house.url).delete('masar')
    expect(refused(await browser.get(url))).toBe('sign-on.invalid')
  })

  test('is refused the second time with what the browser remembered', async () => {
    const url = await proven('national', 'c-1')
    const [name, kept] = [journey(), browser.cookies(house.url).get(journey()) ?? '']
    expect((await browser.get(url)).status).toBe(303)
    expect(journey()).toBe('')
    browser.cookies(house.url).set(name, kept)
    expect(refused(await browser.get(url))).toBe('sign-on.invalid')
  })

  test('leads nowhere outside, whatever the browser remembered', async () => {
    const url = await proven('national', 'c-1')
    remember({ next: 'https://evil.example/' })
    expect((await browser.get(url)).location).toBe(`${house.url}/my`)
  })

  test.each(['//evil.example', '/.//evil.example', '/my/..//evil.example', '/\\evil.example', 'https://evil.example'])(
    'leads to the beginning where it was to lead to %s',
    async (next) => {
      const back = await browser.get(await proven('national', 'c-1', next))
      expect(back.location).toBe(`${house.url}/my`)
    },
  )
})

describe('two tabs that sign in at once', () => {
  test('do not take the way from each other, and each leads to its own page', async () => {
    const first = await proven('national', 'c-1', '/sign-in?tab=1')
    browser.cookies(double.url).clear()
    const second = await proven('national', 'c-1', '/sign-in?tab=2')
    const [one, other] = [await browser.get(first), await browser.get(second)]
    expect([one.location, other.location]).toEqual([`${house.url}/sign-in?tab=1`, `${house.url}/sign-in?tab=2`])
    expect(await me()).toMatchObject({ id: '900000001' })
  })

  test('by two people leave the one in who came last', async () => {
    const first = await proven('national', 'c-1')
    browser.cookies(double.url).clear()
    const second = await proven('national', 'c-2')
    await browser.get(first)
    const left = session()
    await browser.get(second)
    expect(await me()).toMatchObject({ id: '900000055' })
    expect((await house.call('GET', '/api/me', { token: left })).status).toBe(401)
  })

  test('may be many: of ten that never came back the oldest are forgotten, and the session is still known', async () => {
    await enter('national', 'c-1')
    for (let n = 0; n < 10; n++) await browser.get(`${house.url}/sign-in/national?next=/${'x'.repeat(900)}`)
    const open = [...browser.cookies(house.url).keys()].filter((name) => name.includes('journey'))
    expect(open).toHaveLength(4)
    expect((await known()).text).toContain('ليلى')
    browser.cookies(double.url).clear()
    expect((await browser.get(await proven('national', 'c-1'))).status).toBe(303)
  })
})

describe('an ID token', () => {
  const arrive = async (): Promise<Landing> => {
    const sent = new URL((await browser.get(`${house.url}/sign-in/liar`)).location ?? '')
    liar.nonce = sent.searchParams.get('nonce') ?? ''
    return browser.get(`${house.url}/sign-in/liar/back?code=c&state=${sent.searchParams.get('state')}`)
  }
  const now = (): number => Math.floor(Date.now() / 1000)
  const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

  test('that is right lets in', async () => {
    liar.says = (right, sign) => sign(right)
    expect((await arrive()).status).toBe(303)
    expect(await me()).toMatchObject({ id: '900000077' })
  })

  test.each<[string, FalseProvider['says']]>([
    ['for somebody else', (right, sign) => sign({ ...right, aud: 'another' })],
    ['for several, none of them answerable', (right, sign) => sign({ ...right, aud: ['masar', 'another'] })],
    ['of another issuer', (right, sign) => sign({ ...right, iss: 'https://evil.example' })],
    ['that has run out', (right, sign) => sign({ ...right, exp: now() - 60 })],
    ['without an end', ({ exp: _exp, ...right }, sign) => sign(right)],
    ['without a subject', ({ sub: _sub, ...right }, sign) => sign(right)],
    ['with another nonce', (right, sign) => sign({ ...right, nonce: 'A'.repeat(43) })],
    ['without a nonce', ({ nonce: _nonce, ...right }, sign) => sign(right)],
    ['signed by nobody (alg none)', async (right) => `${base64({ alg: 'none' })}.${base64(right)}.`],
    ['signed with another key', (right) => liar.forge(right)],
    [
      'changed after signing',
      async (right, sign) => {
        const [head, , seal] = (await sign(right)).split('.')
        return `${head}.${base64({ ...right, national_id: '900000001' })}.${seal}`
      },
    ],
    ['that is none', async () => 'nothing'],
  ])('%s lets nobody in', async (_what, says) => {
    liar.says = says
    const at = await arrive()
    expect([at.status, refused(at), session()]).toEqual([403, 'sign-on.invalid', ''])
  })

  test('with a person’s national ID but another subject does not open the account that belongs to the first', async () => {
    liar.says = (right, sign) => sign(right)
    await arrive()
    browser = town.newcomer()
    liar.says = (right, sign) => sign({ ...right, sub: 's-2' })
    expect(refused(await arrive())).toBe('sign-on.other-person')
    liar.says = (right, sign) => sign({ ...right, national_id: '900000088' })
    expect(refused(await arrive())).toBe('sign-on.other-person')
  })
})

describe('the session of a sign-on', () => {
  test('has a token of its own, whatever the browser brought, and ends the one before', async () => {
    await enter('national', 'c-1')
    const first = session()
    await browser.follow(await browser.get(`${house.url}/sign-in/national`))
    expect(session()).not.toBe(first)
    expect(await me()).toMatchObject({ id: '900000001' })
    expect((await house.call('GET', '/api/me', { token: first })).status).toBe(401)
    browser = town.newcomer()
    browser.cookies(house.url).set('masar', 'A'.repeat(43))
    await enter('national', 'c-1')
    expect(session()).not.toBe('A'.repeat(43))
  })

  test('ends here and there: a copied cookie is worth nothing, and the sign-on asks again who one is', async () => {
    await enter('national', 'c-1')
    const copied = session()
    const out = await browser.post(`${house.url}/sign-out`, { csrf: csrfIn((await known()).text) })
    expect((await house.call('GET', '/api/me', { token: copied })).status).toBe(401)
    const end = new URL(out.location ?? '')
    expect([end.origin + end.pathname, end.searchParams.get('post_logout_redirect_uri')]).toEqual([
      `${double.issuer('citizens')}/session/end`,
      `${house.url}/sign-in`,
    ])
    const asked = await browser.follow(out)
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.text)?.[1] ?? ''
    const [, action = ''] = /action="([^"]+)"/.exec(asked.text) ?? []
    const left = await browser.follow(await browser.post(action, { xsrf, logout: 'yes' }), isOurs)
    expect(left.location).toMatch(new RegExp(`^${house.url}/sign-in(\\?|$)`))
    const again = await browser.follow(await browser.get(`${house.url}/sign-in/national`))
    expect(again.text).toContain('name="person"')
  })

  test('ends here and there also when it ran out while its page was open', async () => {
    await enter('national', 'c-1')
    const ranOut = digestOfToken(session())
    const page = await known()
    house.clock.move(31 * 60_000)
    const out = await browser.post(`${house.url}/sign-out`, { csrf: csrfIn(page.text) })
    const end = new URL(out.location ?? '')
    expect(end.origin + end.pathname).toBe(`${double.issuer('citizens')}/session/end`)
    expect(await house.engine.deps.store.accounts.session(ranOut)).toBeUndefined()
  })
})

describe('where browsers sign in by a sign-on only', () => {
  test('no password is asked for or taken', async () => {
    await using strict = await openHouse({ signOns: [citizens('https://sso.example')], localAccounts: false })
    const page = await strict.browse('GET', '/sign-in')
    expect(page.text).toContain('/sign-in/national')
    expect(page.text).not.toContain('type="password"')
    const tried = await strict.browse('POST', '/sign-in', { form: { user: 'clerk.rana', password: 'x' } })
    expect([tried.status, /data-refused="([^"]+)"/.exec(tried.text)?.[1]]).toEqual([403, 'session.local'])
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' https://sso.example")
  })
})

describe('the configuration of a sign-on', () => {
  test.each<[string, object]>([
    ['sends secrets over plain http', { issuer: 'http://sso.example' }],
    ['gives citizens roles', { roles: { x: 'operator' } }],
    ['says no agency', { agency: undefined }],
    ['has a key nobody knows', { colour: 'red' }],
    [
      'gives a role nobody has',
      { people: 'staff', claims: { user: 'u', name: 'n', roles: 'r' }, roles: { x: 'king' } },
    ],
    ['takes roles from nowhere', { people: 'staff' }],
    ['has no title in English', { title: { ar: 'دخول' } }],
  ])('is refused where it %s', (_what, change) => {
    const read = readSignOnConfig([{ ...citizens('https://sso.example'), ...change }])
    expect(isProblem(read) && read.code).toBe('config.sign-on')
  })

  test('is refused where two have one name', () => {
    expect(isProblem(readSignOnConfig([citizens('https://a.example'), citizens('https://b.example')]))).toBe(true)
    expect(readSignOnConfig([citizens('https://a.example'), staff('https://b.example')])).toHaveLength(2)
  })
})
