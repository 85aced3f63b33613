import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { UserId } from '../../engine/core/ids.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { readSignOnConfig, type SignOnConfig } from '../../engine/http/sign-on/config.ts'
import { startSignOnDouble, type Room, type SignOnDouble } from '../../engine/sandbox/sign-on/double.ts'
import { freePort } from '../../cli/running/port.ts'
import { openFalseProvider, type FalseProvider } from './false-provider.ts'
import { openHouse, type House } from './house.ts'
import { csrfIn, traveller, type Landing, type Traveller } from './traveller.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const SECRET = 'a secret of tests, forty characters long'
const text = (en: string) => ({ ar: 'دخول', en })

const PEOPLE = {
  citizens: [
    { subject: 'c-1', name: 'ليلى', note: text('citizen'), claims: { national_id: '900000001' } },
    { subject: 'c-2', name: 'سامر', note: text('new'), claims: { national_id: '900000055' } },
    { subject: 'c-3', name: 'من', note: text('a clerk’s name'), claims: { national_id: 'clerk.rana' } },
    { subject: 'c-4', name: 'من', note: text('nobody'), claims: {} },
  ],
  staff: [
    {
      subject: 's-1',
      name: 'رنا',
      note: text('clerk'),
      claims: { preferred_username: 'clerk.rana', agency: 'moj', roles: ['masar-supervisor'], groups: ['supervisors'] },
    },
    {
      subject: 's-2',
      name: 'هدى',
      note: text('of another agency'),
      claims: { preferred_username: 'clerk.other', agency: 'moj', roles: ['masar-clerk'] },
    },
    {
      subject: 's-3',
      name: 'نور',
      note: text('no role'),
      claims: { preferred_username: 'clerk.nour', agency: 'moj', roles: ['printer'] },
    },
  ],
}

const citizens = (issuer: string): SignOnConfig => ({
  id: 'national',
  title: text('National sign-on'),
  issuer,
  clientId: 'masar',
  clientSecret: SECRET,
  people: 'citizens',
  agency: 'public',
  claims: { user: 'national_id', name: 'name' },
})

const staff = (issuer: string): SignOnConfig => ({
  id: 'staff',
  title: text('Directory'),
  issuer,
  clientId: 'masar',
  clientSecret: SECRET,
  people: 'staff',
  claims: { user: 'preferred_username', name: 'name', agency: 'agency', roles: 'roles', groups: 'groups' },
  roles: { 'masar-clerk': 'clerk', 'masar-supervisor': 'supervisor' },
})

let house: House
let double: SignOnDouble
let liar: FalseProvider
beforeAll(async () => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const room = (name: 'citizens' | 'staff', id: string): Room => ({
    name,
    title: text(name),
    client: { id: 'masar', secret: SECRET, redirects: [`${url}/sign-in/${id}/back`], afterwards: [`${url}/sign-in`] },
    people: PEOPLE[name],
  })
  double = await startSignOnDouble({ rooms: [room('citizens', 'national'), room('staff', 'staff')] })
  liar = await openFalseProvider()
  const signOns = [
    citizens(double.issuer('citizens')),
    staff(double.issuer('staff')),
    { ...citizens(liar.issuer), id: 'liar' },
    { ...citizens('http://127.0.0.1:1'), id: 'silent' },
  ]
  house = await openHouse({ port, publicUrl: url, signOns })
})
afterAll(async () => {
  await house.close()
  await double.close()
  await liar[Symbol.asyncDispose]()
})

let browser: Traveller
beforeEach(() => {
  browser = traveller()
})

const refused = ({ text }: Landing): string | undefined => /data-refused="([^"]+)"/.exec(text)?.[1]
const isOurs = (url: string): boolean => url.startsWith(house.url)

/** As far as the address the browser is sent back to, which it has not asked for yet. */
async function proven(id: string, person: string, next = '/sign-in'): Promise<string> {
  const choice = await browser.follow(await browser.get(`${house.url}/sign-in/${id}?next=${encodeURIComponent(next)}`))
  expect(choice.text).toContain('double')
  const chosen = await browser.follow(await browser.post(choice.url, { person }), isOurs)
  return chosen.location ?? ''
}

async function enter(id: string, person: string, next?: string): Promise<Landing> {
  return browser.follow(await browser.get(await proven(id, person, next)))
}

const known = (): Promise<Landing> => browser.get(`${house.url}/sign-in`)
const session = (): string => browser.cookies(house.url).get('masar') ?? ''
const me = async () => (await house.call('GET', '/api/me', { token: session() })).json

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
    browser = traveller()
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
  /** What this browser remembers of where it was sent. */
  const remember = (change: Readonly<Record<string, string>>): void => {
    const jar = browser.cookies(house.url)
    const kept = JSON.parse(Buffer.from(jar.get('masar-journey') ?? '', 'base64url').toString()) as object
    jar.set('masar-journey', Buffer.from(JSON.stringify({ ...kept, ...change })).toString('base64url'))
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
    browser = traveller()
    expect(refused(await browser.get(url))).toBe('sign-on.invalid')
  })

  test('is refused the second time, also with what the browser remembered', async () => {
    const url = await proven('national', 'c-1')
    const journey = browser.cookies(house.url).get('masar-journey') ?? ''
    expect((await browser.get(url)).status).toBe(303)
    expect(refused(await browser.get(url))).toBe('sign-on.invalid')
    browser.cookies(house.url).set('masar-journey', journey)
    expect(refused(await browser.get(url))).toBe('sign-on.invalid')
  })

  test('leads nowhere outside, whatever the browser remembered', async () => {
    const url = await proven('national', 'c-1')
    remember({ next: 'https://evil.example/' })
    expect((await browser.get(url)).location).toBe(`${house.url}/my`)
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
    browser = traveller()
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
    browser = traveller()
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
