/** Where somebody is signed in, as they see it, and how they end what is not theirs any more. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { UserId } from '../../../engine/core/ids.ts'
import { deviceOf } from '../../../engine/http/device.ts'
import { digestOfToken, openSession } from '../../../engine/http/session.ts'
import { apply, deployPermit, openHouse, type Answer, type House, type Name } from '../house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const PHONE = 'Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0'
const DESK =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house)
})
afterAll(() => house.close())
beforeEach(() => house.letInAgain())

async function open(user: Name, userAgent: string): Promise<string> {
  const account = await house.engine.deps.store.accounts.get(user as UserId)
  if (account === undefined) throw new Error(`Expected ${user}`)
  return (await openSession(house.engine.deps, account, { device: deviceOf(userAgent) })).token
}

const english = { 'accept-language': 'en' }
const list = (as: Name): Promise<Answer> => house.browse('GET', '/sessions', { as, headers: english })
const isOpen = async (token: string): Promise<boolean> => (await house.call('GET', '/api/me', { token })).status === 200
const namesIn = ({ text }: Answer): readonly string[] =>
  [...text.matchAll(/\/sessions\/([0-9a-f]{16})\/end/g)].map(([, name = '']) => name)

/** The news of an open desk, as its browser hears them. */
async function listen(token: string): Promise<{ readonly heard: readonly string[]; readonly over: Promise<void> }> {
  const news = await fetch(`${house.url}/desk/events`, { headers: { cookie: `masar=${token}`, accept: 'text/html' } })
  const reader = news.body?.pipeThrough(new TextDecoderStream()).getReader()
  const heard: string[] = []
  const over = (async () => {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: '' }
      if (done) return
      heard.push(value)
    }
  })()
  return { heard, over }
}

describe('the page of one’s own sessions', () => {
  test('says with what, since when and last used when, this one first; and nothing of anybody else', async () => {
    await open('900000001', PHONE)
    await open('900000001', DESK)
    await open('900000001', 'masar/1.0')
    await open('900000002', PHONE)
    const { text } = await list('900000001')
    expect(text).toContain('<bdi>Firefox</bdi> · <bdi>Android</bdi>')
    expect(text).toContain('<bdi>Edge</bdi> · <bdi>Windows</bdi>')
    expect(text).toContain('A program, or a browser that is not known')
    expect(text.indexOf('This device')).toBeLessThan(text.indexOf('End this session'))
    expect(namesIn({ text } as Answer)).toHaveLength(3)
    expect(text).not.toContain(digestOfToken(house.tokenOf('900000001')))
  })

  test('leaves out what has run out', async () => {
    const idle = await open('clerk.rana', DESK)
    house.clock.move(31 * 60_000)
    await house.letInAgain()
    expect(namesIn(await list('clerk.rana'))).toEqual([])
    expect(await isOpen(idle)).toBe(false)
  })

  test('ends one, at once', async () => {
    const [phone, desk] = [await open('clerk.rana', PHONE), await open('clerk.rana', DESK)]
    const [first = ''] = namesIn(await list('clerk.rana'))
    const ended = await house.browse('POST', `/sessions/${first}/end`, { as: 'clerk.rana' })
    expect([ended.status, ended.headers.get('location')]).toEqual([303, '/sessions'])
    expect([await isOpen(phone), await isOpen(desk)].filter(Boolean)).toHaveLength(1)
    expect((await list('clerk.rana')).status).toBe(200)
  })

  test('ends all others, and those of nobody else', async () => {
    const [phone, desk] = [await open('clerk.rana', PHONE), await open('clerk.rana', DESK)]
    const other = await open('clerk.sami', DESK)
    await house.browse('POST', '/sessions/end-others', { as: 'clerk.rana' })
    expect([await isOpen(phone), await isOpen(desk), await isOpen(other)]).toEqual([false, false, true])
    expect(await isOpen(house.tokenOf('clerk.rana'))).toBe(true)
  })

  test('ends with a session also the news it was listening to', async () => {
    const token = await open('clerk.rana', DESK)
    const { heard, over } = await listen(token)
    await apply(house)
    await vi.waitFor(() => expect(heard.join('')).toContain('event: tasks'))
    const before = heard.length
    await house.browse('POST', '/sessions/end-others', { as: 'clerk.rana' })
    await apply(house)
    await over
    expect(heard.length).toBe(before)
  })

  test('ends the news, and nothing else, where for a moment nobody can say whether the session is open', async () => {
    const token = await open('clerk.rana', DESK)
    const { over } = await listen(token)
    const { accounts } = house.engine.deps.store
    const session = accounts.session.bind(accounts)
    const away = vi
      .spyOn(accounts, 'session')
      .mockImplementation((digest) =>
        digest === digestOfToken(token) ? Promise.reject(new Error('away')) : session(digest),
      )
    await apply(house)
    await over
    away.mockRestore()
    expect(await isOpen(token)).toBe(true)
  })

  test('lets nobody end a session of somebody else', async () => {
    const token = await open('900000002', PHONE)
    const [name = ''] = namesIn(await list('900000002'))
    for (const as of ['900000001', 'operator.platform'] as const) {
      const tried = await house.browse('POST', `/sessions/${name}/end`, { as })
      expect([as, tried.status]).toEqual([as, 404])
    }
    expect(await isOpen(token)).toBe(true)
  })
})

test.each([
  [PHONE, 'firefox/android'],
  [DESK, 'edge/windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1',
    'safari/ios',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/130.0.0.0 Safari/537.36',
    'chrome/linux',
  ],
  [
    'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 SamsungBrowser/23.0 Chrome/115.0 Mobile Safari/537.36',
    'samsung/android',
  ],
  ['curl/8.0 <script>', '/'],
  [undefined, '/'],
])('of %s only browser and system are kept', (userAgent, kept) => {
  expect(deviceOf(userAgent)).toBe(kept)
})
