import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { isProblem } from '../../../engine/core/problem.ts'
import { readSignOnConfig } from '../../../engine/http/sign-on/config.ts'
import { items, type Answer, type House } from '../house.ts'
import { citizens, openTown, signedFor, staff, type Newcomer, type Town } from './town.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const SANABEL = { number: '562400101', name: { ar: 'سنابل الخير', en: 'Sanabel Al-Khair' } }
const BAYADER = { number: '562400102', name: { ar: 'بيادر الشمال', en: 'Bayader North' } }
const HIBA = '900000066'

let town: Town
let house: House
beforeAll(async () => {
  town = await openTown()
  ;({ house } = town)
})
afterAll(() => town[Symbol.asyncDispose]())

let browser: Newcomer
beforeEach(() => {
  browser = town.newcomer()
  signedFor.splice(0, signedFor.length, SANABEL)
})

const ask = (method: string, path: string, body?: object): Promise<Answer> =>
  house.call(method, path, { token: browser.session(), ...(body && { body }) })

const companies = async (): Promise<readonly unknown[]> =>
  items(await ask('GET', '/api/companies')).map(({ company }) => (company as typeof SANABEL).number)

describe('who signs for a company by the register', () => {
  test('is asked for whom they act as soon as they have signed in, and goes on to where they wanted', async () => {
    const back = await browser.get(await browser.proven('national', 'c-5', '/figures'))
    expect([back.status, back.location]).toEqual([303, `${house.url}/acting-for?next=%2Ffigures`])
    const choice = await browser.get(back.location ?? '')
    expect(choice.text).toContain('سنابل الخير')
    expect(choice.text).toContain('value="/figures"')
  })

  test('acts for it, gives mandates, and the record says which sign-on said so', async () => {
    await browser.enter('national', 'c-5')
    expect(await companies()).toEqual([SANABEL.number])
    expect((await ask('PUT', '/api/sessions/current/company', { company: SANABEL.number })).status).toBe(204)
    expect((await ask('GET', '/api/me')).json).toMatchObject({
      id: 'company:562400101',
      roles: ['citizen'],
      acting: { person: HIBA, role: 'signatory' },
    })
    expect((await ask('POST', '/api/mandates', { holder: '900000002' })).status).toBe(201)
    const record = items(await ask('GET', `/api/companies/${SANABEL.number}/record`))
    expect(record.at(-1)).toMatchObject({ kind: 'granted', holder: HIBA, by: 'sign-on:national' })
  })

  test('signing in again adds nothing; what the register no longer says ends, in every open session', async () => {
    await browser.enter('national', 'c-5')
    await ask('PUT', '/api/sessions/current/company', { company: SANABEL.number })
    const before = browser
    browser = town.newcomer()
    await browser.enter('national', 'c-5')
    const mandates = await house.engine.deps.store.mandates.list({ company: SANABEL.number, holder: HIBA as never })
    expect(mandates.filter(({ mandate }) => mandate.revokedAt === undefined)).toHaveLength(1)
    signedFor.splice(0, 1, BAYADER)
    browser = town.newcomer()
    await browser.enter('national', 'c-5')
    expect(await companies()).toEqual([BAYADER.number])
    browser = before
    expect((await ask('GET', '/api/instances')).json['code']).toBe('mandate.ended')
  })

  test('is nobody in a session that the sign-on knows nothing of', async () => {
    await browser.enter('national', 'c-5')
    const { accounts } = house.engine.deps.store
    const token = house.engine.deps.ids.secret()
    const { digestOfToken } = await import('../../../engine/http/session.ts')
    const now = house.clock.now()
    const session = { user: HIBA as never, createdAt: now, lastSeenAt: now, expires: now + 1_000_000 }
    await accounts.openSession({ tokenDigest: digestOfToken(token), ...session })
    const answer = await house.call('GET', '/api/companies', { token })
    expect(items(answer)).toEqual([])
    const acts = await house.call('PUT', '/api/sessions/current/company', {
      token,
      body: { company: SANABEL.number },
    })
    expect(acts.json['code']).toBe('mandate.none')
  })

  test('cannot be revoked here, since the register says it', async () => {
    await browser.enter('national', 'c-5')
    await ask('PUT', '/api/sessions/current/company', { company: SANABEL.number })
    const [own] = items(await ask('GET', '/api/mandates')).filter((one) => one['source'] === 'register')
    expect((await ask('DELETE', `/api/mandates/${String(own?.['id'])}`)).json['code']).toBe('mandate.register')
  })

  test('is nobody for a company the sign-on says wrongly or by half', async () => {
    signedFor.splice(
      0,
      1,
      { number: '../1', name: SANABEL.name },
      { number: '562400103', name: { ar: 'أفق' } },
      'x',
      null,
    )
    await browser.enter('national', 'c-5')
    expect(await companies()).toEqual([])
  })
})

test('a directory of staff says nothing of companies', () => {
  const config = staff('https://staff.example')
  const read = readSignOnConfig([{ ...config, claims: { ...config.claims, companies: 'companies' } }])
  expect(isProblem(read) && read.detail).toContain('no claim of companies for a sign-on of staff')
  const ours = citizens('https://sso.example')
  expect(isProblem(readSignOnConfig([{ ...ours, claims: { ...ours.claims, companies: 'companies' } }]))).toBe(false)
})
