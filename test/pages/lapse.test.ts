/** A citizen's session runs out while they fill in an application, in a real browser. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { barriers, NON_CONVICTION, openSite, overhang, PASSWORD, PEOPLE, type Site } from './browser.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let moved = 0
let site: Site
beforeAll(async () => {
  site = await openSite({ doubles: false, packages: NON_CONVICTION, clock: { now: () => Date.now() + moved } })
})
afterAll(() => site.close())

const WAYS = [
  {
    language: 'ar',
    screen: 'phone',
    script: false,
    next: 'متابعة',
    kept: /محفوظ لك ساعة/,
    again: /قبل أن تنتهي جلستك/,
  },
  {
    language: 'en',
    screen: 'desk',
    script: true,
    next: 'Continue',
    kept: /kept for you for an hour/,
    again: /What you had typed/,
  },
] as const

test.each(WAYS)(
  'what was typed is there again after signing in anew: in $language, on a $screen, scripts $script',
  async ({ language, screen, script, next, kept, again }) => {
    const page = await site.visit({ language, screen, script, as: 'citizen' })
    await page.goto('/services/moj.non-conviction')
    await page.locator('form[action="/services/moj.non-conviction"] button').first().click()
    await page.waitForURL(`${site.url}/apply/**`)
    await page.locator('input[type=radio]').first().check()
    const chosen = await page.locator('input[type=radio]:checked').first().getAttribute('value')
    moved += 31 * 60_000
    await page.getByRole('main').getByRole('button', { name: next, exact: true }).last().click()
    await page.waitForURL(`${site.url}/sign-in?**`)
    await page.getByText(kept).waitFor()
    await page.locator('#user').fill(PEOPLE.citizen.id)
    await page.locator('#password').fill(PASSWORD)
    await page.locator('main form button').first().click()
    await page.waitForURL(`${site.url}/apply/**`)
    await page.getByText(again).waitFor()
    expect(await page.locator('input[type=radio]:checked').first().getAttribute('value')).toBe(chosen)
    expect(script ? await barriers(page) : []).toEqual([])
    expect(await overhang(page)).toBe(0)
    await page.getByRole('main').getByRole('button', { name: next, exact: true }).last().click()
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    expect(await page.getByText(again).count()).toBe(0)
    expect(site.complaints).toEqual([])
    await page.context().close()
  },
)

test('what a page kept in the browser is gone when its reader signs out, and when another signs in', async () => {
  const page = await site.visit({ language: 'en', as: 'citizen' })
  const keep = () => page.evaluate(() => sessionStorage.setItem('masar-typed /apply/x 1', 'secret'))
  const kept = () => page.evaluate(() => sessionStorage.getItem('masar-typed /apply/x 1'))
  await page.goto('/my')
  await keep()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(`${site.url}/sign-in**`)
  expect(await kept()).toBeNull()
  await page.goBack()
  expect(await page.getByText(PEOPLE.citizen.name).count()).toBe(0)
  await page.goto('/sign-in')

  const signIn = async (id: string): Promise<void> => {
    await page.locator('#user').fill(id)
    await page.locator('#password').fill(PASSWORD)
    await page.locator('main form button').first().click()
    await page.waitForURL(`${site.url}/my`)
  }
  await signIn(PEOPLE.citizen.id)
  await keep()
  moved += 31 * 60_000
  await page.goto('/sign-in?next=/my')
  await signIn(PEOPLE.otherCitizen.id)
  expect(await kept()).toBeNull()
  await page.context().close()
})
