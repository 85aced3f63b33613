import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { SECTIONS } from '../../designer/policy/sections.ts'
import { barriers, LANGUAGES, overhang, PEOPLE, type Site } from '../pages/browser.ts'
import { openDraft } from './rules-draft.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000, expect: { poll: { timeout: 10_000 } } })

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

const PERMIT = 'lgu.building-permit'

describe.each(LANGUAGES)('the policy of a service, in %s', (language) => {
  test('has a form for each section, fit for everybody', async () => {
    const { page } = await openDraft(site, PERMIT, 'policy', { language })
    for (const { title } of SECTIONS) {
      // What is wrong in a section is counted beside its name.
      await page.getByRole('link', { name: new RegExp(`^${title[language]}\\s*\\d*$`) }).click()
      await page.getByRole('heading', { level: 2, name: title[language], exact: true }).waitFor()
      expect([title.en, ...(await barriers(page))]).toEqual([title.en])
      expect(await overhang(page)).toBe(0)
    }
    expect(site.complaints).toEqual([])
    await page.context().close()
  })
})

test('a deadline is changed in words, and only its line is written', async () => {
  const { page, saved } = await openDraft(site, PERMIT, 'policy/deadlines')
  const before = await saved('workflow.json')
  const card = page.getByRole('group', { name: 'Technical audit' }).first()
  await card.getByLabel('How many').fill('٧')
  await card.getByLabel('Unit').selectOption({ label: 'days' })
  await page.keyboard.press('Tab')
  await expect.poll(() => saved('workflow.json')).toContain('"P7D"')
  const [was, is] = [before.split('\n'), (await saved('workflow.json')).split('\n')]
  expect(is.filter((line, index) => line !== was[index]).map((line) => line.trim())).toEqual(['"duration": "P7D",'])
  await page.context().close()
})

test('an article that is renamed is renamed where it is rested on, and undone in one step', async () => {
  const { page, saved } = await openDraft(site, PERMIT, 'policy/law')
  const before = await saved('workflow.json')
  const card = page.getByRole('group', { name: /^Agreement on exchange/ })
  await card.getByLabel('Id').fill('bus-2026')
  await page.keyboard.press('Tab')
  await expect.poll(() => saved('workflow.json')).not.toContain('"bus-agreement"')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(() => saved('workflow.json')).toBe(before)
  await page.context().close()
})

test('whoever renames what drawings say is told which', async () => {
  const { page } = await openDraft(site, PERMIT, 'policy/deadlines')
  const card = page.getByRole('group', { name: /^Opinion of an agency/ })
  await card.getByLabel('Id').fill('opinion-term')
  await card.getByText(/Also said in: .*opinions\.bpmn/).waitFor()
  await card.getByLabel('Id').fill('Not an id!')
  expect(await card.getByLabel('Id').getAttribute('aria-invalid')).toBe('true')
  await page.context().close()
})

test('an agreement is added by keyboard alone', async () => {
  const { page, saved } = await openDraft(site, PERMIT, 'policy/agreements')
  await page.getByRole('button', { name: 'Add: Data agreements' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('.card-body input:focus').waitFor()
  await page.keyboard.type('PS/GOV/MOL/work/getPermit')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Whether they work')
  await page.keyboard.press('Tab')
  await page.keyboard.type('هل يعمل')
  await page.keyboard.press('Tab')
  await expect
    .poll(async () => (JSON.parse(await saved('workflow.json')) as { dataAgreements: object[] }).dataAgreements.at(-1))
    .toMatchObject({
      service: 'PS/GOV/MOL/work/getPermit',
      purpose: { en: 'Whether they work', ar: 'هل يعمل' },
      legalBasis: 'organising-law',
    })
  await page.context().close()
})

test('an example of a fee is asked of its decision, and says what it comes to as it is typed', async () => {
  const { page, saved } = await openDraft(site, PERMIT, 'policy/fees')
  const example = page.getByRole('group', { name: 'Up to 200 m²' })
  await example.getByText('Comes to: \u2068100.00 ILS\u2069').waitFor()
  await example.getByLabel('Area m²').fill('350')
  await example.getByText('Comes to: \u2068200.00 ILS\u2069').waitFor()
  await expect
    .poll(() => saved('workflow.json'))
    .toContain('"given": "={building: {publicBuilding: false, areaM2: 350}}"')
  await page.context().close()
})

test('an amount that changes from a day on is written once, and told for today and from that day', async () => {
  const { page, saved } = await openDraft(site, PERMIT, 'policy/fees')
  page.setDefaultTimeout(60_000)
  const fee = page.getByRole('group', { name: /^Study fee/ }).first()
  const before = await saved('fees.dmn')
  await fee.getByRole('button', { name: /^New amounts from a day on/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('First day it holds').fill('٢٠٩٩-٠١-٠١')
  await dialog.getByLabel(/200/).first().fill('١٢٠')
  await picture(page, 'fee-from-dialog')
  await dialog.getByRole('button', { name: 'Add the amounts' }).click()
  const example = page.getByRole('group', { name: 'Up to 200 m²' })
  await example.getByText('Comes to: \u2068100.00 ILS\u2069').waitFor()
  await example.getByText('From \u20682099-01-01\u2069: \u2068120.00 ILS\u2069').waitFor()
  await picture(page, 'fee-from')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(() => saved('fees.dmn')).toBe(before)
  await page.context().close()
})

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` })
}

test('who must sign before it is published is chosen by name, with who could', async () => {
  const { page, saved } = await openDraft(site, PERMIT, 'policy/signers')
  const signOff = async (): Promise<unknown> =>
    (JSON.parse(await saved('workflow.json')) as { signOff?: object }).signOff
  await page.getByText('No signature is asked for').waitFor()
  await page.getByRole('button', { name: 'Add: Legal affairs' }).click()
  await page.getByRole('button', { name: 'Add: Finance' }).click()
  const [legal, finance] = [
    page.getByRole('group', { name: 'Legal affairs' }),
    page.getByRole('group', { name: 'Finance' }),
  ]
  await legal.getByText(`Can sign: \u2068${PEOPLE.lawyer.name}\u2069`).waitFor()
  await finance.getByText(`Can sign: \u2068${PEOPLE.treasurer.name}\u2069`).waitFor()
  expect(await page.getByRole('button', { name: 'Add: Legal affairs' }).count()).toBe(0)
  await finance.getByLabel('Group of accounts').fill('treasury')
  await finance.getByText(/Nobody of your agency is in this group/).waitFor()
  await expect.poll(signOff).toEqual([
    { role: 'legal', title: { ar: 'الشؤون القانونية', en: 'Legal affairs' } },
    { role: 'treasury', title: { ar: 'الشؤون المالية', en: 'Finance' } },
  ])
  await legal.getByRole('button', { name: /^Remove/ }).click()
  await expect.poll(signOff).toEqual([{ role: 'treasury', title: { ar: 'الشؤون المالية', en: 'Finance' } }])
  await page.context().close()
})

test('a constant is a value of its kind', async () => {
  const { page, saved } = await openDraft(site, PERMIT, 'policy/constants')
  const card = page.getByRole('group', { name: 'quorum' })
  await card.getByLabel('Value').fill('5')
  await expect.poll(() => saved('workflow.json')).toContain('"quorum": 5')
  await card.getByLabel('Value').fill('five')
  await card.getByText('Write a number').waitFor()
  expect(await saved('workflow.json')).toContain('"quorum": 5')
  await page.context().close()
})

test('what is undone elsewhere is seen here', async () => {
  const { page } = await openDraft(site, PERMIT, 'policy/service')
  const version = page.getByLabel('Version')
  await version.fill('2.0.0')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(() => version.inputValue()).toBe('1.0.0')
  await page.context().close()
})
