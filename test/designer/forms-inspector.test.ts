/** The inspector as an analyst uses it: every option the form engine knows is set by a field of it, and what is set is sound. */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { DAY_WORDS } from '../../designer/forms/inspector/day-words.ts'
import { INSPECTOR_WORDS } from '../../designer/forms/inspector/words.ts'
import { OPTION_PLACES } from '../../designer/forms/inspector/offered.ts'
import { BLUEPRINTS } from '../../designer/forms/model/blueprints.ts'
import { COMMANDS } from '../../designer/forms/model/commands/commands.ts'
import { readFormText } from '../../designer/forms/model/form-file.ts'
import { optionsOf } from '../../designer/forms/model/layout.ts'
import { FORMS_WORDS } from '../../designer/forms/words.ts'
import { CONNECTOR_WORDS } from '../../designer/procedure/templates/words.ts'
import { DIGEST_PATTERN } from '../../engine/core/attachment-field.ts'
import { checkPackage } from '../../engine/core/package/package.ts'
import { isText, type Language, type Text } from '../../engine/core/text.ts'
import { barriers, LANGUAGES, overhang, type Site } from '../pages/browser.ts'
import { openForm, type OpenForm } from './form-page.ts'
import { done, EMPTY, FILE, findingsOf } from './form-scene.ts'
import { screenshot } from './screenshot.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })

let site: Site
beforeAll(async () => {
  site = await openDesigner({ doubles: true })
})
afterAll(() => site.close())

const made = (...kinds: readonly (keyof typeof BLUEPRINTS)[]): string =>
  kinds.reduce((text, kind) => done(text, COMMANDS.addField, { kind, into: '/ui' }), EMPTY)

const DRAWING = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="x">
  <bpmn:process id="card" name="بطاقة · Card" isExecutable="true">
    <bpmn:startEvent id="begun" name="بدأ · Begun"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="judge" name="البت في الطلب · Decide">
      <bpmn:extensionElements><zeebe:userTask /><zeebe:formDefinition formId="built" /></bpmn:extensionElements>
      <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="done" name="انتهى · Done"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="a" sourceRef="begun" targetRef="judge" /><bpmn:sequenceFlow id="b" sourceRef="judge" targetRef="done" />
  </bpmn:process>
</bpmn:definitions>
`

const WORKFLOW = JSON.stringify({
  id: 'moj.card',
  version: '1.0.0',
  title: { ar: 'بطاقة', en: 'Card' },
  agency: 'moj',
  start: { process: 'card', form: 'built', channels: ['portal'] },
  legalBasis: [{ id: 'law', title: { ar: 'قانون', en: 'Law' }, verified: false }],
  policy: { branches: ['رام الله', 'نابلس'] },
})
const OTHERS = { 'card.bpmn': DRAWING, 'workflow.json': WORKFLOW }

type Words = Text

const optionsIn = (text: string, place: string) => {
  const read = readFormText(text)
  return read.ok ? optionsOf(read.form, place) : {}
}

const line = (page: Page, place: string, language: Language): Locator =>
  page.locator('.fb-lines .fb-line').filter({ hasText: LABELS[place]?.[language] ?? place })
const labelOf = (kind: keyof typeof BLUEPRINTS): Words => {
  const label = BLUEPRINTS[kind]().texts['']?.['label']
  if (!isText(label)) throw new Error(`Expected a label of ${kind}`)
  return label
}
const LABELS: Readonly<Record<string, Words>> = {
  '/text': labelOf('text'),
  '/details': labelOf('longText'),
  '/nationalId': labelOf('nationalId'),
  '/choice': labelOf('radio'),
  '/date': labelOf('date'),
  '/digest': { ar: 'الملف', en: 'The file' },
}

const tab = (page: Page, words: { readonly ar: string; readonly en: string }, language: Language): Promise<void> =>
  page.locator('.fb-inspector').getByRole('tab', { name: words[language], exact: true }).click()

const TABS = {
  question: FORMS_WORDS.question,
  choices: FORMS_WORDS.choices,
  answer: INSPECTOR_WORDS.answer,
  rules: FORMS_WORDS.rules,
  messages: INSPECTOR_WORDS.messages,
} as const

const choose =
  (label: Words, value: string) =>
  (page: Page, language: Language): Promise<unknown> =>
    page.locator('.fb-inspector').getByLabel(label[language], { exact: true }).first().selectOption(value)
const write =
  (label: Words, text: string) =>
  (page: Page, language: Language): Promise<unknown> =>
    page.locator('.fb-inspector').getByLabel(label[language], { exact: true }).first().fill(text)
const tick =
  (label: Words) =>
  (page: Page, language: Language): Promise<unknown> =>
    page.locator('.fb-inspector').getByLabel(label[language], { exact: true }).first().click()
const opened =
  (deed: (page: Page, language: Language) => Promise<unknown>) =>
  async (page: Page, language: Language): Promise<void> => {
    const more = page.locator('.fb-inspector details').first()
    if (!(await more.evaluate((it) => (it as HTMLDetailsElement).open))) await more.locator('summary').click()
    await deed(page, language)
  }

/** How an analyst sets each option, at which question, and what stands in the form then. */
const DEEDS: Readonly<
  Record<string, readonly [place: string, deed: (page: Page, language: Language) => Promise<unknown>, value: unknown]>
> = {
  required: ['/text', choose(FORMS_WORDS.required, 'when'), '=true'],
  dir: ['/text', opened(choose(INSPECTOR_WORDS.dir, 'ltr')), 'ltr'],
  width: ['/text', opened(write(INSPECTOR_WORDS.widthIn, '٢٠')), 20],
  autocomplete: ['/text', opened(choose(INSPECTOR_WORDS.autocomplete, 'name')), 'name'],
  rows: ['/details', opened(write(INSPECTOR_WORDS.rows, '7')), 7],
  check: ['/nationalId', tick(INSPECTOR_WORDS.luhn), 'luhn'],
  accept: ['/digest', tick({ ar: 'وثيقة PDF', en: 'PDF document' }), ['application/pdf']],
  earliest: ['/date', choose(DAY_WORDS.earliest, 'before'), '=today() - duration("P1Y")'],
  latest: ['/date', choose(DAY_WORDS.latest, 'today'), '=today()'],
  computed: ['/text', write(FORMS_WORDS.computed, '"x"'), '="x"'],
  prefill: ['/text', write(FORMS_WORDS.prefill, 'application.id'), '=application.id'],
  visible: ['/details', write(INSPECTOR_WORDS.visible, 'text = null'), '=text = null'],
  readonly: ['/text', choose(INSPECTOR_WORDS.writableWhen, 'always'), true],
  readable: ['/text', choose(INSPECTOR_WORDS.readable, 'only'), ['staff']],
  writable: ['/text', choose(INSPECTOR_WORDS.writable, 'only'), ['staff']],
  outcomes: ['/choice', choose(FORMS_WORDS.means, 'refuse'), { refuse: ['first'] }],
  choices: ['/choice', choose(INSPECTOR_WORDS.source, 'known'), '=policy.branches'],
}

/** With a file known by its digest alone, and a condition of the field itself: both come from files that were written by hand. */
function scene(): string {
  const form = JSON.parse(made('text', 'longText', 'nationalId', 'radio', 'date'))
  form.schema.properties.digest = { type: 'string', pattern: DIGEST_PATTERN }
  form.texts['/digest'] = { label: LABELS['/digest'] }
  form.ui.elements.push({ type: 'Control', scope: '#/properties/digest' })
  form.ui.elements[1].options = { visible: true }
  return `${JSON.stringify(form, null, 2)}\n`
}

describe.each(LANGUAGES)('the inspector, in %s', (language) => {
  test('sets every option that has its place there, and what it writes is sound', async () => {
    const placed = Object.entries(OPTION_PLACES).flatMap(([option, it]) =>
      'panel' in it ? [[option, it.panel] as const] : [],
    )
    expect(Object.keys(DEEDS).sort()).toEqual(placed.map(([option]) => option).sort())
    const { page, saved } = await openForm(site, language, scene(), OTHERS)
    for (const [option, [place, deed, value]] of Object.entries(DEEDS)) {
      const panel = placed.find(([it]) => it === option)?.[1] ?? 'question'
      await line(page, place, language).click()
      await tab(page, TABS[panel], language)
      await deed(page, language)
      expect([option, optionsIn(await saved(), place)[option]]).toEqual([option, value])
    }
    expect(findingsOf(await saved())).toEqual([])
    expect(site.complaints).toEqual([])
    await page.context().close()
  })

  test('says between which numbers a width lies, and keeps none beyond them', async () => {
    const { page, saved } = await openForm(site, language, made('text'), OTHERS)
    await line(page, '/text', language).click()
    await DEEDS['width']?.[1](page, language)
    const width = page.locator('.fb-inspector').getByLabel(INSPECTOR_WORDS.widthIn[language], { exact: true })
    await width.fill('500')
    const fault = page.locator('.fb-inspector .field-error')
    await fault.waitFor()
    expect((await fault.innerText()).replaceAll(/[\u2066-\u2069]/g, '')).toBe(
      { ar: 'المتوقع عدد صحيح من 1 إلى 100', en: 'Expected a whole number from 1 to 100' }[language],
    )
    expect(optionsIn(await saved(), '/text')['width']).toBe(20)
    await page.context().close()
  })

  test('calls the value of a choice otherwise, says before what follows, and takes all of it back in one step', async () => {
    const asks = (value: string): string =>
      DRAWING.replace(
        'targetRef="done" />',
        `targetRef="done"><bpmn:conditionExpression>=choice = &quot;${value}&quot;</bpmn:conditionExpression></bpmn:sequenceFlow>`,
      )
    const form = made('radio')
    const { page, saved, file } = await openForm(site, language, form, { ...OTHERS, 'card.bpmn': asks('first') })
    await line(page, '/choice', language).click()
    await tab(page, TABS.choices, language)
    const inspector = page.locator('.fb-inspector')
    await inspector.getByLabel(FORMS_WORDS.choiceValue[language]).first().fill('granted')
    await inspector
      .getByText({ ar: /^يتبعه في الخطوة نفسها/, en: /^These follow in the same step/ }[language])
      .waitFor()
    await screenshot(page, `choice-value-${language}`)
    await page.keyboard.press('Tab')
    await expect.poll(() => file('card.bpmn')).toBe(asks('granted'))
    expect(JSON.parse(await saved()).schema.properties.choice.enum).toEqual(['granted', 'second'])
    await page.getByRole('button', { name: { ar: /^تراجع/, en: /^Undo/ }[language] }).click()
    await expect.poll(() => file('card.bpmn')).toBe(asks('first'))
    expect(await saved()).toBe(form)
    await page.context().close()
  })

  test('says between which days a date lies: counted from today, a certain day, that of another question, or as FEEL', async () => {
    const { page, saved } = await openForm(site, language, made('date', 'date', 'text'), OTHERS)
    await page
      .locator('.fb-lines .fb-line')
      .filter({ hasText: labelOf('date')[language] })
      .nth(1)
      .click()
    await tab(page, TABS.answer, language)
    const inspector = page.locator('.fb-inspector')
    const bounds = async () => {
      const { earliest, latest } = optionsIn(await saved(), '/date2')
      return [earliest, latest]
    }
    await choose(DAY_WORDS.earliest, 'question')(page, language)
    await choose(DAY_WORDS.latest, 'before')(page, language)
    await inspector.getByLabel(DAY_WORDS.howMany[language]).fill('١٨')
    await inspector.getByLabel(DAY_WORDS.unit[language], { exact: true }).selectOption('Y')
    await expect.poll(bounds).toEqual(['=date', '=today() - duration("P18Y")'])
    await screenshot(page, `days-${language}`)
    expect(await barriers(page)).toEqual([])
    await choose(DAY_WORDS.earliest, 'day')(page, language)
    await inspector.getByLabel({ ar: 'السنة', en: 'Year' }[language], { exact: true }).fill('2024')
    await choose(DAY_WORDS.latest, 'own')(page, language)
    await expect.poll(bounds).toEqual(['=date("2024-01-01")', '=(today() - duration("P18Y"))'])
    await screenshot(page, `days-other-${language}`)
    expect(findingsOf(await saved())).toEqual([])
    await choose(DAY_WORDS.earliest, 'none')(page, language)
    await choose(DAY_WORDS.latest, 'today')(page, language)
    await expect.poll(bounds).toEqual([undefined, '=today()'])
    await page.context().close()
  })

  test('says who sees and changes an answer by the names of the steps', async () => {
    const { page, saved } = await openForm(site, language, made('text'), OTHERS)
    await line(page, '/text', language).click()
    await tab(page, TABS.rules, language)
    await choose(INSPECTOR_WORDS.writable, 'only')(page, language)
    const inspector = page.locator('.fb-inspector')
    await inspector.getByLabel({ ar: /الخطوة.*البت في الطلب/, en: /the step.*Decide/ }[language]).check()
    await inspector.getByLabel(INSPECTOR_WORDS.staff[language], { exact: true }).uncheck()
    expect(optionsIn(await saved(), '/text')['writable']).toEqual(['judge'])
    await screenshot(page, `people-${language}`)
    expect(await barriers(page)).toEqual([])
    await page.context().close()
  })

  test('keeps a sentence of the form’s own for a fault, and goes back to the usual one', async () => {
    const { page, saved } = await openForm(site, language, made('text'), OTHERS)
    await line(page, '/text', language).click()
    await tab(page, TABS.messages, language)
    const inspector = page.locator('.fb-inspector')
    await inspector.getByRole('button', { name: INSPECTOR_WORDS.writeOwn[language] }).first().press('Enter')
    await inspector.getByLabel({ ar: 'بالعربية', en: 'In Arabic' }[language]).fill('اكتب جوابك هنا')
    await inspector.getByLabel({ ar: 'بالإنجليزية', en: 'In English' }[language]).fill('Write it here')
    const own = { required: { ar: 'اكتب جوابك هنا', en: 'Write it here' } }
    expect(JSON.parse(await saved()).texts['/text'].errors).toEqual(own)
    await screenshot(page, `messages-${language}`)
    expect(await barriers(page)).toEqual([])
    await inspector.getByRole('button', { name: INSPECTOR_WORDS.backToUsual[language] }).press('Enter')
    expect(JSON.parse(await saved()).texts['/text'].errors).toBeUndefined()
    await page.context().close()
  })

  test('asks a register for choices: the service from the bus, what it wants to know, what of its reply is offered, its agreement', async () => {
    const work = await openForm(site, language, made('address', 'select'), OTHERS)
    const { page, saved, file } = work
    await line(page, '/choice', language).click()
    await tab(page, TABS.choices, language)
    await choose(INSPECTOR_WORDS.source, 'register')(page, language)
    const inspector = page.locator('.fb-inspector')
    await inspector.getByRole('button', { name: INSPECTOR_WORDS.chooseService[language] }).click()
    const offer = page.locator('.offer', { hasText: 'PS/GOV/MTIT/post/listOffices/v1' })
    await offer.waitFor()
    expect(await page.locator('.offer', { hasText: 'masar' }).count()).toBe(0)
    await screenshot(page, `register-chooser-${language}`)
    await offer.press('Enter')
    await inspector
      .getByLabel(/governorate/)
      .first()
      .selectOption('name address.governorate')
    expect(optionsIn(await saved(), '/choice')['choices']).toEqual({
      service: 'PS/GOV/MTIT/post/listOffices/v1',
      query: { governorate: '=address.governorate' },
      offer: '=for entry in reply.offices return {value: entry.code, ar: entry.name.ar, en: entry.name.en}',
    })
    await inspector.getByRole('button', { name: CONNECTOR_WORDS.addAgreement[language] }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel({ ar: 'بالعربية', en: 'In Arabic' }[language]).fill('اختيار مكتب التسليم')
    await dialog.getByLabel({ ar: 'بالإنجليزية', en: 'In English' }[language]).fill('Choosing the office of delivery')
    await dialog.getByRole('button', { name: CONNECTOR_WORDS.save[language] }).click()
    expect(await file('workflow.json')).toContain('PS/GOV/MTIT/post/listOffices')
    await inspector.getByLabel(INSPECTOR_WORDS.keep[language]).selectOption('P1D')
    expect(await saved()).toContain('"keep": "P1D"')
    await screenshot(page, `register-${language}`)
    expect(await barriers(page)).toEqual([])
    expect(await overhang(page)).toBe(0)
    expect(await judged(work)).toEqual([])
    expect(site.complaints).toEqual([])
    await page.context().close()
  })
})

/** What the check of the whole package says of the form. */
async function judged({ file }: OpenForm): Promise<readonly string[]> {
  const paths = ['card.bpmn', 'workflow.json', FILE]
  const texts = await Promise.all(
    paths.map(async (path) => [path, new TextEncoder().encode(await file(path))] as const),
  )
  const files = new Map(texts)
  const checked = await checkPackage(files, { package: () => Promise.resolve(undefined) })
  const findings = checked.ok ? [] : checked.findings
  return findings.filter((it) => it.file?.startsWith('forms/')).map(({ message }) => message)
}
