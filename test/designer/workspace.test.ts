/** Where services are begun, thrown away and had back. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { WORKSPACE_WORDS as WORDS } from '../../designer/workspace/words.ts'
import { barriers, LANGUAGES, type Site } from '../pages/browser.ts'
import { ANALYST, keepDraft } from './open-draft.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 240_000 })

const PICTURES = process.env['MASAR_PICTURES']

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

describe.each(LANGUAGES)('the workspace, in %s', (language) => {
  const say = (word: keyof typeof WORDS): string => WORDS[word][language]

  test('begins a service from a template, under a name of its own, which is sound as it is', async () => {
    const page = await site.visit({ language, screen: 'desk', as: 'analyst' })
    await page.goto('/designer')
    await page.getByRole('button', { name: say('newService') }).click()
    const dialog = page.getByRole('dialog')
    const from = dialog.getByLabel(say('from'))
    const wanted = language === 'ar' ? /نموذج جاهز.*رخصة/ : /Template.*Licence/
    await expect.poll(() => from.locator('option').allTextContents()).toContainEqual(expect.stringMatching(wanted))
    const labels = await from.locator('option').allTextContents()
    await from.selectOption({ label: labels.find((it) => wanted.test(it)) ?? '' })
    expect(await dialog.innerText()).toContain(language === 'ar' ? 'مهلة قانونية' : 'statutory deadline')
    expect(await barriers(page)).toEqual([])
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/new-${language}.png` })
    await dialog.locator('input[lang=ar]').fill('رخصة مقهى')
    await dialog.locator('input[lang=en]').fill('Café licence')
    await dialog.getByLabel(say('id')).fill(`moj.cafe-${language}`)
    await dialog.getByRole('button', { name: say('begin') }).click()
    await page.locator('.saving[data-saving=saved]').waitFor()
    expect(await page.locator('.draft-title').innerText()).toContain(language === 'ar' ? 'رخصة مقهى' : 'Café licence')
    const id = /drafts\/([^/]+)/.exec(page.url())?.[1] ?? ''
    const { engine } = site.server
    expect(await engine.checkPackageDraft(ANALYST, id)).toEqual([])
    // It is drawn the way its analyst reads.
    const begun = await page.locator('[data-element-id=applied]').first().boundingBox()
    const next = await page.locator('[data-element-id=check_file]').first().boundingBox()
    expect(Math.sign((next?.x ?? 0) - (begun?.x ?? 0))).toBe(language === 'ar' ? -1 : 1)
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/licence-${language}.png` })
    expect(site.complaints).toEqual([])
    await page.context().close()
  })

  test('has a draft back that was thrown away', async () => {
    const packageId = `moj.gone-${language}`
    await keepDraft(site, { packageId, files: { 'README.md': 'x' } })
    const page = await site.visit({ language, screen: 'desk', as: 'analyst' })
    await page.goto('/designer')
    const row = page.locator('main > table tr', { hasText: packageId })
    await row.getByRole('button').click()
    await page.getByRole('menuitem', { name: say('remove') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('remove') })
      .click()
    await row.waitFor({ state: 'detached' })
    const summary = page.locator('.discarded summary')
    await summary.click()
    const gone = page.locator('.discarded tr', { hasText: packageId })
    await gone.waitFor()
    expect(await barriers(page)).toEqual([])
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/discarded-${language}.png` })
    await gone.getByRole('button').click()
    await row.waitFor()
    await gone.waitFor({ state: 'detached' })
    await row.getByRole('link').click()
    await page.locator('.saving[data-saving=saved]').waitFor()
    expect(site.complaints).toEqual([])
    await page.context().close()
  })
})
