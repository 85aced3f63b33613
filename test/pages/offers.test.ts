import type { Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { barriers, openSite, type Site, type Visit } from './browser.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const SHARED = ['identify', 'pay', 'issue', 'notify', 'refuse', 'refund'].map((it) => `common.${it}`)
const POST = 'PS/GOV/MTIT/post/listOffices'

let site: Site
beforeAll(async () => {
  site = await openSite({ packages: [...SHARED, 'mot.vehicle-renewal'] })
})
afterEach(() => double('DELETE', '/faults'))
afterAll(() => site.close())

const double = (method: string, path: string, body?: object): Promise<Response> =>
  fetch(`${site.sandbox?.databus ?? ''}/__double${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })

const next = (page: Page) => page.getByRole('button', { name: 'Continue', exact: true })
const office = (page: Page) => page.locator('select[name="/postOffice"]')
const offered = (page: Page) => office(page).locator('option').allTextContents()
const again = (page: Page) => page.getByRole('button', { name: /Fetch the choices again/ })

/** The page of a renewal that asks where the licence is to be sent. */
async function begin(visit: Visit = {}): Promise<Page> {
  const page = await site.visit({ language: 'en', screen: 'phone', as: 'otherCitizen', ...visit })
  await page.goto('/services/mot.vehicle-renewal')
  await page.locator('main form button').last().click()
  await page.getByLabel('Plate').first().fill('0-1001-95')
  await page.locator('input[name="/applyingAs"][value="owner"]').check()
  await page.locator('input[name="/ownerId"]').fill('400000014')
  await next(page).click()
  await page.locator('[name="/renewalPeriod"][value="12"]').check()
  await page.locator('[name="/language"][value="en"]').check()
  await next(page).click()
  await page.locator('[name="/deliveryMode"][value="post"]').waitFor()
  await page.locator('[name="/address/locality"]').fill('Nablus')
  await page.locator('[name="/phone"]').fill('0599123456')
  return page
}

const byPost = (page: Page): Promise<void> => page.locator('[name="/deliveryMode"][value="post"]').check()
const governorate = (page: Page) => page.locator('[name="/address/governorate"]')

describe('choices that another agency offers', () => {
  test('are there as soon as the answers they hang on are, follow them, and are in the record with their purpose', async () => {
    const page = await begin()
    await byPost(page)
    await page.getByText('depends on answers that are still missing').waitFor()
    await governorate(page).selectOption('PS-NBS')
    await expect.poll(() => offered(page), { timeout: 15_000 }).toContain('Rafidia post office')
    await office(page).selectOption({ label: 'Rafidia post office' })
    expect(await barriers(page)).toEqual([])
    await governorate(page).selectOption('PS-RBH')
    await expect
      .poll(() => offered(page), { timeout: 15_000 })
      .toEqual(['Choose', 'Ramallah central post office', 'Al-Bireh post office'])
    expect(await office(page).inputValue()).toBe('')
    await office(page).selectOption({ label: 'Al-Bireh post office' })
    await next(page).click()
    await page.locator('[name="/declaration"]').check()
    await next(page).click()
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    expect(await page.getByText('Al-Bireh post office').isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Send the application' }).click()
    await page.getByRole('link', { name: 'Open the page of the application' }).click()
    await page.goto(`${page.url()}/accesses`)
    await page.getByText("Offering the post offices of the applicant's governorate").first().waitFor()
    await page.context().close()
    expect(site.complaints).toEqual([])
  })

  test('are fetched for an answer that was passed over, when one comes back to it', async () => {
    const page = await begin()
    await byPost(page)
    const held: Route[] = []
    await page.route('**/apply/*?page=*', (route) => {
      if (route.request().resourceType() === 'fetch' && route.request().method() === 'GET') held.push(route)
      else void route.continue()
    })
    await governorate(page).selectOption('PS-NBS')
    await expect.poll(() => held.length, { timeout: 15_000 }).toBe(1)
    await governorate(page).selectOption('PS-RBH')
    await expect.poll(() => held.length, { timeout: 15_000 }).toBe(2)
    for (const route of held) await route.continue()
    await expect.poll(() => offered(page), { timeout: 15_000 }).toContain('Al-Bireh post office')
    await page.unroute('**/apply/*?page=*')
    await governorate(page).selectOption('PS-NBS')
    await expect.poll(() => offered(page), { timeout: 15_000 }).toContain('Rafidia post office')
    await page.context().close()
    expect(site.complaints).toEqual([])
  })

  test('are fetched with a button where no script runs', async () => {
    const page = await begin({ script: false })
    await byPost(page)
    await governorate(page).selectOption('PS-NBS')
    // The question appears by the answer above it, and is asked on the same page with what the register offers.
    await next(page).click()
    expect(await offered(page)).toContain('Rafidia post office')
    await governorate(page).selectOption('PS-RBH')
    await again(page).click()
    expect(await offered(page)).toEqual(['Choose', 'Ramallah central post office', 'Al-Bireh post office'])
    await office(page).selectOption({ label: 'Al-Bireh post office' })
    await next(page).click()
    await page.locator('[name="/declaration"]').waitFor()
    await page.context().close()
    expect(site.complaints).toEqual([])
  })

  test.each([true, false])(
    'that cannot be had are said to be so, and hold nothing else up (script: %s)',
    async (script) => {
      await double('POST', '/faults', {
        kind: 'xroadError',
        code: 'server.serverproxy.network_error',
        service: POST,
        times: 100,
      })
      const page = await begin({ script })
      await byPost(page)
      await governorate(page).selectOption('PS-NBS')
      if (!script) await next(page).click()
      await page.getByText('does not answer right now').waitFor()
      await page.getByRole('button', { name: 'Save and come back later' }).click()
      await page.getByText('Your application is saved').waitFor()
      await page.goBack()
      expect(await governorate(page).inputValue()).toBe('PS-NBS')
      await next(page).click()
      await page
        .getByRole('alert')
        .getByText(/“Post office” could not be fetched; try again/)
        .waitFor()
      await double('DELETE', '/faults')
      await again(page).click()
      await expect.poll(() => offered(page), { timeout: 15_000 }).toContain('Rafidia post office')
      await page.context().close()
      expect(site.complaints).toEqual([])
    },
  )

  test('are the only ones that are taken, whatever a browser sends', async () => {
    const page = await begin({ script: false })
    await byPost(page)
    await governorate(page).selectOption('PS-NBS')
    await next(page).click()
    const draft = /\/apply\/([^/?]+)/.exec(page.url())?.[1] ?? ''
    const { engine } = site.server
    const actor = { kind: 'user', id: '400000014', agency: 'egov', roles: ['citizen'], groups: [] } as never
    const kept = await engine.getDraft(actor, draft)
    if (!('answers' in kept)) throw new Error(JSON.stringify(kept))
    const answers = { ...kept.answers, postOffice: 'RBH-02', declaration: true }
    const saved = await engine.saveDraft(actor, draft, { answers, rev: kept.rev })
    if (!('rev' in saved)) throw new Error(JSON.stringify(saved))
    expect(await engine.submitDraft(actor, draft, saved.rev)).toMatchObject({
      code: 'answers.invalid',
      findings: [{ rule: 'answers/choose', place: '/postOffice' }],
    })
    const right = await engine.saveDraft(actor, draft, {
      answers: { ...answers, postOffice: 'NBS-02' },
      rev: saved.rev,
    })
    expect(await engine.submitDraft(actor, draft, 'rev' in right ? right.rev : 0)).toMatchObject({ created: true })
    await page.context().close()
  })
})
