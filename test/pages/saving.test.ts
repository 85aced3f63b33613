import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { barriers, openSite, type Site, type Visit } from './browser.ts'
import { LIVE, liveService } from './live-scene.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  site = await openSite({ doubles: false, packages: [] })
  await site.deploy(liveService())
})
afterAll(() => site.close())

const AS_CITIZEN = { language: 'en', screen: 'phone', as: 'citizen' } as const satisfies Visit

/** A form that nobody has typed in yet. */
async function begin(visit: Visit = AS_CITIZEN): Promise<Page> {
  const page = await site.visit(visit)
  await page.goto(`/services/${LIVE}`)
  await page.locator('main form button').last().click()
  await page.waitForURL(/\/apply\//)
  return page
}

/** The same application somewhere else. */
async function elsewhere(page: Page, visit: Visit = AS_CITIZEN): Promise<Page> {
  const other = await site.visit(visit)
  await other.goto(page.url())
  return other
}

const saved = (page: Page): Promise<void> => page.getByText(/^Saved at \d\d:\d\d$/).waitFor()
const remark = (page: Page) => page.getByLabel('Remark')
const next = (page: Page) => page.getByRole('button', { name: 'Continue', exact: true })

describe('what is typed in an application', () => {
  test('is saved by itself, said to be, and found on another device', async () => {
    const page = await begin()
    await page.getByLabel('Ramallah').check()
    await remark(page).fill('a word')
    await saved(page)
    expect(await barriers(page)).toEqual([])
    const telephone = await elsewhere(page)
    expect(await remark(telephone).inputValue()).toBe('a word')
    expect(await telephone.getByLabel('Ramallah').isChecked()).toBe(true)
    await telephone.context().close()
    await page.context().close()
    expect(site.complaints).toEqual([])
  })

  test('is said to be saved in Arabic too', async () => {
    const page = await begin({ ...AS_CITIZEN, language: 'ar' })
    await page.getByLabel('ملاحظة').fill('كلمة')
    await page.getByText(/^حُفظ في \d\d:\d\d$/).waitFor()
    await page.context().close()
    expect(site.complaints).toEqual([])
  })

  test('does not race the button that goes on', async () => {
    const page = await begin()
    await page.getByLabel('Nablus').check()
    let answered = false
    await page.route('**/save', async (route) => {
      const answer = await route.fetch()
      await new Promise((resolve) => setTimeout(resolve, 500))
      answered = true
      await route.fulfill({ response: answer })
    })
    const asked = page.waitForRequest('**/save')
    await remark(page).fill('first')
    await asked
    await remark(page).fill('first and last')
    await next(page).click()
    await page.getByRole('heading', { name: 'Files' }).waitFor()
    expect(answered).toBe(true)
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    expect(await remark(page).inputValue()).toBe('first and last')
    await page.context().close()
    expect(site.complaints).toEqual([])
  })

  test('is not lost while the server cannot be reached, and saved when it can again', async () => {
    const page = await begin()
    await page.context().setOffline(true)
    await remark(page).fill('in the tunnel')
    await page.getByText('the server cannot be reached').waitFor()
    await page.context().setOffline(false)
    await saved(page)
    expect(await remark(page).inputValue()).toBe('in the tunnel')
    await page.context().close()
  })

  test('is no conflict with itself where only the answer was lost', async () => {
    const page = await begin()
    let count = 0
    await page.route('**/save', async (route) => {
      const answer = await route.fetch()
      if (count++ === 0) await route.abort()
      else await route.fulfill({ response: answer })
    })
    await remark(page).fill('once')
    await page.getByText('the server cannot be reached').waitFor()
    await remark(page).fill('once and again')
    await saved(page)
    const other = await elsewhere(page)
    expect(await remark(other).inputValue()).toBe('once and again')
    await other.context().close()
    await page.context().close()
  })

  test('is tried again where the server is busy', async () => {
    const page = await begin()
    let count = 0
    await page.route('**/save', (route) => (count++ === 0 ? route.fulfill({ status: 503 }) : route.continue()))
    await remark(page).fill('patience')
    await page.getByText('the server is busy').waitFor()
    await saved(page)
    expect(count).toBe(2)
    await page.context().close()
  })

  test('waits for one to sign in again where the session ended, and is saved then', async () => {
    const page = await begin()
    const cookies = await page.context().cookies()
    await page.context().clearCookies()
    await remark(page).fill('after an hour')
    await page.getByText('your session has ended').waitFor()
    expect(await page.getByRole('link', { name: 'Sign in in a new window' }).getAttribute('href')).toBe('/sign-in')
    // A new session, with another seal than the one this page was made with.
    const token = await site.tokenOf('citizen')
    await page.context().addCookies(cookies.map((it) => (it.name === 'masar' ? { ...it, value: token } : it)))
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await saved(page)
    await next(page).click()
    await page
      .getByRole('alert')
      .getByText(/Governorate/)
      .waitFor()
    expect(await remark(page).inputValue()).toBe('after an hour')
    await page.context().close()
  })

  test('waits where somebody else is signed in meanwhile, who is told so and saves nothing of it', async () => {
    const page = await begin()
    const cookies = await page.context().cookies()
    const signedIn = (token: string) =>
      page.context().addCookies(cookies.map((it) => (it.name === 'masar' ? { ...it, value: token } : it)))
    await signedIn(await site.tokenOf('otherCitizen'))
    await remark(page).fill('of the first')
    await page.getByText('in another window somebody else is signed in').waitFor()
    expect(await page.getByRole('link', { name: 'Sign in in a new window' }).count()).toBe(0)
    await signedIn(await site.tokenOf('citizen'))
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await saved(page)
    expect(await remark(page).inputValue()).toBe('of the first')
    await page.context().close()
  })

  test('is there again after a button that was pressed when the session had ended', async () => {
    const page = await begin()
    const address = page.url()
    const cookies = await page.context().cookies()
    await page.context().clearCookies()
    await page.getByLabel('Ramallah').check()
    await remark(page).fill('a long letter')
    await next(page).click()
    await page.getByRole('heading', { name: /Sign in first/ }).waitFor()
    const token = await site.tokenOf('citizen')
    await page.context().addCookies(cookies.map((it) => (it.name === 'masar' ? { ...it, value: token } : it)))
    await page.goto(address)
    await page.getByText('What you had typed and was not saved yet is here again').waitFor()
    expect(await remark(page).inputValue()).toBe('a long letter')
    expect(await page.getByLabel('Ramallah').isChecked()).toBe(true)
    await page.context().close()
    expect(site.complaints).toEqual([])
  })
})

describe('two windows with one application', () => {
  test('the one that is behind writes nothing over in the background, and says so; its reader chooses', async () => {
    const first = await begin()
    const second = await elsewhere(first)
    await remark(first).fill('the newer')
    await saved(first)
    await remark(second).fill('the staler')
    await second.getByText('were changed in another window or on another device').waitFor()
    expect(await barriers(second)).toEqual([])
    const third = await elsewhere(first)
    expect(await remark(third).inputValue()).toBe('the newer')
    await third.context().close()
    await second.getByRole('button', { name: 'Save what I typed here' }).click()
    await saved(second)
    await first.reload()
    expect(await remark(first).inputValue()).toBe('the staler')
    await second.context().close()
    await first.context().close()
    expect(site.complaints).toEqual([])
  })

  test.each([true, false])(
    'nor by a button (script: %s): it is shown what is saved, and goes on knowingly',
    async (script) => {
      const first = await begin()
      await first.getByLabel('Ramallah').check()
      await saved(first)
      const second = await elsewhere(first, { ...AS_CITIZEN, script })
      await remark(first).fill('the newer')
      await next(first).click()
      await first.getByRole('heading', { name: 'Files' }).waitFor()
      await remark(second).fill('the staler')
      await next(second).click()
      const notice = second.getByRole('alert')
      await notice.getByText('These answers were changed elsewhere').waitFor()
      expect(await notice.locator('dl').innerText()).toMatch(/Remark\s+the newer/)
      expect(await remark(second).inputValue()).toBe('the staler')
      await next(second).click()
      await second.getByRole('heading', { name: 'Files' }).waitFor()
      await second.getByRole('button', { name: 'Back', exact: true }).click()
      expect(await remark(second).inputValue()).toBe('the staler')
      await second.context().close()
      await first.context().close()
      expect(site.complaints).toEqual([])
    },
  )

  test('on different pages are in nobody’s way', async () => {
    const first = await begin()
    await first.getByLabel('Nablus').check()
    await next(first).click()
    await first.getByRole('heading', { name: 'Files' }).waitFor()
    const second = await elsewhere(first)
    await second.goto(first.url().replace(/page=\d/, 'page=1'))
    await remark(second).fill('of the first page')
    await saved(second)
    await next(first).click()
    await first.getByRole('heading', { name: 'Check your answers' }).waitFor()
    expect(await first.getByText('of the first page').isVisible()).toBe(true)
    await second.context().close()
    await first.context().close()
  })

  test('where one is sent, the other says that nothing more is saved', async () => {
    const first = await begin()
    const second = await elsewhere(first)
    await first.getByLabel('Nablus').check()
    await next(first).click()
    await first.getByRole('heading', { name: 'Files' }).waitFor()
    await next(first).click()
    await first.getByRole('button', { name: 'Send the application' }).click()
    await first.getByRole('heading', { name: 'We have received your application' }).waitFor()
    await remark(second).fill('too late')
    await second.getByText('This was sent or discarded meanwhile').waitFor()
    expect(await remark(second).inputValue()).toBe('too late')
    await second.context().close()
    await first.context().close()
  })
})

test('an answer to a question of the agency is saved by itself too, over nothing newer', async () => {
  const page = await begin()
  await page.getByLabel('Nablus').check()
  await next(page).click()
  await page.getByRole('heading', { name: 'Files' }).waitFor()
  await next(page).click()
  await page.getByRole('button', { name: 'Send the application' }).click()
  await page.getByRole('link', { name: 'Open the page of the application' }).click()
  await page.locator('a[href^="/my/tasks/"]').first().click()
  const answer = page.getByLabel('Your answer')
  await answer.fill('123')
  await page.getByLabel('The number').waitFor()
  await saved(page)
  const other = await elsewhere(page)
  expect(await other.getByLabel('Your answer').inputValue()).toBe('123')
  const again = page.waitForResponse('**/save')
  await answer.fill('1234')
  await again
  await page.reload()
  expect(await answer.inputValue()).toBe('1234')
  await other.getByLabel('Your answer').fill('9')
  await other.getByText('were changed in another window or on another device').waitFor()
  await other.getByRole('button', { name: 'Send the answer' }).click()
  await other.getByRole('alert').getByText('These answers were changed elsewhere').waitFor()
  await other.getByRole('link', { name: 'Open what is saved' }).first().click()
  expect(await other.getByLabel('Your answer').inputValue()).toBe('1234')
  await other.context().close()
  await page.context().close()
  expect(site.complaints).toEqual([])
})
