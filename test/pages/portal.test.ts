import { get } from 'node:http'
import { gunzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { pdf } from '../http/deed.ts'
import { barriers, LANGUAGES, openSite, overhang, SCREENS, type Screen, type Site } from './browser.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  site = await openSite({ doubles: false })
})
afterAll(() => site.close())

/** Nothing that stands in anybody's way, nothing over the edge. */
async function isFit(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([])
  expect(await overhang(page)).toBe(0)
}

const SAYS = {
  ar: {
    search: 'ابحث عن خدمة',
    find: 'بحث',
    service: 'شهادة عدم محكومية',
    start: 'ابدأ الطلب',
    next: 'متابعة',
    save: 'احفظ وأكمل لاحقًا',
    errors: 'صاحب الشهادة',
    check: 'راجع إجاباتك',
    change: 'تعديل',
    send: 'أرسل الطلب',
    received: 'وصلنا طلبك',
    follow: 'افتح صفحة الطلب',
    fees: 'الرسوم',
    price: '25.00 شيكل',
    free: 'بلا رسم',
    self: 'صاحب الشهادة',
    nationalId: 'رقم الهوية',
    idNumber: 'رقم هوية مقدم الطلب',
    drafts: 'طلبات غير مكتملة',
    who: 'من اطّلع على بياناتي، ومتى، ولماذا',
  },
  en: {
    search: 'Search for a service',
    find: 'Search',
    service: 'Non-conviction certificate',
    start: 'Apply now',
    next: 'Continue',
    save: 'Save and come back later',
    errors: 'The person concerned',
    check: 'Check your answers',
    change: 'Change',
    send: 'Send the application',
    received: 'We have received your application',
    follow: 'Open the page of the application',
    fees: 'Fees',
    price: '25.00 ILS',
    free: 'Free of charge',
    self: 'The person concerned',
    nationalId: 'Identity number',
    idNumber: 'Identity number of the applicant',
    drafts: 'Unfinished applications',
    who: 'Who read my data, when and why',
  },
} as const

describe.each(LANGUAGES)('the portal, in %s', (language) => {
  const say = SAYS[language]

  test.each(Object.keys(SCREENS) as Screen[])('on a %s: finding a service and reading about it', async (screen) => {
    const page = await site.visit({ language, screen })
    await page.goto('/')
    await isFit(page)
    await page.getByLabel(say.search).fill(say.service.slice(0, 6))
    await page.getByRole('button', { name: say.find }).click()
    await page.getByRole('link', { name: say.service }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(say.service)
    await isFit(page)
    await page.goto('/figures')
    await isFit(page)
    await page.context().close()
    expect(site.complaints).toEqual([])
  })

  test('what a service costs stands on its page, reckoned by its own decision', async () => {
    const page = await site.visit({ language, screen: 'phone', script: false })
    await page.goto('/services/moj.non-conviction')
    const costs = page.getByRole('heading', { name: say.fees, exact: true }).locator('..')
    expect(await costs.locator('dd').allInnerTexts()).toEqual([say.price, say.free, say.free])
    await page.context().close()
  })

  test('applying, step by step, with a pause on the way and a change at the end', async () => {
    const page = await site.visit({ language, screen: 'phone', script: language === 'ar', as: 'otherCitizen' })
    await page.goto('/services/moj.non-conviction')
    await page.getByRole('button', { name: say.start }).click()
    await page.getByRole('button', { name: say.next, exact: true }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel(say.self, { exact: true }).check()
    await page.getByRole('button', { name: say.save }).click()
    await page.getByRole('heading', { name: say.drafts }).waitFor()
    await page.getByRole('list').getByRole('link', { name: say.service }).first().click()
    expect(await page.getByLabel(say.self, { exact: true }).isChecked()).toBe(true)
    await page.context().close()
  })
})

test('a file is handed in with an application, without scripts, and one that is no paper is not taken', async () => {
  const page = await site.visit({ language: 'en', screen: 'phone', script: false, as: 'citizen' })
  await page.goto('/services/moj.non-conviction')
  await page.getByRole('button', { name: 'Apply now' }).click()
  await page.getByLabel('An agent').check()
  await page.getByLabel('Identity number', { exact: true }).check()
  await page.getByRole('button', { name: 'Continue', exact: true }).last().click()
  const file = page.locator('input[type="file"]')
  const upload = page.getByRole('button', { name: /^Upload/ })
  await file.setInputFiles({ name: 'deed.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no paper at all') })
  await upload.click()
  await page.getByRole('alert').waitFor()
  await file.setInputFiles({ name: 'سند.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf('a deed')) })
  await upload.click()
  await page.getByText('سند.pdf').first().waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  await page.context().close()
  expect(site.complaints).toEqual([])
})

describe('a page of the portal', () => {
  const MOST = 30_000

  /** Bytes on the wire. */
  const bytesOf = (path: string): Promise<{ readonly bytes: number; readonly text: string }> =>
    new Promise((resolve, reject) => {
      const headers = { 'accept-encoding': 'gzip', accept: 'text/html' }
      get(site.url + path, { headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const body = Buffer.concat(parts)
          const isSqueezed = response.headers['content-encoding'] === 'gzip'
          resolve({ bytes: body.length, text: String(isSqueezed ? gunzipSync(body) : body) })
        })
      }).on('error', reject)
    })

  test.each(['/', '/services/moj.non-conviction', '/figures'])(
    'weighs at most 30 KB with its styles: %s',
    async (path) => {
      const page = await bytesOf(path)
      const styles = [...page.text.matchAll(/href="(\/assets\/[^"]+\.css)"/g)].map(([, href = '']) => bytesOf(href))
      const sheets = await Promise.all(styles)
      expect(sheets.length).toBeGreaterThan(0)
      expect([page, ...sheets].reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(MOST)
    },
  )
})
