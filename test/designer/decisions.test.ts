import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readDmn } from '../../engine/core/dmn/read.ts'
import { barriers, LANGUAGES, overhang, type Site } from '../pages/browser.ts'
import { startersIn } from '../../engine/packages/starters.ts'
import { openDraft as openKept } from './open-draft.ts'
import { openDraft } from './rules-draft.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000, expect: { poll: { timeout: 10_000 } } })

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

const PERMIT = 'lgu.building-permit'
const LICENCE = startersIn(fileURLToPath(new URL('../../engine/starters', import.meta.url))).files(
  'starter.licence-with-inspection',
)
const FEES = 'decisions/fees.dmn/study_rate'
const cell = (rule: number, column: string): string => `Rule \u2068${String(rule)}\u2069, \u2068${column}\u2069`

describe.each(LANGUAGES)('decisions, in %s', (language) => {
  test('are tables fit for everybody, and every expression runs from left to right', async () => {
    const { page } = await openDraft(site, PERMIT, FEES, { language })
    await page.locator('.cell').first().waitFor()
    expect(await barriers(page)).toEqual([])
    expect(await overhang(page)).toBe(0)
    const expressions = page.locator('.side-input .cell, .side-output .cell')
    const directions = await expressions.evaluateAll((all) => all.map((it) => getComputedStyle(it).direction))
    expect(new Set(directions)).toEqual(new Set(['ltr']))
    await page
      .getByRole('button', { name: language === 'ar' ? /المساحة م²/ : /Area m²/ })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
    expect(await barriers(page)).toEqual([])
    expect(site.complaints).toEqual([])
    await page.context().close()
  })
})

test.each(LANGUAGES)('a step that asks no table yet gets one of its own name, and asks it, in %s', async (language) => {
  const files = Object.fromEntries((await LICENCE) ?? [])
  const { page, saved } = await openKept(site, { packageId: 'moj.licence', files }, 'procedure/licence.bpmn/find_fee', {
    language,
  })
  const say = (ar: string, en: string): string => ({ ar, en })[language]
  await page.getByLabel(say('جدول القرار', 'Decision table'), { exact: true }).selectOption('')
  await page.getByRole('button', { name: say('إنشاء جدول', 'Make a table') }).press('Enter')
  const dialog = page.getByRole('dialog')
  expect(await dialog.locator('input[lang=ar]').inputValue()).toMatch(/[\u0600-\u06ff]/)
  await dialog.locator('input[lang=en]').fill('Fee of a licence')
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => saved('licence.bpmn')).toContain('decisionId="fee_of_a_licence"')
  expect(await saved('fee-of-a-licence.dmn')).toContain('<decision id="fee_of_a_licence"')
  await page.getByRole('button', { name: say('فتح الجدول', 'Open the table') }).click()
  await page.locator('.decision-list [aria-current=page]', { hasText: 'fee_of_a_licence' }).waitFor()
  expect(site.complaints).toEqual([])
  await page.context().close()
})

test('a case that is missing is told as it is left open, and put in by one press', async () => {
  const { page, saved } = await openDraft(site, PERMIT, FEES)
  await page.getByText('Every case has its rule').waitFor()
  await page.getByLabel(cell(3, 'Area m²')).fill('(300..400]')
  await page.keyboard.press('Tab')
  await page.getByText(/No rule for: .*\(200\.\.300\]/).waitFor()
  await page.getByRole('button', { name: 'Add a rule for it' }).click()
  await page.getByLabel(cell(5, 'Fee')).fill('150')
  await page.keyboard.press('Tab')
  await page.getByText('Every case has its rule').waitFor()
  await expect.poll(() => saved('fees.dmn')).toContain('<text>150</text>')
  expect((await readDmn('fees.dmn', await saved('fees.dmn'))).ok).toBe(true)
  await page.context().close()
})

test('what is typed into a rule the moment it is there stays', async () => {
  const { page } = await openDraft(site, PERMIT, FEES)
  await page.getByLabel(cell(3, 'Area m²')).waitFor()
  const label = cell(5, 'Fee')
  const typed = page.evaluate(
    (wanted) =>
      new Promise<void>((done) => {
        const look = new MutationObserver(() => {
          const input = document.querySelector<HTMLInputElement>(`input[aria-label="${wanted}"]`)
          if (input === null) return
          look.disconnect()
          input.focus()
          input.value = '150'
          input.dispatchEvent(new InputEvent('input', { bubbles: true }))
          setTimeout(done, 500)
        })
        look.observe(document.body, { childList: true, subtree: true })
      }),
    label,
  )
  await page.getByRole('button', { name: 'Add a rule', exact: true }).click()
  await typed
  expect(await page.getByLabel(label).inputValue()).toBe('150')
  expect(await page.getByLabel(label).evaluate((it) => it === document.activeElement)).toBe(true)
  await page.context().close()
})

test('a decision is tried, and the rule that gave the answer is shown', async () => {
  const { page } = await openDraft(site, PERMIT, FEES)
  const trying = page.getByRole('region', { name: 'Try it' })
  await trying.getByLabel('Public building').selectOption({ label: 'No' })
  await trying.getByLabel('Area m²').fill('250')
  await trying.getByText('200', { exact: true }).waitFor()
  await expect.poll(() => page.locator('tr.fired').count()).toBe(1)
  await page
    .locator('tr.fired')
    .getByRole('button', { name: /Rule .3/ })
    .waitFor()
  await page.context().close()
})

test('rules are typed by keyboard alone: Enter goes down, and past the last adds one', async () => {
  const { page, saved } = await openDraft(site, PERMIT, FEES)
  await page.getByLabel(cell(4, 'Public building')).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel(cell(5, 'Public building')).waitFor()
  await expect
    .poll(() => page.getByLabel(cell(5, 'Public building')).evaluate((it) => it === document.activeElement))
    .toBe(true)
  await page.keyboard.type('لا')
  await page.keyboard.press('Tab')
  await page.keyboard.type('> ٩٠٠')
  await page.keyboard.press('Tab')
  await expect.poll(() => saved('fees.dmn')).toContain('&gt; 900')
  await expect.poll(() => page.getByLabel(cell(5, 'Public building')).inputValue()).toBe('false')
  await page.context().close()
})

test('a new id is followed by the fee that uses it', async () => {
  const { page, saved } = await openDraft(site, PERMIT, 'decisions/fees.dmn/study_fee')
  await page.getByRole('button', { name: /the fee/ }).waitFor()
  await page.getByLabel('Id', { exact: true }).fill('fee_for_study')
  await page.keyboard.press('Tab')
  await expect.poll(() => saved('workflow.json')).toContain('"decision": "fee_for_study"')
  await expect.poll(() => page.url()).toContain('fee_for_study')
  await page.context().close()
})

test('a fee from simple rows is a decision the engine takes, and a fee of the service', async () => {
  const { page, saved } = await openDraft(site, PERMIT, 'decisions')
  await page.getByRole('button', { name: 'Fee from simple rows' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('In English').fill('Parking fee')
  await dialog.getByLabel('In Arabic').fill('رسم المواقف')
  await dialog.getByLabel('By the answer to').selectOption({ label: 'Another variable' })
  await dialog.getByLabel('Variable', { exact: true }).fill('building.cars')
  await dialog.getByLabel('Up to').fill('2')
  await dialog.getByLabel('Amount').first().fill('50.00')
  await dialog.getByLabel('Amount').last().fill('90.00')
  await dialog.getByRole('button', { name: 'Make it' }).click()
  await page.getByRole('heading', { name: 'Parking fee' }).waitFor()
  const read = await readDmn('parking-fee.dmn', await saved('parking-fee.dmn'))
  expect(read.ok && read.warnings).toEqual([])
  expect(await saved('workflow.json')).toContain('"decision": "parking_fee"')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(() => saved('parking-fee.dmn')).toBe('')
  expect(await saved('workflow.json')).not.toContain('parking_fee')
  await page.context().close()
})

test('a condition is added by choosing what is asked, and tried with any of its answers', async () => {
  const { page, saved } = await openDraft(site, PERMIT, FEES)
  await page.getByText('Every case has its rule').waitFor()
  await page.getByRole('button', { name: 'Add a condition' }).click()
  const dialog = page.getByRole('dialog')
  const looksAt = dialog.getByLabel('By the answer to')
  const [asked, called] = [await looksAt.boundingBox(), await dialog.getByLabel('In Arabic').boundingBox()]
  expect(asked?.y ?? Infinity).toBeLessThan(called?.y ?? 0)
  await looksAt.selectOption({ label: 'Building: Use of the building' })
  await expect.poll(() => dialog.getByLabel('In Arabic').inputValue()).toContain('البناء')
  expect(await dialog.getByLabel('What is looked at (FEEL)').count()).toBe(0)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect.poll(() => saved('fees.dmn')).toContain('<text>building.use</text>')
  const added = page.getByLabel(cell(1, 'Building: Use of the building'))
  await added.fill('')
  await added.press('Control+Space')
  await page.getByRole('option', { name: /"industrial"/ }).waitFor()
  await added.press('Escape')
  const trying = page.getByRole('region', { name: 'Try it' })
  await trying.getByText('Fill in what is looked at').waitFor()
  await trying.getByLabel('Use', { exact: true }).selectOption({ label: 'Industrial' })
  const read = await readDmn('fees.dmn', await saved('fees.dmn'))
  expect(read.ok).toBe(true)
  await page.context().close()
})

test('what cannot be read is said at the cell', async () => {
  const { page } = await openDraft(site, PERMIT, FEES)
  const broken = page.getByLabel(cell(2, 'Area m²'))
  await broken.fill('<= <= 5')
  await page.keyboard.press('Tab')
  await expect.poll(() => broken.getAttribute('aria-invalid')).toBe('true')
  await page.getByText(/This cell cannot be read/).waitFor()
  expect(await barriers(page)).toEqual([])
  await page.context().close()
})
