import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Page } from 'playwright-core'
import type { Site } from '../pages/browser.ts'
import { openDraft } from './rules-draft.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 240_000, expect: { poll: { timeout: 20_000 } } })

let site: Site
beforeAll(async () => {
  site = await openDesigner({ config: { documents: {} } })
})
afterAll(() => site.close())

declare global {
  interface Window {
    left: { readonly view: string; readonly node: WeakRef<Element> }[]
  }
}

/** Whatever holds a part of a view holds all of it; who remembers the node alone keeps nothing. */
const remember = (page: Page, view: string, selector: string): Promise<void> =>
  page.evaluate(
    ({ view, selector }) => {
      for (const node of document.querySelectorAll(selector))
        (window.left ??= []).push({ view, node: new WeakRef(node) })
    },
    { view, selector },
  )

const open = async (page: Page, view: string, there: string): Promise<void> => {
  await page.locator(`nav.tabs a[href$="/${view}"]`).click()
  await page.locator(there).first().waitFor({ state: 'attached' })
}

test('a view that was left is let go of, canvas and preview included', async () => {
  const { page } = await openDraft(site, 'moj.non-conviction', 'findings')
  const places = [
    ['procedure', '[data-shape=drawn]', '.djs-container'],
    ['forms', '.fb-list', '.fb-list'],
    ['decisions', '.cell', '.decision-body'],
    ['documents', '.inline', '.document-body'],
    ['policy', '.policy-body h2', '.policy-body'],
    ['trial', '.trial', '.trial'],
  ] as const
  for (const [view, there, part] of places) {
    await open(page, view, there)
    await remember(page, view, part)
    if (view !== 'forms') continue
    await page.locator('.fb-list .btn-link').first().click()
    await page.frameLocator('.fb iframe').locator('input').first().waitFor({ state: 'attached' })
    await remember(page, 'preview', '.fb iframe')
  }
  await open(page, 'findings', '.findings')
  const devtools = await page.context().newCDPSession(page)
  const held = async (): Promise<readonly string[]> => {
    await devtools.send('HeapProfiler.collectGarbage')
    return page.evaluate(() => window.left.flatMap(({ view, node }) => (node.deref() === undefined ? [] : [view])))
  }
  expect(await page.evaluate(() => new Set(window.left.map(({ view }) => view)).size)).toBe(places.length + 1)
  await expect.poll(held).toEqual([])
  await page.context().close()
})
