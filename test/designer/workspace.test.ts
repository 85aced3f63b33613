/** Where services are begun, thrown away and had back. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { filled } from '../../designer/language/language.tsx'
import { PUBLISH_WORDS } from '../../designer/publish/words.ts'
import { WORKSPACE_WORDS as WORDS } from '../../designer/workspace/words.ts'
import { barriers, LANGUAGES, type Site } from '../pages/browser.ts'
import { ANALYST, keepDraft } from './open-draft.ts'
import { done } from './changed-service.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 240_000 })

const PICTURES = process.env['MASAR_PICTURES']

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

const bare = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '')

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

  test('says of each draft what it was opened from, and what is in force where that is another', async () => {
    const { engine } = site.server
    const packageId = `moj.versions-${language}`
    const title = { ar: 'خدمة بإصدارات', en: 'A service of several versions' }
    const first = done(await engine.createPackageDraft(ANALYST, { kind: 'blank', packageId, title, flow: 'rtl' }))
    const publish = async (version: string): Promise<void> => {
      const { draft } = done(await engine.getPackageDraft(ANALYST, first.draft.id))
      done(await engine.publishPackageDraft(ANALYST, draft.id, { rev: draft.rev, version }))
    }
    await publish('1.0.0')
    done(await engine.createPackageDraft(ANALYST, { kind: 'version', packageId, version: '1.0.0' }))
    await publish('1.1.0')
    const page = await site.visit({ language, screen: 'desk', as: 'analyst' })
    const versions = async (): Promise<readonly string[]> => {
      await page.goto('/designer')
      const rows = page.locator('main > table tr', { hasText: packageId })
      await rows.first().waitFor()
      const cells = await rows.locator('td:nth-child(2)').allInnerTexts()
      return cells.map((it) => bare(it).replaceAll(/\s+/g, ' ').trim()).toSorted()
    }
    const of = (word: keyof typeof WORDS, values: Readonly<Record<string, string>>): string =>
      bare(filled(say(word), values))
    expect(await versions()).toEqual(
      [
        of('isInForce', { version: '1.1.0' }),
        `${of('begunFrom', { version: '1.0.0' })} ${of('nowInForce', { version: '1.1.0' })}`,
      ].toSorted(),
    )
    done(await engine.rollBackPackage(ANALYST, packageId, { to: '1.0.0' }))
    const restored = of('nowRestored', { version: '1.2.0', earlier: '1.0.0' })
    expect(await versions()).toEqual(
      [
        `${of('restoredAs', { version: '1.0.0' })} ${restored}`,
        `${of('begunFrom', { version: '1.1.0' })} ${restored}`,
      ].toSorted(),
    )
    expect(await barriers(page)).toEqual([])
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/versions-${language}.png` })
    await page.goto(`/designer/drafts/${first.draft.id}/publish`)
    const behind = { base: '1.1.0', version: '1.2.0', earlier: '1.0.0' }
    await page.getByText(filled(PUBLISH_WORDS.behindRestored[language], behind)).waitFor()
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/behind-${language}.png` })
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
