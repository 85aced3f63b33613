import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { barriers, LANGUAGES, overhang, type Site } from '../pages/browser.ts'
import { openDraft } from './open-draft.ts'
import { PERMIT_DRAFT } from './permit-draft.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 240_000 })

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

const HEADING = { ar: 'خدمات قيد الإعداد', en: 'Services being written' } as const

describe.each(LANGUAGES)('the designer, in %s', (language) => {
  test('opens for an analyst on a page that is fit for everybody', async () => {
    const page = await site.visit({ language, screen: 'desk', as: 'analyst' })
    await page.goto('/designer')
    await page.getByRole('heading', { name: HEADING[language] }).waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
    expect(await barriers(page)).toEqual([])
    expect(await overhang(page)).toBe(0)
    expect(site.complaints).toEqual([])
    await page.context().close()
  })

  test('is read in the other language at once, and still when it is opened again', async () => {
    const other = language === 'ar' ? 'en' : 'ar'
    const page = await site.visit({ language, screen: 'desk', as: 'analyst' })
    await page.goto('/designer')
    const kept = page.waitForResponse((it) => it.url().endsWith('/language'))
    await page.getByRole('button', { name: other === 'ar' ? 'العربية' : 'English' }).click()
    await page.getByRole('heading', { name: HEADING[other] }).waitFor()
    await kept
    await page.reload()
    await page.getByRole('heading', { name: HEADING[other] }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(other)
    await page.context().close()
  })
})

test('whoever is not signed in is asked to, and comes back to where they wanted to go', async () => {
  const page = await site.visit({ language: 'en', screen: 'desk' })
  await page.goto('/designer/drafts/one/forms')
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  expect(new URL(page.url()).searchParams.get('next')).toBe('/designer/drafts/one/forms')
  await page.context().close()
})

test.each(['citizen', 'clerk', 'auditor'] as const)('it is not for a %s, who is told so on a page', async (as) => {
  const page = await site.visit({ language: 'en', screen: 'desk', as })
  expect((await page.goto('/designer'))?.status()).toBe(403)
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  await page.context().close()
})

test('an analyst who signs in begins at the designer, and finds it from every page', async () => {
  const page = await site.visit({ language: 'en', screen: 'desk', as: 'analyst' })
  await page.goto('/')
  await page.getByRole('link', { name: 'Designer' }).click()
  await page.getByRole('heading', { name: HEADING.en }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/designer')
  await page.context().close()
})

test('runs under a policy that makes no code of text and takes nothing from elsewhere', async () => {
  const page = await site.visit({ language: 'en', screen: 'desk', as: 'analyst' })
  const policy = (await page.goto('/designer'))?.headers()['content-security-policy'] ?? ''
  expect(policy).toMatch(/default-src 'none'.*script-src 'self';/)
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|style-src 'self' 'unsafe-inline'|https?:/)
  await page.context().close()
})

test('its files come packed and are kept for good', async () => {
  const page = await site.visit({ language: 'en', screen: 'desk', as: 'analyst' })
  const script = page.waitForResponse((it) => /\/designer\/assets\/main-.*\.js$/.test(it.url()))
  await page.goto('/designer')
  const headers = (await script).headers()
  expect(headers['cache-control']).toContain('immutable')
  expect(['br', 'gzip']).toContain(headers['content-encoding'])
  await page.context().close()
})

test('what is not one of its files is not found', async () => {
  for (const name of ['nothing.js', '..%2Fmanifest.json', 'manifest.json', 'stamp'])
    expect((await fetch(`${site.url}/designer/assets/${name}`)).status).toBe(404)
})

test('whoever undoes the only step there is keeps the focus, and can do it again at once', async () => {
  const page = await site.visit({ language: 'en', screen: 'desk', as: 'analyst' })
  await page.goto('/designer')
  await page.getByRole('button', { name: 'New service' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('In English').fill('Shop licence')
  await dialog.getByLabel('Identifier of the service').fill('moj.shop-licence')
  await dialog.getByRole('button', { name: 'Begin' }).click()
  await page.waitForURL(/\/drafts\//)
  await page.goto(`${new URL(page.url()).pathname.split('/').slice(0, 4).join('/')}/policy`)
  await page.getByLabel('In Arabic').first().fill('رخصة محل')
  const [undo, redo] = [page.getByRole('button', { name: /^Undo/ }), page.getByRole('button', { name: /^Redo/ })]
  await undo.focus()
  await page.keyboard.press('Enter')
  await page.locator('button[aria-label^="Undo"][aria-disabled=true]').waitFor()
  expect(await undo.evaluate((it) => it === document.activeElement)).toBe(true)
  await redo.focus()
  await page.keyboard.press('Enter')
  await page.locator('button[aria-label^="Redo"][aria-disabled=true]').waitFor()
  expect(await redo.evaluate((it) => it === document.activeElement)).toBe(true)
  await page.context().close()
})

test('where two pages changed the same, it is told by what it is called', async () => {
  const { page } = await openDraft(site, { packageId: 'moj.permit', files: PERMIT_DRAFT }, 'policy')
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.locator('.saving[data-saving=saved]').waitFor()
  const stored = page.waitForResponse((it) => it.url().endsWith('/changes'))
  await page.getByLabel('In Arabic').first().fill('تصريح أول')
  await stored
  await other.getByLabel('In Arabic').first().fill('تصريح ثان')
  const told = other.getByRole('alert')
  await told.getByText('Policy').waitFor()
  expect(await told.innerText()).not.toContain('.json')
  await told.getByRole('button', { name: 'Take the other changes' }).click()
  await expect.poll(() => other.getByLabel('In Arabic').first().inputValue()).toBe('تصريح أول')
  await page.context().close()
})
