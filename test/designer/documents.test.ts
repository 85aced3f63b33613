import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { checkTemplate } from '../../engine/core/template/check.ts'
import { barriers, LANGUAGES, overhang, type Site } from '../pages/browser.ts'
import { openDraft } from './rules-draft.ts'
import { screenshot } from './screenshot.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000, expect: { poll: { timeout: 10_000 } } })

let site: Site
beforeAll(async () => {
  site = await openDesigner({ config: { documents: {} } })
})
afterAll(() => site.close())

const SERVICE = 'moj.non-conviction'
const FILE = 'templates/certificate-ar.hbs'
const NOTICE = {
  'templates/told.ar.txt.hbs': 'طلبك {{code reference}} جاهز',
  'templates/told.en.txt.hbs': 'Application {{code reference}} is ready',
}

describe.each(LANGUAGES)('papers and notices, in %s', (language) => {
  test('are written on pages fit for everybody', async () => {
    const { page } = await openDraft(site, SERVICE, 'documents/certificate-both', { language }, NOTICE)
    await page.locator('.inline').first().waitFor()
    expect(await barriers(page)).toEqual([])
    expect(await overhang(page)).toBe(0)
    await page.getByRole('link', { name: 'told' }).click()
    await page.locator('.notice-side').first().waitFor()
    expect(await barriers(page)).toEqual([])
    expect(site.complaints).toEqual([])
    await page.context().close()
  })
})

test.each(LANGUAGES)(
  'a name that no step hands over is marked where it stands, and told above, in %s',
  async (language) => {
    const source = '<h1>عقد</h1><p>{{money capitol}} {{number totalShares}}</p>'
    const file = { 'templates/articles.hbs': source }
    const { page } = await openDraft(site, 'mne.company-registration', 'documents/articles', { language }, file)
    const told = page.locator('.fault .notice-warn')
    await told.waitFor()
    expect(await told.innerText()).toContain('"capital"')
    await expect.poll(() => page.locator('.chip-wrong').allInnerTexts()).toHaveLength(1)
    await screenshot(page, `paper-warned-${language}`)
    expect(await barriers(page)).toEqual([])
    await page.context().close()
  },
)

test.each([
  ['paper', 'New paper', ['templates/permit.hbs']],
  ['notice', 'New notice', ['templates/permit.ar.txt.hbs', 'templates/permit.en.txt.hbs']],
] as const)('a step that has none yet leads to a new %s, and back to the list', async (kind, title, files) => {
  const { page, saved } = await openDraft(site, SERVICE, `documents/new/${kind}`)
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect.poll(() => page.url()).toMatch(/\/documents$/)
  await expect.poll(() => dialog.count()).toBe(0)
  await page.goBack()
  await dialog.getByRole('textbox').fill('permit')
  await dialog.getByRole('button', { name: 'Make it' }).click()
  for (const file of files) await expect.poll(() => saved(file)).not.toBe('')
  await expect.poll(() => page.url()).toMatch(/\/documents\/permit/)
  await expect.poll(() => dialog.count()).toBe(0)
  await page.context().close()
})

test('words are typed where they stand, and nothing else of the template changes', async () => {
  const { page, saved } = await openDraft(site, SERVICE, 'documents/certificate-ar')
  const before = await saved(FILE)
  const heading = page.getByRole('textbox', { name: 'Heading', exact: true })
  await heading.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' جديدة')
  await expect.poll(() => saved(FILE)).toContain('<h1>شهادة عدم محكومية جديدة</h1>')
  expect((await saved(FILE)).replace(' جديدة', '')).toBe(before)
  await page.context().close()
})

test('a value is put in from the menu, and chosen again in words', async () => {
  const { page, saved } = await openDraft(site, SERVICE, 'documents/certificate-ar')
  await page.getByRole('textbox', { name: 'Heading', exact: true }).click()
  await page.keyboard.press('Control+End')
  await page.getByRole('button', { name: 'Insert a value' }).click()
  await page.getByRole('menuitem', { name: 'Valid until' }).click()
  await expect.poll(() => saved(FILE)).toContain('{{date document.validUntil}}</h1>')
  await page.locator('.tpl-h1 .chip').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Calendar').selectOption({ label: 'Hijri' })
  expect(await barriers(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect.poll(() => saved(FILE)).toContain('{{date document.validUntil calendar="hijri"}}</h1>')
  expect(checkTemplate(FILE, await saved(FILE))).toEqual([])
  await page.context().close()
})

test('a part on a condition is added, moved and removed without a word of the template language', async () => {
  const { page, saved } = await openDraft(site, SERVICE, 'documents/certificate-ar')
  const before = await saved(FILE)
  await page.getByRole('textbox', { name: 'Heading', exact: true }).click()
  await page.getByRole('button', { name: 'Insert a paragraph or table' }).click()
  await page.getByRole('menuitem', { name: 'Part shown on a condition' }).click()
  await page
    .getByRole('button', { name: /^If there is .*condition/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Which value').selectOption('destination')
  await dialog.getByLabel('What must hold').selectOption({ label: 'is' })
  await dialog.getByRole('textbox', { name: 'Value' }).fill('عمل')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect.poll(() => saved(FILE)).toContain('{{#if (eq destination "عمل")}}')
  expect(checkTemplate(FILE, await saved(FILE))).toEqual([])
  await page.getByRole('button', { name: /^Steps: .*destination.*عمل/ }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect.poll(() => saved(FILE)).toBe(before)
  await page.context().close()
})

test('the paper is printed beside as it is written, as a specimen', async () => {
  const { page } = await openDraft(site, SERVICE, 'documents/certificate-ar')
  const first = await page.waitForResponse((it) => it.url().endsWith('/documents/preview'))
  expect(first.status()).toBe(200)
  expect(first.headers()['content-type']).toBe('application/pdf')
  await page.locator('iframe[title=Preview]').waitFor()
  await page.getByText('Sample values', { exact: true }).click()
  const again = page.waitForResponse((it) => it.url().endsWith('/documents/preview'))
  await page.getByLabel('holder.name.ar').fill('ليلى خليل')
  const { sample } = (await again).request().postDataJSON() as { sample: { holder: { name: object } } }
  expect(sample.holder.name).toMatchObject({ ar: 'ليلى خليل' })
  expect(site.complaints).toEqual([])
  await page.context().close()
})

test('what may not stand in a template is said with its line, and nothing is printed of it', async () => {
  const { page } = await openDraft(site, SERVICE, 'documents/certificate-ar')
  await page.getByRole('tab', { name: 'Source' }).click()
  await page.getByRole('textbox', { name: 'Source' }).fill('<p>a</p>\n{{#if x}}')
  await page.getByText('What must be mended').waitFor()
  await page.getByText('Close every block and every pair of braces.').waitFor()
  expect(await barriers(page)).toEqual([])
  await page.context().close()
})

test('a notice shows what is sent and how many messages it takes', async () => {
  const { page, saved } = await openDraft(site, SERVICE, 'documents/told.txt', {}, NOTICE)
  const english = page.getByRole('region', { name: 'English' })
  await english.getByText('Application \u2066900000001\u2069 is ready').waitFor()
  await english.getByText(/As SMS: .*1.* message/).waitFor()
  await english.getByRole('textbox', { name: /^Text/ }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' & <now>')
  await expect.poll(() => saved('templates/told.en.txt.hbs')).toBe('Application {{code reference}} is ready & <now>')
  await page.context().close()
})

test('a new notice is one in both languages', async () => {
  const { page, saved } = await openDraft(site, SERVICE, 'documents')
  await page.getByRole('button', { name: 'New notice' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('ready')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'ready' }).waitFor()
  expect(await saved('templates/ready.ar.txt.hbs')).not.toBe('')
  expect(await saved('templates/ready.en.txt.hbs')).not.toBe('')
  await page.context().close()
})
