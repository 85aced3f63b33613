import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { LANGUAGES, type Site } from '../pages/browser.ts'
import { SMALL } from './drawings.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 240_000 })

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

/** A draft of the drawing, kept for the page as the server keeps one. */
async function keepDraft(page: Page, id: string): Promise<void> {
  const files: Record<string, string> = { 'small.bpmn': SMALL }
  let rev = 1
  const at = { changedAt: '2026-01-04T08:00:00Z', changedBy: 'هدى' }
  const draft = { id, packageId: 'moj.small', title: { ar: 'خدمة', en: 'Service' }, agency: 'moj', ...at }
  await page.route(`**/designer/api/drafts/${id}**`, async (route) => {
    const asked = new URL(route.request().url()).pathname
    if (asked.endsWith('/lock')) return route.fulfill({ json: { until: '2026-01-04T09:00:00Z' } })
    if (!asked.endsWith('/changes')) return route.fulfill({ json: { ...draft, rev, files } })
    const sent: { readonly files: Record<string, string> } = route.request().postDataJSON()
    Object.assign(files, sent.files)
    return route.fulfill({ json: { rev: ++rev } })
  })
}

describe.each(LANGUAGES)('a procedure, in %s', (language) => {
  test('is drawn under the policy of the site, saved by itself, and there when it is opened again', async () => {
    const page = await site.visit({ language, screen: 'desk', as: 'analyst' })
    const id = `small-${language}`
    await keepDraft(page, id)
    await page.goto(`/designer/drafts/${id}/procedure`)
    await page.waitForSelector('[data-shape=drawn]')
    await page.locator('[data-element-id=review]').dblclick()
    await page.locator('.djs-direct-editing-content').fill('فحص الطلب\nInspect the application')
    const saved = page.waitForResponse((it) => it.url().endsWith('/changes'))
    await page.locator('[data-element-id=done]').click()
    await saved
    await page.locator('.saving[data-saving=saved]').waitFor()
    await page.reload()
    await page.waitForSelector('[data-shape=drawn]')
    await page.locator('[data-element-id=review] .djs-label', { hasText: 'Inspect' }).waitFor()
    await page.locator('[data-element-id=review] .djs-label', { hasText: 'فحص' }).waitFor()
    expect(site.complaints).toEqual([])
    await page.context().close()
  })
})

test('opening the procedure asks for no more than 600 KB', async () => {
  const page = await site.visit({ language: 'ar', screen: 'desk', as: 'analyst' })
  const id = 'small-size'
  await keepDraft(page, id)
  const asked: string[] = []
  page.on('response', (response) => {
    if (response.url().includes('/designer/assets/')) asked.push(response.url())
  })
  await page.goto(`/designer/drafts/${id}/procedure`)
  await page.waitForSelector('[data-shape=drawn]')
  await page.waitForLoadState('networkidle')
  const sent = await Promise.all(asked.map((url) => fetch(url).then((it) => it.arrayBuffer())))
  const bytes = sent.reduce((sum, it) => sum + brotliCompressSync(Buffer.from(it)).length, 0)
  expect(bytes).toBeGreaterThan(50_000)
  expect(bytes).toBeLessThan(600_000)
  await page.context().close()
})
