/** A finding leads to the very field it speaks of, with the focus: on the title page, in a drawing, a form, a decision, a paper. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Page } from 'playwright-core'
import { NEW_NOTICE } from '../../engine/core/template/unwritten.ts'
import { LANGUAGES, type Site } from '../pages/browser.ts'
import { openDraft, type KeptDraft } from './open-draft.ts'
import { PERMIT_DRAFT, WORKFLOW } from './permit-draft.ts'
import { shippedFiles } from './rules-draft.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 240_000 })

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

interface Led {
  readonly what: string
  readonly draft: () => Promise<KeptDraft>
  /** Of the link that is followed. */
  readonly link: RegExp
  /** What the focus is in then. */
  readonly at: string
}

const permit = (files: Readonly<Record<string, string>>) => (): Promise<KeptDraft> =>
  Promise.resolve({ packageId: 'moj.permit', files: { ...PERMIT_DRAFT, ...files } })

const titlePage = (change: object): Record<string, string> => ({
  'workflow.json': JSON.stringify({ ...WORKFLOW, ...change }),
})

const NON_CONVICTION = 'moj.non-conviction'

const shipped =
  (path: string, from: string, to: string, id = NON_CONVICTION) =>
  async (): Promise<KeptDraft> => {
    const files = await shippedFiles(id)
    const text = files[path] ?? ''
    if (!text.includes(from)) throw new Error(`Expected "${from}" in ${path}`)
    return { packageId: id, files: { ...files, [path]: text.replace(from, to) } }
  }

const form = (change: (form: { title: object; texts: object; ui: object }) => void): string => {
  const read = JSON.parse(PERMIT_DRAFT['forms/apply.form.json'] ?? '') as Parameters<typeof change>[0]
  read.ui = { type: 'VerticalLayout', elements: [{ type: 'Control', scope: '#/properties/purpose' }] }
  change(read)
  return JSON.stringify(read)
}

const LEADS: readonly Led[] = [
  {
    what: 'a role without its English name: that field of that role',
    draft: permit(titlePage({ roles: { ...WORKFLOW.roles, heads: { ar: 'رؤساء الأقسام', en: '' } } })),
    link: /policy.*roles.*heads/,
    at: '[data-place="/roles/heads/en"]',
  },
  {
    what: 'a deadline nobody can read: how long it is',
    draft: permit(titlePage({ deadlines: [{ ...WORKFLOW.deadlines[0], duration: 'soon' }] })),
    link: /policy.*deadlines.*duration/,
    at: '[data-place="/deadlines/0/duration"]',
  },
  {
    what: 'two deadlines of one id: the id of the second',
    draft: permit(titlePage({ deadlines: [WORKFLOW.deadlines[0], WORKFLOW.deadlines[0]] })),
    link: /policy.*deadlines.*1/,
    at: '[data-place^="/deadlines/1"]',
  },
  {
    what: 'no channel to apply over: the channels',
    draft: permit(titlePage({ start: { ...WORKFLOW.start, channels: [] } })),
    link: /policy.*channels/,
    at: '[data-place="/start/channels"] input',
  },
  {
    what: 'a task nobody may do: who does it',
    draft: permit({}),
    link: /procedure.*review.*user-tasks/,
    at: '.about[data-about="review"] [data-rules~="bpmn/user-tasks"] *',
  },
  {
    what: 'a repetition of nothing, in a group that is folded away: its field',
    draft: permit({
      'permit.bpmn': (PERMIT_DRAFT['permit.bpmn'] ?? '').replace(
        /(<bpmn:userTask id="review"[^>]*>.*?)(<\/bpmn:userTask>)/,
        '$1<bpmn:multiInstanceLoopCharacteristics/>$2',
      ),
    }),
    link: /procedure.*review.*loops/,
    at: 'details[data-group="repetition"][open] *',
  },
  {
    what: 'a question without words: its words',
    draft: permit({ 'forms/apply.form.json': form((it) => (it.texts = {})) }),
    link: /forms.*purpose/,
    at: '.fb-inspector input',
  },
  {
    what: 'a question without its Arabic words: that text',
    draft: permit({
      'forms/apply.form.json': form(
        (it) => (it.texts = { ...it.texts, '/purpose': { label: { ar: '', en: 'Purpose' } } }),
      ),
    }),
    link: /forms.*purpose.*label/,
    at: '.fb-inspector input[lang=ar][aria-invalid=true]',
  },
  {
    what: 'a form without its English title: that title',
    draft: permit({ 'forms/apply.form.json': form((it) => (it.title = { ar: 'طلب', en: '' })) }),
    link: /forms.*title/,
    at: '[data-place="/title/en"]',
  },
  {
    what: 'a cell of a decision nobody can read: that cell',
    draft: shipped('fees.dmn', '<text>"none"</text>', '<text>"none</text>'),
    link: /decisions.*exemption_r1/,
    at: '.decision-body input[data-cell]',
  },
  {
    what: 'a column that asks for nothing anybody can read: that column',
    draft: shipped('fees.dmn', '<text>request.exemption</text>', '<text>request.</text>'),
    link: /decisions.*exemption_in0/,
    at: '.decision-body .column-name',
  },
  {
    what: 'a paper with a block that does not end: what is wrong, and in which line',
    draft: shipped('templates/certificate-en.hbs', '{{', '{{#if document}}{{'),
    link: /documents.*certificate-en/,
    at: '.documents .fault',
  },
  {
    what: 'a name no step hands over: what was meant',
    draft: shipped('templates/articles.hbs', '{{date draftedOn}}', '{{date draftOn}}', 'mne.company-registration'),
    link: /documents.*articles.*line/,
    at: '.documents .fault:has(.notice-warn)',
  },
  {
    what: 'a notice nobody has written in English: that text',
    draft: permit({ 'templates/told.ar.txt.hbs': 'جاهز', 'templates/told.en.txt.hbs': NEW_NOTICE.en }),
    link: /documents\/told\.txt\/line 1\/en/,
    at: '.documents .fault[data-of=en]',
  },
]

const focused = (page: Page, selector: string) =>
  page.waitForFunction((wanted) => document.activeElement?.matches(wanted) === true, selector)

describe.each(LANGUAGES)('a finding leads, in %s, from', (language) => {
  test.each(LEADS)('$what', async ({ draft, link, at }) => {
    const { page } = await openDraft(site, await draft(), 'findings', { language })
    const links = page.locator('.finding a')
    await links.first().waitFor()
    const addresses = await links.evaluateAll((all) =>
      all.map((it) => decodeURIComponent(it.getAttribute('href') ?? '')),
    )
    const index = addresses.findIndex((it) => link.test(it))
    expect(addresses).toContainEqual(expect.stringMatching(link))
    await links.nth(index).click()
    await focused(page, at).catch(async () => {
      const found = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300))
      throw new Error(`Expected the focus at ${at}, but it is at ${found ?? 'nothing'} (${addresses[index] ?? ''})`)
    })
    expect(site.complaints).toEqual([])
    await page.context().close()
  })
})

test('at the place itself a finding speaks as in the list: no file, no attribute, no id', async () => {
  const { page } = await openDraft(
    site,
    { packageId: 'moj.permit', files: PERMIT_DRAFT },
    'procedure/permit.bpmn/review',
  )
  const side = page.getByRole('complementary')
  const technical = /candidateGroups|workflow\.json|\breview\b(?! the)/
  await side
    .getByText(/“Groups”/)
    .first()
    .waitFor()
  expect(await side.locator('.field-error, .also-wrong').allInnerTexts()).not.toContainEqual(
    expect.stringMatching(technical),
  )
  await side.getByRole('tab', { name: 'Steps' }).click()
  const card = side.locator('.step-findings')
  await card
    .getByText(/“Groups”/)
    .first()
    .waitFor()
  expect(await card.innerText()).not.toMatch(technical)
  await page.locator('.finding-mark button').first().click()
  expect(await page.locator('.finding-mark').first().innerText()).not.toMatch(technical)
  await page.context().close()
})
