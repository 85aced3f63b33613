import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { pdf, PNG } from '../http/deed.ts'
import { barriers, openSite, type Site, type Visit } from './browser.ts'
import { LIVE, liveService } from './live-scene.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  site = await openSite({ doubles: false, packages: [] })
  await site.deploy(liveService())
})
afterAll(() => site.close())

const file = (name: string, bytes: Uint8Array = pdf(name)) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})

/** The page of a new application that asks for files. */
async function begin(visit: Visit = {}): Promise<Page> {
  const page = await site.visit({ language: 'en', screen: 'phone', as: 'citizen', ...visit })
  await page.goto(`/services/${LIVE}`)
  await page.locator('main form button').last().click()
  await page.getByLabel('Nablus').check()
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByRole('heading', { name: 'Files' }).waitFor()
  return page
}

const deed = (page: Page) => page.locator('input[name="/deed"]')
const plans = (page: Page) => page.locator('input[name="/plans"]')
const files = (page: Page) => page.locator('.files li bdi').allTextContents()

/** Posts of files wait until they are let go. */
async function hold(page: Page): Promise<(how?: 'continue' | 'abort') => Promise<void>> {
  const waiting: Route[] = []
  await page.route('**/apply/*?csrf=*', (route) => {
    if (route.request().method() === 'POST') waiting.push(route)
    else void route.continue()
  })
  return async (how = 'continue') => {
    await expect.poll(() => waiting.length, { timeout: 15_000 }).toBeGreaterThan(0)
    // One that was taken back is gone already.
    await waiting
      .shift()
      ?.[how]()
      .catch(() => {})
  }
}

describe('a file that is chosen', () => {
  test('goes at once, in sight, and stands at its question when it was taken', async () => {
    const page = await begin()
    const letGo = await hold(page)
    await deed(page).setInputFiles(file('deed.pdf'))
    await page.getByRole('progressbar', { name: /Sending .deed.pdf/ }).waitFor()
    expect(await barriers(page)).toEqual([])
    await letGo()
    await page
      .getByRole('status')
      .getByText(/deed.pdf. was taken/)
      .waitFor()
    expect(await files(page)).toEqual(['deed.pdf (0.4 kB)'])
    expect(await page.getByRole('progressbar').count()).toBe(0)
    expect(await deed(page).evaluate((input: HTMLInputElement) => input.files?.length)).toBe(0)
    expect(await barriers(page)).toEqual([])
    await page.reload()
    expect(await files(page)).toEqual(['deed.pdf (0.4 kB)'])
    await page.context().close()
    expect(site.complaints).toEqual([])
  })

  test.each([
    ['kind', 'picture.pdf', PNG, /of a kind this question does not take; it takes PDF/],
    ['size', 'large.pdf', pdf('large', 30_000), /too large: at most 20 kB/],
    [
      'content',
      'words.pdf',
      new TextEncoder().encode('only words'),
      /of a kind this question does not take; it takes PDF/,
    ],
  ])('is judged at once by its %s, with the sentence at the question', async (_what, name, bytes, sentence) => {
    const page = await begin()
    await deed(page).setInputFiles(file(name, bytes))
    const error = page.locator('[data-place="/deed"] .error')
    await error.getByText(sentence).waitFor()
    expect(await deed(page).getAttribute('aria-describedby')).toBe(await error.getAttribute('id'))
    expect(await barriers(page)).toEqual([])
    await page.context().close()
    expect(site.complaints).toEqual([])
  })

  test('is one too many where there is room for two', async () => {
    const page = await begin()
    await plans(page).setInputFiles([file('one.pdf'), file('two.pdf'), file('three.pdf')])
    await page
      .getByRole('status')
      .getByText(/three.pdf.*can have at most 2/)
      .waitFor()
    expect(await files(page)).toEqual(['one.pdf (0.4 kB)', 'two.pdf (0.4 kB)'])
    await page.context().close()
  })

  test('is not sent after all where one thinks better of it', async () => {
    const page = await begin()
    const letGo = await hold(page)
    const asked = page.waitForRequest((it) => it.method() === 'POST' && it.url().includes('csrf='))
    await deed(page).setInputFiles(file('wrong $& $$.pdf'))
    await asked
    await page.getByRole('button', { name: 'Cancel' }).click()
    await letGo('abort')
    await page.getByRole('status').getByText('wrong $& $$.pdf\u2069 was not sent').waitFor()
    expect(await page.getByRole('progressbar').count()).toBe(0)
    await Promise.all([page.getByRole('button', { name: 'Continue', exact: true }).click(), letGo()])
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    expect(await page.getByText('wrong').count()).toBe(0)
    await page.context().close()
    expect(site.complaints).toEqual([])
  })

  test('stays chosen where the connection breaks, and is sent when one tries again', async () => {
    const page = await begin()
    const letGo = await hold(page)
    await deed(page).setInputFiles(file('deed.pdf'))
    await letGo('abort')
    await page
      .getByRole('alert')
      .getByText(/could not be sent: the connection broke off/)
      .waitFor()
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Try again' }).click()
    await letGo()
    await page
      .getByRole('status')
      .getByText(/deed.pdf. was taken/)
      .waitFor()
    expect(await files(page)).toEqual(['deed.pdf (0.4 kB)'])
    await page.context().close()
  })

  test('is waited for by the button that goes on', async () => {
    const page = await begin()
    const letGo = await hold(page)
    await plans(page).setInputFiles([file('one.pdf'), file('two.pdf')])
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await letGo()
    await letGo()
    await letGo()
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    expect(await page.getByText('one.pdf').isVisible()).toBe(true)
    expect(await page.getByText('two.pdf').isVisible()).toBe(true)
    await page.context().close()
    expect(site.complaints).toEqual([])
  })
})

test('without a script the button beside the question sends it, and it is judged just so', async () => {
  const page = await begin({ script: false })
  await deed(page).setInputFiles(file('large.pdf', pdf('large', 30_000)))
  await page.locator('[data-place="/deed"] button', { hasText: 'Upload' }).click()
  await page
    .locator('[data-place="/deed"] .error')
    .getByText(/too large: at most 20 kB/)
    .waitFor()
  await deed(page).setInputFiles(file('deed.pdf'))
  await page.locator('[data-place="/deed"] button', { hasText: 'Upload' }).click()
  await page.getByText('deed.pdf').first().waitFor()
  expect(await files(page)).toEqual(['deed.pdf (0.4 kB)'])
  await page.context().close()
})
