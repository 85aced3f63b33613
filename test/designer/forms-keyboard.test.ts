/** A form is built by keyboard alone, and whatever an analyst does, the focus is where they go on. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { conditionIn, conditionText } from '../../designer/conditions/condition.ts'
import { CONDITION_WORDS } from '../../designer/conditions/words.ts'
import { INSPECTOR_WORDS } from '../../designer/forms/inspector/words.ts'
import { KIND_NAMES } from '../../designer/forms/kind-names.ts'
import { FORMS_WORDS as WORDS } from '../../designer/forms/words.ts'
import type { KindName } from '../../forms/kinds/kind.ts'
import { barriers, type Site } from '../pages/browser.ts'
import { openForm } from './form-page.ts'
import { EMPTY, findingsOf } from './form-scene.ts'
import { screenshot } from './screenshot.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 })

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

test.each([
  ['=copies >= 2', { name: 'copies', is: '>=', value: 2 }],
  ['=address.governorate = "PS-RBH"', { name: 'address.governorate', is: '=', value: 'PS-RBH' }],
  ['=list contains(papers, "deed")', { name: 'papers', is: 'has', value: 'deed' }],
  ['=who != null', { name: 'who', is: '!=', value: null }],
] as const)('the condition %s is what an analyst says of one answer', (text, condition) => {
  expect(conditionIn(text)).toEqual(condition)
  expect(conditionText(condition)).toBe(text)
})

test.each(['=a = 1 and b = 2', '=a = b', '=count(list) > 2', '=true'])('%s says more, and stays FEEL', (text) =>
  expect(conditionIn(text)).toBeUndefined(),
)

const press = async (
  page: Page,
  name: string | RegExp,
  role: 'button' | 'tab' | 'menuitem' = 'button',
): Promise<void> => {
  await page
    .getByRole(role, { name, exact: typeof name === 'string' })
    .first()
    .focus()
  await page.keyboard.press('Enter')
}
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement?.textContent ?? '').trim() || (document.activeElement?.tagName ?? ''))

describe('in Arabic, by keyboard alone', () => {
  test('ten questions on three pages, with a condition on a number, a computed value, a file and choices in order', async () => {
    const { page, saved } = await openForm(site, 'ar', EMPTY)
    const kinds: readonly (readonly KindName[])[] = [
      ['personName', 'nationalId', 'phone'],
      ['number', 'radio', 'text', 'file'],
      ['number', 'severalOf', 'declaration'],
    ]
    for (const all of kinds) {
      await press(page, WORDS.layout.ar, 'tab')
      await press(page, WORDS.page.ar)
      await press(page, WORDS.questions.ar, 'tab')
      for (const kind of all) await press(page, KIND_NAMES[kind].ar)
    }
    const inspector = page.locator('.fb-inspector')
    const go = async (place: string): Promise<void> => {
      await page.locator('.fb-lines button').nth(1).focus()
      const line = page.locator(`.fb-lines [data-place="${place}"]`)
      for (let steps = 0; steps < 40 && !(await line.evaluate((it) => it === document.activeElement)); steps++)
        await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    }
    // The text is asked where there are more than two copies.
    await go('/text')
    await press(page, WORDS.rules.ar, 'tab')
    await inspector.getByLabel(WORDS.effect.ar, { exact: true }).selectOption('SHOW')
    await inspector.getByLabel(WORDS.whichQuestion.ar, { exact: true }).selectOption('/count')
    await inspector.getByLabel(WORDS.whichAnswer.ar, { exact: true }).selectOption('>')
    await inspector.getByLabel(CONDITION_WORDS.thanNumber.ar, { exact: true }).fill('٢')
    // The fee is computed from them: the answer is put in, not spelt.
    await go('/count2')
    await press(page, INSPECTOR_WORDS.answer.ar, 'tab')
    await press(page, INSPECTOR_WORDS.insert.ar)
    await press(page, /\(count\)/, 'menuitem')
    const computed = inspector.getByLabel(WORDS.computed.ar, { exact: true })
    await expect.poll(() => computed.inputValue()).toBe('count')
    await computed.focus()
    await page.keyboard.press('End')
    await page.keyboard.type(' * 5')
    // The second choice comes first.
    await go('/choice')
    await press(page, WORDS.choices.ar, 'tab')
    await press(page, INSPECTOR_WORDS.choiceDown.ar.replace('{number}', '\u20681\u2069'))
    const form = JSON.parse(await saved())
    expect(findingsOf(JSON.stringify(form))).toEqual([])
    expect(form.ui.elements).toHaveLength(3)
    expect(form.schema.properties.choice.enum).toEqual(['second', 'first'])
    expect(await saved()).toContain('"condition": "=count > 2"')
    expect(await saved()).toContain('"computed": "=count * 5"')
    const frame = page.frameLocator('iframe')
    await frame.locator('[data-place="/count"] input[type=text]').fill('٣')
    await frame.locator('[data-place="/text"] input[type=text]').waitFor()
    await screenshot(page, 'forms-keyboard-ar')
    expect(await barriers(page)).toEqual([])
    await page.context().close()
  })

  test('what goes, is moved or turned leaves the focus where one goes on', async () => {
    const { page, saved } = await openForm(site, 'ar', EMPTY)
    for (const kind of ['text', 'number', 'date'] as const) await press(page, KIND_NAMES[kind].ar)
    const names = async (): Promise<readonly string[]> => Object.keys(JSON.parse(await saved()).schema.properties)
    const scopes = async (): Promise<readonly string[]> =>
      JSON.parse(await saved()).ui.elements.map((it: { scope: string }) => it.scope.slice('#/properties/'.length))
    await page.locator('.fb-lines [data-place="/date"]').press('Enter')
    await page.keyboard.press('Alt+ArrowUp')
    expect(await scopes()).toEqual(['text', 'date', 'count'])
    expect(await focused(page)).toContain(KIND_NAMES.date.ar)
    await page.keyboard.press('Delete')
    expect(await names()).toEqual(['text', 'count'])
    expect(await focused(page)).toContain(KIND_NAMES.number.ar)
    await press(page, WORDS.remove.ar)
    expect(await names()).toEqual(['text'])
    expect(await focused(page)).toContain(KIND_NAMES.text.ar)
    await press(page, INSPECTOR_WORDS.messages.ar, 'tab')
    await press(page, new RegExp(INSPECTOR_WORDS.writeOwn.ar))
    await expect.poll(() => focused(page)).toBe('INPUT')
    await press(page, INSPECTOR_WORDS.backToUsual.ar)
    await expect.poll(() => focused(page)).toContain(INSPECTOR_WORDS.writeOwn.ar)
    await page.context().close()
  })

  test('what comes after an address is no part of it; inside questions as one it is, and shown to be written', async () => {
    const { page, saved } = await openForm(site, 'ar', EMPTY)
    const chosen = page.locator('.fb-lines [aria-selected=true], .fb-lines [aria-current=true]')
    await press(page, KIND_NAMES.address.ar)
    await press(page, INSPECTOR_WORDS.answer.ar, 'tab')
    await press(page, KIND_NAMES.number.ar)
    const { properties } = JSON.parse(await saved()).schema
    expect(Object.keys(properties)).toEqual(['address', 'count'])
    expect(await chosen.getAttribute('data-place')).toBe('/count')
    const question = page.getByRole('tab', { name: WORDS.question.ar, exact: true })
    expect(await question.getAttribute('aria-selected')).toBe('true')
    await press(page, KIND_NAMES.group.ar)
    const group = await chosen.getAttribute('data-place')
    await press(page, KIND_NAMES.date.ar)
    expect(await chosen.getAttribute('data-place')).toBe(`${String(group)}/date`)
    await page.context().close()
  })

  test('who writes a name and goes on to the choices is there', async () => {
    const { page, saved } = await openForm(site, 'ar', EMPTY)
    await press(page, KIND_NAMES.radio.ar)
    await page.locator('.fb-inspector').getByLabel(WORDS.name.ar, { exact: true }).fill('goods')
    await page.getByRole('tab', { name: WORDS.choices.ar, exact: true }).click()
    await expect.poll(saved).toContain('"goods"')
    await page.locator('.fb-inspector [role=tabpanel] fieldset').first().waitFor()
    expect(await page.getByRole('tab', { name: WORDS.choices.ar, exact: true }).getAttribute('aria-selected')).toBe(
      'true',
    )
    await page.context().close()
  })

  test('a new form is called by its English title, and what is missing is said', async () => {
    const { page } = await openForm(site, 'ar', EMPTY)
    await press(page, WORDS.allForms.ar)
    await press(page, WORDS.newForm.ar)
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('بالعربية').fill('طلب تصريح')
    await dialog.getByLabel('بالعربية').press('Enter')
    await dialog.getByText(WORDS.titleNeeded.ar).waitFor()
    await dialog.getByLabel('بالإنجليزية').fill('Permit application')
    expect(await dialog.getByLabel(WORDS.formId.ar).inputValue()).toBe('permit-application')
    await dialog.getByLabel('بالإنجليزية').press('Enter')
    await page.waitForURL(/forms\/permit-application$/)
    await page.context().close()
  })
})
