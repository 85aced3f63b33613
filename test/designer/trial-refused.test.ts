import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { blankPackage } from '../../engine/core/package/blank.ts'
import type { AgencyId } from '../../engine/core/ids.ts'
import { TRIAL_WORDS } from '../../designer/trial/words.ts'
import { barriers, LANGUAGES, type Site } from '../pages/browser.ts'
import { openDraft } from './open-draft.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 240_000 })

const PICTURES = process.env['MASAR_PICTURES']

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

const SOUND = Object.fromEntries(
  blankPackage({ packageId: 'moj.card', title: { ar: 'بطاقة', en: 'Card' }, agency: 'moj' as AgencyId }),
)

const TITLE = { ar: 'بالإنجليزية', en: 'in English' } as const

describe.each(LANGUAGES)('a draft that cannot be tried, in %s', (language) => {
  test('says why as the findings do, leads to the field, and is tried again once it was mended', async () => {
    const { page } = await openDraft(site, { packageId: 'moj.card', files: SOUND }, 'policy', { language })
    const english = page.locator('input[lang=en]').first()
    await english.fill('')
    await english.blur()
    await page.getByRole('link', { name: TRIAL_WORDS.title[language], exact: true }).click()
    await page.getByText(TRIAL_WORDS.unsound[language]).waitFor()
    const finding = page.locator('.trial .finding').first()
    expect(await finding.innerText()).toContain(TITLE[language])
    expect(await finding.innerText()).not.toContain('workflow.json')
    expect(await barriers(page)).toEqual([])
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/trial-unsound-${language}.png` })
    // Undone where it is told: what is shown is old, and says so.
    const again = page.getByRole('button', { name: TRIAL_WORDS.tryAgain[language] })
    expect(await again.count()).toBe(0)
    await page.locator('.draft-steps button').first().click()
    await again.waitFor()
    await again.click()
    await page.getByRole('heading', { name: TRIAL_WORDS.begin[language] }).waitFor()
    expect(await page.locator('.trial .finding').count()).toBe(0)
    expect(site.complaints).toEqual([])
    await page.context().close()
  })
})

test('what is typed as soon as the form stands there is kept', async () => {
  const { page } = await openDraft(site, { packageId: 'moj.card', files: SOUND }, 'policy', { language: 'en' })
  // Faster than any hand: before whatever else is done when a form is first shown.
  await page.evaluate(() => {
    const attach = Element.prototype.attachShadow
    Element.prototype.attachShadow = function begun(init) {
      const root = attach.call(this, init)
      queueMicrotask(() => {
        const area = root.querySelector('textarea')
        if (!area) return
        area.value = 'typed at once'
        area.dispatchEvent(new Event('input', { bubbles: true }))
      })
      return root
    }
  })
  const asked = page.waitForResponse((it) => it.url().endsWith('/trial'))
  await page.getByRole('link', { name: TRIAL_WORDS.title.en, exact: true }).click()
  await page.getByRole('heading', { name: TRIAL_WORDS.begin.en }).waitFor()
  await asked
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)))),
  )
  expect(await page.locator('.trial textarea').first().inputValue()).toBe('typed at once')
  await page.context().close()
})

test.each(LANGUAGES)('what stands still says why in the language of whoever tries it, in %s', async (language) => {
  const files = Object.fromEntries(
    Object.entries(SOUND).map(([path, text]) => [
      path,
      text.replace('candidateGroups="desk"', 'candidateGroups="=application.channel.desk"'),
    ]),
  )
  const { page } = await openDraft(site, { packageId: 'moj.card', files }, 'trial', { language })
  await page.getByRole('heading', { name: TRIAL_WORDS.begin[language] }).waitFor()
  await page.locator('.trial textarea').first().fill('بطاقة')
  await page.getByRole('button', { name: TRIAL_WORDS.send[language] }).click()
  await page.getByText(TRIAL_WORDS.inDetail[language]).click()
  const reason = page.locator('details[open] .hint')
  await reason.waitFor()
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/trial-reason-${language}.png` })
  const told = (await reason.innerText()).replaceAll(/[\u2066-\u2069]/g, '')
  expect(told).toContain(language === 'ar' ? 'المتوقع قيمة في المجموعات المرشَّحة' : 'Expected the candidate groups')
  expect(await reason.getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
  expect(await barriers(page)).toEqual([])
  await page.context().close()
})
