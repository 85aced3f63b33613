/** An analyst who writes no FEEL says when each way out of a gateway is taken: by the decision of a clerk, by an answer of the applicant, otherwise. */
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CONDITION_WORDS as WORDS } from '../../designer/conditions/words.ts'
import { DAY_WORDS } from '../../designer/forms/inspector/day-words.ts'
import { checkPackage } from '../../engine/core/package/package.ts'
import { bytesOf } from '../../engine/core/package/draft-files.ts'
import { startersIn } from '../../engine/packages/starters.ts'
import { barriers, LANGUAGES, overhang, type Site } from '../pages/browser.ts'
import { openDraft } from './open-draft.ts'
import { screenshot } from './screenshot.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 240_000, expect: { poll: { timeout: 10_000 } } })

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

const LICENCE = startersIn(fileURLToPath(new URL('../../engine/starters', import.meta.url))).files(
  'starter.licence-with-inspection',
)

test.each(LANGUAGES)(
  'ways part by choice, not by FEEL, and one is taken otherwise by one click, in %s',
  async (language) => {
    const files = Object.fromEntries((await LICENCE) ?? [])
    const { page, saved } = await openDraft(
      site,
      { packageId: 'moj.licence', files },
      'procedure/licence.bpmn/is_granted',
      {
        language,
      },
    )
    const xml = (): Promise<string> => saved('licence.bpmn')
    const group = page.locator('[data-group=gateway]')
    const question = group.getByLabel(WORDS.question[language], { exact: true })
    const answer = group.getByLabel(WORDS.answer[language], { exact: true })

    // What was written by hand is shown as it would be chosen, by the words of the form.
    await question.waitFor()
    expect(await question.inputValue()).toBe('decision')
    expect(await answer.evaluate((it: HTMLSelectElement) => it.selectedOptions[0]?.textContent)).toBe(
      language === 'ar' ? 'منح الرخصة' : 'Grant the licence',
    )
    await screenshot(page, `conditions-${language}`)
    expect(await barriers(page)).toEqual([])
    expect(await overhang(page)).toBe(0)

    // By an answer of the applicant.
    await question.selectOption('area')
    await answer.selectOption('>=')
    await group.getByLabel(WORDS.thanNumber[language], { exact: true }).fill('٢٠')
    await page.keyboard.press('Enter')
    await expect.poll(xml).toContain('>=area &gt;= 20<')

    // By a day, counted from today or a certain one.
    await question.selectOption('visitedOn')
    await answer.selectOption('<=')
    const day = group.getByLabel(WORDS.whichDay[language], { exact: true }).first()
    await day.selectOption('before')
    await group.getByLabel(DAY_WORDS.unit[language], { exact: true }).selectOption('M')
    await group.getByLabel(DAY_WORDS.howMany[language], { exact: true }).fill('٣')
    await page.keyboard.press('Enter')
    await expect.poll(xml).toContain('>=visitedOn &lt;= string(today() - duration("P3M"))<')
    await screenshot(page, `conditions-day-${language}`)
    expect(await barriers(page)).toEqual([])
    expect(await overhang(page)).toBe(0)
    await day.selectOption('day')
    await expect.poll(xml).toMatch(/>=visitedOn &lt;= "\d{4}-01-01"</)
    await screenshot(page, `conditions-certain-day-${language}`)
    await question.selectOption('area')
    await answer.selectOption('>=')
    await group.getByLabel(WORDS.thanNumber[language], { exact: true }).fill('20')
    await page.keyboard.press('Enter')
    await expect.poll(xml).toContain('>=area &gt;= 20<')

    // As an expression, and back.
    await group.getByRole('button', { name: WORDS.write[language] }).click()
    expect(await group.locator('textarea').inputValue()).toBe('=area >= 20')
    await group.locator('textarea').fill('=area >= 20 and decision = "grant"')
    await page.keyboard.press('Tab')
    await expect.poll(xml).toContain('and decision')
    await group.getByRole('button', { name: WORDS.chooseInstead[language] }).click()
    await question.selectOption('decision')
    await expect.poll(xml).toContain('>=decision = "grant"<')

    // Otherwise.
    await group.getByRole('radio').nth(1).click()
    await expect.poll(xml).toContain('default="is_granted__find_fee"')
    await question.selectOption('decision')
    await answer.selectOption('= "refuse"')
    await expect.poll(xml).toContain('>=decision = "refuse"<')
    const checked = await checkPackage(bytesOf(new Map([...Object.entries(files), ['licence.bpmn', await xml()]])), {
      package: () => Promise.resolve(undefined),
    })
    expect(checked.ok ? [] : checked.findings).toEqual([])
    expect(site.complaints).toEqual([])
    await page.context().close()
  },
)
