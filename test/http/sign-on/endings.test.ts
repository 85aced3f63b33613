/** A sign-on ends its sessions: what it opened here ends with them, and nothing else does. */
import { SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Answer } from '../house.ts'
import { openTown, SECRET, type Newcomer, type Town } from './town.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town[Symbol.asyncDispose]())

const tell = (token: string, id = 'liar'): Promise<Answer> =>
  town.house.call('POST', `/api/sign-ons/${id}/endings`, {
    body: new URLSearchParams({ logout_token: token }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

const isIn = async (token: string): Promise<boolean> =>
  (await town.house.call('GET', '/api/me', { token })).status === 200

/** Signed in by the provider that says whatever a test wants. */
async function inBySid(sid: string | undefined, sub = 'p-1'): Promise<string> {
  const browser = town.newcomer()
  town.liar.says = (right, sign) =>
    sign({ ...right, sub, national_id: `90000${sub.replace('p-', '100')}`, ...(sid && { sid }) })
  const sent = new URL((await browser.get(`${town.house.url}/sign-in/liar`)).location ?? '')
  town.liar.nonce = sent.searchParams.get('nonce') ?? ''
  await browser.get(`${town.house.url}/sign-in/liar/back?code=c&state=${sent.searchParams.get('state')}`)
  return browser.session()
}

let made = 0
const word = (change: object = {}) => {
  const now = Math.floor(Date.now() / 1_000)
  const times = { iat: now, exp: now + 120 }
  return { iss: town.liar.issuer, aud: 'masar', ...times, jti: `j-${made++}`, events: { [EVENT]: {} }, ...change }
}
const say = async (change: object, kind = 'logout+jwt') => tell(await town.liar.sign(word(change), kind))

describe('somebody who signs out at the sign-on itself', () => {
  const signOutThere = async (browser: Newcomer): Promise<void> => {
    const asked = await browser.get(`${town.double.issuer('citizens')}/session/end`)
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(asked.text) ?? []
    const [, action = ''] = /action="([^"]+)"/.exec(asked.text) ?? []
    await browser.post(action, { xsrf, logout: 'yes' })
  }

  test('is signed out here at once, in every tab of that browser, and stays in on the other device', async () => {
    const [phone, desk] = [town.newcomer(), town.newcomer()]
    await phone.enter('national', 'c-1')
    await desk.enter('national', 'c-1')
    const [there, elsewhere] = [phone.session(), desk.session()]
    await signOutThere(phone)
    expect([await isIn(there), await isIn(elsewhere)]).toEqual([false, true])
    expect((await phone.get(`${town.house.url}/my`)).location).toBe(`${town.house.url}/sign-in?next=%2Fmy`)
  })
})

describe('a logout token', () => {
  let one: string
  let other: string
  let stranger: string
  /** Names of the provider's sessions, of this test alone: one that has ended is never opened again. */
  let sid: Readonly<Record<'one' | 'other' | 'stranger', string>>
  beforeEach(async () => {
    const n = made++
    sid = { one: `one-${n}`, other: `other-${n}`, stranger: `stranger-${n}` }
    one = await inBySid(sid.one)
    other = await inBySid(sid.other)
    stranger = await inBySid(sid.stranger, 'p-2')
  })
  const left = () => Promise.all([one, other, stranger].map(isIn))

  test('that names a session ends that one', async () => {
    const answer = await say({ sid: sid.one })
    expect([answer.status, answer.headers.get('cache-control'), answer.text]).toEqual([204, 'no-store', ''])
    expect(await left()).toEqual([false, true, true])
  })

  test('that names a person ends all of theirs, and also one of which the sign-on never said which it was', async () => {
    const nameless = await inBySid(undefined)
    expect((await say({ sub: 'p-1' }, 'jwt')).status).toBe(204)
    expect([...(await left()), await isIn(nameless)]).toEqual([false, false, true, false])
  })

  test('that names both ends the one session', async () => {
    expect((await say({ sub: 'p-1', sid: sid.other }, 'LOGOUT+JWT')).status).toBe(204)
    expect(await left()).toEqual([true, false, true])
  })

  test('that names another person’s session beside a person ends nothing', async () => {
    expect((await say({ sub: 'p-1', sid: sid.stranger })).status).toBe(204)
    expect(await left()).toEqual([true, true, true])
  })

  test('is heard once: who signed in again meanwhile is not thrown out by the same word', async () => {
    const token = await town.liar.sign(word({ sub: 'p-1' }))
    expect((await tell(token)).status).toBe(204)
    const again = await inBySid('s-again')
    const repeated = await tell(token)
    expect([repeated.status, repeated.json['error']]).toEqual([400, 'invalid_request'])
    expect(await isIn(again)).toBe(true)
  })

  test('that comes while somebody is being let in under that session keeps them out', async () => {
    expect((await say({ sid: 's-gone' })).status).toBe(204)
    expect(await isIn(await inBySid('s-gone'))).toBe(false)
  })

  const now = (): number => Math.floor(Date.now() / 1_000)
  test.each<[string, () => Promise<string>]>([
    ['for another client', () => town.liar.sign(word({ sub: 'p-1', aud: 'another' }))],
    ['of another issuer', () => town.liar.sign(word({ sub: 'p-1', iss: 'https://evil.example' }))],
    ['that has run out', () => town.liar.sign(word({ sub: 'p-1', exp: now() - 60 }))],
    ['without an end', () => town.liar.sign(word({ sub: 'p-1', exp: undefined }))],
    ['of yesterday, however long it is good for', () => town.liar.sign(word({ sub: 'p-1', iat: now() - 86_400 }))],
    ['without a beginning', () => town.liar.sign(word({ sub: 'p-1', iat: undefined }))],
    ['of tomorrow', () => town.liar.sign(word({ sub: 'p-1', iat: now() + 3_600, exp: now() + 7_200 }))],
    ['without a name of its own', () => town.liar.sign(word({ sub: 'p-1', jti: undefined }))],
    ['of no event', () => town.liar.sign(word({ sub: 'p-1', events: undefined }))],
    ['of another event', () => town.liar.sign(word({ sub: 'p-1', events: { 'urn:other': {} } }))],
    ['whose event is no object', () => town.liar.sign(word({ sub: 'p-1', events: { [EVENT]: 'yes' } }))],
    ['with a nonce', () => town.liar.sign(word({ sub: 'p-1', nonce: 'n' }))],
    ['that names nobody', () => town.liar.sign(word())],
    ['that names nothing', () => town.liar.sign(word({ sub: 'p-1', sid: '' }))],
    ['of a kind for something else', () => town.liar.sign(word({ sub: 'p-1' }), 'at+jwt')],
    ['signed with another key', () => town.liar.forge(word({ sub: 'p-1' }))],
    [
      'signed with the secret that both know',
      () =>
        new SignJWT(word({ sub: 'p-1' })).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(SECRET)),
    ],
    [
      'signed by nobody',
      async () =>
        `${btoa('{"alg":"none"}')}.${Buffer.from(JSON.stringify(word({ sub: 'p-1' }))).toString('base64url')}.`,
    ],
    ['that is none', async () => 'nothing'],
    ['that is empty', async () => ''],
  ])('%s ends nothing', async (_what, token) => {
    const answer = await tell(await token())
    expect([answer.status, answer.json['error']]).toEqual([400, 'invalid_request'])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await left()).toEqual([true, true, true])
  })

  test('of one sign-on ends nothing that another opened', async () => {
    const browser = town.newcomer()
    await browser.enter('national', 'c-1')
    expect((await say({ sub: 'c-1' })).status).toBe(204)
    expect(await isIn(browser.session())).toBe(true)
    expect((await tell(await town.liar.sign(word({ sub: 'c-1' })), 'national')).status).toBe(400)
    expect(await isIn(browser.session())).toBe(true)
  })

  test('for a sign-on nobody named is not found, and one that cannot be looked up says so', async () => {
    expect((await tell('x', 'none')).status).toBe(404)
    expect((await tell('a.b.c', 'silent')).status).toBe(400)
  })
})
