/** The preview beside the form: in sight where an analyst works, following what is chosen, keeping what is typed, and looking at files as the server would. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { BLUEPRINTS } from '../../designer/forms/model/blueprints.ts'
import { COMMANDS } from '../../designer/forms/model/commands/commands.ts'
import { FORMS_WORDS as WORDS } from '../../designer/forms/words.ts'
import { WORDS as FORM_WORDS } from '../../forms/texts/texts.ts'
import { barriers, LANGUAGES, overhang, type Site } from '../pages/browser.ts'
import { openForm } from './form-page.ts'
import { done, EMPTY } from './form-scene.ts'
import { screenshot } from './screenshot.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

/** Two pages: a text on the first, a file and several on the second. */
function twoPages(): string {
  const steps: readonly (readonly [keyof typeof BLUEPRINTS, number])[] = [
    ['text', 0],
    ['file', 1],
    ['files', 1],
  ]
  const paged = [0, 1].reduce((text) => done(text, COMMANDS.addPage, {}), EMPTY)
  return steps.reduce(
    (text, [kind, page]) => done(text, COMMANDS.addField, { kind, into: `/ui/elements/${String(page)}` }),
    paged,
  )
}

/** A question of the outline, by the name of what is asked there. */
const lineOf = (page: Page, label: string) => page.locator('.fb-lines .fb-line', { hasText: label })
const labelOf = (kind: keyof typeof BLUEPRINTS, language: 'ar' | 'en'): string =>
  (BLUEPRINTS[kind]().texts['']?.['label'] as Record<string, string> | undefined)?.[language] ?? ''

const PDF = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`

describe.each(LANGUAGES)('the preview, in %s', (language) => {
  test.each([1280, 1440])('stands beside what is in the form and what is said of it, %i points wide', async (width) => {
    const { page } = await openForm(site, language, twoPages())
    await page.setViewportSize({ width, height: 800 })
    const inSight = async (): Promise<readonly (readonly [string, boolean])[]> =>
      Promise.all(
        ['.fb-catalogue', '.fb-outline', '.fb-inspector', '.fb-preview'].map(async (pane) => {
          const box = await page.locator(pane).boundingBox()
          return [pane, box !== null && box.y < 400 && box.x >= 0 && box.x + box.width <= width] as const
        }),
      )
    const beside = ['.fb-catalogue', '.fb-outline', '.fb-inspector', '.fb-preview'].map((pane) => [pane, true])
    expect(await inSight()).toEqual(beside)
    expect(await page.locator('.view').evaluate((it) => it.scrollHeight <= it.clientHeight)).toBe(true)
    await screenshot(page, `preview-${String(width)}-${language}`)
    await page.getByLabel(WORDS.width[language]).selectOption('desk')
    const frame = await page.locator('iframe').boundingBox()
    expect(frame?.width ?? 0).toBeGreaterThan(width / 2 - 60)
    expect(await overhang(page)).toBe(0)
    await screenshot(page, `preview-desk-${String(width)}-${language}`)
    expect(await barriers(page)).toEqual([])
    const fold = page.getByRole('button', { name: WORDS.hidePreview[language] })
    expect(await fold.getAttribute('aria-expanded')).toBe('true')
    await fold.press('Enter')
    await page.locator('.fb-preview').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: WORDS.showPreview[language] }).press('Enter')
    await page.locator('.fb-preview').waitFor()
    await page.context().close()
  })

  test('turns to the page of what is chosen, and chooses what is touched', async () => {
    const { page } = await openForm(site, language, twoPages())
    const frame = page.frameLocator('iframe')
    await frame.locator('[data-place="/text"]').waitFor()
    await lineOf(page, labelOf('file', language)).first().click()
    await frame.locator('[data-place="/attachment"]').waitFor()
    await lineOf(page, labelOf('text', language)).click()
    await frame.locator('[data-place="/text"] input[type=text]').waitFor()
    await page.locator('.fb-lines .fb-line').first().click()
    await frame.locator('[data-place="/text"] input[type=text]').focus()
    const chosen = page.locator('.fb-lines [aria-current=true]')
    await chosen.filter({ hasText: labelOf('text', language) }).waitFor()
    expect(await chosen.count()).toBe(1)
    await page.context().close()
  })

  test('keeps what was typed in it while the question is called otherwise', async () => {
    const { page } = await openForm(site, language, twoPages())
    const frame = page.frameLocator('iframe')
    await lineOf(page, labelOf('text', language)).click()
    await page.getByLabel(WORDS.name[language]).waitFor()
    await frame.locator('[data-place="/text"] input[type=text]').fill('رام الله')
    await page.getByLabel({ ar: 'بالعربية', en: 'In Arabic' }[language], { exact: true }).first().fill('المدينة')
    await page.getByLabel({ ar: 'بالإنجليزية', en: 'In English' }[language], { exact: true }).first().fill('Town')
    await frame.locator('label', { hasText: { ar: 'المدينة', en: 'Town' }[language] }).waitFor()
    await expect.poll(() => frame.locator('[data-place="/text"] input[type=text]').inputValue()).toBe('رام الله')
    await page.context().close()
  })

  test('takes a file as the portal does, tells why it takes another not, and sends nothing', async () => {
    const { page } = await openForm(site, language, twoPages())
    const frame = page.frameLocator('iframe')
    await lineOf(page, labelOf('file', language)).first().click()
    const question = frame.locator('[data-place="/attachment"]')
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST' && !request.url().includes('/designer/api/drafts/')) sent.push(request.url())
    })
    const choose = (name: string, text: string): Promise<void> =>
      question
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(text) })
    await choose('deed.pdf', 'no paper at all')
    await question.locator('.error').waitFor()
    expect(await question.locator('.error').textContent()).toContain('PDF')
    await screenshot(page, `preview-file-refused-${language}`)
    await choose('سند.pdf', PDF)
    await question.locator('.files').waitFor()
    expect(await question.locator('.files').textContent()).toContain('سند.pdf')
    expect(await question.locator('.error').count()).toBe(0)
    await frame.getByRole('status').filter({ hasText: 'سند.pdf' }).waitFor()
    await screenshot(page, `preview-file-${language}`)
    await question.getByRole('button', { name: FORM_WORDS[language].remove }).click()
    await question.locator('.files').waitFor({ state: 'detached' })
    // Without a script the button beside it is pressed.
    await page.getByLabel(WORDS.script[language]).uncheck()
    await frame.locator('form[data-script=false]').waitFor()
    await choose('سند.pdf', PDF)
    await question.getByRole('button', { name: FORM_WORDS[language].upload }).click()
    await question.locator('.files').waitFor()
    expect(sent).toEqual([])
    expect(site.complaints).toEqual([])
    await page.context().close()
  })
})
