import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { barriers, LANGUAGES, overhang, type Site } from '../pages/browser.ts'
import { openDraft } from './rules-draft.ts'
import { screenshot } from './screenshot.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000, expect: { poll: { timeout: 10_000 } } })

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

const PERMIT = 'lgu.building-permit'
const RATE = 'decisions/fees.dmn/study_rate'
const at = (page: Page, place: string) => page.locator(`[data-cell="${place}"]`)

describe.each(LANGUAGES)('expressions of decisions, in %s', (language) => {
  test('offer what a cell may hold, by keyboard alone, over what scrolls around the table', async () => {
    const { page } = await openDraft(site, PERMIT, RATE, { language })
    await at(page, '0-0').waitFor()
    await at(page, '0-0').fill('tr')
    const offers = page.getByRole('listbox')
    await offers.getByRole('option', { name: 'true' }).waitFor()
    await screenshot(page, `cell-offers-${language}`)
    expect(await barriers(page)).toEqual([])
    expect(await overhang(page)).toBe(0)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => at(page, '0-0').inputValue()).toBe('true')
    expect(await at(page, '0-0').evaluate((it) => it === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => at(page, '1-0').evaluate((it) => it === document.activeElement)).toBe(true)
    await page.context().close()
  })

  test('say what is wrong with a cell and where, in the language of the reader', async () => {
    const { page } = await openDraft(site, PERMIT, RATE, { language })
    await at(page, '0-1').fill('[1..')
    await page.keyboard.press('Tab')
    const fault = page.locator('.rules .field-error')
    await fault.waitFor()
    expect((await fault.innerText()).replaceAll(/[\u2066-\u2069]/g, '')).toBe(
      language === 'ar'
        ? 'لا تُقرأ هذه الخانة: عند الحرف 5: المتوقع قيمة، لكن انتهى التعبير'
        : 'This cell cannot be read: At character 5: Expected a value, but found the end',
    )
    await screenshot(page, `cell-fault-${language}`)
    await page.context().close()
  })

  test('offer in a formula the inputs of the decision, and show its value with what it is tried with', async () => {
    const { page } = await openDraft(site, PERMIT, 'decisions/fees.dmn/study_fee', { language })
    const formula = page.locator('.feel-text').first()
    await formula.waitFor()
    await formula.fill('study')
    await page.locator('.feel-offers li').filter({ hasText: 'study_rate' }).waitFor()
    await screenshot(page, `formula-${language}`)
    await page.keyboard.press('Escape')
    await formula.fill('1 + 1')
    await page.locator('.feel-value').filter({ hasText: '2' }).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.context().close()
  })

  test('of a form offer its answers by their questions, with their kinds and choices', async () => {
    const { page } = await openDraft(site, 'moj.non-conviction', 'forms/apply', { language })
    const rules = language === 'ar' ? 'الشروط' : 'Conditions'
    await page.locator('.fb-line:not(.fb-layout)').nth(2).click()
    await page.getByRole('tab', { name: rules }).click()
    const field = page.locator('.fb-inspector .feel-text').first()
    await field.fill('pur')
    const offer = page.locator('.feel-offers li').filter({ hasText: 'purpose' }).first()
    await offer.waitFor()
    await screenshot(page, `form-offers-${language}`)
    await page.keyboard.press('Enter')
    await page.keyboard.type(' = ')
    await page.locator('.feel-offers li').first().waitFor()
    expect(await page.locator('.feel-offers li').first().innerText()).toMatch(/^"/)
    await page.keyboard.press('Escape')
    await field.fill('purpose = = 1')
    await page.locator('.fb-inspector .field-error').waitFor()
    await screenshot(page, `form-fault-${language}`)
    expect(await barriers(page)).toEqual([])
    await page.context().close()
  })
})

test('typing and Enter in a cell takes nothing that was not chosen', async () => {
  const { page, saved } = await openDraft(site, PERMIT, RATE)
  await at(page, '0-1').fill('> 9')
  await at(page, '0-0').fill('fal')
  await page.locator('.feel-offers li').filter({ hasText: 'false' }).first().waitFor()
  await page.keyboard.type('se')
  await page.keyboard.press('Enter')
  await expect.poll(() => at(page, '1-0').evaluate((it) => it === document.activeElement)).toBe(true)
  await expect.poll(() => at(page, '0-0').inputValue()).toBe('false')
  await expect.poll(() => saved('fees.dmn')).toContain('&gt; 9')
  await page.context().close()
})
