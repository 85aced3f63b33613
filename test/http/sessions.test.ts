import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { UserId } from '../../engine/core/ids.ts'
import { openHouse, type House } from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const PASSWORD = 'a long enough password'
const account = { agency: 'moj', name: 'Lina', roles: ['clerk'], groups: ['clerks'], password: PASSWORD }

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const signIn = (user: string, password: string) => house.call('POST', '/api/sessions', { body: { user, password } })

async function newcomer(user: string): Promise<string> {
  const created = await house.call('PUT', `/api/accounts/${user}`, { as: 'operator.omar', body: account })
  expect(created.status).toBe(201)
  return String((await signIn(user, PASSWORD)).json['token'])
}

test('an operator makes an account, and its owner signs in with it and is known', async () => {
  const created = await house.call('PUT', '/api/accounts/clerk.lina', { as: 'operator.omar', body: account })
  expect(created.status).toBe(201)
  expect(created.text).not.toContain('scrypt')
  const session = await signIn('clerk.lina', PASSWORD)
  expect(session.status).toBe(201)
  expect(session.headers.get('cache-control')).toBe('no-store')
  expect(session.json).toMatchObject({ user: 'clerk.lina', agency: 'moj', roles: ['clerk'], groups: ['clerks'] })
  const me = await house.call('GET', '/api/me', { token: String(session.json['token']) })
  expect(me.json).toMatchObject({ id: 'clerk.lina', agency: 'moj', roles: ['clerk'] })
  const listed = await house.call('GET', '/api/accounts', { as: 'operator.omar' })
  expect(listed.text).toContain('clerk.lina')
  expect(listed.text).not.toContain('scrypt')
})

test('a wrong password and an unknown name are refused in the same words', async () => {
  await newcomer('clerk.wrong')
  const wrong = await signIn('clerk.wrong', 'another long password')
  const unknown = await signIn('clerk.nobody', 'another long password')
  expect([wrong.status, unknown.status]).toEqual([401, 401])
  expect({ ...wrong.json, instance: '' }).toEqual({ ...unknown.json, instance: '' })
  expect(wrong.json['code']).toBe('session.refused')
  expect(wrong.headers.get('www-authenticate')).toContain('Bearer')
})

test('a disabled account can neither sign in nor go on with a session it had', async () => {
  const token = await newcomer('clerk.gone')
  expect((await house.call('GET', '/api/me', { token })).status).toBe(200)
  const { store } = house.engine.deps
  const stored = await store.accounts.get('clerk.gone' as UserId)
  if (stored === undefined) throw new Error('Expected the account')
  await store.accounts.put({ ...stored, disabled: true })
  expect((await house.call('GET', '/api/me', { token })).status).toBe(401)
  expect((await signIn('clerk.gone', PASSWORD)).json['code']).toBe('session.refused')
})

test('signing out ends the session at once, and only that one', async () => {
  const first = await newcomer('clerk.out')
  const second = String((await signIn('clerk.out', PASSWORD)).json['token'])
  expect((await house.call('DELETE', '/api/sessions/current', { token: first })).status).toBe(204)
  expect((await house.call('GET', '/api/me', { token: first })).status).toBe(401)
  expect((await house.call('GET', '/api/me', { token: second })).status).toBe(200)
})

test('a session ends after thirty idle minutes, and use keeps it open', async () => {
  const token = await newcomer('clerk.idle')
  for (let quarter = 0; quarter < 4; quarter++) {
    house.clock.move(20 * 60_000)
    expect((await house.call('GET', '/api/me', { token })).status).toBe(200)
  }
  house.clock.move(31 * 60_000)
  expect((await house.call('GET', '/api/me', { token })).json['code']).toBe('session.missing')
})

test('a session ends after twelve hours however busy it is', async () => {
  const token = await newcomerAgain('clerk.long')
  for (let quarters = 1; quarters <= 47; quarters++) {
    house.clock.move(15 * 60_000)
    expect((await house.call('GET', '/api/me', { token })).status, `after ${quarters} quarters`).toBe(200)
  }
  house.clock.move(15 * 60_000)
  expect((await house.call('GET', '/api/me', { token })).status).toBe(401)
})

/** The operator's own session ended with the clock of the tests before: the account is put in the store. */
async function newcomerAgain(user: string): Promise<string> {
  const { store } = house.engine.deps
  const lina = await store.accounts.get('clerk.lina' as UserId)
  if (lina === undefined) throw new Error('Expected the account')
  await store.accounts.put({ ...lina, id: user as UserId })
  return String((await signIn(user, PASSWORD)).json['token'])
}

test('only the digest of a token is kept', async () => {
  const token = await newcomerAgain('clerk.digest')
  const { store } = house.engine.deps
  expect(await store.accounts.session(token)).toBeUndefined()
})

test('a new password ends the sessions of the old one', async () => {
  await using other = await openHouse()
  const put = (password: string) =>
    other.call('PUT', '/api/accounts/clerk.new', { as: 'operator.omar', body: { ...account, password } })
  await put(PASSWORD)
  const session = await other.call('POST', '/api/sessions', { body: { user: 'clerk.new', password: PASSWORD } })
  expect((await put('quite another password')).status).toBe(200)
  expect((await other.call('GET', '/api/me', { token: String(session.json['token']) })).status).toBe(401)
})

test('a password of fewer than ten characters is refused', async () => {
  await using other = await openHouse()
  const refused = await other.call('PUT', '/api/accounts/clerk.short', {
    as: 'operator.omar',
    body: { ...account, password: '123456789' },
  })
  expect(refused.json['code']).toBe('account.password')
  expect(await other.engine.deps.store.accounts.get('clerk.short' as UserId)).toBeUndefined()
})

test('an operator of an agency makes no citizen, under whose national ID anybody could come in', async () => {
  await using other = await openHouse()
  const citizen = { ...account, roles: ['citizen'] }
  const made = await other.call('PUT', '/api/accounts/900000777', { as: 'operator.omar', body: citizen })
  expect([made.status, made.json['code']]).toEqual([403, 'account.citizen'])
  const body = { ...citizen, agency: 'public' }
  expect((await other.call('PUT', '/api/accounts/900000777', { as: 'operator.platform', body })).status).toBe(201)
})

test('an operator makes no account in another agency and takes none over', async () => {
  await using other = await openHouse()
  const foreign = await other.call('PUT', '/api/accounts/clerk.foreign', {
    as: 'operator.omar',
    body: { ...account, agency: 'egov' },
  })
  const stolen = await other.call('PUT', '/api/accounts/clerk.other', { as: 'operator.omar', body: account })
  expect([foreign.json['code'], stolen.json['code']]).toEqual(['account.agency', 'account.agency'])
  expect((await other.engine.deps.store.accounts.get('clerk.other' as UserId))?.agency).toBe('moh')
})
