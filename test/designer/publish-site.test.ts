/** Publishing in the browser: what changes is read, the version is put in force, and stands in the record. */
import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { isProblem } from '../../engine/core/problem.ts'
import { barriers, LANGUAGES, type Site } from '../pages/browser.ts'
import { ANALYST } from './changed-service.ts'
import { openDesigner } from './site.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 240_000 })

let site: Site
beforeAll(async () => {
  site = await openDesigner()
})
afterAll(() => site.close())

const WORDS = {
  ar: {
    publish: /انشر الإصدار/,
    record: /نشره/,
    fresh: 'خدمة جديدة',
    title: 'النشر',
    number: 'رقم الإصدار الجديد',
    force: /سارٍ الآن/,
    meanwhile: /في هذه الأثناء/,
    none: 'لا فرق عن الإصدار الساري.',
    undo: /^تراجع/,
    redo: /^إعادة/,
  },
  en: {
    publish: /Publish version/,
    record: /published by/,
    fresh: 'A new service',
    title: 'Publish',
    number: 'Number of the new version',
    force: /is in force now/,
    meanwhile: /meanwhile/,
    none: 'Nothing differs from the version in force.',
    undo: /^Undo/,
    redo: /^Redo/,
  },
} as const

const begun = (page: Page, service: string): Promise<string> =>
  page.evaluate(async (packageId) => {
    const csrf = document.querySelector<HTMLMetaElement>('meta[name=masar-csrf]')?.content ?? ''
    const made = await fetch('/designer/api/drafts', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': csrf },
      body: JSON.stringify({ kind: 'blank', packageId, title: { ar: 'خدمة', en: 'A service' } }),
    })
    const draft = (await made.json()) as { id: string }
    return draft.id
  }, service)

test.each(LANGUAGES)(
  'an analyst reads what changes, publishes, and finds it in the record, in %s',
  async (language) => {
    const page = await site.visit({ language, screen: 'desk', as: 'analyst' })
    await page.goto('/designer')
    const id = await begun(page, `moj.published-${language}`)
    await page.goto(`/designer/drafts/${id}/publish`)
    const publish = page.getByRole('button', { name: WORDS[language].publish })
    await publish.waitFor()
    await page.getByRole('heading', { name: WORDS[language].fresh }).waitFor()
    expect(await page.getByText(/none was given before|لم يكن محددًا/).count()).toBe(0)
    expect(await barriers(page)).toEqual([])
    if (process.env['PICTURES']) {
      mkdirSync(process.env['PICTURES'], { recursive: true })
      await page.screenshot({ path: `${process.env['PICTURES']}/publish-${language}.png`, fullPage: true })
    }
    await publish.click()
    await page.getByRole('dialog').getByRole('button', { name: WORDS[language].publish }).click()
    await page.getByText(WORDS[language].record).waitFor()
    expect(await page.getByText(WORDS[language].record).count()).toBe(1)
    await page.context().close()
  },
)

test.each(LANGUAGES)('what was done before publishing can be undone after it, in %s', async (language) => {
  const words = WORDS[language]
  const page = await site.visit({ language, screen: 'desk', as: 'analyst' })
  await page.goto('/designer')
  const id = await begun(page, `moj.undone-${language}`)
  const title = async (): Promise<unknown> => {
    const read = await site.server.engine.getPackageDraft(ANALYST, id)
    if (isProblem(read)) throw new Error(read.detail)
    const { version, title: said } = JSON.parse(read.files.get('workflow.json') ?? '') as Record<string, unknown>
    return { version, title: said }
  }
  await page.goto(`/designer/drafts/${id}/policy/service`)
  const field = page.locator('main input[lang=en]').first()
  await field.fill('Another service')
  await page.getByRole('link', { name: words.title, exact: true }).click()
  await page.getByLabel(words.number).fill('3.0.0')
  await page.getByRole('button', { name: words.publish }).click()
  await page.getByRole('dialog').getByRole('button', { name: words.publish }).click()
  await page.getByText(words.force).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toMatch(words.force)
  expect(await page.getByText(words.meanwhile).count()).toBe(0)
  await page.getByText(words.none).waitFor()
  await page.getByRole('button', { name: words.undo }).click()
  await page
    .getByText(/Another service/)
    .first()
    .waitFor()
  await expect.poll(title).toEqual({ version: '3.0.0', title: { ar: 'خدمة', en: 'A service' } })
  await page.getByRole('button', { name: words.redo }).click()
  await page.getByText(words.none).waitFor()
  await expect.poll(title).toEqual({ version: '3.0.0', title: { ar: 'خدمة', en: 'Another service' } })
  expect(await barriers(page)).toEqual([])
  expect(site.complaints).toEqual([])
  await page.context().close()
})
