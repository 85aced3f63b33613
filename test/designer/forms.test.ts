import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { FORMS_WORDS as WORDS } from '../../designer/forms/words.ts'
import { INSPECTOR_WORDS } from '../../designer/forms/inspector/words.ts'
import { KIND_NAMES } from '../../designer/forms/kind-names.ts'
import { LIBRARY } from '../../designer/forms/model/library.ts'
import { barriers, LANGUAGES, overhang, type Site } from '../pages/browser.ts'
import { openForm } from './form-page.ts'
import { EMPTY, findingsOf, pagesOf, shipped } from './form-scene.ts'
import { screenshot } from './screenshot.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

describe.each(LANGUAGES)('the form builder, in %s', (language) => {
  test('makes a form with a page, a section, a library field, a choice, a condition, a computed value and a file by keyboard alone', async () => {
    const { page, saved } = await openForm(site, language, EMPTY)
    const press = async (name: string, role: 'button' | 'tab' = 'button'): Promise<void> => {
      await page.getByRole(role, { name, exact: true }).first().focus()
      await page.keyboard.press('Enter')
    }
    const write = async (label: string, text: string): Promise<void> => {
      await page.getByLabel(label, { exact: true }).first().focus()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
    }
    const pick = async (label: string, value: string): Promise<void> => {
      const list = page.getByLabel(label, { exact: true })
      await list.focus()
      for (let tries = 0; tries < 9 && (await list.inputValue()) !== value; tries++)
        await page.keyboard.press('ArrowDown')
      expect(await list.inputValue()).toBe(value)
    }
    await press(WORDS.layout[language], 'tab')
    await press(WORDS.page[language])
    await press(WORDS.section[language])
    await press(WORDS.library[language], 'tab')
    await press(LIBRARY['national-id'].title[language])
    await press(WORDS.questions[language], 'tab')
    await press(KIND_NAMES.radio[language])
    await press(KIND_NAMES.file[language])
    await press(WORDS.rules[language], 'tab')
    await pick(WORDS.effect[language], 'SHOW')
    await pick(WORDS.whichQuestion[language], '/choice')
    await pick(WORDS.whichAnswer[language], '= "first"')
    await press(KIND_NAMES.number[language])
    await press(INSPECTOR_WORDS.answer[language], 'tab')
    await write(WORDS.computed[language], '2 + 3')
    const frame = page.frameLocator('iframe')
    await frame.locator('[data-place="/nationalId"]').waitFor()
    await frame.getByText('5', { exact: true }).waitFor()
    expect(await frame.locator('fieldset[hidden]').count()).toBe(1)
    const first = { ar: 'الخيار الأول', en: 'First choice' }[language]
    expect(await frame.locator('.choice').first().textContent()).toContain(first)
    await frame.locator('input[type=radio]').first().focus()
    await page.keyboard.press('Space')
    await expect.poll(() => frame.locator('fieldset[hidden]').count()).toBe(0)
    await expect.poll(saved, { timeout: 20_000 }).toContain('"computed": "=2 + 3"')
    expect(findingsOf(await saved())).toEqual([])
    await page.locator('.fb').evaluate((it) => it.scrollIntoView())
    await screenshot(page, `forms-${language}`, { fullPage: true })
    expect(await barriers(page)).toEqual([])
    expect(await overhang(page)).toBe(0)
    expect(site.complaints).toEqual([])
    await page.context().close()
  })
})

test.each([
  'workflows/moj.non-conviction/forms/apply.form.json',
  'workflows/mne.company-registration/forms/company.form.json',
  'forms/library/address.form.json',
])('the preview shows to the letter what the server draws: %s', async (name) => {
  const { page } = await openForm(site, 'ar', shipped(name))
  const drawn = page.frameLocator('iframe').locator('[data-drawn]')
  await drawn.locator('input').first().waitFor({ state: 'attached' })
  await page.getByLabel(WORDS.script.ar).uncheck()
  const there = await drawn.evaluate((it) => it.innerHTML)
  const [html = ''] = pagesOf(shipped(name), {
    language: 'ar',
    variables: {},
    now: 0,
    timeZone: 'Asia/Hebron',
    by: 'applicant',
  })
  const here = await page.evaluate((text) => {
    const holder = document.implementation.createHTMLDocument('').createElement('div')
    holder.innerHTML = text
    return holder.innerHTML
  }, html)
  expect(there).toBe(here)
  await page.context().close()
})

test('a tab pressed the moment a new question is there stays chosen', async () => {
  const { page } = await openForm(site, 'en', EMPTY)
  await page.getByRole('button', { name: KIND_NAMES.radio.en, exact: true }).first().press('Enter')
  await page.getByRole('tab', { name: INSPECTOR_WORDS.answer.en, exact: true }).waitFor()
  const add = page.getByRole('button', { name: KIND_NAMES.number.en, exact: true }).first()
  await add.evaluate(async (it, answer) => {
    ;(it as HTMLElement).click()
    // Drawn, and nothing that waits for the next frame has happened.
    for (let turn = 0; turn < 50; turn++) await Promise.resolve()
    const tabs = [...document.querySelectorAll<HTMLElement>('.fb-inspector [role=tab]')]
    tabs.find((tab) => tab.textContent === answer)?.click()
  }, INSPECTOR_WORDS.answer.en)
  await page.locator('.fb-lines [aria-current=true]', { hasText: KIND_NAMES.number.en }).waitFor()
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)))
  const tab = page.getByRole('tab', { name: INSPECTOR_WORDS.answer.en, exact: true })
  expect(await tab.getAttribute('aria-selected')).toBe('true')
  await page.context().close()
})
