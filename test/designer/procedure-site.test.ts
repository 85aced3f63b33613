import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { brotliCompressSync } from 'node:zlib'
import { LANGUAGES, type Site } from '../pages/browser.ts'
import { SMALL } from './drawings.ts'
import { keepDraft, openDraft } from './open-draft.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 240_000, expect: { poll: { timeout: 10_000 } } })

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

const DRAFT = { packageId: 'moj.small', files: { 'small.bpmn': SMALL } }

describe.each(LANGUAGES)('a procedure, in %s', (language) => {
  test('is drawn under the policy of the site, saved by itself, and there when it is opened again', async () => {
    const { page, saved } = await openDraft(site, DRAFT, 'procedure', { language })
    await page.waitForSelector('[data-shape=drawn]')
    await page.locator('[data-element-id=review]').dblclick()
    await page.locator('.djs-direct-editing-content').fill('فحص الطلب\nInspect the application')
    await page.locator('[data-element-id=done]').click()
    await expect.poll(() => saved('small.bpmn')).toContain('name="فحص الطلب · Inspect the application"')
    await page.reload()
    await page.waitForSelector('[data-shape=drawn]')
    await page.locator('[data-element-id=review] .djs-label', { hasText: 'Inspect' }).waitFor()
    await page.locator('[data-element-id=review] .djs-label', { hasText: 'فحص' }).waitFor()
    expect(site.complaints).toEqual([])
    await page.context().close()
  })
})

test('the code of a view and what its script begins with are on their way before the draft is there', async () => {
  const page = await site.visit({ language: 'en', screen: 'desk', as: 'analyst' })
  const id = await keepDraft(site, DRAFT)
  const begun = page.waitForRequest(/\/designer\/assets\/procedure-.*\.js$/)
  await page.route(`**/designer/api/drafts/${id}`, async (route) => {
    await begun
    await route.continue()
  })
  await page.goto(`/designer/drafts/${id}/procedure`)
  await page.waitForSelector('[data-shape=drawn]')
  const early = await page
    .locator('link[rel=modulepreload]')
    .evaluateAll((all) => all.map((it) => it.getAttribute('href') ?? ''))
  expect(early.length).toBeGreaterThan(0)
  for (const href of early) expect((await fetch(new URL(href, site.url))).status).toBe(200)
  await page.context().close()
})

test('a draft travels packed to whoever can unpack it, and as it is to others', async () => {
  const id = await keepDraft(site, DRAFT)
  const cookie = `masar=${await site.tokenOf('analyst')}`
  const ask = (encoding: string): Promise<Response> =>
    fetch(`${site.url}/designer/api/drafts/${id}`, { headers: { cookie, 'accept-encoding': encoding } })
  const [squeezed, plain] = [await ask('gzip'), await ask('identity')]
  expect(squeezed.headers.get('content-encoding')).toBe('gzip')
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(await squeezed.json()).toEqual(await plain.json())
})

test('opening the procedure asks for no more than 600 KB', async () => {
  const page = await site.visit({ language: 'ar', screen: 'desk', as: 'analyst' })
  const id = await keepDraft(site, DRAFT)
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
