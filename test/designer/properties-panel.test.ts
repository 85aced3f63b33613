/** The panel and the catalogue as an analyst uses them: in a browser, by keyboard, in both languages. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { DOCUMENT_WORDS } from '../../designer/documents/words.ts'
import { checkPackage } from '../../engine/core/package/package.ts'
import { barriers, LANGUAGES, type Site } from '../pages/browser.ts'
import { openDraft, type OpenDraft } from './open-draft.ts'
import { PERMIT_DRAFT } from './permit-draft.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 240_000, expect: { poll: { timeout: 10_000 } } })

let site: Site
beforeAll(async () => {
  site = await openDesigner({ doubles: true })
})
afterAll(() => site.close())

const SHOTS = process.env['MASAR_SHOTS']
const shoot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` })
}

/** What the check says of the step that asks. */
async function findingsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const packed = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)] as const)
  const checked = await checkPackage(new Map(packed), { package: () => Promise.resolve(undefined) })
  return checked.ok ? [] : checked.findings.filter(({ place }) => place === 'lookup').map(({ message }) => message)
}

const open = async (language: 'ar' | 'en', element: string): Promise<OpenDraft> => {
  const draft = { packageId: 'moj.permit', files: PERMIT_DRAFT }
  const opened = await openDraft(site, draft, `procedure/permit.bpmn/${element}`, { language })
  await opened.page.locator('[data-shape=drawn]').waitFor()
  await opened.page.getByRole('tab', { name: language === 'ar' ? 'الخصائص' : 'Properties' }).click()
  return opened
}

const WORDS = {
  ar: {
    role: 'موظفو التصاريح',
    form: 'النموذج الذي يُملأ',
    review: 'دراسة الطلب',
    arabic: 'بالعربية',
    choose: 'اختيار موصل',
    search: 'ابحث بكلمات من الاسم أو الجهة',
    asked: 'رقم الهوية، أو رقم الجواز والجنسية',
    answer: 'متغير متن الجواب',
    addAgreement: 'إضافة الاتفاقية',
    save: 'حفظ الاتفاقية',
    undo: /^تراجع/,
    detach: 'فصل الموصل',
  },
  en: {
    role: 'Permit clerks',
    form: 'Form that is filled in',
    review: 'Review',
    arabic: 'In Arabic',
    choose: 'Choose a connector',
    search: 'Search by words of the name or the agency',
    asked: 'Identity number, or else passport and nationality',
    answer: 'Variable of the reply',
    addAgreement: 'Add the agreement',
    save: 'Save the agreement',
    undo: /^Undo/,
    detach: 'Detach the connector',
  },
} as const

describe.each(LANGUAGES)('the panel beside the canvas, in %s', (language) => {
  const words = WORDS[language]

  test('asks about the selected step, and writes the answers into the drawing', async () => {
    const { page, saved } = await open(language, 'review')
    await page.getByLabel(words.form).selectOption('review')
    await page.getByLabel(words.role).check()
    await page.getByLabel(words.arabic, { exact: true }).fill('دراسة التصريح')
    await page.keyboard.press('Tab')
    await page.locator('[data-element-id=review] text').filter({ hasText: 'التصريح' }).waitFor()
    await expect.poll(() => saved('permit.bpmn')).toContain('name="دراسة التصريح · Review"')
    const drawing = await saved('permit.bpmn')
    expect(drawing).toContain('formId="review"')
    expect(drawing).toContain('candidateGroups="clerks"')
    await shoot(page, `panel-${language}`)
    expect(await barriers(page)).toEqual([])
    expect(site.complaints).toEqual([])
    await page.context().close()
  })

  test('lets another agency be asked: from the catalogue of the bus to a step that runs, with its agreement', async () => {
    const { page, saved } = await open(language, 'lookup')
    await page.getByRole('button', { name: words.choose }).last().click()
    await page.getByLabel(words.search).fill(language === 'ar' ? 'بيانات شخص' : 'person')
    const offer = page.locator('.offer', { hasText: 'PS/GOV/MOI/civil-registry/getPerson/v1' })
    await offer.waitFor()
    await shoot(page, `catalogue-${language}`)
    expect(await barriers(page)).toEqual([])
    await offer.press('Enter')
    await page.getByLabel(words.asked).fill('=nationalId')
    await page.getByLabel(words.answer).fill('citizen')
    await page.getByLabel(words.answer).press('Enter')
    await shoot(page, `connector-${language}`)
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: words.addAgreement }).click()
    await page.getByRole('button', { name: words.save }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.locator('.field-error').count()).toBe(2)
    await dialog.getByLabel(WORDS[language].arabic, { exact: true }).fill('التحقق من الهوية')
    await dialog.getByLabel(language === 'ar' ? 'بالإنجليزية' : 'In English').fill('Identity verification')
    await shoot(page, `agreement-${language}`)
    expect(await barriers(page)).toEqual([])
    await page.getByRole('button', { name: words.save }).click()
    await page.getByRole('button', { name: words.addAgreement }).waitFor({ state: 'detached' })
    await expect.poll(() => saved('workflow.json')).toContain('dataAgreements')
    expect(JSON.parse(await saved('workflow.json'))).toMatchObject({
      title: { ar: 'تصريح' },
      dataAgreements: [
        {
          service: 'PS/GOV/MOI/civil-registry/getPerson',
          purpose: { ar: 'التحقق من الهوية', en: 'Identity verification' },
          legalBasis: 'law',
        },
      ],
    })
    const drawing = await saved('permit.bpmn')
    expect(drawing).toContain('<zeebe:input source="=nationalId" target="query.nationalId" />')
    expect(drawing).toContain('<zeebe:output source="=reply.body" target="citizen" />')
    const findings = await findingsOf({
      ...PERMIT_DRAFT,
      'permit.bpmn': drawing,
      'workflow.json': await saved('workflow.json'),
    })
    expect(findings).toEqual([])
    expect(site.complaints).toEqual([])
    await page.context().close()
  })
})

test.each(LANGUAGES)(
  'what a register answers is offered by its fields, and a question of another kind is told, in %s',
  async (language) => {
    const words = WORDS[language]
    const { page, saved } = await open(language, 'lookup')
    await page.getByRole('button', { name: words.choose }).last().click()
    await page.getByLabel(words.search).fill(language === 'ar' ? 'بيانات شخص' : 'person')
    await page.locator('.offer', { hasText: 'PS/GOV/MOI/civil-registry/getPerson/v1' }).press('Enter')
    await page.getByLabel(words.asked).fill('=1 = 1')
    const fault = language === 'ar' ? 'المتوقع' : 'but this is'
    await page.locator('[data-group="template.request"] .field-error', { hasText: fault }).waitFor()
    await shoot(page, `misfit-${language}`)
    await page.getByLabel(words.asked).fill('=nationalId')
    await page
      .locator('[data-group="template.request"] .field-error', { hasText: fault })
      .waitFor({ state: 'detached' })
    await page.keyboard.press('Tab')
    await expect.poll(() => saved('permit.bpmn')).toContain('source="=nationalId"')
    await page.locator('[data-group=mappings] summary').press('Enter')
    const outputs = page.getByRole('group', { name: language === 'ar' ? 'المخرجات' : 'Outputs' })
    await outputs.locator('.feel-text').last().fill('=reply.body.')
    const birth = page.locator('.feel-offers li', { hasText: 'birthDate' })
    await birth.waitFor()
    expect(await birth.innerText()).toContain(language === 'ar' ? 'تاريخ' : 'date')
    await shoot(page, `reply-fields-${language}`)
    expect(await barriers(page)).toEqual([])
    await page.context().close()
  },
)

test.each(LANGUAGES)(
  'a template that is not there yet is made without leaving the step, and chosen, in %s',
  async (language) => {
    const { page, saved } = await open(language, 'lookup')
    await page.getByRole('button', { name: WORDS[language].choose }).last().click()
    await page
      .locator('.offer', { hasText: language === 'ar' ? 'إصدار وثيقة' : 'Issue a document' })
      .first()
      .click()
    const make = page.getByRole('button', { name: language === 'ar' ? 'إنشاء قالب' : 'Write a template' })
    await make.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    // Who thinks better of it is where they were.
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await make.evaluate((it) => it === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await dialog.getByLabel(DOCUMENT_WORDS.name[language]).fill('permit-letter')
    await shoot(page, `new-template-${language}`)
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => saved('permit.bpmn')).toContain('key="template" value="permit-letter"')
    expect(await saved('templates/permit-letter.hbs')).not.toBe('')
    // Where one was, with the way to what was made under the hand.
    expect(page.url()).toContain('/procedure/')
    const opens = page.getByRole('button', { name: language === 'ar' ? 'فتح القالب' : 'Open the template' })
    await opens.waitFor()
    expect(await opens.evaluate((it) => it === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.locator('.documents h2', { hasText: 'permit-letter' }).waitFor()
    await page.context().close()
  },
)

test.each(LANGUAGES)(
  'a form is made from the step that needs one, called as the step is, and chosen, in %s',
  async (language) => {
    const { page, saved } = await open(language, 'review')
    const say = (ar: string, en: string): string => ({ ar, en })[language]
    await page.getByRole('button', { name: say('إنشاء نموذج', 'Make a form') }).press('Enter')
    const dialog = page.getByRole('dialog')
    expect(await dialog.locator('input[lang=ar]').inputValue()).toBe('دراسة الطلب')
    await dialog.locator('input[lang=en]').fill('Look into it')
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => saved('permit.bpmn')).toContain('formId="look-into-it"')
    expect(JSON.parse(await saved('forms/look-into-it.form.json'))).toMatchObject({ title: { ar: 'دراسة الطلب' } })
    await page.getByRole('button', { name: say('فتح النموذج', 'Open the form') }).click()
    await page.locator('.fb').waitFor()
    await page.context().close()
  },
)

test.each(LANGUAGES)('a task is given to the applicant by choosing so, in %s', async (language) => {
  const { page, saved } = await open(language, 'review')
  const say = (ar: string, en: string): string => ({ ar, en })[language]
  const whose = page.getByRole('group', { name: say('لمن المهمة', 'Whose task it is') })
  await whose.getByLabel(say('مقدم الطلب', 'The applicant')).check()
  await expect.poll(() => saved('permit.bpmn')).toContain('assignee="=application.applicant.id"')
  await shoot(page, `applicant-${language}`)
  expect(await barriers(page)).toEqual([])
  // By the arrow keys, as in every list of this kind, to what has to be written.
  await page.keyboard.press('ArrowDown')
  await page.locator('[data-group=people] .feel-text').fill('clerk.rana')
  await page.keyboard.press('Tab')
  await expect.poll(() => saved('permit.bpmn')).toContain('assignee="clerk.rana"')
  expect(await barriers(page)).toEqual([])
  await whose.getByLabel(say('من يأخذها من الموظفين', 'Whoever of the staff takes it')).check()
  await expect.poll(() => saved('permit.bpmn')).not.toContain('assignee=')
  await page.context().close()
})

test('a connector is appended from the menu of the canvas, found by a word of either language', async () => {
  const { page, saved } = await open('en', 'review')
  await page.locator('.djs-container svg').first().focus()
  await page.keyboard.press('a')
  await page.locator('.djs-popup input').waitFor()
  await page.keyboard.type('receipt')
  await page.locator('.djs-popup [data-id="masar-masar.payment"]').click()
  await page.locator('.connector strong', { hasText: 'Collect a fee' }).waitFor()
  await expect.poll(() => saved('permit.bpmn')).toContain('type="masar:payment"')
  await page.context().close()
})

test('a connector that was given is taken back by one undo', async () => {
  const { page, saved } = await open('en', 'lookup')
  await page.getByRole('button', { name: WORDS.en.choose }).last().click()
  await page.locator('.offer', { hasText: 'Collect a fee' }).click()
  await page.locator('.connector strong', { hasText: 'Collect a fee' }).waitFor()
  await expect.poll(() => saved('permit.bpmn')).toContain('masar:payment')
  await page.getByRole('button', { name: WORDS.en.undo }).click()
  await page.locator('.connector strong').waitFor({ state: 'detached' })
  await expect.poll(() => saved('permit.bpmn')).not.toContain('masar:payment')
  await page.context().close()
})

test('times are chosen and counted, or written', async () => {
  const { page, saved } = await open('en', 'wait')
  await page.getByLabel('How many').fill('٣')
  await page.getByLabel('Unit').selectOption('workingDays')
  await expect.poll(() => saved('permit.bpmn')).toContain('>P3WD<')
  await page.getByLabel('Kind of time').selectOption('timeDate')
  await page.getByLabel('Day, like').fill('2026-12-31')
  await page.getByLabel('Hour at the office').fill('09:30')
  await page.getByLabel('Hour at the office').press('Enter')
  await expect.poll(() => saved('permit.bpmn')).toContain('=date and time("2026-12-31T09:30:00@Asia/Hebron")')
  await shoot(page, 'timer-en')
  expect(await barriers(page)).toEqual([])
  await page.context().close()
})

test('mappings are added, put in order and taken away by keyboard', async () => {
  const { page, saved } = await open('en', 'review')
  await page.locator('[data-group=mappings] summary').press('Enter')
  const inputs = page.getByRole('group', { name: 'Inputs' })
  for (const [at, name] of ['first', 'second'].entries()) {
    await inputs.getByRole('button', { name: 'Add' }).press('Enter')
    await page.keyboard.type(name)
    await inputs.getByLabel(new RegExp(`Value.*${at + 1}`)).fill(`=${name}`)
    await page.keyboard.press('Tab')
  }
  await inputs.getByRole('button', { name: /second.* up/ }).press('Enter')
  await expect
    .poll(() => saved('permit.bpmn'))
    .toMatch(/source="=second" target="second"[^>]*>\s*<zeebe:input source="=first"/)
  await inputs.getByRole('button', { name: /Remove.*first/ }).press('Enter')
  await expect.poll(() => saved('permit.bpmn')).not.toContain('target="first"')
  await page.context().close()
})
