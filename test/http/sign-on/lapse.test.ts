/** A session runs out while somebody types: what they typed comes back to them, and to nobody else. */
import { scryptSync } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { UserId } from '../../../engine/core/ids.ts'
import { deployDeed, pdf } from '../deed.ts'
import { apply, deployPermit, openHouse, taskOf, type House, type Name } from '../house.ts'
import { csrfIn, traveller, type Landing, type Traveller } from '../traveller.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const PASSWORD = 'a long enough password'
const MINUTE = 60_000
const RAN_OUT = 31 * MINUTE

let house: House
const CHEAP = { N: 2, r: 1, p: 1 }
/** As any other, but for what it costs. */
const password = `scrypt$2$1$1$AAAA$${scryptSync(PASSWORD, Buffer.from('AAAA', 'base64url'), 32, CHEAP).toString('base64url')}`

async function letInAgain(): Promise<void> {
  await house.letInAgain()
  const { accounts } = house.engine.deps.store
  for (const account of await accounts.list()) await accounts.put({ ...account, password })
}

beforeAll(async () => {
  house = await openHouse({ signInsPerMinute: 1_000 })
  await deployPermit(house)
  await deployDeed(house)
  await letInAgain()
})
afterAll(() => house.close())

let browser: Traveller
beforeEach(() => {
  browser = traveller()
})

const at = (path: string): string => new URL(path, house.url).href
const get = (path: string): Promise<Landing> => browser.get(at(path))
const post = (path: string, form: Readonly<Record<string, string>>, headers = {}): Promise<Landing> =>
  browser.post(at(path), form, headers)
const refused = ({ text }: Landing): string | undefined => /data-refused="([^"]+)"/.exec(text)?.[1]
const isTyped = ({ text }: Landing): boolean => text.includes('data-typed')

/** @param page the sign-in page as the browser has it, else a new one */
async function signIn(user: Name, page?: Landing): Promise<Landing> {
  const form = page ?? (await get('/sign-in'))
  const next = /name="next" value="([^"]+)"/.exec(form.text)?.[1]?.replaceAll('&amp;', '&')
  return post('/sign-in', {
    csrf: csrfIn(form.text),
    user,
    password: PASSWORD,
    ...(next === undefined ? {} : { next }),
  })
}

async function begin(packageId: string): Promise<string> {
  const service = await get(`/services/${packageId}`)
  const begun = await post(`/services/${packageId}`, { csrf: csrfIn(service.text) })
  return new URL(begun.location ?? '').pathname
}

/** The form of an application as its person has it on the screen when their session runs out. */
async function halfWay(packageId = 'test.permit'): Promise<{ readonly draft: string; readonly csrf: string }> {
  await signIn('900000001')
  const draft = await begin(packageId)
  const csrf = csrfIn((await get(draft)).text)
  house.clock.move(RAN_OUT)
  return { draft, csrf }
}

const purposeOf = async (draft: string): Promise<unknown> => {
  const kept = await house.engine.deps.store.drafts.get(draft.split('/')[2] as never)
  return kept?.answers['purpose']
}

describe('an application whose session runs out', () => {
  test('is not sent, and stands in the form again once the same person is back; they send it', async () => {
    const { draft, csrf } = await halfWay()
    const sent = await post(draft, { csrf, page: '1', '/purpose': 'سفر <b>', action: 'next' })
    expect([sent.status, sent.location]).toEqual([303, at(`/sign-in?next=${encodeURIComponent(`${draft}?page=1`)}`)])
    const page = await browser.follow(sent)
    expect(page.text).toContain('ما كتبته محفوظ لك ساعة')
    expect(page.text).not.toContain('سفر')
    expect(await purposeOf(draft)).toBeUndefined()

    const back = await browser.follow(await signIn('900000001', page))
    expect([back.url, back.status, isTyped(back)]).toEqual([at(`${draft}?page=1`), 200, true])
    expect(back.text).toContain('value="سفر &lt;b&gt;"')
    expect(await purposeOf(draft)).toBeUndefined()

    const next = await post(draft, { csrf: csrfIn(back.text), page: '1', '/purpose': 'سفر', action: 'next' })
    expect([next.status, next.location]).toEqual([303, at(`${draft}/check`)])
    expect(await purposeOf(draft)).toBe('سفر')
    expect(isTyped(await get(draft))).toBe(false)
  })

  test('shows nothing to who signs in next on the same telephone; its person finds it on their own', async () => {
    const { draft, csrf } = await halfWay()
    const page = await browser.follow(await post(draft, { csrf, page: '1', '/purpose': 'سرّي', action: 'next' }))
    const other = await browser.follow(await signIn('900000002', page))
    expect([other.status, refused(other)]).toEqual([404, 'draft.not-found'])
    for (const path of [draft, '/my', '/', '/sign-in']) expect((await get(path)).text).not.toContain('سرّي')
    expect((await post(draft, { csrf: csrfIn((await get('/sign-in')).text), '/purpose': 'x' })).status).toBe(404)
    browser = traveller()
    await signIn('900000001')
    expect((await get(draft)).text).toContain('value="سرّي"')
  })

  test('is forgotten after an hour', async () => {
    const { draft, csrf } = await halfWay()
    await post(draft, { csrf, page: '1', '/purpose': 'قديم', action: 'next' })
    await signIn('900000001')
    expect(isTyped(await get(draft))).toBe(true)
    house.clock.move(61 * MINUTE)
    await signIn('900000001')
    expect(isTyped(await get(draft))).toBe(false)
    expect(await house.engine.deps.store.typedForms.forget(house.clock.now() - 60 * MINUTE)).toBeGreaterThanOrEqual(0)
  })

  test('is there still after a post that was turned away unread', async () => {
    const { draft, csrf } = await halfWay()
    await post(draft, { csrf, page: '1', '/purpose': 'باقٍ', action: 'next' })
    await signIn('900000001')
    const forged = await post(draft, { csrf: 'AAAA.BBBB', page: '1', '/purpose': 'باقٍ', action: 'next' })
    expect(refused(forged)).toBe('request.forged')
    expect((await get(draft)).text).toContain('value="باقٍ"')
  })

  test('gives way to what is saved in the background while it is looked over', async () => {
    const { draft, csrf } = await halfWay()
    await post(draft, { csrf, page: '1', '/purpose': 'أول', action: 'next' })
    await signIn('900000001')
    const again = await get(draft)
    const saved = await post(`${draft}/save`, { csrf: csrfIn(again.text), page: '1', '/purpose': 'ثانٍ' })
    expect([saved.status, await purposeOf(draft)]).toEqual([200, 'ثانٍ'])
    const later = await get(draft)
    expect([isTyped(later), later.text.includes('value="ثانٍ"')]).toEqual([false, true])
  })

  test('is shown beside what was saved meanwhile on another device', async () => {
    await signIn('900000001')
    const draft = await begin('test.permit')
    const { text } = await get(draft)
    const [, standing = ''] = /name="standing" value="([^"]+)"/.exec(text) ?? []
    const there = traveller()
    for (const [name, value] of browser.cookies(house.url)) there.cookies(house.url).set(name, value)
    await there.post(at(draft), { csrf: csrfIn(text), page: '1', '/purpose': 'من جهاز آخر', action: 'save' })
    house.clock.move(RAN_OUT)
    await post(draft, { csrf: csrfIn(text), page: '1', standing, '/purpose': 'من هنا', action: 'next' })
    await signIn('900000001')
    const again = await get(draft)
    expect([again.status, isTyped(again), again.text.includes('value="من هنا"')]).toEqual([200, true, true])
    expect(again.text).toContain('<bdi>من جهاز آخر</bdi>')
  })

  test('is dropped where its person wants what was saved', async () => {
    const { draft, csrf } = await halfWay()
    await post(draft, { csrf, page: '1', '/purpose': 'غير مراد', action: 'next' })
    await signIn('900000001')
    const again = await get(draft)
    const dropped = await post('/typed/forget', { csrf: csrfIn(again.text), address: draft, back: draft })
    expect(dropped.location).toBe(at(draft))
    expect((await get(draft)).text).not.toContain('غير مراد')
  })

  test('brings back files too, which were taken in as its person’s', async () => {
    const { draft, csrf } = await halfWay('test.deed')
    const form = new FormData()
    form.append('page', '1')
    form.append('/note', 'مع سند')
    form.append('/deed', new Blob([pdf('before it ran out')]), 'سند.pdf')
    form.append('action', 'next')
    const cookie = [...browser.cookies(house.url)].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = await fetch(at(`${draft}?csrf=${encodeURIComponent(csrf)}`), {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, accept: 'text/html' },
      body: form,
    })
    expect([sent.status, sent.headers.get('location')?.startsWith('/sign-in?next=')]).toEqual([303, true])
    await signIn('900000001')
    const { text } = await get(draft)
    expect(text).toContain('مع سند')
    expect(text).toContain('سند.pdf')
    await signIn('900000002')
    expect(await house.engine.deps.store.attachments.list('900000002' as UserId)).toEqual([])
  })
})

describe('nothing is kept', () => {
  const nothing = async (draft: string): Promise<void> => {
    await signIn('900000001')
    expect(isTyped(await get(draft))).toBe(false)
  }

  test('of who signed out, whatever is still on the screen', async () => {
    await signIn('900000001')
    const draft = await begin('test.permit')
    const page = await get(draft)
    const before = new Map(browser.cookies(house.url))
    await post('/sign-out', { csrf: csrfIn(page.text) })
    for (const [name, value] of before) browser.cookies(house.url).set(name, value)
    const sent = await post(draft, { csrf: csrfIn(page.text), page: '1', '/purpose': 'بعد الخروج', action: 'next' })
    expect(sent.status).toBe(401)
    await nothing(draft)
  })

  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    ['without the seal of the form', { csrf: '' }, {}],
    ['with a seal of nobody', { csrf: 'AAAA.AAAA' }, {}],
    ['from another site', {}, { 'sec-fetch-site': 'cross-site' }],
    ['from another site, as old browsers say it', {}, { origin: 'https://evil.example' }],
  ])('of what comes %s', async (_what, fields, headers) => {
    const { draft, csrf } = await halfWay()
    const sent = await post(draft, { csrf, page: '1', '/purpose': 'زور', action: 'next', ...fields }, headers)
    expect([sent.status, refused(sent)]).toEqual([403, 'request.forged'])
    await nothing(draft)
  })

  test('of what a script sends in passing: it is told that nobody is signed in', async () => {
    const { draft, csrf } = await halfWay()
    const sent = await post(
      draft,
      { csrf, '/purpose': 'x' },
      { 'sec-fetch-dest': 'empty', 'sec-fetch-site': 'same-origin' },
    )
    expect(sent.status).toBe(401)
    await nothing(draft)
  })

  test('where its person had no business', async () => {
    const { csrf } = await halfWay()
    expect((await post('/desk/tasks/1:1', { csrf, '/fit': 'true' })).status).toBe(401)
    const { typedForms } = house.engine.deps.store
    expect(await typedForms.get('900000001' as UserId, '/desk/tasks/1:1', 0)).toBeUndefined()
  })

  test('of an account that was closed meanwhile', async () => {
    const { draft, csrf } = await halfWay()
    const { accounts } = house.engine.deps.store
    const account = await accounts.get('900000001' as UserId)
    if (account === undefined) throw new Error('Expected the account')
    await accounts.put({ ...account, disabled: true })
    const sent = await post(draft, { csrf, page: '1', '/purpose': 'x', action: 'next' })
    await accounts.put(account)
    expect(sent.status).not.toBe(303)
    await nothing(draft)
  })
})

describe('a session that ran out', () => {
  test('opens nothing, by page or by link', async () => {
    const { draft } = await halfWay()
    expect((await get(draft)).location).toContain('/sign-in?next=')
    const token = browser.cookies(house.url).get('masar') ?? ''
    expect((await house.call('GET', '/api/me', { token })).status).toBe(401)
  })

  test('leaves its page a language switch and a way out that work', async () => {
    const { draft, csrf } = await halfWay()
    expect((await post('/language', { csrf, language: 'en', back: draft })).location).toBe(at(draft))
    expect((await post('/sign-out', { csrf })).location).toBe(at('/sign-in'))
    expect(browser.cookies(house.url).get('masar')).toBeUndefined()
  })

  test('and was replaced in another tab by the same person: the page that was open is sent as it is', async () => {
    const { draft, csrf } = await halfWay()
    await signIn('900000001')
    const sent = await post(draft, { csrf, page: '1', '/purpose': 'من اللسان الآخر', action: 'next' })
    expect([sent.status, sent.location]).toEqual([303, at(`${draft}/check`)])
    expect(await purposeOf(draft)).toBe('من اللسان الآخر')
  })

  test('and was replaced by another person: the page of the first is refused, and so is it after signing out', async () => {
    const { draft, csrf } = await halfWay()
    await signIn('900000002')
    expect(refused(await post(draft, { csrf, page: '1', '/purpose': 'x', action: 'next' }))).toBe('request.forged')
    const page = await get('/sign-in')
    await post('/sign-out', { csrf: csrfIn(page.text) })
    await signIn('900000001')
    expect(refused(await post(draft, { csrf, page: '1', '/purpose': 'x', action: 'next' }))).toBe('request.forged')
  })
})

describe('at the desk', () => {
  test('the answers of a task, and a note beside it, come back to the clerk who typed them', async () => {
    await letInAgain()
    const begun = await apply(house, '900000001')
    const task = `/desk/tasks/${encodeURIComponent((await taskOf(house, begun)).split('/').at(-1) ?? '')}`
    await signIn('clerk.rana')
    await post(`${task}/claim`, { csrf: csrfIn((await get(task)).text) })
    const page = await get(task)
    const csrf = csrfIn(page.text)
    house.clock.move(RAN_OUT)
    const sent = await post(task, { csrf, page: '1', '/fit': 'true', action: 'submit' })
    expect(sent.location).toContain('/sign-in?next=')
    const notes = `/desk/applications/${begun.reference}/notes`
    const note = { csrf, body: 'اتصل به غداً', audience: 'applicant', id: '00000000-0000-4000-8000-000000000001' }
    const wrote = await post(notes, note, { referer: at(`${task}?part=notes`) })
    expect(wrote.location).toBe(at(`/sign-in?next=${encodeURIComponent(`${task}?part=notes`)}`))

    const back = await browser.follow(await signIn('clerk.rana', await browser.follow(wrote)))
    expect(back.url).toBe(at(`${task}?part=notes`))
    expect(back.text).toContain('اتصل به غداً</textarea>')
    expect(back.text).toMatch(/value="applicant"\s+checked/)
    expect(back.text).toMatch(/value="true"[^>]*checked/)
    expect(await house.engine.deps.store.notes.ofInstance(begun.id, 'internal' as never).catch(() => [])).toEqual([])

    await post(notes, { ...note, csrf: csrfIn(back.text) })
    const after = await get(`${task}?part=notes`)
    expect(after.text).not.toContain('اتصل به غداً</textarea>')
    const done = await post(task, { csrf: csrfIn(after.text), page: '1', '/fit': 'true', action: 'submit' })
    expect(done.location).toBe(at('/desk'))
  })

  test('an application at the counter comes back with consent and answers, and begins once', async () => {
    await signIn('clerk.rana')
    const csrf = csrfIn((await get('/desk/counter/test.permit')).text)
    house.clock.move(RAN_OUT)
    const typed = { page: '1', '/purpose': 'عند الشباك', applicant: '900000001', consent: 'spoken', agreed: 'yes' }
    const sent = await post('/desk/counter/test.permit', {
      csrf,
      ...typed,
      key: 'k-1',
      'so-far': '{}',
      action: 'submit',
    })
    const back = await browser.follow(await signIn('clerk.rana', await browser.follow(sent)))
    expect(back.text).toContain('value="عند الشباك"')
    expect(back.text).toContain('value="900000001"')
    expect(back.text).toMatch(/value="spoken"\s+checked/)
    expect(back.text).toContain('name="key" value="k-1"')
  })
})
